// SPDX-License-Identifier: EUPL-1.2
// One evaluation: its head, people, timeline, documents with who may see them now, and how much there is.
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "cli/words.hpp"
#include "procedure/documents.hpp"
#include "procedure/status.hpp"
#include "store/overview.hpp"
#include "store/people.hpp"

#include <fmt/format.h>

namespace rapporteur::cli::command::evaluation_show {

namespace {

Cell date_cell(const std::optional<base::Date>& date) {
    return date ? Cell(date->text()) : Cell();
}

Listing people(const store::Register& where, const domain::Evaluation& evaluation) {
    Listing listing{"people",
                    {{"person", ""},
                     {"name", "Person"},
                     {"role", "Role"},
                     {"from", "From"},
                     {"until", "Until"},
                     {"reason", "Reason"}},
                    {},
                    ""};
    for (const domain::Assignment& each : evaluation.assignments) {
        const auto person = store::find_person(where, each.person);
        listing.rows.push_back({each.person.text(), person ? person->name : each.person.text(),
                                base::replace_all(base::name_of(each.role), "-", " "), date_cell(each.from),
                                date_cell(each.until), text_or_nothing(each.reason)});
    }
    return listing;
}

// "reply extended to 2017-02-20", and the remark below it.
std::string event_words(const domain::StageEvent& event) {
    std::string words = event.stage + " " + std::string(base::name_of(event.act));
    if (event.due) {
        words += (event.act == domain::StageAct::extended ? " to " : ", due ") + event.due->text();
    }
    return words + (event.reason.empty() ? "" : "\n" + event.reason);
}

Listing timeline(const domain::Evaluation& evaluation) {
    Listing listing{"timeline",
                    {{"date", "Date"},
                     {"stage", ""},
                     {"act", ""},
                     {"due_on", ""},
                     {"by", ""},
                     {"reason", ""},
                     {"", "Stage"}},
                    {},
                    "No stage was entered yet."};
    for (const domain::StageEvent& each : evaluation.stages) {
        listing.rows.push_back({each.date.text(), each.stage, std::string(base::name_of(each.act)),
                                date_cell(each.due), each.by ? Cell(each.by->text()) : Cell(),
                                text_or_nothing(each.reason), event_words(each)});
    }
    return listing;
}

Listing documents(const store::Register& where, const procedure::EvaluationStatus& status,
                  const domain::Framework& framework) {
    Listing listing{"documents",
                    {{"document", "Document"},
                     {"type", ""},
                     {"name", "Kind"},
                     {"state", "State"},
                     {"date", "Date"},
                     {"visible_to", ""},
                     {"", "Visibility"}},
                    {},
                    ""};
    for (const procedure::DocumentStanding& each :
         procedure::document_standings(where, status.evaluation, framework, status.standings)) {
        const bool whole = each.document.text() == status.id.text();
        listing.rows.push_back(
            {whole ? std::string("all") : each.document.text().substr(status.id.text().size() + 1), each.type,
             text_or_nothing(std::string(domain::text_in(each.type_name, "en"))), text_or_nothing(each.state),
             date_cell(each.date), std::string(base::name_of(each.visibility)),
             visibility_words(each.visibility)});
    }
    return listing;
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    procedure::StatusReader reader(where, context.today());
    const procedure::EvaluationStatus status =
        reader.of(domain::EvaluationId(context.argument("EVALUATION")));
    const domain::Evaluation& evaluation = status.evaluation;
    const domain::Framework& framework =
        reader.framework(domain::parse_evaluation_id(status.id.text()).value().framework);
    Listing counts{"counts", {{"records", ""}, {"count", ""}}, {}, ""};
    std::vector<std::string> contents;
    for (const store::RecordCount& each : store::record_counts(where, status.id)) {
        counts.rows.push_back(
            {base::replace_all(each.name, " ", "_"), static_cast<std::int64_t>(each.count)});
        if (each.count > 0) {
            contents.push_back(fmt::format("{} {}", each.count, each.count == 1 ? each.singular : each.name));
        }
    }
    std::vector<std::string> waits;
    for (const procedure::AwaitedStage& each : status.awaited) {
        waits.push_back(each.name + (each.due ? " (due " + each.due->text() + ")" : ""));
    }
    Card card{{{"evaluation", "Evaluation", status.id.text()},
               {"title", "Title", text_or_nothing(std::string(domain::text_in(evaluation.title, "en")))},
               {"subject", "", evaluation.subject.text()},
               {"subject_name", "State", status.subject_name},
               {"round", "", evaluation.round.text()},
               {"round_name", "Round", status.round_name},
               {"track", "Track", text_or_nothing(evaluation.track)},
               {"opened_on", "Opened", evaluation.opened.text()},
               {"language", "Language", evaluation.language},
               {"invented", "", evaluation.invented},
               {"", "Note", evaluation.invented ? Cell("the content is invented") : Cell()},
               {"", "Waits for", waits.empty() ? std::string("nothing: concluded") : base::join(waits, "; ")},
               {"", "Holds", base::join(contents, ", ")}},
              {people(where, evaluation), timeline(evaluation), documents(where, status, framework),
               std::move(counts)}};
    print(context, card);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "evaluation";
    command.verb = "show";
    command.summary = "show an evaluation's timeline and documents";
    command.arguments = {{"EVALUATION", "its identifier, such as peer/XAA-2"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::evaluation_show
