// SPDX-License-Identifier: EUPL-1.2
// Two replies beside each other, answer by answer: as text, as JSON, or as a page or file to be handed on.
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/comparison_text.hpp"
#include "cli/context.hpp"
#include "cli/session.hpp"
#include "document/write_report.hpp"
#include "exchange/comparison_document.hpp"

#include <filesystem>
#include <ostream>

namespace rapporteur::cli::command::reply_compare {

namespace {

using exchange::ComparedQuestion;
using exchange::ComparedSide;
using exchange::Comparison;

Listing questions_listing(const Comparison& comparison) {
    Listing listing{"questions",
                    {{"questions", ""},
                     {"earlier_questions", ""},
                     {"section", ""},
                     {"verdict", ""},
                     {"act", ""},
                     {"substance", ""},
                     {"figures_equal", ""},
                     {"figures_new", ""},
                     {"figures_left", ""},
                     {"remarks", ""}},
                    {},
                    ""};
    for (const ComparedQuestion& each : comparison.questions) {
        listing.rows.push_back(
            {each.pair.later, each.pair.earlier, text_or_nothing(each.section),
             std::string(base::name_of(each.verdict)), std::string(base::name_of(each.pair.act)),
             text_or_nothing(each.pair.substance), static_cast<std::int64_t>(each.figures_equal),
             static_cast<std::int64_t>(each.figures_new), static_cast<std::int64_t>(each.figures_left),
             remarks_on(each)});
    }
    return listing;
}

void add_answers(Listing& listing, const std::vector<ComparedSide>& sides, const char* side) {
    for (const ComparedSide& each : sides) {
        for (const exchange::ReadableAnswer& answer : each.answers) {
            listing.rows.push_back(
                {std::string(side), answer.question, text_or_nothing(answer.number),
                 text_or_nothing(answer.question_text), answer.given,
                 std::string(base::name_of(answer.answer.state)),
                 answer.answer.reason ? Cell(std::string(base::name_of(*answer.answer.reason))) : Cell(),
                 answer.answer.values, answer.values,
                 answer.answer.author ? Cell(answer.answer.author->text()) : Cell(),
                 text_or_nothing(answer.text)});
        }
    }
}

// Every answer of both replies, once.
Listing answers_listing(const Comparison& comparison) {
    Listing listing{"answers",
                    {{"side", ""},
                     {"question", ""},
                     {"number", ""},
                     {"question_text", ""},
                     {"given", ""},
                     {"state", ""},
                     {"reason", ""},
                     {"values", ""},
                     {"value_labels", ""},
                     {"author", ""},
                     {"text", ""}},
                    {},
                    ""};
    for (const ComparedQuestion& each : comparison.questions) {
        add_answers(listing, each.later, "later");
        add_answers(listing, each.earlier, "earlier");
    }
    for (const exchange::KeptQuestion& each : comparison.kept) {
        add_answers(listing, {each.side}, "earlier");
    }
    return listing;
}

std::string edit_name(base::Edit edit) {
    return edit == base::Edit::kept ? "kept" : edit == base::Edit::removed ? "removed" : "added";
}

Listing words_listing(const Comparison& comparison) {
    Listing listing{"words", {{"question", ""}, {"edit", ""}, {"text", ""}}, {}, ""};
    for (const ComparedQuestion& each : comparison.questions) {
        for (const base::WordRun& run : each.text) {
            listing.rows.push_back({each.pair.later.front(), edit_name(run.edit), run.text});
        }
    }
    return listing;
}

Listing figures_listing(const Comparison& comparison) {
    Listing listing{
        "figures",
        {{"question", ""}, {"at", ""}, {"change", ""}, {"earlier", ""}, {"later", ""}, {"note", ""}},
        {},
        ""};
    for (const ComparedQuestion& each : comparison.questions) {
        for (const exchange::ComparedFigure& figure : each.figures) {
            listing.rows.push_back({each.pair.later.front(), figure.at,
                                    std::string(base::name_of(figure.change)), figure.earlier, figure.later,
                                    text_or_nothing(figure.note)});
        }
    }
    return listing;
}

Listing kept_listing(const Comparison& comparison) {
    Listing listing{"kept_answers", {{"question", ""}, {"section", ""}, {"why", ""}}, {}, ""};
    for (const exchange::KeptQuestion& each : comparison.kept) {
        listing.rows.push_back({each.side.first().question, text_or_nothing(each.section), each.why});
    }
    return listing;
}

Listing disagreements_listing(const Comparison& comparison) {
    Listing listing{"disagreements",
                    {{"indicator", ""},
                     {"at", ""},
                     {"question", ""},
                     {"figure", ""},
                     {"other_question", ""},
                     {"other_figure", ""}},
                    {},
                    ""};
    for (const exchange::Disagreement& each : comparison.disagreements) {
        listing.rows.push_back(
            {each.indicator, each.at, each.question, each.figure, each.other_question, each.other_figure});
    }
    return listing;
}

std::string bytes_of(const document::ReportDocument& document, const std::string& format) {
    if (format == "docx") {
        return document::write_docx(document);
    }
    return format == "pdf" ? document::write_pdf(document) : document::write_html(document);
}

// Where the file goes: named, because it may hold what is confidential.
std::filesystem::path output_path(const Context& context) {
    const std::optional<std::string> output = context.option("output");
    if (!output) {
        throw base::Error(base::ErrorKind::usage, "--format is of a file, and no file is named")
            .help("add --output FILE");
    }
    if (std::filesystem::exists(*output) && !context.has("force")) {
        throw base::Error(base::ErrorKind::conflict, "the file is there already")
            .at(*output)
            .help("add --force to write over it");
    }
    return *output;
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const std::optional<std::string> format = context.option("format");
    if (!format && context.option("output")) {
        throw base::Error(base::ErrorKind::usage, "--output needs --format").help("such as --format html");
    }
    const std::optional<std::filesystem::path> path =
        format ? std::optional<std::filesystem::path>(output_path(context)) : std::nullopt;
    const Comparison comparison =
        exchange::compare_replies(where, {context.argument("REPLY"), context.argument("OTHER"),
                                          context.option_or("to", "government"), context.today()});
    if (path) {
        base::write_atomically(*path, bytes_of(exchange::comparison_document(comparison), *format));
    }
    Card card = comparison_head(comparison);
    if (context.wants_json()) {
        card.lists = {questions_listing(comparison), answers_listing(comparison),
                      words_listing(comparison),     figures_listing(comparison),
                      kept_listing(comparison),      disagreements_listing(comparison)};
        print(context, card);
    } else if (path) {
        card.fields.push_back({"file", "File", path->generic_string()});
        print(context, card);
    } else {
        context.out() << comparison_text(comparison, context.width());
    }
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "reply";
    command.verb = "compare";
    command.summary = "show two replies beside each other";
    command.arguments = {{"REPLY", "an evaluation, or a reply; @2 behind it is a version"},
                         {"OTHER", "the same, to compare it with"}};
    command.options = {{"to", "RESPONDENT", "whose replies: government, or ngo:XAA/body/name"},
                       {"format", "FORMAT", "write a file instead", {"html", "docx", "pdf"}},
                       {"output", "FILE", "the file to write"},
                       {"force", "", "write over a file that is there"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::reply_compare
