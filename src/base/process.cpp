// SPDX-License-Identifier: EUPL-1.2
#include "base/process.hpp"

#include "base/spawn.hpp"
#include "base/text.hpp"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <system_error>

namespace rapporteur::base {

namespace {

struct Package {
    std::string_view program;
    std::string_view package;  // of Debian 12
};

constexpr std::array<Package, 15> k_packages{{{"bwrap", "bubblewrap"},
                                              {"diff", "diffutils"},
                                              {"gnuplot", "gnuplot-nox"},
                                              {"jing", "jing"},
                                              {"pandoc", "pandoc"},
                                              {"pdfdetach", "poppler-utils"},
                                              {"pdfinfo", "poppler-utils"},
                                              {"pdftoppm", "poppler-utils"},
                                              {"pdftotext", "poppler-utils"},
                                              {"qpdf", "qpdf"},
                                              {"rsvg-convert", "librsvg2-bin"},
                                              {"soffice", "libreoffice-writer-nogui"},
                                              {"weasyprint", "weasyprint"},
                                              {"xlsx2csv", "xlsx2csv"},
                                              {"xmllint", "libxml2-utils"}}};

bool is_program(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::is_regular_file(path, error) && ::access(path.c_str(), X_OK) == 0;
}

std::string first_lines(std::string_view text, std::size_t count) {
    std::string result;
    for (const std::string_view line : split_lines(text)) {
        if (!trim(line).empty() && count > 0) {
            result += result.empty() ? "" : "; ";
            result += trim(line).substr(0, 300);
            --count;
        }
    }
    // The program's words may be cut inside a character, or never have been UTF-8.
    while (const auto fault = find_invalid_utf8(result)) {
        result[*fault] = '?';
    }
    return result;
}

}  // namespace

Outcome run(const Command& command) {
    Command found = command;
    found.program = require_program(command.program.string());
    return spawn_and_wait(found, {});
}

std::optional<std::filesystem::path> find_program(std::string_view name) {
    if (name.find('/') != std::string_view::npos) {
        const std::filesystem::path path(name);
        return is_program(path) ? std::optional(std::filesystem::absolute(path)) : std::nullopt;
    }
    const char* path = std::getenv("PATH");
    for (const std::string_view directory :
         split(path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin", ':')) {
        // An empty or relative entry would mean wherever the user happens to stand.
        if (!name.empty() && !directory.empty() && directory.front() == '/') {
            const std::filesystem::path candidate = std::filesystem::path(directory) / name;
            if (is_program(candidate)) {
                return candidate;
            }
        }
    }
    return std::nullopt;
}

std::filesystem::path require_program(std::string_view name) {
    if (auto found = find_program(name)) {
        return *found;
    }
    throw missing_program(name);
}

Error missing_program(std::string_view name) {
    const Error missing = Error(ErrorKind::tool_failed, "the program " + std::string(name) + " is missing");
    for (const Package& row : k_packages) {
        if (row.program == name) {
            return Error(missing).help("install the Debian package " + std::string(row.package) +
                                       ": apt-get install " + std::string(row.package));
        }
    }
    return Error(missing).help("install it, or put it in PATH");
}

Error tool_error(std::string_view name, const Outcome& outcome) {
    std::string reason = outcome.timed_out ? "stopped after " + std::to_string(outcome.wall.count()) + " ms"
                         : outcome.signal != 0 ? "ended by signal " + std::to_string(outcome.signal)
                                               : "exit status " + std::to_string(outcome.exit_status);
    const std::string words = first_lines(outcome.err, 3);
    if (!words.empty()) {
        reason += ": " + words;
    }
    return Error(ErrorKind::tool_failed, std::string(name) + " failed").because(reason);
}

}  // namespace rapporteur::base
