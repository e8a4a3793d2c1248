// SPDX-License-Identifier: EUPL-1.2
#include "cli/manual.hpp"

#include "cli/context.hpp"

namespace rapporteur::cli::command::manual {

namespace {

void run(Context& context) {
    const auto& words = context.arguments("COMMAND");
    if (words.empty()) {
        context.out() << manual_of_program();
        return;
    }
    std::vector<std::string> asked(words.begin(), words.end());
    asked.emplace_back("--help");
    const auto request = parse(asked);
    context.out() << (request.ask == Ask::page ? manual_of(*request.invocation.command)
                                               : manual_of_program());
}

}  // namespace

Command describe() {
    return {.verb = "manual",
            .summary = "print the manual page of rapporteur or of a command",
            .arguments = {{"COMMAND", "a command's name", Occurs::any_number}},
            .run = run};
}

}  // namespace rapporteur::cli::command::manual
