// SPDX-License-Identifier: EUPL-1.2
#include "base/process.hpp"
#include "base/text.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <thread>

using namespace rapporteur::base;
using rapporteur::support::ScopedVariable;
using rapporteur::support::ScratchDir;
using namespace std::chrono_literals;

namespace {

// The tests' programs are written in the shell; the program itself never starts one.
Command script(std::string text) {
    Command command;
    command.program = "/bin/sh";
    command.arguments = {"-c", std::move(text)};
    command.environment = {{"PATH", "/usr/bin:/bin"}};
    command.time_limit = 20s;
    return command;
}

// A killed orphan stays a zombie until its new parent has reaped it.
bool is_gone(const std::string& pid) {
    if (::kill(std::stoi(pid), 0) != 0) {
        return true;
    }
    try {
        return read_file("/proc/" + pid + "/stat", ByteLimit{4096}).find(") Z ") != std::string::npos;
    } catch (const Error&) {
        return true;  // reaped in between
    }
}

bool goes_away(std::string_view pid_line) {
    const std::string pid(trim(pid_line));
    for (int i = 0; i < 200 && !is_gone(pid); ++i) {
        std::this_thread::sleep_for(10ms);
    }
    return is_gone(pid);
}

}  // namespace

TEST_SUITE("base.process") {
    TEST_CASE("status and both outputs come back") {
        const Outcome outcome = run(script("echo out; echo err >&2; exit 7"));
        CHECK(outcome.exit_status == 7);
        CHECK(outcome.signal == 0);
        CHECK(outcome.out == "out\n");
        CHECK(outcome.err == "err\n");
        CHECK_FALSE(outcome.succeeded());
        CHECK(run(script("true")).succeeded());
        CHECK(run(script("kill -TERM $$")).signal == SIGTERM);
    }

    TEST_CASE("arguments go through unchanged and no shell sees them") {
        Command command;
        command.program = "printf";
        command.arguments = {"%s|", "a b", "$(id)", "*", "", "'\"", "é\n"};
        CHECK(run(command).out == "a b|$(id)|*||'\"|é\n|");
    }

    TEST_CASE("a large input and output pass at once") {
        const std::string input(3'000'000, 'x');
        Command command = script("cat; cat </dev/null");
        command.input = input;
        CHECK(run(command).out == input);
        command = script("echo done");  // does not read at all
        command.input = input;
        CHECK(run(command).out == "done\n");
        CHECK(run(script("cat")).out.empty());
    }

    TEST_CASE("the environment is what the command says and nothing else") {
        const ScopedVariable secret("RAPPORTEUR_TEST_SECRET", "canary");
        Command command;
        command.program = "/usr/bin/env";
        command.environment = {{"A", "1"}, {"B", "two words"}};
        CHECK(run(command).out == "A=1\nB=two words\n");
        command.environment.clear();
        CHECK(run(command).out.empty());
    }

    TEST_CASE("no descriptor of ours is open in the child") {
        const int leak = ::open("/dev/null", O_RDONLY);  // no O_CLOEXEC on purpose
        REQUIRE(leak >= 0);
        Command command;
        command.program = "/bin/ls";
        command.arguments = {"/proc/self/fd"};
        const Outcome outcome = run(command);
        ::close(leak);
        CHECK(outcome.out == "0\n1\n2\n3\n");  // 3 is the listing itself
    }

    TEST_CASE("the directory is the one asked for") {
        const ScratchDir scratch;
        Command command = script("pwd");
        CHECK(run(command).out == "/\n");
        command.directory = scratch.path();
        CHECK(run(command).out == scratch.path().string() + "\n");
        command.directory = scratch / "none";
        CHECK_THROWS_AS(run(command), Error);
    }

    TEST_CASE("a hang ends at the time limit with all its group") {
        const ScratchDir scratch;
        Command command = script("sleep 60 & echo $! >pid; echo before; wait");
        command.directory = scratch.path();
        command.time_limit = 500ms;
        const Outcome outcome = run(command);
        CHECK(outcome.timed_out);
        CHECK(outcome.signal == SIGKILL);
        CHECK(outcome.out == "before\n");
        CHECK(outcome.wall >= 500ms);
        CHECK(outcome.wall < 5s);
        CHECK(goes_away(scratch.read("pid")));
    }

    TEST_CASE("a hang that closes its outputs or ignores signals ends too") {
        Command command = script("trap '' TERM INT HUP; exec >&- 2>&-; while :; do sleep 1; done");
        command.time_limit = 300ms;
        CHECK(run(command).timed_out);
    }

    TEST_CASE("what a finished program leaves behind is killed and not waited for") {
        const ScratchDir scratch;
        Command command = script("sleep 60 & echo $! >pid; echo gone");
        command.directory = scratch.path();
        const Outcome outcome = run(command);
        CHECK(outcome.succeeded());
        CHECK(outcome.out == "gone\n");
        CHECK(outcome.wall < 5s);
        CHECK(goes_away(scratch.read("pid")));
    }

    TEST_CASE("a child that leaves the group cannot hold us up") {
        Command command = script("setsid sleep 5 & echo gone; sleep 0.1");
        const Outcome outcome = run(command);
        CHECK(outcome.out == "gone\n");
        CHECK(outcome.wall < 3s);
    }

    TEST_CASE("a flood of errors is cut and does not block the output") {
        Command command = script("head -c 5000000 /dev/zero >&2; echo out");
        command.output_limit = 100'000;
        const Outcome outcome = run(command);
        CHECK(outcome.succeeded());
        CHECK(outcome.output_cut);
        CHECK(outcome.err.size() == 100'000);
        CHECK(outcome.out == "out\n");
    }

    TEST_CASE("an endless flood ends at the time limit") {
        Command command = script("cat /dev/zero");
        command.output_limit = 1'000;
        command.time_limit = 500ms;
        const Outcome outcome = run(command);
        CHECK(outcome.timed_out);
        CHECK(outcome.output_cut);
        CHECK(outcome.out.size() == 1'000);
    }

    TEST_CASE("processor time and the size of files are limited") {
        Command busy = script("while :; do :; done");
        busy.cpu_limit = 1s;
        const Outcome outcome = run(busy);
        CHECK((outcome.signal == SIGXCPU || outcome.signal == SIGKILL));
        CHECK_FALSE(outcome.timed_out);
        CHECK(outcome.cpu >= 500ms);  // ticks are counted, not time

        const ScratchDir scratch;
        Command writer = script("exec head -c 200000 /dev/zero >big");
        writer.directory = scratch.path();
        writer.file_size_limit = 100'000;
        CHECK_FALSE(run(writer).succeeded());
        CHECK(scratch.read("big").size() == 100'000);
    }

    TEST_CASE("a program that is missing is named with its package") {
        const ScopedVariable path("PATH", "/nonexistent");
        Command command;
        command.program = "pandoc";
        try {
            run(command);
            FAIL("nothing was thrown");
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::tool_failed);
            CHECK(error.message() == "the program pandoc is missing");
            CHECK(error.help() == "install the Debian package pandoc: apt-get install pandoc");
        }
        command.program = "/nonexistent/thing";
        CHECK_THROWS_AS(run(command), Error);
    }

    TEST_CASE("a file that is no program is a failed tool and not a crash") {
        const ScratchDir scratch;
        const auto path = scratch.write("thing", "not a program");
        Command command;
        command.program = path;
        CHECK_THROWS_AS(run(command), Error);
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
        CHECK_THROWS_AS(run(command), Error);  // ENOEXEC: no shell is tried
        command.program = scratch.write("script", "#!/nonexistent/interpreter\n");
        std::filesystem::permissions(command.program, std::filesystem::perms::owner_all);
        CHECK_THROWS_AS(run(command), Error);
        command = script("true");
        command.arguments.push_back(std::string("a\0b", 3));
        CHECK_THROWS_AS(run(command), Error);
    }

    TEST_CASE("programs are looked for along the path without relative entries") {
        const ScratchDir scratch;
        const auto own = scratch.write("tool", "#!/bin/sh\necho mine\n");
        std::filesystem::permissions(own, std::filesystem::perms::owner_all);
        scratch.write("data", "x");
        CHECK(find_program("sh").has_value());
        CHECK(find_program(own.string()) == own);
        CHECK_FALSE(find_program(""));
        const ScopedVariable path("PATH", (":.:" + scratch.path().string()).c_str());
        CHECK(find_program("tool") == own);
        CHECK_FALSE(find_program("data"));
        CHECK_FALSE(find_program("sh"));
        CHECK(run(Command{"tool", {}, {}, {}, {}}).out == "mine\n");
    }

    TEST_CASE("a failure is told with the first words of the program") {
        const Error error =
            tool_error("pandoc", run(script("echo >&2; echo one >&2; printf 'tw\\377o\\n' >&2; exit 3")));
        CHECK(error.kind() == ErrorKind::tool_failed);
        CHECK(error.message() == "pandoc failed");
        CHECK(error.reason() == "exit status 3: one; tw?o");
        CHECK(tool_error("x", run(script("kill -SEGV $$"))).reason() == "ended by signal 11");
    }

    TEST_CASE("many runs in many threads leave no descriptor and no zombie") {
        const auto descriptors = [] { return list_directory("/proc/self/fd").size(); };
        run(script("true"));
        const std::size_t before = descriptors();
        std::vector<std::thread> threads;
        std::atomic<int> good{0};
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&good] {
                for (int round = 0; round < 10; ++round) {
                    Command command = script("cat");
                    command.input = "x";
                    good += run(command).out == "x" ? 1 : 0;
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        CHECK(good == 40);
        CHECK(descriptors() == before);
        CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
    }

    TEST_CASE("starting a program is quick") {
        const auto begin = std::chrono::steady_clock::now();
        Command command;
        command.program = "/bin/true";
        for (int i = 0; i < 10; ++i) {
            run(command);
        }
        const auto spent = std::chrono::steady_clock::now() - begin;
        MESSAGE("ms a run: ", std::chrono::duration<double, std::milli>(spent).count() / 10);
        CHECK(spent < 1s);
    }
}
