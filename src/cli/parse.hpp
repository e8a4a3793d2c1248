// SPDX-License-Identifier: EUPL-1.2
// From the words of a command line to what is asked for. Every fault is Error(usage), exit 2, with the nearest name
// that exists. find_command in parse.cpp picks the command; parse_values in parse_cli11.cpp, the only file that knows
// the parser's library, reads its options. Called by main and by tests.
#pragma once

#include "cli/command.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::cli {

// A command with its values. Every declared argument and option has an entry, empty when it was not given; a switch
// that was given holds one empty text.
struct Invocation {
    const Command* command = nullptr;
    std::map<std::string, std::vector<std::string>> arguments{};
    std::map<std::string, std::vector<std::string>> options{};
    std::optional<std::filesystem::path> register_path{};
    std::optional<std::string> acting_person{};
    std::optional<std::filesystem::path> passphrase_file{};
    bool json = false;
};

enum class Ask {
    run,       // the command of the invocation
    page,      // of the command: its page
    verbs,     // of the noun: what it can do
    overview,  // all commands
    version,
};

struct Request {
    Ask ask = Ask::run;
    Invocation invocation{};
    std::string noun{};
};

// words: without the program's name.
Request parse(const std::vector<std::string>& words);

// The values of one command; words are what is left when its name is taken away.
Invocation parse_values(const Command& command, const std::vector<std::string>& words);

}  // namespace rapporteur::cli
