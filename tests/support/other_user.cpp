// SPDX-License-Identifier: EUPL-1.2
#include "support/other_user.hpp"

#include <doctest/doctest.h>
#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <exception>

namespace rapporteur::support {

namespace {

constexpr uid_t k_nobody = 65534;

// Never returns: the test's own framework must not go on in two processes.
[[noreturn]] void run_in_child(const std::function<int()>& step) {
    int result = 100;
    try {
        if (geteuid() != 0 || (setgroups(0, nullptr) == 0 && setresgid(k_nobody, k_nobody, k_nobody) == 0 &&
                               setresuid(k_nobody, k_nobody, k_nobody) == 0)) {
            result = step();
        }
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "in the process of a user without rights: %s\n", fault.what());
    }
    _exit(result);
}

}  // namespace

int as_user_without_rights(const std::function<int()>& step) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        run_in_child(step);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status);
}

}  // namespace rapporteur::support
