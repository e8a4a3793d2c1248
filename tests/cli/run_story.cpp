// SPDX-License-Identifier: EUPL-1.2
// Runs one story (tests/cli/README.md says what a story is) in a scratch directory and compares what its commands
// print with what it says they print. No shell: words are split here and programs started directly.
//   run_story RAPPORTEUR SOURCE_DIRECTORY STORY     exit 0 passed, 1 failed, 77 rewritten (RAPPORTEUR_ACCEPT=1)
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/process.hpp"
#include "base/text.hpp"
#include "cli/story_text.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace rapporteur;
using namespace rapporteur::story;
namespace fs = std::filesystem;

constexpr int k_skipped = 77;
constexpr base::ByteLimit k_story_limit{4U << 20};
constexpr std::array<std::string_view, 17> k_programs{"cat",  "cmp",     "cp",   "cut",   "diff", "find",
                                                      "grep", "head",    "ls",   "mkdir", "mv",   "rm",
                                                      "sed",  "sqlite3", "tail", "touch", "wc"};

struct Setting {
    fs::path program;
    std::string source;
    fs::path scratch;
};

std::map<std::string, std::string> environment_of(const Setting& setting) {
    std::map<std::string, std::string> environment{
        {"PATH", "/usr/local/bin:/usr/bin:/bin"},
        {"HOME", setting.scratch.string()},
        {"LANG", "C.UTF-8"},
        {"LC_ALL", "C.UTF-8"},
        {"TZ", "UTC"},
        {"COLUMNS", "80"},
        {"SOURCE_DATE_EPOCH", "1795248000"}};  // 2026-11-21T08:00:00Z
    for (const char* passed_on : {"RAPPORTEUR_JAIL", "ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (const char* value = std::getenv(passed_on)) {
            environment[passed_on] = value;
        }
    }
    return environment;
}

// The lines a command printed, as a story writes them: standard output, "! " and standard error, the exit code.
std::vector<std::string> run_line(std::string_view line, const Setting& setting) {
    auto words = words_of(line, setting.source);
    base::Command command;
    command.environment = environment_of(setting);
    command.directory = setting.scratch;
    command.time_limit = std::chrono::minutes(2);
    while (!words.empty() && words.front().find('=') != std::string::npos) {
        const auto equals = words.front().find('=');
        command.environment[words.front().substr(0, equals)] = words.front().substr(equals + 1);
        words.erase(words.begin());
    }
    std::optional<fs::path> target;
    if (words.size() > 2 && words[words.size() - 2] == ">") {
        target = setting.scratch / words.back();
        words.resize(words.size() - 2);
    }
    if (words.empty()) {
        throw base::Error(base::ErrorKind::usage, "an empty command").at(std::string(line));
    }
    command.program = words.front() == "rapporteur" ? setting.program : fs::path(words.front());
    if (words.front() != "rapporteur" && std::ranges::find(k_programs, words.front()) == k_programs.end()) {
        throw base::Error(base::ErrorKind::usage, "a story may not run " + words.front());
    }
    command.arguments.assign(words.begin() + 1, words.end());
    auto outcome = base::run(command);
    std::vector<std::string> lines;
    const auto add = [&](const std::string& text, std::string_view mark) {
        const auto neutral = base::replace_all(base::replace_all(text, setting.scratch.string(), "$SCRATCH"),
                                               setting.source, "$SOURCE");
        for (const auto piece : base::split_lines(neutral)) {
            const bool ambiguous =
                mark.empty() && (piece.starts_with("! ") || piece.starts_with("[exit ") || piece == "...");
            lines.push_back(std::string(mark) + (ambiguous ? "\\" : "") + std::string(piece));
            lines.back().erase(lines.back().find_last_not_of(' ') + 1);
        }
    };
    if (target) {
        base::write_atomically(*target, outcome.out);
    } else {
        add(outcome.out, "");
    }
    add(outcome.err, "! ");
    if (outcome.timed_out) {
        lines.emplace_back("[timed out]");
    } else if (outcome.signal != 0) {
        lines.push_back("[signal " + std::to_string(outcome.signal) + "]");
    } else if (outcome.exit_status != 0) {
        lines.push_back("[exit " + std::to_string(outcome.exit_status) + "]");
    }
    return lines;
}

struct Told {
    int commands = 0;
    int wrong = 0;
    std::string rewritten;  // the story as it really goes
};

Told tell(std::string_view story, const std::string& name, const Setting& setting) {
    Told told;
    const auto lines = base::split_lines(story);
    for (std::size_t i = 0; i < lines.size();) {
        const auto line = lines[i++];
        told.rewritten += std::string(line) + "\n";
        if (line.starts_with("file ")) {
            const auto content = block_at(lines, i);
            const auto path = setting.scratch / std::string(line.substr(5));
            base::make_directories(path.parent_path());
            base::write_atomically(path, base::join(content, "\n") + "\n");
            told.rewritten += indented(content);
        } else if (line.starts_with("$ ")) {
            const auto number = i;
            const auto expected = block_at(lines, i);
            const auto actual = run_line(line.substr(2), setting);
            ++told.commands;
            const bool right = matches(expected, actual);
            told.rewritten += indented(right ? expected : actual);
            if (!right) {
                ++told.wrong;
                std::cerr << name << ":" << number << ": " << line << "\n  expected:\n"
                          << indented(expected) << "  actual:\n"
                          << indented(actual);
            }
        }
    }
    return told;
}

int run_story(const fs::path& program, const std::string& source, const fs::path& story) {
    base::ScratchDirectory scratch;
    const Setting setting{program, source, scratch.path()};
    const auto told = tell(base::read_file(story, k_story_limit), story.filename().string(), setting);
    if (told.commands == 0) {
        std::cerr << story.filename().string() << ": a story without a command\n";
        return 1;
    }
    if (told.wrong == 0) {
        std::cout << told.commands << " commands as told\n";
        return 0;
    }
    if (const char* accept = std::getenv("RAPPORTEUR_ACCEPT");
        accept != nullptr && std::string_view(accept) == "1") {
        base::write_atomically(story, told.rewritten);
        std::cerr << "rewritten: read the difference before you commit it\n";
        return k_skipped;
    }
    scratch.keep();
    std::cerr << told.wrong << " of " << told.commands
              << " commands went otherwise; the directory is kept: " << scratch.path().string() << "\n";
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc != 4) {
            std::cerr << "usage: run_story RAPPORTEUR SOURCE_DIRECTORY STORY\n";
            return 2;
        }
        return run_story(argv[1], argv[2], argv[3]);
    } catch (const base::Error& error) {
        std::cerr << base::describe(error);
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << "\n";
    }
    return 1;
}
