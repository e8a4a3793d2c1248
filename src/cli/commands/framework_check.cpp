// SPDX-License-Identifier: EUPL-1.2
// A framework.xml read and checked; no register is needed.
#include "base/file.hpp"
#include "base/problem.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "framework/framework_file.hpp"

#include <ostream>

namespace rapporteur::cli::command::framework_check {

namespace {

void run(Context& context) {
    const std::string& file = context.argument("FILE");
    base::Problems problems;
    const domain::Framework framework =
        framework::read_framework(base::read_file(file, base::k_text_file_limit), file, problems);
    base::throw_if_errors(problems, "the framework has faults");
    for (const base::Problem& problem : problems) {
        context.err() << base::describe(problem) << '\n';
    }
    print(context, Card{{{"framework", "Framework", framework.id.text()},
                         {"version", "Version", framework.version},
                         {"rounds", "Rounds", static_cast<std::int64_t>(framework.rounds.size())},
                         {"stages", "Stages", static_cast<std::int64_t>(framework.stages.size())},
                         {"provisions", "Provisions", static_cast<std::int64_t>(framework.provisions.size())},
                         {"subjects", "Subjects", static_cast<std::int64_t>(framework.subjects.size())},
                         {"warnings", "Warnings", static_cast<std::int64_t>(problems.size())},
                         {"", "Verdict", "no fault"}}});
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "framework";
    command.verb = "check";
    command.summary = "check a framework.xml and name every fault";
    command.arguments = {{"FILE", "a framework.xml"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::framework_check
