// SPDX-License-Identifier: EUPL-1.2
// Figures in long form or as a small table, each as it was written and where it came from.
#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "cli/statistics_choice.hpp"
#include "cli/statistics_table.hpp"
#include "cli/words.hpp"
#include "statistics/selection.hpp"

#include <algorithm>

namespace rapporteur::cli::command::statistics_show {

namespace {

using statistics::EvaluationFigures;
using statistics::Listed;
using statistics::Observed;
using statistics::Selection;

std::string reading_name(statistics::Reading reading) {
    switch (reading) {
    case statistics::Reading::empty:
        return "empty";
    case statistics::Reading::number:
        return "number";
    case statistics::Reading::marked:
        return "marked";
    case statistics::Reading::ambiguous:
        return "ambiguous";
    case statistics::Reading::dash:
        return "dash";
    case statistics::Reading::words:
        break;
    }
    return "words";
}

// The columns of a program, in JSON and CSV alike.
Listing long_form(const std::vector<Listed>& listed) {
    Listing listing{"observations", {}, {}, "There are no such figures."};
    for (const char* key : {"evaluation", "indicator", "question", "year", "dims", "value", "raw", "reading",
                            "reason", "unit", "note", "revised", "confidential", "reply", "source"}) {
        listing.columns.push_back({key, ""});
    }
    for (const Listed& each : listed) {
        const Observed& one = *each.one;
        listing.rows.push_back({each.evaluation->evaluation.text(), text_or_nothing(one.indicator),
                                text_or_nothing(one.question),
                                one.year == 0 ? Cell() : Cell(std::int64_t{one.year}), one.dims,
                                text_or_nothing(statistics::value_text(one)), text_or_nothing(one.figure.raw),
                                reading_name(one.figure.reading),
                                one.reason ? Cell(std::string(base::name_of(*one.reason))) : Cell(),
                                text_or_nothing(one.unit), text_or_nothing(one.note), one.revised,
                                one.confidential, text_or_nothing(one.reply), text_or_nothing(one.source)});
    }
    return listing;
}

void print_csv(const Context& context, const Listing& listing) {
    std::string text;
    std::vector<std::string> row;
    for (const Column& column : listing.columns) {
        row.push_back(column.key);
    }
    base::append_csv_row(text, row);
    for (const std::vector<Cell>& cells : listing.rows) {
        row.clear();
        for (const Cell& cell : cells) {
            const auto* const texts = std::get_if<std::vector<std::string>>(&cell);
            const auto* const truth = std::get_if<bool>(&cell);
            row.push_back(texts != nullptr   ? base::join(*texts, " ")
                          : truth != nullptr ? std::string(*truth ? "true" : "false")
                                             : text_of(cell));
        }
        base::append_csv_row(text, row);
    }
    context.out() << text;
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (const std::string_view each : base::split(text, ',')) {
        words.emplace_back(base::trim(each));
    }
    return words;
}

Selection selection_of(const Context& context, const std::vector<EvaluationFigures>& figures) {
    Selection selection;
    selection.indicator = context.option_or("indicator", "");
    selection.question = context.option_or("question", "");
    selection.years = years_option(context);
    const std::string from = context.option_or("from", "all");
    selection.origins = from == "reply"        ? statistics::Origins::replies
                        : from == "statistics" ? statistics::Origins::rows
                                               : statistics::Origins::all;
    if (!selection.indicator.empty()) {
        must_be_known("indicator", selection.indicator, "there are no figures of " + selection.indicator,
                      statistics::indicators_in(figures));
    }
    if (!selection.question.empty()) {
        must_be_known("question", selection.question, "no table answers " + selection.question,
                      statistics::questions_in(figures));
    }
    if (const auto by = context.option("by")) {
        selection.by = words_of(*by);
        for (const std::string& dimension : *selection.by) {
            std::vector<std::string> known = statistics::dimensions_in(figures);
            known.emplace_back("total");
            must_be_known("by", dimension, "there are no figures by " + dimension, known);
        }
    }
    return selection;
}

void run(Context& context) {
    if (context.has("csv") && context.wants_json()) {
        throw base::Error(base::ErrorKind::usage, "--csv and --json together").help("give one of them");
    }
    const store::Register where = open_to_read(context);
    const std::string& what = context.argument("WHAT");
    const std::vector<EvaluationFigures> figures = chosen_figures(where, what);
    Selection selection = selection_of(context, figures);
    if (!is_evaluation(what) && !is_known_subject(where, what)) {
        if (!selection.indicator.empty() && selection.indicator != what) {
            throw base::Error(base::ErrorKind::usage, what + " is an indicator already")
                .at("--indicator")
                .help("name an evaluation or a subject, or leave the option out");
        }
        selection.indicator = what;
    }
    const std::vector<Listed> listed = statistics::select(figures, selection);
    if (context.has("csv")) {
        print_csv(context, long_form(listed));
    } else if (context.wants_json() || listed.empty()) {
        print(context, long_form(listed));
    } else {
        context.out() << figures_text(listed, selection.by, context.width());
    }
}

}  // namespace

Command describe() {
    return {.noun = "statistics",
            .verb = "show",
            .summary = "show figures, as written and where from",
            .arguments = {{"WHAT", "an evaluation, a subject or an indicator"}},
            .options = {{"indicator", "INDICATOR", "only that one's figures"},
                        {"question", "QUESTION", "only the tables that answer it"},
                        {"years", "YEARS", "2012-2016, 2015 or 2012,2015"},
                        {"by", "DIM[,DIM]", "a table by these dimensions, years side by side; or total"},
                        {"from",
                         "ORIGIN",
                         "only cells of replies, or rows of statistics.csv",
                         {"reply", "statistics", "all"}},
                        {"csv", "", "as CSV"}},
            .json = Json::yes,
            .run = run};
}

}  // namespace rapporteur::cli::command::statistics_show
