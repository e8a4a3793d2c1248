// SPDX-License-Identifier: EUPL-1.2
// A reply as people read it: questions with their answers, tables, non-answers in words.
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/completeness_card.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/reply_reference.hpp"
#include "cli/reply_text.hpp"
#include "cli/session.hpp"
#include "cli/words.hpp"
#include "exchange/readable_reply.hpp"
#include "exchange/reply_names.hpp"

#include <fmt/format.h>

#include <ostream>

namespace rapporteur::cli::command::reply_show {

namespace {

using exchange::ReadableAnswer;
using exchange::ReadableReply;

// From --version or from behind the identifier's "@"; both may stand if they say the same.
std::optional<int> version_wanted(const Context& context) {
    std::optional<int> version = exchange::version_behind(context.argument("REPLY"));
    if (const auto option = context.option("version")) {
        const int other = exchange::version_number(*option, "--version");
        if (version && *version != other) {
            throw base::Error(
                base::ErrorKind::usage,
                fmt::format("the identifier says version {} and --version says {}", *version, other))
                .help("give one of them");
        }
        version = other;
    }
    return version;
}

// What stands above everything else where the reply may not be passed on.
std::string warning_of(const ReadableReply& readable) {
    if (readable.reply.publication == domain::Consent::refused) {
        return "CONFIDENTIAL: the sender asks that nothing of this reply be published.";
    }
    if (readable.visibility == domain::Visibility::confidential) {
        return "CONFIDENTIAL: for the group and the secretariat alone; the sender has not asked for publication.";
    }
    return "";
}

Card head_of(const ReadableReply& readable) {
    const domain::Reply& reply = readable.reply;
    std::string status = fmt::format("{}, version {}", base::name_of(reply.status), reply.version);
    std::string from = base::join(readable.from, "; ");
    return Card{{{"reply", "Reply", reply.id.text()},
                 {"version", "", static_cast<std::int64_t>(reply.version)},
                 {"status", "", std::string(base::name_of(reply.status))},
                 {"", "Status", std::move(status)},
                 {"subject_name", "State", text_or_nothing(readable.subject_name)},
                 {"respondent", "Respondent", reply.respondent},
                 {"from", "", readable.from},
                 {"", "From", std::move(from)},
                 {"submitted_on", "Submitted", reply.submitted ? Cell(reply.submitted->text()) : Cell()},
                 {"letter", "Letter", text_or_nothing(reply.letter)},
                 {"language", "Language", reply.language},
                 {"publication", "", std::string(base::name_of(reply.publication))},
                 {"confidential", "", !warning_of(readable).empty()},
                 {"visible_to", "", std::string(base::name_of(readable.visibility))},
                 {"", "Visibility", visibility_words(readable.visibility)}},
                {}};
}

std::string head_text(const ReadableReply& readable, std::size_t width) {
    const std::string warning = warning_of(readable);
    return (warning.empty() ? "" : base::wrap(warning, width) + "\n\n") + card_text(head_of(readable), width);
}

Listing answers_listing(const std::vector<ReadableAnswer>& answers) {
    Listing listing{"answers",
                    {{"question", ""},
                     {"number", ""},
                     {"section", ""},
                     {"question_text", ""},
                     {"given", ""},
                     {"state", ""},
                     {"reason", ""},
                     {"values", ""},
                     {"value_labels", ""},
                     {"author", ""},
                     {"confidential", ""},
                     {"exhibits", ""},
                     {"text", ""}},
                    {},
                    ""};
    for (const ReadableAnswer& each : answers) {
        std::vector<std::string> exhibits;
        for (const int number : each.answer.exhibits) {
            exhibits.push_back(std::to_string(number));
        }
        listing.rows.push_back(
            {each.question, text_or_nothing(each.number), text_or_nothing(each.section),
             text_or_nothing(each.question_text), each.given, std::string(base::name_of(each.answer.state)),
             each.answer.reason ? Cell(std::string(base::name_of(*each.answer.reason))) : Cell(),
             each.answer.values, each.values, each.answer.author ? Cell(each.answer.author->text()) : Cell(),
             each.confidential, exhibits, text_or_nothing(each.text)});
    }
    return listing;
}

Listing cells_listing(const std::vector<ReadableAnswer>& answers) {
    Listing listing{
        "cells",
        {{"question", ""}, {"at", ""}, {"figure", ""}, {"reason", ""}, {"note", ""}, {"revised", ""}},
        {},
        ""};
    for (const ReadableAnswer& answer : answers) {
        for (const domain::Cell& each : answer.answer.cells) {
            listing.rows.push_back({answer.question, each.dims, text_or_nothing(each.raw),
                                    each.reason ? Cell(std::string(base::name_of(*each.reason))) : Cell(),
                                    text_or_nothing(each.note), each.revised});
        }
    }
    return listing;
}

Listing exhibits_listing(const domain::Reply& reply) {
    Listing listing{"exhibits",
                    {{"number", "Exhibit", Align::right},
                     {"title", "Title"},
                     {"file", "File"},
                     {"media_type", ""},
                     {"sha256", ""}},
                    {},
                    ""};
    for (const domain::Exhibit& each : reply.exhibits) {
        listing.rows.push_back(
            {static_cast<std::int64_t>(each.number), each.title, each.file, each.media_type, each.sha256});
    }
    return listing;
}

void print_text(const Context& context, const ReadableReply& readable,
                const std::vector<ReadableAnswer>& answers) {
    const std::size_t width = text_width(context.width());
    std::ostream& out = context.out();
    out << head_text(readable, width);
    std::string section;
    for (const ReadableAnswer& answer : answers) {
        if (answer.section != section) {
            section = answer.section;
            out << section_heading(section, width);
        }
        const std::string question =
            answer.question_text.empty() ? "(not in the questionnaire)" : answer.question_text;
        const std::string facts = "[" + answer.question +
                                  (answer.author.empty() ? "" : "; " + answer.author) +
                                  (answer.confidential ? "; confidential" : "") + "]";
        out << "\n"
            << numbered_text(answer.number, question, width) << base::wrap(facts, width, k_answer_indent)
            << "\n"
            << answer_paragraphs(answer, width);
    }
    if (!context.option("question") && !readable.reply.exhibits.empty()) {
        out << "\n" << table_text(exhibits_listing(readable.reply), context.width());
    }
}

std::vector<ReadableAnswer> wanted(const Context& context, const ReadableReply& readable) {
    const std::optional<std::string> question = context.option("question");
    if (!question) {
        return readable.answers;
    }
    std::vector<ReadableAnswer> answers;
    std::vector<std::string_view> known;
    for (const ReadableAnswer& each : readable.answers) {
        known.emplace_back(each.question);
        if (each.question == *question || each.number == *question ||
            each.question.rfind(*question + ".", 0) == 0) {
            answers.push_back(each);
        }
    }
    if (answers.empty()) {
        throw base::Error(base::ErrorKind::not_found,
                          fmt::format("\"{}\" was not asked of this respondent", *question))
            .help(base::did_you_mean(*question, known,
                                     "see the questions with: rapporteur questionnaire show"));
    }
    return answers;
}

void show_completeness(const Context& context, const store::Register& where, const ReadableReply& readable) {
    if (context.option("question")) {
        throw base::Error(base::ErrorKind::usage, "--completeness is of a reply as a whole")
            .help("leave --question out");
    }
    Card card = head_of(readable);
    add_completeness(card, where, readable.reply);
    if (!context.wants_json() && !warning_of(readable).empty()) {
        context.out() << base::wrap(warning_of(readable), text_width(context.width())) << "\n\n";
    }
    print(context, card);
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const ReadableReply readable =
        exchange::readable_reply(where, domain::ReplyId(domain::without_version(context.argument("REPLY"))),
                                 version_wanted(context), context.today());
    if (context.has("completeness")) {
        show_completeness(context, where, readable);
        return;
    }
    const std::vector<ReadableAnswer> answers = wanted(context, readable);
    if (context.wants_json()) {
        Card card = head_of(readable);
        card.lists = {answers_listing(answers), cells_listing(answers), exhibits_listing(readable.reply)};
        print(context, card);
        return;
    }
    print_text(context, readable, answers);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "reply";
    command.verb = "show";
    command.summary = "show a reply with its questions, answers and tables";
    command.arguments = {
        {"REPLY", "its identifier, such as peer/XAA-2/reply/government; @2 behind it is a version"}};
    command.options = {{"question", "QUESTION", "only that question, by its identifier or number"},
                       {"completeness", "", "how much is answered, by section and by body"},
                       {"version", "N", "an earlier version"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::reply_show
