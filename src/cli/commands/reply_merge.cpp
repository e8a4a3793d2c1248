// SPDX-License-Identifier: EUPL-1.2
// The parts of several bodies put together into one draft reply; where two differ, a person says whose answer stands.
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "exchange/merging.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::cli::command::reply_merge {

namespace {

// "plan.current=XAA/body/police", "stat.identified[year=2015 sex=f]=XAA/body/police"
store::ReplyChoice choice_of(const std::string& text) {
    const std::size_t open = text.find('[');
    const std::size_t close = open == std::string::npos ? 0 : text.find(']', open);
    const std::size_t equals = text.find('=', close == std::string::npos ? 0 : close);
    if (equals == std::string::npos || equals == 0 || close == std::string::npos ||
        equals + 1 == text.size()) {
        throw base::Error(base::ErrorKind::usage, "--choose " + text + " says no question and body")
            .help("such as --choose plan.current=XAA/body/police, of a cell --choose "
                  "'stat.identified[year=2015 sex=f]=XAA/body/police'");
    }
    store::ReplyChoice choice;
    choice.question = text.substr(0, open == std::string::npos ? equals : open);
    choice.place = open == std::string::npos ? "" : text.substr(open + 1, close - open - 1);
    choice.body = domain::BodyId(text.substr(equals + 1));
    return choice;
}

// Those of before, and those of this call over them.
std::vector<store::ReplyChoice> choices_of(const Context& context, const store::Register& where,
                                           const domain::ReplyId& reply,
                                           std::vector<store::ReplyChoice>& new_ones) {
    std::vector<store::ReplyChoice> choices = store::list_choices(where, reply);
    for (const std::string& text : context.options("choose")) {
        store::ReplyChoice choice = choice_of(text);
        std::erase_if(choices, [&](const store::ReplyChoice& before) {
            return before.question == choice.question && before.place == choice.place;
        });
        choices.push_back(choice);
        new_ones.push_back(std::move(choice));
    }
    return choices;
}

std::string place_of(const exchange::MergeConflict& conflict) {
    return conflict.place.empty() ? conflict.question
                                  : fmt::format("{}[{}]", conflict.question, conflict.place);
}

Listing parts_listing(const store::Register& where, const domain::ReplyId& reply) {
    Listing listing{"parts",
                    {{"body", "Part of"},
                     {"number", "No", Align::right},
                     {"received_at", "Received"},
                     {"adds", ""},
                     {"state", "State"},
                     {"receipt", "Receipt"}},
                    {},
                    ""};
    const std::vector<store::ReplyPart> parts = store::list_parts(where, reply);
    for (const store::ReplyPart& part : parts) {
        const bool newest = std::none_of(parts.begin(), parts.end(), [&](const store::ReplyPart& other) {
            return other.body == part.body && other.number > part.number;
        });
        const std::string state = part.returned_at ? "returned: " + part.remark
                                  : !newest        ? "replaced by a later one"
                                  : part.adds      ? "adds"
                                                   : "counts";
        listing.rows.push_back({part.body.text(), static_cast<std::int64_t>(part.number),
                                part.received_at.date().text(), part.adds, state, part.code});
    }
    return listing;
}

Listing conflict_listing(const exchange::Merge& merge) {
    Listing listing{"conflicts", {{"question", "Conflict"}, {"body", "Body"}, {"says", "Says"}}, {}, ""};
    for (const exchange::MergeConflict& conflict : merge.open) {
        for (const exchange::MergeConflict::Side& side : conflict.sides) {
            listing.rows.push_back({place_of(conflict), side.body.text(), side.says});
        }
    }
    return listing;
}

// A choice that settled nothing is misspelt, or its conflict is gone.
void check_choices(const std::vector<store::ReplyChoice>& new_ones, const exchange::Merge& merge) {
    for (const store::ReplyChoice& choice : new_ones) {
        if (std::find(merge.used.begin(), merge.used.end(), choice) == merge.used.end()) {
            throw base::Error(base::ErrorKind::usage,
                              fmt::format("{}{} is no conflict in which {} says something", choice.question,
                                          choice.place.empty() ? "" : "[" + choice.place + "]",
                                          choice.body.text()))
                .at("--choose")
                .help("the conflicts are listed without --choose");
        }
    }
}

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = actor_of(context, where);
    const domain::ReplyId id(context.argument("REPLY"));
    std::vector<store::ReplyChoice> new_choices;
    const std::vector<store::ReplyChoice> choices = choices_of(context, where, id, new_choices);
    const exchange::MergedReply merged = exchange::merged_reply(where, id, choices);
    check_choices(new_choices, merged.merge);
    const bool write = merged.merge.open.empty() && !context.has("dry-run");
    std::optional<std::int64_t> entry;
    {
        store::Change change(where, actor.name, "reply merge " + id.text());
        for (const store::ReplyChoice& choice : new_choices) {
            store::put_choice(change, id, choice);
        }
        if (write) {
            store::put_reply(change, merged.evaluation, merged.reply, {});
        }
        if (!context.has("dry-run")) {
            entry = change.commit();
        }
    }
    print(context, Card{{{"reply", "Reply", id.text()},
                         {"version", "Version", static_cast<std::int64_t>(merged.reply.version)},
                         {"questions", "Answered", static_cast<std::int64_t>(merged.merge.answers.size())},
                         {"conflicts_open", "Conflicts", static_cast<std::int64_t>(merged.merge.open.size())},
                         {"settled", "Settled", static_cast<std::int64_t>(merged.merge.used.size())},
                         {"written", "Draft written", write},
                         {"journal_entry", "Journal entry", cell_of(entry)}},
                        {parts_listing(where, id), conflict_listing(merged.merge)}});
    if (write) {
        base::Problems problems;
        exchange::check_as_whole(where, merged.reply, problems);
        for (const base::Problem& each : problems) {
            if (each.severity == base::Severity::error) {
                context.err() << base::describe(each) << '\n';
            }
        }
    }
    if (!merged.merge.open.empty()) {
        throw base::Error(
            base::ErrorKind::conflict,
            fmt::format("{} conflicts are open; no draft was written", merged.merge.open.size()))
            .help("say whose answer stands: --choose " + place_of(merged.merge.open.front()) + "=BODY");
    }
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "reply";
    command.verb = "merge";
    command.summary = "put the parts of several bodies together into one draft";
    command.arguments = {{"REPLY", "its identifier, such as peer/XAA-2/reply/government"}};
    command.options = {{"choose", "QUESTION=BODY", "whose answer stands where two differ", {}, Repeats::yes},
                       {"dry-run", "", "say what would be done, and write nothing"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::reply_merge
