// SPDX-License-Identifier: EUPL-1.2
// What a command is, as data: its name, what it takes, what runs it. Parsing, help, the manual, completion and the
// tests all read this and nothing else, so a command is described once. It says nothing of how text is parsed
// (parse.hpp) and knows no parser's types. Each file in commands/ defines one; commands.def lists them.
#pragma once

#include <string>
#include <vector>

namespace rapporteur::cli {

class Context;

enum class Occurs { once, optionally, once_or_more, any_number };

struct Argument {
    std::string name;     // in capitals, as the usage line shows it: "EVALUATION"
    std::string summary;  // a phrase without a full stop
    Occurs occurs = Occurs::once;
};

enum class Repeats { no, yes };

struct Option {
    std::string name;                    // "kind" is given as --kind
    std::string value;                   // what the usage line calls its value: "KIND"; empty: a switch
    std::string summary;                 // a phrase without a full stop
    std::vector<std::string> choices{};  // the only values allowed, when there are any
    Repeats repeats = Repeats::no;
};

enum class Json { no, yes };

struct Command {
    std::string noun{};     // empty for the few commands that have none: "load"
    std::string verb{};     // "receive-comments"
    std::string summary{};  // one line for lists of commands, without a full stop
    std::vector<Argument> arguments{};
    std::vector<Option> options{};
    Json json = Json::no;  // yes: takes --json and then prints one JSON object
    void (*run)(Context&) = nullptr;
};

// "reply show", "load"
std::string name_of(const Command& command);

// "reply_receive_comments": the name of its .cpp, its .md and its story.
std::string file_stem(const Command& command);

// "rapporteur reply show REPLY [--version N] [--json]"
std::string usage_line(const Command& command);

// "--kind KIND"
std::string usage_of(const Option& option);

// What every command takes besides its own: --register, --as, --help.
const std::vector<Option>& common_options();

}  // namespace rapporteur::cli
