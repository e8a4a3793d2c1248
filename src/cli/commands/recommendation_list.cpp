// SPDX-License-Identifier: EUPL-1.2
// The recommendations of an evaluation, or of all, by verb, provision and addressee.
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/known_filters.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "recommendation/readable.hpp"
#include "recommendation/thread.hpp"
#include "store/evaluations.hpp"

#include <algorithm>
#include <ostream>

namespace rapporteur::cli::command::recommendation_list {

namespace {

using recommendation::Placed;

struct Filter {
    std::string verb;
    std::string provision;
    std::string subject;

    bool passes(const Placed& placed) const {
        return (verb.empty() || placed.verb == verb) &&
               (provision.empty() ||
                std::ranges::find(placed.provisions, provision) != placed.provisions.end());
    }
};

std::vector<domain::EvaluationId> evaluations(const Context& context, const store::Register& where,
                                              const Filter& filter) {
    if (const auto one = context.optional_argument("EVALUATION")) {
        return {store::need_evaluation(where, domain::EvaluationId(*one)).id};
    }
    return store::list_evaluations(where, context.option_or("framework", ""), filter.subject);
}

// "verb urges, provision 12": every figure says with which filter it was counted.
std::string filter_words(const Context& context, const Filter& filter) {
    std::vector<std::string> parts;
    const auto add = [&parts](const std::string& name, const std::string& value) {
        if (!value.empty()) {
            parts.push_back(name + " " + value);
        }
    };
    add("evaluation", context.optional_argument("EVALUATION").value_or(""));
    add("framework", context.option_or("framework", ""));
    add("subject", filter.subject);
    add("verb", filter.verb);
    add("provision", filter.provision);
    return parts.empty() ? "everything in the register" : base::join(parts, ", ");
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    check_filters(context, where, {"framework", "subject", "verb", "provision"});
    const Filter filter{context.option_or("verb", ""), context.option_or("provision", ""),
                        context.option_or("subject", "")};
    Listing listing{"recommendations",
                    {{"id", "Recommendation"},
                     {"verb", "Verb"},
                     {"provisions", "Provisions"},
                     {"paragraph", "Para", Align::right},
                     {"date", "Date"},
                     {"asks", "Asks for"},
                     {"text", ""}},
                    {},
                    "No recommendation fits."};
    for (const domain::EvaluationId& evaluation : evaluations(context, where, filter)) {
        for (const domain::Recommendation& one : store::list_recommendations(where, evaluation)) {
            const Placed placed = recommendation::place(where, one);
            if (filter.passes(placed)) {
                listing.rows.push_back(
                    {one.id.text(), placed.verb.empty() ? Cell() : Cell(placed.verb),
                     base::join(placed.provisions, " "),
                     placed.number == 0 ? Cell() : Cell(static_cast<std::int64_t>(placed.number)),
                     placed.date.empty() ? Cell() : Cell(placed.date), recommendation::in_short(placed, 120),
                     placed.text});
            }
        }
    }
    Card card;
    card.fields = {{"count", "Count", static_cast<std::int64_t>(listing.rows.size())},
                   {"filter", "Filter", filter_words(context, filter)}};
    card.lists.push_back(std::move(listing));
    print(context, card);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "recommendation";
    command.verb = "list";
    command.summary = "list recommendations";
    command.arguments = {{"EVALUATION", "whose recommendations; else all", Occurs::optionally}};
    command.options = {{"framework", "FRAMEWORK", "of that framework only"},
                       {"subject", "SUBJECT", "to that state or other subject only"},
                       {"verb", "VERB", "with that urgency verb only"},
                       {"provision", "PROVISION", "on that provision only"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::recommendation_list
