// SPDX-License-Identifier: EUPL-1.2
// One external program run to its end: no shell, arguments as a list, an environment that is written out and
// not inherited, descriptors closed, limits set before the program starts, both outputs read at once and
// capped, the whole process group killed at the time limit. Does not confine: that is jail.hpp, which foreign
// files go through. A program that ran and failed is an Outcome; one that could not be started is
// Error(tool_failed).
#pragma once

#include "base/error.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::base {

struct Command {
    std::filesystem::path program;       // absolute, or a bare name looked up by find_program()
    std::vector<std::string> arguments;  // without the program's own name
    std::filesystem::path directory;     // to run in; empty: "/"
    std::map<std::string, std::string> environment;
    std::string_view input;  // what the program reads; must outlive the run
    std::chrono::milliseconds time_limit{30'000};
    std::size_t output_limit = 64U << 20;  // bytes of out and of err each; the rest is read and thrown away
    std::chrono::seconds cpu_limit{0};     // 0: none
    std::uint64_t file_size_limit = 0;     // bytes a file may grow to; 0: none
    int process_limit = 0;  // RLIMIT_NPROC (counts all of the user's, never holds for root); 0: none
    // Never RLIMIT_AS: Pandoc reserves a terabyte of addresses and dies. Give it +RTS -M512M -RTS.
};

struct Outcome {
    int exit_status = 0;  // 0 to 255; meaningless when signal is not 0
    int signal = 0;       // that ended it
    bool timed_out = false;
    bool output_cut = false;  // out or err went over the limit
    std::string out;
    std::string err;
    std::chrono::milliseconds cpu{0};  // user and system, with waited-for children
    std::chrono::milliseconds wall{0};

    bool succeeded() const { return exit_status == 0 && signal == 0 && !timed_out; }
};

Outcome run(const Command& command);

// Along PATH (the usual places when it is not set); a name with a '/' is only checked.
std::optional<std::filesystem::path> find_program(std::string_view name);

// find_program, or throws missing_program(name).
std::filesystem::path require_program(std::string_view name);

// Error(tool_failed) naming the Debian package that brings the program.
Error missing_program(std::string_view name);

// Error(tool_failed) for an outcome that is not a success: "pandoc failed", with status or signal or time
// limit as the reason's beginning and the first lines of err after it.
Error tool_error(std::string_view name, const Outcome& outcome);

}  // namespace rapporteur::base
