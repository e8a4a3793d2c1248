// SPDX-License-Identifier: EUPL-1.2
// A PATH of the test's own, with nothing in it but fake programs (shell scripts), put back at the end. So a missing,
// failing or hanging tool can be had on purpose.
#pragma once

#include "base/file.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>

namespace rapporteur::document {

class FakePath {
public:
    FakePath() {
        const char* path = std::getenv("PATH");
        m_before = path == nullptr ? "" : path;
        setenv("PATH", m_directory.path().c_str(), 1);
    }
    ~FakePath() { setenv("PATH", m_before.c_str(), 1); }
    FakePath(const FakePath&) = delete;
    FakePath& operator=(const FakePath&) = delete;

    void add(const std::string& name, const std::string& script) {
        const std::filesystem::path file = m_directory.path() / name;
        base::write_atomically(file, "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script + "\n");
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    }

private:
    std::string m_before;
    base::ScratchDirectory m_directory;
};

}  // namespace rapporteur::document
