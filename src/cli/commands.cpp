// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands.hpp"

#include "base/assets.hpp"

#include <algorithm>

namespace rapporteur::assets {
const base::AssetTable& rapporteur_cli();
}

namespace rapporteur::cli {

namespace command {
#define COMMAND(name)                                                                                        \
    namespace name {                                                                                         \
    Command describe();                                                                                      \
    }
#include "cli/commands.def"
#undef COMMAND
}  // namespace command

const std::vector<Command>& commands() {
    static const std::vector<Command> table{
#define COMMAND(name) command::name::describe(),
#include "cli/commands.def"
#undef COMMAND
    };
    return table;
}

const Command* find_command(std::string_view noun, std::string_view verb) {
    const auto& table = commands();
    const auto found = std::ranges::find_if(
        table, [&](const Command& command) { return command.noun == noun && command.verb == verb; });
    return found == table.end() ? nullptr : &*found;
}

std::vector<std::string_view> nouns() {
    std::vector<std::string_view> found;
    for (const auto& command : commands()) {
        if (!command.noun.empty() && std::ranges::find(found, command.noun) == found.end()) {
            found.emplace_back(command.noun);
        }
    }
    return found;
}

std::vector<std::string_view> verbs_of(std::string_view noun) {
    std::vector<std::string_view> verbs;
    for (const auto& command : commands()) {
        if (command.noun == noun) {
            verbs.emplace_back(command.verb);
        }
    }
    return verbs;
}

std::string_view page_of(const Command& command) {
    return base::find(assets::rapporteur_cli(), "commands/" + file_stem(command) + ".md");
}

}  // namespace rapporteur::cli
