// SPDX-License-Identifier: EUPL-1.2
// The evaluations of the register, each with where it stands.
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/known_filters.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "procedure/status.hpp"

#include <algorithm>

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

// "tier-2": the scale is named where there are several.
std::vector<std::string> ratings(const domain::Evaluation& evaluation) {
    std::vector<std::string> words;
    for (const domain::Rating& rating : evaluation.ratings) {
        const std::string value = rating.value.empty() ? "not rated" : rating.value;
        words.push_back(evaluation.ratings.size() > 1 ? rating.scale + " " + value : value);
    }
    return words;
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    check_filters(context, where, {"framework", "subject"});
    procedure::StatusReader reader(where, context.today());
    const std::vector<procedure::EvaluationStatus> all =
        reader.all(context.option_or("framework", ""), context.option_or("subject", ""));
    const bool rated = std::any_of(all.begin(), all.end(), [](const procedure::EvaluationStatus& status) {
        return !status.evaluation.ratings.empty();
    });
    Listing listing{"evaluations",
                    {{"evaluation", "Evaluation"},
                     {"subject", ""},
                     {"subject_name", "State"},
                     {"round", ""},
                     {"round_name", "Round"},
                     {"opened_on", "Opened"},
                     {"ratings", rated ? "Rating" : ""},
                     {"concluded", ""},
                     {"waits_for", ""},
                     {"", "Waits for"},
                     {"invented", ""}},
                    {},
                    "No evaluation."};
    for (const procedure::EvaluationStatus& status : all) {
        std::vector<std::string> stages;
        for (const procedure::AwaitedStage& each : status.awaited) {
            stages.push_back(each.stage);
        }
        listing.rows.push_back(
            {status.id.text(), status.subject.text(), status.subject_name, status.evaluation.round.text(),
             status.round_name, status.evaluation.opened.text(), ratings(status.evaluation),
             status.awaited.empty(), stages, standing(status), status.evaluation.invented});
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
