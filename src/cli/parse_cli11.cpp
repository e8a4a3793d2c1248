// SPDX-License-Identifier: EUPL-1.2
// The only file that includes CLI11: it costs six seconds to compile. It reads options; what is left over are the
// arguments, which are given their names here, so that the messages are ours and speak of the command's own page.
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/parse.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string_view>

namespace rapporteur::cli {

namespace {

using base::Error;
using base::ErrorKind;

Error usage_error(const Command& command, const std::string& what) {
    return Error(ErrorKind::usage, "rapporteur " + name_of(command) + " " + what)
        .help("usage: " + usage_line(command));
}

std::vector<Option> options_of(const Command& command) {
    std::vector<Option> options = command.options;
    for (const auto& common : common_options()) {
        if (common.name != "help") {
            options.push_back(common);
        }
    }
    if (command.json == Json::yes) {
        options.push_back({"json", "", "print one JSON object"});
    }
    return options;
}

[[noreturn]] void unknown_option(const Command& command, const std::string& word) {
    const auto name = word.substr(0, word.find('='));
    std::vector<std::string> known;
    for (const auto& option : options_of(command)) {
        known.push_back("--" + option.name);
    }
    const std::vector<std::string_view> candidates(known.begin(), known.end());
    const auto near = base::nearest(name, candidates);
    throw usage_error(command, "has no option " + name).because(near ? "the nearest is " + *near : "");
}

void check_choice(const Command& command, const Option& option, const std::string& value) {
    if (option.choices.empty() || std::ranges::find(option.choices, value) != option.choices.end()) {
        return;
    }
    throw usage_error(command, "does not know --" + option.name + " " + value)
        .because("--" + option.name + " is one of " + base::join(option.choices, ", "));
}

// What CLI11 found, by the option's name.
using Values = std::map<std::string, std::vector<std::string>>;

std::vector<std::string> read_options(const Command& command, const std::vector<Option>& options,
                                      std::vector<std::string> words, Values& values) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    for (const auto& option : options) {
        auto& held = values[option.name];
        if (option.value.empty()) {
            app.add_flag_callback("--" + option.name, [&held] { held.assign(1, ""); });
        } else {
            // One value each time: an argument that follows is not swallowed.
            app.add_option("--" + option.name, held)->type_size(1)->allow_extra_args(false);
        }
    }
    std::ranges::reverse(words);  // CLI11 takes them from the back
    try {
        app.parse(std::move(words));
    } catch (const CLI::ParseError& fault) {
        throw usage_error(command, "does not understand its options").because(fault.what());
    }
    for (const auto& option : options) {
        const auto& given = values[option.name];
        if (given.size() > 1 && option.repeats == Repeats::no) {
            throw usage_error(command, "takes --" + option.name + " once")
                .because("it was given more than once");
        }
        for (const auto& value : given) {
            check_choice(command, option, value);
        }
    }
    return app.remaining();
}

void name_arguments(const Command& command, const std::vector<std::string>& given, Invocation& invocation) {
    std::size_t next = 0;
    for (const auto& argument : command.arguments) {
        auto& values = invocation.arguments[argument.name];
        const bool many = argument.occurs == Occurs::once_or_more || argument.occurs == Occurs::any_number;
        const bool needed = argument.occurs == Occurs::once || argument.occurs == Occurs::once_or_more;
        while (next < given.size() && (many || values.empty())) {
            values.push_back(given[next++]);
        }
        if (needed && values.empty()) {
            throw usage_error(command, "needs " + argument.name)
                .because(argument.name + " is " + argument.summary);
        }
    }
    if (next < given.size()) {
        throw usage_error(command, "does not know what to do with " + given[next]);
    }
}

}  // namespace

Invocation parse_values(const Command& command, const std::vector<std::string>& words) {
    // After "--" everything is an argument, whatever it looks like.
    const auto end_of_options = std::ranges::find(words, "--");
    const auto options = options_of(command);
    Values values;
    auto given = read_options(command, options, {words.begin(), end_of_options}, values);
    for (const auto& word : given) {
        if (word.size() > 1 && word.starts_with("-")) {
            unknown_option(command, word);
        }
    }
    if (end_of_options != words.end()) {
        given.insert(given.end(), end_of_options + 1, words.end());
    }

    Invocation invocation;
    invocation.command = &command;
    name_arguments(command, given, invocation);
    for (const auto& option : command.options) {
        invocation.options[option.name] = values[option.name];
    }
    if (!values["register"].empty()) {
        invocation.register_path = values["register"].front();
    }
    if (!values["as"].empty()) {
        invocation.acting_person = values["as"].front();
    }
    if (!values["passphrase-file"].empty()) {
        invocation.passphrase_file = values["passphrase-file"].front();
    }
    invocation.json = !values["json"].empty();
    return invocation;
}

}  // namespace rapporteur::cli
