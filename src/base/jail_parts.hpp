// SPDX-License-Identifier: EUPL-1.2
// The parts of the jail: what may be seen, the filter of system calls, and the two ways of confining. Only the jail's
// own files include this; jail.cpp chooses between them.
#pragma once

#include "base/jail.hpp"
#include "base/spawn.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace rapporteur::base {

// A run whose paths are checked: program absolute, directory set, environment complete, all paths absolute and there.
struct PreparedRun {
    Command command;
    ChildProcesses children = ChildProcesses::refused;
    LocalSockets sockets = LocalSockets::refused;  // Landlock never allows them
    std::vector<std::filesystem::path> readable;
    std::vector<std::filesystem::path> writable;
};

// Outside /usr, which is always seen: settings that programs, fonts and the loader read. Not all are on every machine.
const std::vector<const char*>& jail_settings();

// Does the kernel keep signals within the domain by itself (Landlock 6)? Else the filter refuses them.
enum class Signals { scoped, filtered };

// A seccomp filter, as the kernel wants it: no sockets (or none but local ones), no tracing, no mounts, no namespaces, no keys, no changes of
// mode or owner and, when refused, no child processes. What it refuses fails with EPERM. Made anew each time (0.2 ms).
std::string system_call_filter(ChildProcesses children, LocalSockets sockets, Signals signals);

Outcome run_with_bubblewrap(const PreparedRun& run);
Outcome run_with_landlock(const PreparedRun& run);

// 0 when the kernel has no Landlock or it is switched off.
int landlock_version();

}  // namespace rapporteur::base
