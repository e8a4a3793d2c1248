// SPDX-License-Identifier: EUPL-1.2
#include "base/spawn_child.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace rapporteur::base {

namespace {

[[noreturn]] void give_up(int descriptor, Stage stage, int number) {
    const Failure failure{stage, number};
    if (::write(descriptor, &failure, sizeof failure) < 0) {
        ::_exit(126);
    }
    ::_exit(127);
}

int set_limit(int which, rlim_t soft, rlim_t hard) {
    struct rlimit limit {};
    if (::getrlimit(static_cast<__rlimit_resource_t>(which), &limit) != 0) {
        return errno;
    }
    const rlim_t most = limit.rlim_max;  // RLIM_INFINITY is the largest value
    limit.rlim_cur = soft < most ? soft : most;
    limit.rlim_max = hard < most ? hard : most;
    return ::setrlimit(static_cast<__rlimit_resource_t>(which), &limit) == 0 ? 0 : errno;
}

int set_limits(const Plan& plan) {
    constexpr rlim_t k_open_files = 1024;
    int fault = set_limit(RLIMIT_CORE, 0, 0);
    if (fault == 0) {
        fault = set_limit(RLIMIT_NOFILE, k_open_files, k_open_files);
    }
    if (fault == 0 && plan.cpu_seconds != 0) {
        fault = set_limit(RLIMIT_CPU, plan.cpu_seconds, plan.cpu_seconds + 1);  // SIGXCPU, then SIGKILL
    }
    if (fault == 0 && plan.file_bytes != 0) {
        fault = set_limit(RLIMIT_FSIZE, plan.file_bytes, plan.file_bytes);
    }
    if (fault == 0 && plan.processes != 0) {
        fault = set_limit(RLIMIT_NPROC, plan.processes, plan.processes);
    }
    return fault;
}

// 0, 1, 2 from the plan, 3 kept or closed, 4 tells of failure and closes on exec; nothing else stays open. First all
// move out of the way of one another. Gives the new number of failure, or -1.
int arrange_descriptors(const Plan& plan) {
    constexpr int k_out_of_the_way = 10;
    const auto aside = [](int descriptor) { return ::fcntl(descriptor, F_DUPFD_CLOEXEC, k_out_of_the_way); };
    const int in = aside(plan.in);
    const int out = aside(plan.out);
    const int err = aside(plan.err);
    const int failure = aside(plan.failure);
    const int keep = plan.setup.keep >= 0 ? aside(plan.setup.keep) : -1;
    if (in < 0 || out < 0 || err < 0 || failure < 0 || (plan.setup.keep >= 0 && keep < 0)) {
        return -1;
    }
    if (::dup2(in, 0) < 0 || ::dup2(out, 1) < 0 || ::dup2(err, 2) < 0 || ::dup3(failure, 4, O_CLOEXEC) < 0) {
        return -1;
    }
    if (keep >= 0 ? ::dup2(keep, 3) < 0 : (::close(3) != 0 && errno != EBADF)) {
        return -1;
    }
    if (::close_range(5, ~0U, 0) != 0) {
        for (int descriptor = 5; descriptor < 65'536; ++descriptor) {
            ::close(descriptor);
        }
    }
    return 4;
}

void restore_signals() {
    struct sigaction action {};
    action.sa_handler = SIG_DFL;  // NOLINT: a union of the system's
    for (int signal = 1; signal < NSIG; ++signal) {
        ::sigaction(signal, &action, nullptr);
    }
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

}  // namespace

void become_the_program(const Plan& plan) {
    int failure = plan.failure;
    // The group, so that the time limit reaches all of them; and if the parent dies, so does the child.
    if (::setpgid(0, 0) != 0 || ::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) {
        give_up(failure, Stage::prepare, errno);
    }
    if (::getppid() != plan.parent) {
        ::_exit(127);
    }
    if (::chdir(plan.directory) != 0) {
        give_up(failure, Stage::directory, errno);
    }
    if (const int fault = set_limits(plan); fault != 0) {
        give_up(failure, Stage::limits, fault);
    }
    restore_signals();
    if (plan.setup.apply != nullptr) {
        if (const int fault = plan.setup.apply(plan.setup.data); fault != 0) {
            give_up(failure, Stage::confine, fault);
        }
    }
    failure = arrange_descriptors(plan);
    if (failure < 0) {
        give_up(plan.failure, Stage::descriptors, errno);
    }
    ::execve(plan.program, plan.arguments.data(), plan.environment.data());
    give_up(failure, Stage::exec, errno);
}

}  // namespace rapporteur::base
