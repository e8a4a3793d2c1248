// SPDX-License-Identifier: EUPL-1.2
// A draft reply to a later version of the questionnaire, made of the answers that its migration map carries over, and told in full.
#include "base/error.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "exchange/carrying.hpp"
#include "exchange/reply_names.hpp"

#include <fmt/format.h>

#include <ostream>

namespace rapporteur::cli::command::reply_carry {

namespace {

using exchange::CarriedAnswer;
using exchange::CarriedReply;
using exchange::EarlierAnswer;

std::vector<std::string> recodes_of(const CarriedAnswer& carried) {
    std::vector<std::string> words;
    for (const auto& [from, to] : carried.recoded) {
        words.push_back(from + " to " + to);
    }
    return words;
}

std::string remark_on(const CarriedAnswer& carried) {
    std::vector<std::string> parts;
    if (carried.act == domain::MigrationAct::reworded) {
        parts.emplace_back("reworded, asks for the same");
    } else if (carried.act == domain::MigrationAct::moved) {
        parts.emplace_back("moved");
    }
    if (const std::vector<std::string> recodes = recodes_of(carried); !recodes.empty()) {
        parts.push_back("recoded " + base::join(recodes, ", "));
    }
    if (!carried.cells_left.empty()) {
        parts.push_back(
            fmt::format("{} cells of years that are asked no more stay behind", carried.cells_left.size()));
    }
    return base::join(parts, "; ");
}

Listing carried_listing(const CarriedReply& reply) {
    Listing listing{"carried",
                    {{"earlier", "Carried from"},
                     {"question", "To"},
                     {"act", ""},
                     {"recoded", ""},
                     {"cells_left", ""},
                     {"", "How"}},
                    {},
                    "No answer is carried."};
    for (const CarriedAnswer& each : reply.carrying.carried) {
        listing.rows.push_back({each.earlier.question.text(), each.answer.question.text(),
                                std::string(base::name_of(each.act)), recodes_of(each),
                                static_cast<std::int64_t>(each.cells_left.size()), remark_on(each)});
    }
    return listing;
}

Listing earlier_listing(const char* key, const char* title, const std::vector<EarlierAnswer>& answers) {
    Listing listing{key, {{"earlier", title}, {"later", "Asked now"}, {"why", "Why"}}, {}, ""};
    for (const EarlierAnswer& each : answers) {
        listing.rows.push_back({each.answer.question.text(), each.later, each.why});
    }
    if (answers.empty() || answers.front().later.empty()) {
        listing.columns[1].title.clear();  // nothing is
    }
    return listing;
}

void run(Context& context) {
    const bool dry = context.has("dry-run");
    store::Register where = dry ? open_to_read(context) : open_to_write(context);
    const Actor actor = actor_of(context, where);
    if (!context.option("to")) {
        throw base::Error(base::ErrorKind::usage, "to which issue the answers go is not said")
            .help("--to ISSUE, such as peer/XAA-2/issue/government");
    }
    const std::string& name = context.argument("REPLY");
    const CarriedReply carried =
        exchange::carried_reply(where, domain::ReplyId(std::string(domain::without_version(name))),
                                exchange::version_behind(name), domain::IssueId(context.option_or("to", "")));
    if (!dry) {
        exchange::keep_carried(where, carried, actor.name);
    }
    for (const base::Problem& problem : carried.warnings) {
        context.err() << base::describe(problem) << '\n';
    }
    const exchange::Carrying& carrying = carried.carrying;
    print(context,
          Card{{{"reply", "Draft", carried.draft.id.text()},
                {"version", "", static_cast<std::int64_t>(carried.draft.version)},
                {"questionnaire", "Answers", carried.to.text()},
                {"earlier_reply", "", carried.earlier.id.text()},
                {"earlier_version", "", static_cast<std::int64_t>(carried.earlier.version)},
                {"", "Made of", fmt::format("{}@{}", carried.earlier.id.text(), carried.earlier.version)},
                {"earlier_questionnaire", "Answers of", carried.from.text()},
                {"carried_answers", "Carried", static_cast<std::int64_t>(carrying.carried.size())},
                {"previous_answers", "Shown alone", static_cast<std::int64_t>(carrying.previous.size())},
                {"kept_answers", "Asked no more", static_cast<std::int64_t>(carrying.kept.size())},
                {"unanswered", "Still open", carried.unanswered},
                {"written", "Written", !dry}},
               {carried_listing(carried), earlier_listing("previous", "Not carried", carrying.previous),
                earlier_listing("kept", "Asked no more", carrying.kept)}});
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "reply";
    command.verb = "carry";
    command.summary = "make a draft of what a later version still takes";
    command.arguments = {{"REPLY", "to an earlier version; @2 behind it is a version of the reply"}};
    command.options = {{"to", "ISSUE", "the issue of the later version"},
                       {"dry-run", "", "say what would be carried, and write nothing"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::reply_carry
