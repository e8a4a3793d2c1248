// SPDX-License-Identifier: EUPL-1.2
// A directory of its own for a test case: removed when the case passed, kept and named on standard error when it
// failed, so that the evidence can be looked at.
#pragma once

#include "base/file.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace rapporteur::support {

class ScratchDir {
public:
    ScratchDir() = default;
    ~ScratchDir();
    ScratchDir(const ScratchDir&) = delete;
    ScratchDir& operator=(const ScratchDir&) = delete;

    const std::filesystem::path& path() const { return m_directory.path(); }
    std::filesystem::path operator/(std::string_view name) const { return path() / name; }
    // Writes a file below it, making directories; gives its path.
    std::filesystem::path write(std::string_view name, std::string_view bytes) const;
    std::string read(std::string_view name) const;

private:
    base::ScratchDirectory m_directory;
};

// Sets a variable of the environment (nullptr: unsets it) and puts the old value back at the end.
class ScopedVariable {
public:
    ScopedVariable(std::string name, const char* value);
    ~ScopedVariable();
    ScopedVariable(const ScopedVariable&) = delete;
    ScopedVariable& operator=(const ScopedVariable&) = delete;

private:
    void set(const char* value) const;
    std::string m_name;
    std::string m_old;
    bool m_was_set = false;
};

// Has the running test case failed so far?
bool this_test_failed();

}  // namespace rapporteur::support
