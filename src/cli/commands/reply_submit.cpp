// SPDX-License-Identifier: EUPL-1.2
// A draft becomes the state's submission, signed for by its contact person: from then on it does not change.
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "cli/words.hpp"
#include "exchange/submission.hpp"

namespace rapporteur::cli::command::reply_submit {

namespace {

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = actor_of(context, where);
    exchange::SignOff sign_off;
    sign_off.date = date_option(context, "date").value_or(context.today());
    sign_off.letter = context.option_or("letter", "");
    if (const auto contact = context.option("contact")) {
        sign_off.contact = domain::PersonId(*contact);
    }
    if (sign_off.letter.empty()) {
        throw base::Error(base::ErrorKind::usage, "number and date of the covering letter are not said")
            .help("such as --letter '12-3/45 of 2 November 2026'");
    }
    const domain::ReplyId id(context.argument("REPLY"));
    const exchange::Submission submission = exchange::submit_reply(where, id, sign_off, actor.name);
    for (const base::Problem& problem : submission.warnings) {
        context.err() << base::describe(problem) << '\n';
    }
    Listing parts{"parts",
                  {{"body", "Part of"}, {"receipt", "Receipt"}, {"file", "File"}, {"sha256", "SHA-256"}},
                  {},
                  ""};
    for (const store::ReplyPart& part : submission.parts) {
        parts.rows.push_back({part.body.text(), part.code, part.file_name, part.sha256});
    }
    print(context, Card{{{"receipt", "Receipt", submission.receipt.code},
                         {"reply", "Reply", id.text()},
                         {"version", "Version", static_cast<std::int64_t>(submission.receipt.version)},
                         {"submitted_on", "Submitted", sign_off.date.text()},
                         {"letter", "Letter", sign_off.letter},
                         {"contact", "Contact", sign_off.contact ? Cell(sign_off.contact->text()) : Cell()},
                         {"answers", "Answers", static_cast<std::int64_t>(submission.answers)},
                         {"sha256", "SHA-256", submission.receipt.sha256}},
                        {std::move(parts)}});
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "reply";
    command.verb = "submit";
    command.summary = "make a draft the submitted reply";
    command.arguments = {{"REPLY", "its identifier, such as peer/XAA-2/reply/government"}};
    command.options = {{"letter", "TEXT", "number and date of the covering letter"},
                       {"date", "DATE", "the day of submission; today unless told"},
                       {"contact", "PERSON", "the contact person who signs for it"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::reply_submit
