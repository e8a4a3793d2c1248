// SPDX-License-Identifier: EUPL-1.2
// The secretariat's one screen: what is waited for, until when, from whom.
#include "procedure/status.hpp"

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/known_filters.hpp"
#include "cli/output.hpp"
#include "cli/request_words.hpp"
#include "cli/session.hpp"
#include "cli/words.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::cli::command::status {

namespace {

using procedure::AwaitedStage;
using procedure::EvaluationStatus;

Cell date_cell(const std::optional<base::Date>& date) {
    return date ? Cell(date->text()) : Cell();
}

Cell number_cell(const std::optional<int>& number) {
    return number ? Cell(static_cast<std::int64_t>(*number)) : Cell();
}

std::string stage_words(const AwaitedStage& each) {
    if (each.state == domain::StageState::current) {
        return each.name;
    }
    return each.name + (each.optional ? " (optional)" : " (to begin)");
}

// The columns of JSON and of the screen are the same rows; what is for one of them has no title or no key.
Listing awaited_listing() {
    return {"awaited",
            {{"evaluation", "Evaluation"},
             {"subject", ""},
             {"subject_name", "State"},
             {"stage", ""},
             {"stage_name", "Stage"},
             {"stage_state", ""},
             {"optional", ""},
             {"entered_on", ""},
             {"due_on", "Due"},
             {"days_left", ""},
             {"", "Days", Align::right},
             {"actor", ""},
             {"actor_name", ""},
             {"", "Who acts"},
             {"next_stage", ""},
             {"next_stage_name", "Next step"}},
            {},
            ""};
}

void add_row(Listing& listing, const EvaluationStatus& status, const AwaitedStage& each) {
    listing.rows.push_back({status.id.text(), status.subject.text(), status.subject_name, each.stage,
                            stage_words(each), std::string(base::name_of(each.state)), each.optional,
                            date_cell(each.entered), date_cell(each.due), number_cell(each.days_left),
                            each.days_left ? Cell(days_words(*each.days_left)) : Cell(), each.actor,
                            each.actor_name, procedure::short_name(each.actor_name),
                            each.following.empty() ? Cell() : Cell(each.following),
                            each.following_name.empty() ? Cell() : Cell(each.following_name)});
}

Listing concluded_listing(const std::vector<EvaluationStatus>& statuses) {
    Listing listing{"concluded",
                    {{"evaluation", "Nothing open"},
                     {"subject", ""},
                     {"subject_name", "State"},
                     {"last_stage", ""},
                     {"last_stage_name", "Last stage"},
                     {"last_on", "On"}},
                    {},
                    ""};
    for (const EvaluationStatus& status : statuses) {
        if (status.awaited.empty()) {
            listing.rows.push_back({status.id.text(), status.subject.text(), status.subject_name,
                                    status.last_stage.empty() ? Cell() : Cell(status.last_stage),
                                    status.last_stage_name.empty() ? Cell() : Cell(status.last_stage_name),
                                    date_cell(status.last_date)});
        }
    }
    return listing;
}

void print_all(const Context& context, const std::vector<EvaluationStatus>& statuses, base::Date on) {
    Listing awaited = awaited_listing();
    int late = 0;
    int open = 0;
    for (const EvaluationStatus& status : statuses) {
        open += status.awaited.empty() ? 0 : 1;
        for (const AwaitedStage& each : status.awaited) {
            late += each.days_left && *each.days_left < 0 ? 1 : 0;
            add_row(awaited, status, each);
        }
    }
    std::string summary =
        statuses.empty()
            ? "no evaluation yet"
            : fmt::format("{} open, {} concluded; {} late", open, static_cast<int>(statuses.size()) - open,
                          late == 0 ? std::string("nothing") : std::to_string(late));
    Card card{{{"on", "Status on", on.text()},
               {"open", "", static_cast<std::int64_t>(open)},
               {"late", "", static_cast<std::int64_t>(late)},
               {"", "Evaluations", summary}},
              {std::move(awaited), concluded_listing(statuses)}};
    print(context, card);
}

Listing who_listing(const EvaluationStatus& status) {
    Listing listing{"awaited",
                    {{"stage", ""},
                     {"stage_name", "Waited for"},
                     {"stage_state", ""},
                     {"optional", ""},
                     {"entered_on", "Since"},
                     {"due_on", "Due"},
                     {"days_left", ""},
                     {"", "Days", Align::right},
                     {"actor", ""},
                     {"actor_name", ""},
                     {"", "Who acts"},
                     {"persons", ""},
                     {"next_stage", ""},
                     {"next_stage_name", "Next step"}},
                    {},
                    "Nothing is open: every stage is completed or skipped."};
    for (const AwaitedStage& each : status.awaited) {
        std::vector<std::string> persons;
        for (const domain::PersonId& person : each.persons) {
            persons.push_back(person.text());
        }
        listing.rows.push_back(
            {each.stage, stage_words(each), std::string(base::name_of(each.state)), each.optional,
             date_cell(each.entered), date_cell(each.due), number_cell(each.days_left),
             each.days_left ? Cell(days_words(*each.days_left)) : Cell(), each.actor, each.actor_name,
             persons.empty() ? each.actor_name
                             : procedure::short_name(each.actor_name) + ": " + base::join(persons, ", "),
             persons, each.following.empty() ? Cell() : Cell(each.following),
             each.following_name.empty() ? Cell() : Cell(each.following_name)});
    }
    return listing;
}

Listing stages_listing(const EvaluationStatus& status, base::Date on) {
    Listing listing{"stages",
                    {{"stage", "Stage"},
                     {"name", ""},
                     {"state", "State"},
                     {"entered_on", "Entered"},
                     {"settled_on", "Done"},
                     {"due_on", "Due"},
                     {"first_due_on", ""},
                     {"due_from", ""},
                     {"days_left", ""},
                     {"", "Days", Align::right}},
                    {},
                    ""};
    for (const domain::StageStanding& each : status.standings) {
        const std::optional<int> days = domain::days_left(each, on);
        listing.rows.push_back(
            {each.stage.id, std::string(domain::text_in(each.stage.name, "en")),
             std::string(base::name_of(each.state)), date_cell(each.entered), date_cell(each.settled),
             date_cell(each.due), date_cell(each.first_due), std::string(base::name_of(each.due_origin)),
             number_cell(days),
             days ? Cell(each.settled ? settled_days_words(*days) : days_words(*days)) : Cell()});
    }
    return listing;
}

// Requests for information that were open on that day.
std::vector<domain::Request> open_requests(const store::Register& where, const EvaluationStatus& status,
                                           base::Date on) {
    std::vector<domain::Request> requests = store::list_requests(where, status.id);
    std::erase_if(requests, [&](const domain::Request& each) {
        return on < each.sent || (each.answered && *each.answered <= on);
    });
    for (domain::Request& each : requests) {
        if (std::exchange(each.answered, std::nullopt)) {  // later than that day, and so were its answers
            std::for_each(each.items.begin(), each.items.end(),
                          [](domain::RequestItem& item) { item.answer.clear(); });
        }
    }
    return requests;
}

void print_one(const Context& context, const store::Register& where, const EvaluationStatus& status,
               base::Date on) {
    print(context, Card{{{"evaluation", "Evaluation", status.id.text()},
                         {"subject", "", status.subject.text()},
                         {"subject_name", "State", status.subject_name},
                         {"round", "", status.evaluation.round.text()},
                         {"round_name", "Round", status.round_name},
                         {"on", "Status on", on.text()}},
                        {who_listing(status), requests_listing(open_requests(where, status, on), on),
                         stages_listing(status, on)}});
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const base::Date on = date_option(context, "on").value_or(context.today());
    check_filters(context, where, {"framework", "subject"});
    procedure::StatusReader reader(where, on);
    if (const auto evaluation = context.optional_argument("EVALUATION")) {
        print_one(context, where, reader.of(domain::EvaluationId(*evaluation)), on);
        return;
    }
    print_all(context, reader.all(context.option_or("framework", ""), context.option_or("subject", "")), on);
}

}  // namespace

Command describe() {
    Command command;
    command.verb = "status";
    command.summary = "what is waited for, until when, from whom";
    command.arguments = {
        {"EVALUATION", "one evaluation, stage by stage; without it, all of them", Occurs::optionally}};
    command.options = {{"framework", "FRAMEWORK", "only evaluations of that framework"},
                       {"subject", "SUBJECT", "only evaluations of that state or territory"},
                       {"on", "DATE", "as it stood on that day"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::status
