// SPDX-License-Identifier: EUPL-1.2
// Requests for information, of one evaluation or of all.
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/request_words.hpp"
#include "cli/session.hpp"
#include "store/evaluations.hpp"
#include "store/replies.hpp"

namespace rapporteur::cli::command::request_list {

namespace {

void run(Context& context) {
    const store::Register where = open_to_read(context);
    std::vector<domain::EvaluationId> evaluations;
    if (const auto one = context.optional_argument("EVALUATION")) {
        evaluations = {store::need_evaluation(where, domain::EvaluationId(*one)).id};
    } else {
        evaluations = store::list_evaluations(where, "", "");
    }
    std::vector<domain::Request> requests;
    for (const domain::EvaluationId& evaluation : evaluations) {
        for (domain::Request& each : store::list_requests(where, evaluation)) {
            if (!context.has("open") || !each.answered) {
                requests.push_back(std::move(each));
            }
        }
    }
    Listing listing = requests_listing(requests, context.today());
    listing.when_empty = context.has("open") ? "No request is open." : "No request was made.";
    print(context, listing);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "request";
    command.verb = "list";
    command.summary = "list requests for information";
    command.arguments = {{"EVALUATION", "of that evaluation; without it, of all", Occurs::optionally}};
    command.options = {{"open", "", "only those that are not answered"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::request_list
