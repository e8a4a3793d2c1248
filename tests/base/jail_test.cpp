// SPDX-License-Identifier: EUPL-1.2
#include "base/jail.hpp"
#include "base/jail_parts.hpp"
#include "base/text.hpp"
#include "support/scratch.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>

using namespace rapporteur::base;
using rapporteur::support::ScopedVariable;
using rapporteur::support::ScratchDir;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

// False, and says so aloud, where the kernel or the container does not allow this strength: that is no pass. But a
// jail that runs and confines nothing, or a kernel with Landlock and no jail made from it, is our fault.
bool can_test(JailStrength strength) {
    const JailProbe probe = probe_jail(strength);
    if (probe.works) {
        return true;
    }
    const bool ours = probe.reason.find("could be read in it") != std::string::npos ||
                      (strength == JailStrength::landlock && landlock_version() > 0);
    INFO(probe.reason);
    CHECK_FALSE(ours);
    if (!ours) {  // CTest looks for these words, and would take a failure for skipped
        MESSAGE("SKIPPED: no ", std::string(name_of(strength)), " here: ", probe.reason);
    }
    return false;
}

JailedRun in_jail(JailStrength strength, const char* program, std::vector<std::string> arguments) {
    JailedRun run;
    run.at_most = strength;
    run.command.program = program;
    run.command.arguments = std::move(arguments);
    run.command.time_limit = 60s;
    return run;
}

JailedRun python(JailStrength strength, std::string text) {
    return in_jail(strength, "/usr/bin/python3", {"-c", std::move(text)});
}

// Nobody needs to read about runs without a jail in the tests' output.
struct Quiet {
    Quiet() {
        on_jail_warning([](std::string_view) {});
    }
    ~Quiet() { on_jail_warning({}); }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;
};

// A socket of ours that would take a connection.
class Listener {
public:
    Listener() : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        REQUIRE(::bind(m_socket, reinterpret_cast<sockaddr*>(&address), length) == 0);
        REQUIRE(::listen(m_socket, 1) == 0);
        REQUIRE(::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &length) == 0);
        m_port = ntohs(address.sin_port);
    }
    ~Listener() { ::close(m_socket); }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    std::string port() const { return std::to_string(m_port); }

private:
    int m_socket;
    int m_port = 0;
};

void confines_files(JailStrength strength) {
    const ScratchDir scratch;
    const auto secret = scratch.write("secret", "canary");
    const auto input = scratch.write("input", "given");
    const auto beside = scratch.write("dir/beside", "listed");
    fs::create_directory(scratch / "work");

    for (const std::string& path :
         {std::string("/etc/passwd"), std::string("/etc/shadow"), secret.string(),
          std::string(RAPPORTEUR_SOURCE_DIR) + "/CMakeLists.txt", std::string("/proc/1/environ")}) {
        CAPTURE(path);
        const Outcome outcome = run_in_jail(in_jail(strength, "/usr/bin/cat", {path}));
        CHECK(outcome.exit_status == 1);
        CHECK(outcome.out.empty());
    }
    CHECK_FALSE(run_in_jail(in_jail(strength, "/usr/bin/ls", {"/root"})).succeeded());
    CHECK_FALSE(run_in_jail(in_jail(strength, "/usr/bin/ls", {scratch.path().string()})).succeeded());

    JailedRun reads = in_jail(strength, "/usr/bin/cat", {input.string(), beside.string()});
    reads.readable = {input, scratch / "dir"};
    CHECK(run_in_jail(reads).out == "givenlisted");

    JailedRun writes =
        python(strength, "open('new','w').write('made')\nimport os; os.mkdir('d'); os.rename('new','d/new')");
    writes.work_directory = scratch / "work";
    const Outcome written = run_in_jail(writes);
    INFO(written.err);
    CHECK(written.succeeded());
    CHECK(scratch.read("work/d/new") == "made");
}

// Everything outside the work directory stays as it was, by whichever call it is tried.
void refuses_writing_elsewhere(JailStrength strength) {
    const ScratchDir scratch;
    const auto input = scratch.write("input", "given");
    fs::create_directory(scratch / "work");
    const auto written = fs::last_write_time(input);
    const std::string target = input.string();
    for (const std::string& attempt :
         {"open('" + target + "','w')", "open('" + target + "','a')", "os.truncate('" + target + "',0)",
          "os.unlink('" + target + "')", "os.rename('" + target + "','" + target + "2')",
          "os.link('" + target + "','" + (scratch / "work/link").string() + "'); open('" +
              (scratch / "work/link").string() + "','w')",
          "os.fchmod(os.open('" + target + "',os.O_RDONLY),0)",
          "os.utime(os.open('" + target + "',os.O_RDONLY),(1,1))", "os.chmod('" + target + "',0)",
          "os.chown('" + target + "',1,1)", "os.utime('" + target + "',(1,1))",
          "os.setxattr('" + target + "','user.a',b'1')", "open('" + (scratch / "other").string() + "','w')",
          "os.mkdir('" + (scratch / "other").string() + "')", std::string("open('/usr/planted','w')"),
          std::string("open('/planted','w')"), std::string("open('/etc/planted','w')"),
          "os.symlink('/etc','" + (scratch / "other").string() + "')",
          "os.mkfifo('" + (scratch / "other").string() + "')"}) {
        CAPTURE(attempt);
        JailedRun run = python(strength, "import os\n" + attempt);
        run.readable = {input};
        run.work_directory = scratch / "work";
        CHECK_FALSE(run_in_jail(run).succeeded());
        CHECK(scratch.read("input") == "given");
        CHECK(list_directory(scratch.path()) == std::vector<std::string>{"input", "work"});
        CHECK_FALSE(fs::exists("/usr/planted"));
        CHECK_FALSE(fs::exists("/planted"));
        CHECK_FALSE(fs::exists("/etc/planted"));
    }
    CHECK(fs::status(input).permissions() != fs::perms::none);
    CHECK(fs::last_write_time(input) == written);
}

void refuses_the_network(JailStrength strength) {
    const Quiet quiet;
    const Listener listener;
    const std::string connect =
        "import socket\nsocket.create_connection(('127.0.0.1'," + listener.port() + "),3)\nprint('through')";
    // The control: without a jail the same program gets through.
    JailedRun open_run = python(JailStrength::none, connect);
    open_run.origin = Origin::own_text;
    CHECK(run_in_jail(open_run).out == "through\n");
    CHECK_FALSE(run_in_jail(python(strength, connect)).succeeded());

    const ScratchDir scratch;
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = (scratch / "socket").string();
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(::bind(server, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(::listen(server, 1) == 0);
    JailedRun local =
        python(strength, "import socket\nsocket.socket(socket.AF_UNIX).connect('" + path + "')");
    local.readable = {scratch.path()};
    CHECK_FALSE(run_in_jail(local).succeeded());
    ::close(server);
    for (const char* const family : {"AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK", "AF_PACKET"}) {
        CAPTURE(family);
        CHECK_FALSE(
            run_in_jail(python(strength, "import socket\nsocket.socket(socket." + std::string(family) + ")"))
                .succeeded());
    }
}

// Sockets between a program's own parts, where nobody else is to be reached by them.
void local_sockets_stay_inside() {
    const Quiet quiet;
    const ScratchDir scratch;
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string name = "rapporteur-test-" + std::to_string(::getpid());  // abstract: in no file system
    name.copy(address.sun_path + 1, sizeof address.sun_path - 2);
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
    REQUIRE(::bind(server, reinterpret_cast<sockaddr*>(&address), length) == 0);
    REQUIRE(::listen(server, 1) == 0);
    const std::string connect =
        "import socket\nsocket.socket(socket.AF_UNIX).connect('\\0" + name + "')\nprint('through')";
    JailedRun open_run = python(JailStrength::none, connect);
    open_run.origin = Origin::own_text;
    CHECK(run_in_jail(open_run).out == "through\n");
    JailedRun local = python(JailStrength::bubblewrap, connect);
    local.sockets = LocalSockets::allowed;
    CHECK_FALSE(run_in_jail(local).succeeded());
    ::close(server);

    local =
        python(JailStrength::bubblewrap,
               "import socket\nfor n in ('pipe','\\0pipe'):\n s=socket.socket(socket.AF_UNIX)\n s.bind(n)\n "
               "s.listen(1)\n c=socket.socket(socket.AF_UNIX)\n c.connect(n)\n s.accept()\nprint('spoken')");
    local.sockets = LocalSockets::allowed;
    local.work_directory = scratch.path();
    CHECK(run_in_jail(local).out == "spoken\n");
    for (const char* const family : {"AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET"}) {
        CAPTURE(family);
        local = python(JailStrength::bubblewrap,
                       "import socket\nsocket.socket(socket." + std::string(family) + ")");
        local.sockets = LocalSockets::allowed;
        CHECK_FALSE(run_in_jail(local).succeeded());
    }
}

void refuses_processes(JailStrength strength) {
    CHECK_FALSE(run_in_jail(python(strength, "import os\nos.fork()")).succeeded());
    CHECK_FALSE(
        run_in_jail(python(strength, "import subprocess\nsubprocess.run(['/usr/bin/true'],check=True)"))
            .succeeded());
    const Outcome threads = run_in_jail(python(
        strength, "import threading\nt=threading.Thread(target=lambda:print('t'))\nt.start()\nt.join()"));
    CHECK(threads.out == "t\n");

    JailedRun allowed =
        python(strength, "import subprocess\nsubprocess.run(['/usr/bin/cat','/etc/passwd'],check=True)");
    allowed.children = ChildProcesses::allowed;
    CHECK_FALSE(run_in_jail(allowed).succeeded());  // the child is in the jail too
    allowed = python(strength, "import subprocess\nsubprocess.run(['/usr/bin/echo','hello'],check=True)");
    allowed.children = ChildProcesses::allowed;
    CHECK(run_in_jail(allowed).out == "hello\n");
    allowed.command.arguments = {"-c", "import os\nos.setsid()"};
    CHECK_FALSE(run_in_jail(allowed).succeeded());
    allowed.command.arguments = {"-c", "import ctypes\nassert ctypes.CDLL(None).unshare(0x10000000)==0"};
    CHECK_FALSE(run_in_jail(allowed).succeeded());
}

// A process of the same user that a signal or ptrace from the jail would reach.
void leaves_other_processes_alone(JailStrength strength) {
    const pid_t victim = ::fork();
    if (victim == 0) {
        ::pause();
        ::_exit(0);
    }
    const std::string id = std::to_string(victim);
    CHECK_FALSE(run_in_jail(python(strength, "import os\nos.kill(" + id + ",9)")).succeeded());
    CHECK_FALSE(run_in_jail(python(strength, "open('/proc/" + id + "/mem','rb')")).succeeded());
    CHECK_FALSE(
        run_in_jail(python(strength, "import ctypes\nassert ctypes.CDLL(None).ptrace(16," + id + ",0,0)==0"))
            .succeeded());
    CHECK_FALSE(run_in_jail(python(strength, "import resource\nresource.prlimit(" + id +
                                                 ",resource.RLIMIT_NOFILE,(1,1))"))
                    .succeeded());
    CHECK(::waitpid(victim, nullptr, WNOHANG) == 0);
    ::kill(victim, SIGKILL);
    ::waitpid(victim, nullptr, 0);
}

void keeps_limits_and_surroundings(JailStrength strength) {
    const ScopedVariable secret("RAPPORTEUR_TEST_SECRET", "canary");
    JailedRun shows = in_jail(strength, "/usr/bin/env", {});
    shows.command.environment = {{"SOURCE_DATE_EPOCH", "7"}, {"LANG", "fr_FR.UTF-8"}};
    const std::string environment = run_in_jail(shows).out;
    CHECK(environment.find("canary") == std::string::npos);
    CHECK(environment.find("SOURCE_DATE_EPOCH=7\n") != std::string::npos);
    CHECK(environment.find("LANG=fr_FR.UTF-8\n") != std::string::npos);
    CHECK(environment.find("TMPDIR=/") != std::string::npos);

    const Outcome temporary = run_in_jail(
        python(strength, "import tempfile\nf=tempfile.NamedTemporaryFile()\nf.write(b'x')\nprint(f.name)"));
    CHECK(temporary.succeeded());
    CHECK_FALSE(fs::exists(fs::path(trim(temporary.out))));

    JailedRun reads = in_jail(strength, "/usr/bin/cat", {"-"});
    reads.command.input = "from outside";
    CHECK(run_in_jail(reads).out == "from outside");

    JailedRun hangs = in_jail(strength, "/usr/bin/sleep", {"60"});
    hangs.command.time_limit = 500ms;
    const Outcome hung = run_in_jail(hangs);
    CHECK(hung.timed_out);
    CHECK(hung.wall < 5s);

    const ScratchDir scratch;
    JailedRun big = python(strength, "open('big','wb').write(b'x'*200000)");
    big.work_directory = scratch.path();
    big.command.file_size_limit = 100'000;
    CHECK_FALSE(run_in_jail(big).succeeded());
    CHECK(scratch.read("big").size() <= 100'000);

    JailedRun busy = python(strength, "while True: pass");
    busy.command.cpu_limit = 1s;
    CHECK_FALSE(run_in_jail(busy).timed_out);
}

void runs_pandoc(JailStrength strength) {
    const ScratchDir scratch;
    const auto input = scratch.write(
        "in.md", "# Título\n\nA *word* and a [link](https://example.org).[^1]\n\n[^1]: A note.\n");
    const std::vector<std::string> memory{"+RTS", "-M512M", "-RTS"};
    JailedRun reads = in_jail(strength, "pandoc", memory);
    for (const char* const word : {"--sandbox", "-f", "commonmark_x", "-t", "json"}) {
        reads.command.arguments.emplace_back(word);
    }
    reads.command.arguments.push_back(input.string());
    reads.readable = {input};
    reads.command.cpu_limit = 5s;
    const Outcome tree = run_in_jail(reads);
    INFO(tree.err);
    REQUIRE(tree.succeeded());
    CHECK(tree.out.find("pandoc-api-version") != std::string::npos);

    // A DOCX cannot be written with --sandbox (Pandoc 2.17): its templates are files of the system.
    fs::create_directory(scratch / "work");
    JailedRun writes = in_jail(strength, "pandoc", memory);
    for (const char* const word : {"-f", "json", "-t", "docx", "-o", "out.docx"}) {
        writes.command.arguments.emplace_back(word);
    }
    writes.command.input = tree.out;
    writes.work_directory = scratch / "work";
    writes.origin = Origin::own_text;
    const Outcome written = run_in_jail(writes);
    INFO(written.err);
    REQUIRE(written.succeeded());
    CHECK(scratch.read("work/out.docx").substr(0, 2) == "PK");

    JailedRun back = in_jail(
        strength, "pandoc", {"--sandbox", "-f", "docx", "-t", "plain", (scratch / "work/out.docx").string()});
    back.readable = {scratch / "work/out.docx"};
    CHECK(run_in_jail(back).out.find("A word and a link") != std::string::npos);
}

void runs_weasyprint(JailStrength strength) {
    const ScratchDir scratch;
    const auto input = scratch.write(
        "in.html", "<!DOCTYPE html><html lang=en><head><title>T</title><style>@page{size:A4}</style></head>"
                   "<body><h1>Қазақстан</h1><p>Text</p><img src=\"p.svg\" alt=p></body></html>");
    scratch.write(
        "p.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>");
    fs::create_directory(scratch / "work");
    JailedRun prints = in_jail(strength, "weasyprint", {input.string(), (scratch / "work/out.pdf").string()});
    prints.readable = {input, scratch / "p.svg"};
    prints.work_directory = scratch / "work";
    prints.command.environment = {{"SOURCE_DATE_EPOCH", "1795219200"}};
    const Outcome outcome = run_in_jail(prints);
    INFO(outcome.err);
    REQUIRE(outcome.succeeded());
    CHECK(outcome.err.find("rror") == std::string::npos);
    const std::string bytes = scratch.read("work/out.pdf");
    CHECK(bytes.substr(0, 5) == "%PDF-");
    CHECK(bytes.size() > 3'000);
    MESSAGE("ms: ", outcome.wall.count());
}

void runs_gnuplot(JailStrength strength) {
    JailedRun plots = in_jail(strength, "gnuplot", {});
    plots.command.input = "set terminal svg\nplot '-' using 1:2 with boxes title 'A'\n1 2\n2 3\ne\n";
    const Outcome outcome = run_in_jail(plots);
    INFO(outcome.err);
    CHECK(outcome.succeeded());
    CHECK(outcome.out.find("</svg>") != std::string::npos);
}

bool is_installed(const char* program) {
    const bool found = find_program(program).has_value();
    if (!found) {
        MESSAGE("left out: ", std::string(program), " is not installed");
    }
    return found;
}

void sees_a_program_outside_usr_alone(JailStrength strength) {
    const ScratchDir scratch;
    const auto tool = scratch.write("tool", "#!/bin/sh\necho mine\ncat \"${0%/*}/secret\"\n");
    fs::permissions(tool, fs::perms::owner_all);
    scratch.write("secret", "canary");
    JailedRun run = in_jail(strength, tool.c_str(), {});
    run.children = ChildProcesses::allowed;
    CHECK(run_in_jail(run).out == "mine\n");
}

void starts_quickly(JailStrength strength) {
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < 5; ++i) {
        run_in_jail(in_jail(strength, "/usr/bin/true", {}));
    }
    const auto spent = std::chrono::steady_clock::now() - begin;
    MESSAGE(std::string(name_of(strength)),
            " ms: ", std::chrono::duration<double, std::milli>(spent).count() / 5);
    CHECK(spent < 5s);  // 40 ms alone; the machine may be busy
}

void holds(JailStrength strength) {
    if (!can_test(strength)) {
        return;
    }
    SUBCASE("files not given cannot be read and those given can") {
        confines_files(strength);
    }
    SUBCASE("nothing is written outside the work directory") {
        refuses_writing_elsewhere(strength);
    }
    SUBCASE("there is no network") {
        refuses_the_network(strength);
    }
    SUBCASE("child processes are refused unless asked for and namespaces always") {
        refuses_processes(strength);
    }
    SUBCASE("other processes cannot be reached") {
        leaves_other_processes_alone(strength);
    }
    SUBCASE("limits and environment hold inside") {
        keeps_limits_and_surroundings(strength);
    }
    SUBCASE("a program outside usr is seen alone") {
        sees_a_program_outside_usr_alone(strength);
    }
    SUBCASE("it starts quickly") {
        starts_quickly(strength);
    }
    SUBCASE("Pandoc reads and writes") {
        if (is_installed("pandoc")) {
            runs_pandoc(strength);
        }
    }
    SUBCASE("WeasyPrint prints") {
        if (is_installed("weasyprint")) {
            runs_weasyprint(strength);
        }
    }
    SUBCASE("gnuplot draws") {
        if (is_installed("gnuplot")) {
            runs_gnuplot(strength);
        }
    }
}

}  // namespace

// Suites of their own: CTest shows them as skipped, not passed, where the machine does not allow the strength.
TEST_SUITE("jail.bubblewrap") {
    TEST_CASE("bubblewrap confines what runs in it") {
        holds(JailStrength::bubblewrap);
    }

    TEST_CASE("bubblewrap keeps local sockets inside") {
        if (can_test(JailStrength::bubblewrap)) {
            local_sockets_stay_inside();
        }
    }
}

TEST_SUITE("jail.landlock") {
    TEST_CASE("Landlock with a filter confines what runs in it") {
        holds(JailStrength::landlock);
    }

    TEST_CASE("Landlock refuses a program that needs local sockets") {
        if (can_test(JailStrength::landlock)) {
            JailedRun run = in_jail(JailStrength::landlock, "/usr/bin/true", {});
            run.sockets = LocalSockets::allowed;
            try {
                run_in_jail(run);
                FAIL("nothing was thrown");
            } catch (const Error& error) {
                CHECK(error.kind() == ErrorKind::refused);
                CHECK(error.help().find("bubblewrap") != std::string::npos);
            }
        }
    }
}

TEST_SUITE("base.jail") {
    TEST_CASE("without a jail a foreign file is refused") {
        JailedRun run = in_jail(JailStrength::none, "/usr/bin/true", {});
        try {
            run_in_jail(run);
            FAIL("nothing was thrown");
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::refused);
            CHECK_FALSE(error.help().empty());
        }
    }

    TEST_CASE("without a jail own text runs under limits with one warning") {
        int warnings = 0;
        on_jail_warning([&warnings](std::string_view) { ++warnings; });
        const ScratchDir scratch;
        JailedRun run =
            in_jail(JailStrength::none, "/bin/sh", {"-c", "pwd; test -w \"$TMPDIR\" && echo $LANG"});
        run.origin = Origin::own_text;
        run.work_directory = scratch.path();
        CHECK(run_in_jail(run).out == scratch.path().string() + "\nC.UTF-8\n");
        CHECK(run_in_jail(run).succeeded());
        CHECK(warnings == 1);
        JailedRun busy = python(JailStrength::none, "while True: pass");
        busy.origin = Origin::own_text;
        busy.command.cpu_limit = 1s;
        CHECK(run_in_jail(busy).signal != 0);
        on_jail_warning({});
    }

    TEST_CASE("the environment can lower the strength and not raise it") {
        for (const JailStrength wanted :
             {JailStrength::none, JailStrength::landlock, JailStrength::bubblewrap}) {
            const ScopedVariable lowered("RAPPORTEUR_JAIL", std::string(name_of(wanted)).c_str());
            CHECK(available_jail() <= wanted);
            if (probe_jail(wanted).works) {
                CHECK(available_jail() == wanted);
            }
        }
        {
            const ScopedVariable lowered("RAPPORTEUR_JAIL", "none");
            CHECK_THROWS_AS(run_in_jail(in_jail(JailStrength::bubblewrap, "/usr/bin/true", {})), Error);
        }
        const ScopedVariable nonsense("RAPPORTEUR_JAIL", "chroot");
        CHECK_THROWS_AS(available_jail(), Error);
    }

    TEST_CASE("paths that are wrong are told before anything runs") {
        const Quiet quiet;
        for (const JailStrength strength :
             {JailStrength::none, JailStrength::landlock, JailStrength::bubblewrap}) {
            JailedRun run = in_jail(strength, "/usr/bin/true", {});
            run.origin = Origin::own_text;
            run.readable = {"/nonexistent/file"};
            CHECK_THROWS_AS(run_in_jail(run), Error);
            run.readable = {"relative"};
            CHECK_THROWS_AS(run_in_jail(run), Error);
            run.readable = {"/"};
            CHECK_THROWS_AS(run_in_jail(run), Error);
            run.readable.clear();
            run.command.program = "no-such-program";
            CHECK_THROWS_AS(run_in_jail(run), Error);
        }
    }
}
