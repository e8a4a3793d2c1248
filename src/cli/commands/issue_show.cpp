// SPDX-License-Identifier: EUPL-1.2
// What went out to a respondent: the issue with the questions that were put to this state alone.
#include "cli/commands.hpp"
#include "cli/delegation_words.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "exchange/asked.hpp"
#include "exchange/issuing.hpp"
#include "store/delegations.hpp"

#include <algorithm>

namespace rapporteur::cli::command::issue_show {

namespace {

Listing specific_listing(const domain::Issue& issue) {
    Listing listing{
        "specific",
        {{"question", "Question"}, {"slot", "Slot"}, {"recommendation", "Recommendation"}, {"text", ""}},
        {},
        ""};
    for (const domain::SpecificQuestion& each : issue.specific) {
        listing.rows.push_back({each.id.text(), text_or_nothing(each.slot),
                                each.recommendation ? Cell(each.recommendation->text()) : Cell(),
                                std::string(domain::text_in(each.text, issue.language))});
    }
    return listing;
}

enum class Lists { those_with_rows, all };

// Whose each question is, and what their parts have of it.
void add_delegation(const store::Register& where, const exchange::Issuing& issuing, Lists lists, Card& card) {
    const domain::Delegation delegation(store::list_delegation(where, issuing.issue.id));
    if (delegation.empty() && lists == Lists::those_with_rows) {
        return;
    }
    const domain::ReplyId reply(issuing.evaluation.text() + "/reply/" +
                                domain::local_name(issuing.issue.id.text()));
    const std::vector<exchange::MergingPart> parts = exchange::parts_of(where, reply);
    card.lists.push_back(bodies_listing(delegation, parts));
    card.lists.push_back(delegation_listing(delegation, issuing.questionnaire, parts));
    card.lists.push_back(passed_listing(delegation));
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const exchange::Issuing issuing =
        exchange::find_issuing(where, domain::IssueId(context.argument("ISSUE")));
    const domain::Issue& issue = issuing.issue;
    std::vector<std::string> languages;
    for (const domain::QuestionnaireLanguage& each : issuing.questionnaire.languages) {
        languages.push_back(each.code);
    }
    const auto asked = exchange::asked_questions(issuing.questionnaire, issue.respondent, issue.language);
    const auto count = std::count_if(asked.begin(), asked.end(),
                                     [](const exchange::AskedQuestion& each) { return each.takes_answer; });
    Card card{{{"issue", "Issue", issue.id.text()},
               {"subject_name", "State", text_or_nothing(issuing.names.subject)},
               {"questionnaire", "Questionnaire", issue.questionnaire.text()},
               {"respondent", "Respondent", issue.respondent},
               {"to", "", issue.to ? Cell(issue.to->text()) : Cell()},
               {"to_name", "To", text_or_nothing(issuing.names.recipient)},
               {"language", "Language", issue.language},
               {"languages", "Forms in", languages},
               {"sent_on", "Sent", issue.sent.text()},
               {"due_on", "Due", issue.due ? Cell(issue.due->text()) : Cell()},
               {"questions", "Questions",
                static_cast<std::int64_t>(count) + static_cast<std::int64_t>(issue.specific.size())}},
              {}};
    const Listing specific = specific_listing(issue);
    if (context.wants_json() || !specific.rows.empty()) {
        card.lists.push_back(specific);
    }
    add_delegation(where, issuing, context.wants_json() ? Lists::all : Lists::those_with_rows, card);
    print(context, card);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "issue";
    command.verb = "show";
    command.summary = "show what was sent to a respondent";
    command.arguments = {{"ISSUE", "its identifier, such as peer/XAA-2/issue/government"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::issue_show
