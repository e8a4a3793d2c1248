// SPDX-License-Identifier: EUPL-1.2
// How a child is started and watched to its end; the common part of process.cpp and the jail, which alone include
// this. fork and exec, not posix_spawn: limits, Landlock and seccomp must be in force before the program's first
// instruction, and posix_spawn has no place for them.
#pragma once

#include "base/process.hpp"

namespace rapporteur::base {

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() { reset(); }
    Descriptor(Descriptor&& other) noexcept : m_number(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        if (this != &other) {
            reset();
            m_number = other.release();
        }
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return m_number; }
    explicit operator bool() const { return m_number >= 0; }
    int release() {
        const int number = m_number;
        m_number = -1;
        return number;
    }
    void reset();

private:
    int m_number = -1;
};

struct ChildSetup {
    // Called in the child when limits are set, before its descriptors are arranged; answers 0 or an errno. Only what
    // a signal handler may do: no allocation, no locks.
    int (*apply)(const void* data) = nullptr;
    const void* data = nullptr;
    int keep = -1;  // a descriptor that the program finds open as number 3
};

// command.program is absolute here. Error(tool_failed) when the program cannot be started.
Outcome spawn_and_wait(const Command& command, const ChildSetup& setup);

// A file in memory with these bytes, read from its beginning. Error(internal).
Descriptor memory_file(std::string_view bytes);

}  // namespace rapporteur::base
