// SPDX-License-Identifier: EUPL-1.2
#include "cli/help.hpp"

#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"

namespace rapporteur::cli::command::help {

namespace {

void run(Context& context) {
    const auto& words = context.arguments("COMMAND");
    if (words.empty()) {
        context.out() << overview(context.width());
        return;
    }
    // The rest is parsed as a command line that asks for help, so that wrong names get the same answer.
    std::vector<std::string> asked(words.begin(), words.end());
    asked.emplace_back("--help");
    const auto request = parse(asked);
    const std::size_t meant = request.ask == Ask::verbs || request.invocation.command->noun.empty() ? 1 : 2;
    if (words.size() > meant) {
        throw base::Error(base::ErrorKind::usage,
                          "rapporteur help explains one command, and \"" + words.at(meant) + "\" is too much")
            .help("leave it out");
    }
    if (request.ask == Ask::verbs) {
        context.out() << help_of_noun(request.noun, context.width());
    } else {
        context.out() << help_of_command(*request.invocation.command);
    }
}

}  // namespace

Command describe() {
    return {.verb = "help",
            .summary = "list the commands, or print the page of one",
            .arguments = {{"COMMAND", "a noun, or a command's name", Occurs::any_number}},
            .run = run};
}

}  // namespace rapporteur::cli::command::help
