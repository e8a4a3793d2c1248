// SPDX-License-Identifier: EUPL-1.2
// The evaluations of the register, each with where it stands.
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/known_filters.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "procedure/status.hpp"

namespace rapporteur::cli::command::evaluation_list {

namespace {

std::string standing(const procedure::EvaluationStatus& status) {
    if (status.awaited.empty()) {
        return "concluded";
    }
    std::vector<std::string> names;
    for (const procedure::AwaitedStage& each : status.awaited) {
        names.push_back(each.name);
    }
    return base::join(names, "; ");
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    check_filters(context, where, {"framework", "subject"});
    procedure::StatusReader reader(where, context.today());
    Listing listing{"evaluations",
                    {{"evaluation", "Evaluation"},
                     {"subject", ""},
                     {"subject_name", "State"},
                     {"round", ""},
                     {"round_name", "Round"},
                     {"opened_on", "Opened"},
                     {"concluded", ""},
                     {"waits_for", ""},
                     {"", "Waits for"},
                     {"invented", ""}},
                    {},
                    "No evaluation."};
    for (const procedure::EvaluationStatus& status :
         reader.all(context.option_or("framework", ""), context.option_or("subject", ""))) {
        std::vector<std::string> stages;
        for (const procedure::AwaitedStage& each : status.awaited) {
            stages.push_back(each.stage);
        }
        listing.rows.push_back({status.id.text(), status.subject.text(), status.subject_name,
                                status.evaluation.round.text(), status.round_name,
                                status.evaluation.opened.text(), status.awaited.empty(), stages,
                                standing(status), status.evaluation.invented});
    }
    print(context, listing);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "evaluation";
    command.verb = "list";
    command.summary = "list the evaluations and what each waits for";
    command.options = {{"framework", "FRAMEWORK", "only evaluations of that framework"},
                       {"subject", "SUBJECT", "only evaluations of that state or territory"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::evaluation_list
