// SPDX-License-Identifier: EUPL-1.2
#include "cli/parse.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"

#include <algorithm>
#include <string_view>

namespace rapporteur::cli {

namespace {

using base::Error;
using base::ErrorKind;

// The words are taken apart in two: the name (noun, verb) and the rest. Options may stand before and between.
struct Split {
    std::vector<std::string> name;
    std::vector<std::string> rest;
    bool help = false;
    bool version = false;
};

bool takes_separate_value(std::string_view word) {
    return word == "--register" || word == "--as" || word == "--passphrase-file";
}

Split split_name(const std::vector<std::string>& words, std::size_t name_length) {
    Split split;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        const bool name_is_complete = split.name.size() == name_length;
        if (word == "--") {
            split.rest.insert(split.rest.end(), words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
            break;
        }
        if (word == "--help" || word == "-h") {
            split.help = true;
        } else if (word == "--version" && split.name.empty()) {
            split.version = true;
        } else if (!name_is_complete && !word.starts_with("-")) {
            split.name.push_back(word);
        } else {
            split.rest.push_back(word);
            if (!name_is_complete && takes_separate_value(word) && i + 1 < words.size()) {
                split.rest.push_back(words[++i]);
            }
        }
    }
    return split;
}

std::string verbs_text(std::string_view noun) {
    return base::join(verbs_of(noun), ", ");
}

// What was probably meant by a first word that is no command.
std::string advice_for(const std::string& word) {
    // A verb given without its noun: say all that it could have been.
    std::vector<std::string> meant;
    for (const auto& command : commands()) {
        if (command.verb == word) {
            meant.push_back("rapporteur " + name_of(command));
        }
    }
    if (!meant.empty()) {
        return "did you mean " + base::join(meant, " or ") + "?";
    }
    std::vector<std::string_view> first_words = nouns();
    const auto lone = verbs_of("");
    first_words.insert(first_words.end(), lone.begin(), lone.end());
    const auto near = base::nearest(word, first_words);
    return near ? "did you mean rapporteur " + *near + "?" : "rapporteur help lists the commands";
}

std::string advice_for(const std::string& noun, const std::string& verb) {
    const auto near = base::nearest(verb, verbs_of(noun));
    return near ? "did you mean rapporteur " + noun + " " + *near + "?" : "its verbs are " + verbs_text(noun);
}

Request of_command(const Command& command, const Split& split) {
    Request request;
    request.invocation.command = &command;
    if (split.help) {
        request.ask = Ask::page;
        return request;
    }
    request.invocation = parse_values(command, split.rest);
    return request;
}

}  // namespace

Request parse(const std::vector<std::string>& words) {
    auto split = split_name(words, 1);
    if (split.name.empty()) {
        if (split.version) {
            return {Ask::version};
        }
        if (split.help) {
            return {Ask::overview};
        }
        if (!split.rest.empty()) {
            throw Error(ErrorKind::usage, "rapporteur needs a command")
                .help("rapporteur help lists the commands");
        }
        return {Ask::overview};
    }
    const auto first = split.name.front();
    if (const auto* command = find_command("", first)) {
        return of_command(*command, split);
    }
    if (verbs_of(first).empty()) {
        throw Error(ErrorKind::usage, "rapporteur has no command " + first).help(advice_for(first));
    }
    split = split_name(words, 2);
    if (split.name.size() < 2) {
        if (split.help) {
            return {Ask::verbs, {}, first};
        }
        throw Error(ErrorKind::usage, "rapporteur " + first + " needs a verb")
            .help("its verbs are " + verbs_text(first) + "; rapporteur help " + first + " says what they do");
    }
    const auto* command = find_command(first, split.name.back());
    if (command == nullptr) {
        const auto& verb = split.name.back();
        throw Error(ErrorKind::usage, "rapporteur " + first + " has no verb " + verb)
            .help(advice_for(first, verb));
    }
    return of_command(*command, split);
}

}  // namespace rapporteur::cli
