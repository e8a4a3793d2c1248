// SPDX-License-Identifier: EUPL-1.2
// A line more in the stage log: a stage entered, completed, extended or skipped.
#include "base/error.hpp"
#include "base/names.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "cli/words.hpp"
#include "procedure/advance.hpp"
#include "procedure/status.hpp"

namespace rapporteur::cli::command::evaluation_advance {

namespace {

domain::StageEvent event_of(const Context& context, const Actor& actor) {
    domain::StageEvent event;
    event.stage = context.argument("STAGE");
    const std::optional<std::string> act = context.option("act");
    if (!act) {
        throw base::Error(base::ErrorKind::usage, "what happened to the stage is missing")
            .help("add --act entered, completed, extended or skipped");
    }
    event.act = base::from_name<domain::StageAct>(*act).value_or(
        domain::StageAct::entered);  // the parser knows the four
    event.date = date_option(context, "date").value_or(context.today());
    event.due = date_option(context, "due");
    event.by = domain::PersonId(actor.name);
    event.reason = base::collapse_spaces(context.option_or("reason", ""));
    return event;
}

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = person_of(context, where);
    const domain::EvaluationId evaluation(context.argument("EVALUATION"));
    const domain::StageEvent event = event_of(context, actor);
    const procedure::AdvanceResult result = procedure::advance(where, evaluation, event, context.today());
    std::vector<std::string> next;
    std::vector<std::string> next_words;
    for (const procedure::AwaitedStage& each :
         procedure::StatusReader(where, context.today()).of(evaluation).awaited) {
        next.push_back(each.stage);
        next_words.push_back(each.stage + (each.due ? " (due " + each.due->text() + ")" : ""));
    }
    const bool open = result.standing.state == domain::StageState::current;
    const std::optional<base::Date> due = open ? result.standing.due : std::nullopt;
    const std::optional<int> days = domain::days_left(result.standing, context.today());
    print(context,
          Card{{{"evaluation", "Evaluation", evaluation.text()},
                {"stage", "Stage", event.stage},
                {"act", "Act", std::string(base::name_of(event.act))},
                {"date", "Date", event.date.text()},
                {"due_on", "Due", due ? Cell(due->text()) : Cell()},
                {"days_left", "", days ? Cell(static_cast<std::int64_t>(*days)) : Cell()},
                {"", "Days", days ? Cell(open ? days_words(*days) : settled_days_words(*days)) : Cell()},
                {"waits_for", "", next},
                {"", "Waits for",
                 next.empty() ? std::string("nothing: concluded") : base::join(next_words, ", ")},
                {"journal_entry", "Journal entry", result.journal_entry}}});
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "evaluation";
    command.verb = "advance";
    command.summary = "enter, complete, extend or skip a stage";
    command.arguments = {{"EVALUATION", "its identifier, such as peer/XAA-2"},
                         {"STAGE", "a stage of its framework"}};
    command.options = {
        {"act", "ACT", "what happened to the stage", {"entered", "completed", "extended", "skipped"}},
        {"date", "DATE", "the day on which it happened; today, if left out"},
        {"due", "DATE", "until when, where it is not the framework's date"},
        {"reason", "TEXT", "why; stands in the log"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::evaluation_advance
