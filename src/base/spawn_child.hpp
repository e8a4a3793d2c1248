// SPDX-License-Identifier: EUPL-1.2
// The child's side between fork and exec. Nothing there may allocate, lock or throw: another thread of the parent may
// have held a lock when it was forked. spawn.cpp alone includes this.
#pragma once

#include "base/spawn.hpp"

#include <sys/resource.h>
#include <sys/types.h>

#include <vector>

namespace rapporteur::base {

// What the child needs, all made before the fork: afterwards nothing may be allocated.
struct Plan {
    const char* program;
    const char* directory;
    std::vector<char*> arguments;
    std::vector<char*> environment;
    int in, out, err, failure;
    rlim_t cpu_seconds, file_bytes, processes;
    ChildSetup setup;
    pid_t parent;
};

// Stages after which the child gives up, told to the parent with the errno.
enum class Stage : int { prepare, directory, limits, confine, descriptors, exec };
struct Failure {
    Stage stage;
    int number;
};

// Sets itself up as the plan says and becomes the program; tells plan.failure and exits where it cannot.
[[noreturn]] void become_the_program(const Plan& plan);

}  // namespace rapporteur::base
