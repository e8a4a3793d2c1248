// SPDX-License-Identifier: EUPL-1.2
#include "base/spawn.hpp"

#include "base/spawn_child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <utility>

namespace rapporteur::base {

namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
    Descriptor read;
    Descriptor write;
};

Pipe make_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw Error(ErrorKind::internal, "cannot make a pipe").because(errno_text(errno));
    }
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// A started child: whatever happens, it is killed with its group and reaped.
class Child {
public:
    explicit Child(pid_t id) : m_id(id) {
        ::setpgid(id, id);  // the child does it too; whoever comes first
#ifdef SYS_pidfd_open
        m_handle = Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, id, 0)));
#endif
    }
    ~Child() {
        if (!m_reaped) {
            kill_group();
            int status = 0;
            while (::waitpid(m_id, &status, 0) < 0 && errno == EINTR) {
            }
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    int handle() const {
        return m_handle.number();
    }  // -1 where the kernel has none: then ended() is asked often
    void kill_group() const {
        ::kill(-m_id, SIGKILL);
    }

    // Has it ended? Leaves it to be reaped, so that its number stays its own.
    bool ended() const {
        siginfo_t info{};
        return ::waitid(P_PID, static_cast<id_t>(m_id), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
               info.si_pid == m_id;
    }

    void reap(Outcome& outcome) {
        int status = 0;
        struct rusage usage {};
        while (::wait4(m_id, &status, 0, &usage) < 0) {
            if (errno != EINTR) {
                m_reaped = true;
                throw Error(ErrorKind::internal, "a child process was lost").because(errno_text(errno));
            }
        }
        m_reaped = true;
        if (WIFSIGNALED(status)) {
            outcome.signal = WTERMSIG(status);
        } else {
            outcome.exit_status = WEXITSTATUS(status);
        }
        const auto milliseconds = [](const timeval& time) {
            return std::chrono::milliseconds(time.tv_sec * 1000 + time.tv_usec / 1000);
        };
        outcome.cpu = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    }

private:
    pid_t m_id;
    Descriptor m_handle;
    bool m_reaped = false;
};

// One of the child's outputs, read as it comes; what goes over the limit is thrown away.
class Output {
public:
    Output(Descriptor end, std::string& text, std::size_t limit, bool& cut)
        : m_end(std::move(end)), m_text(text), m_limit(limit), m_cut(cut) {
        ::fcntl(m_end.number(), F_SETFL, O_NONBLOCK);
    }

    int descriptor() const { return m_end.number(); }
    bool is_open() const { return static_cast<bool>(m_end); }

    // Until there is nothing more for now; closes itself at the end of file.
    void take() {
        std::array<char, 65'536> buffer;  // NOLINT: filled by read
        while (is_open()) {
            const ssize_t count = ::read(m_end.number(), buffer.data(), buffer.size());
            if (count > 0) {
                add({buffer.data(), static_cast<std::size_t>(count)});
            } else if (count < 0 && errno == EINTR) {
                continue;
            } else if (count < 0 && errno == EAGAIN) {
                return;
            } else {
                m_end.reset();
            }
            if (count < static_cast<ssize_t>(buffer.size())) {
                return;  // so that a flood cannot keep us from looking at the time
            }
        }
    }

private:
    void add(std::string_view bytes) {
        const std::size_t room = m_limit - m_text.size();
        m_text.append(bytes.substr(0, room));
        if (bytes.size() > room) {
            m_cut = true;
        }
    }

    Descriptor m_end;
    std::string& m_text;
    std::size_t m_limit;
    bool& m_cut;
};

int poll_timeout(Clock::time_point deadline, const Child& child) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    constexpr std::int64_t k_longest = 60'000;
    constexpr std::int64_t k_without_handle = 10;
    return static_cast<int>(
        std::max<std::int64_t>(0, std::min(left, child.handle() < 0 ? k_without_handle : k_longest)));
}

void watch(Child& child, Output& out, Output& err, Clock::time_point deadline, Outcome& outcome) {
    while (!child.ended()) {
        if (!outcome.timed_out && Clock::now() >= deadline) {
            outcome.timed_out = true;
            child.kill_group();
            deadline = Clock::now() + std::chrono::hours(1);  // it will end now; SIGKILL cannot be refused
        }
        // A negative descriptor is passed over by poll.
        std::array<pollfd, 3> waited{
            {{out.descriptor(), POLLIN, 0}, {err.descriptor(), POLLIN, 0}, {child.handle(), POLLIN, 0}}};
        if (::poll(waited.data(), waited.size(), poll_timeout(deadline, child)) < 0 && errno != EINTR) {
            throw Error(ErrorKind::internal, "cannot wait for a child process").because(errno_text(errno));
        }
        if (waited[0].revents != 0) {
            out.take();
        }
        if (waited[1].revents != 0) {
            err.take();
        }
    }
    // Whatever it left behind in its group goes too. Then what is still in the pipes, without waiting for a process
    // that escaped the group and holds them open.
    child.kill_group();
    constexpr int k_pipe_fulls = 64;
    for (int i = 0; i < k_pipe_fulls && (out.is_open() || err.is_open()); ++i) {
        out.take();
        err.take();
    }
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> list;
    list.reserve(texts.size() + 1);
    for (std::string& text : texts) {
        if (text.find('\0') != std::string::npos) {
            throw Error(ErrorKind::internal, "an argument of a command has a NUL");
        }
        list.push_back(text.data());
    }
    list.push_back(nullptr);
    return list;
}

// fork with all signals blocked, so that no handler of ours runs in the child.
pid_t fork_quietly(const Plan& plan) {
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t id = ::fork();
    if (id == 0) {
        become_the_program(plan);
    }
    const int fault = errno;
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (id < 0) {
        throw Error(ErrorKind::tool_failed, "cannot start another process").because(errno_text(fault));
    }
    return id;
}

// Waits until exec has happened, which closes the pipe, or throws what went wrong before.
void wait_for_exec(const Descriptor& failure_pipe, const Command& command) {
    Failure failure{};
    ssize_t count = 0;
    do {
        count = ::read(failure_pipe.number(), &failure, sizeof failure);
    } while (count < 0 && errno == EINTR);
    if (count != static_cast<ssize_t>(sizeof failure)) {
        return;
    }
    if (failure.stage == Stage::exec && failure.number == ENOENT) {
        throw missing_program(command.program.filename().string());
    }
    constexpr std::array<const char*, 6> k_words{"its process group", "its directory", "its limits",
                                                 "its confinement",   "its files",     "the program itself"};
    throw Error(ErrorKind::tool_failed, "cannot start " + command.program.filename().string())
        .at(failure.stage == Stage::directory ? command.directory.string() : command.program.string())
        .because(std::string(k_words.at(static_cast<std::size_t>(failure.stage))) + ": " +
                 errno_text(failure.number));
}

}  // namespace

void Descriptor::reset() {
    if (m_number >= 0) {
        ::close(m_number);
        m_number = -1;
    }
}

Descriptor memory_file(std::string_view bytes) {
    Descriptor file(::memfd_create("input", MFD_CLOEXEC));
    if (!file) {
        throw Error(ErrorKind::internal, "cannot make a file in memory").because(errno_text(errno));
    }
    while (!bytes.empty()) {
        const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) {
            throw Error(ErrorKind::internal, "cannot write a file in memory").because(errno_text(errno));
        }
        bytes.remove_prefix(static_cast<std::size_t>(count < 0 ? 0 : count));
    }
    ::lseek(file.number(), 0, SEEK_SET);
    return file;
}

Outcome spawn_and_wait(const Command& command, const ChildSetup& setup) {
    const auto begin = Clock::now();
    std::vector<std::string> arguments{command.program.string()};
    arguments.insert(arguments.end(), command.arguments.begin(), command.arguments.end());
    std::vector<std::string> environment;
    for (const auto& variable : command.environment) {
        environment.push_back(variable.first + "=" + variable.second);
    }
    // The input is a file in memory and not a pipe: a program that does not read it cannot hold us up or kill us.
    const Descriptor input = command.input.empty() ? Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC))
                                                   : memory_file(command.input);
    Pipe out_pipe = make_pipe();
    Pipe err_pipe = make_pipe();
    Pipe failure_pipe = make_pipe();
    const std::string directory = command.directory.empty() ? "/" : command.directory.string();

    const Plan plan{command.program.c_str(),
                    directory.c_str(),
                    pointers(arguments),
                    pointers(environment),
                    input.number(),
                    out_pipe.write.number(),
                    err_pipe.write.number(),
                    failure_pipe.write.number(),
                    static_cast<rlim_t>(command.cpu_limit.count()),
                    static_cast<rlim_t>(command.file_size_limit),
                    static_cast<rlim_t>(command.process_limit),
                    setup,
                    ::getpid()};
    Outcome outcome;
    Child child(fork_quietly(plan));
    out_pipe.write.reset();
    err_pipe.write.reset();
    failure_pipe.write.reset();
    wait_for_exec(failure_pipe.read, command);

    Output out(std::move(out_pipe.read), outcome.out, command.output_limit, outcome.output_cut);
    Output err(std::move(err_pipe.read), outcome.err, command.output_limit, outcome.output_cut);
    watch(child, out, err, begin + command.time_limit, outcome);
    child.reap(outcome);
    outcome.wall = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
    return outcome;
}

}  // namespace rapporteur::base
