// SPDX-License-Identifier: EUPL-1.2
#include "cli/command.hpp"

#include "base/text.hpp"

namespace rapporteur::cli {

std::string name_of(const Command& command) {
    return command.noun.empty() ? command.verb : command.noun + " " + command.verb;
}

std::string file_stem(const Command& command) {
    return base::replace_all(base::replace_all(name_of(command), " ", "_"), "-", "_");
}

std::string usage_of(const Option& option) {
    return option.value.empty() ? "--" + option.name : "--" + option.name + " " + option.value;
}

std::string usage_line(const Command& command) {
    std::string line = "rapporteur " + name_of(command);
    for (const auto& argument : command.arguments) {
        switch (argument.occurs) {
        case Occurs::once:
            line += " " + argument.name;
            break;
        case Occurs::optionally:
            line += " [" + argument.name + "]";
            break;
        case Occurs::once_or_more:
            line += " " + argument.name + "...";
            break;
        case Occurs::any_number:
            line += " [" + argument.name + "...]";
            break;
        }
    }
    for (const auto& option : command.options) {
        line += " [" + usage_of(option) + "]" + (option.repeats == Repeats::yes ? "..." : "");
    }
    if (command.json == Json::yes) {
        line += " [--json]";
    }
    return line;
}

const std::vector<Option>& common_options() {
    static const std::vector<Option> options{
        {"register", "FILE", "the register; else RAPPORTEUR_REGISTER, else rapporteur.db"},
        {"as", "PERSON", "who is acting"},
        {"passphrase-file", "FILE", "unlocks the acting person's key; else RAPPORTEUR_PASSPHRASE_FILE"},
        {"help", "", "print the command's page"},
    };
    return options;
}

}  // namespace rapporteur::cli
