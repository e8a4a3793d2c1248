// SPDX-License-Identifier: EUPL-1.2
// A chart of an indicator's or a question's figures, by the code that draws those of reports.
#include "base/error.hpp"
#include "base/file.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "cli/statistics_choice.hpp"
#include "report/figure_text.hpp"
#include "report/words.hpp"
#include "statistics/chart.hpp"
#include "statistics/selection.hpp"
#include "store/evaluations.hpp"

#include <filesystem>

namespace rapporteur::cli::command::statistics_chart {

namespace {

using statistics::StatisticsTable;
using statistics::TableRequest;

TableRequest asked(const Context& context, const statistics::EvaluationFigures& figures) {
    TableRequest request;
    request.indicator = context.option_or("indicator", "");
    request.question = context.option_or("question", "");
    request.reply = context.option_or("reply", "government");
    request.by = context.option_or("by", "total");
    request.kind = context.option_or("kind", "bars");
    request.years = years_option(context);
    if (request.indicator.empty() == request.question.empty()) {
        throw base::Error(base::ErrorKind::usage, "a chart is of an indicator or of a question")
            .help("give --indicator INDICATOR or --question QUESTION");
    }
    if (!request.indicator.empty()) {
        must_be_known("indicator", request.indicator, "there are no figures of " + request.indicator,
                      statistics::indicators_in({figures}));
    } else {
        must_be_known("question", request.question, "no table answers " + request.question,
                      statistics::questions_in({figures}));
    }
    return statistics::drawn_from(figures.observations, std::move(request));
}

void refuse_undrawable(const StatisticsTable& table, const TableRequest& request) {
    const std::string what = request.question.empty() ? request.indicator : request.question;
    if (table.rows.empty() || !table.has_figures()) {
        throw base::Error(base::ErrorKind::not_found,
                          "there is nothing to draw: no figures of " + what + " by " + request.by)
            .help("see what there is with: rapporteur statistics show");
    }
    std::size_t parts = 0;
    for (const statistics::TableRow& row : table.rows) {
        parts += row.kind == statistics::RowKind::part ? 1U : 0U;
    }
    if (parts > statistics::k_most_series) {
        throw base::Error(base::ErrorKind::usage, std::to_string(parts) + " series in one chart; at most " +
                                                      std::to_string(statistics::k_most_series) +
                                                      " can be told apart")
            .help("look at the figures with: rapporteur statistics show");
    }
}

Listing rows_of(const StatisticsTable& table, const report::Words& words) {
    Listing listing{"rows", {{"code", ""}, {"label", "By"}}, {}, ""};
    for (const int year : table.years) {
        listing.columns.push_back({std::to_string(year), std::to_string(year), Align::right});
    }
    for (const statistics::TableRow& row : table.rows) {
        std::vector<Cell> cells{text_or_nothing(row.code),
                                row.kind == statistics::RowKind::part ? row.label : words.total};
        for (const statistics::TableCell& cell : row.cells) {
            cells.emplace_back(report::printed_cell(cell, words));
        }
        listing.rows.push_back(std::move(cells));
    }
    return listing;
}

void write_picture(const Context& context, const std::string& path, const std::string& svg) {
    if (std::filesystem::path(path).extension() != ".svg") {
        throw base::Error(base::ErrorKind::usage, "charts are drawn as SVG")
            .at(path)
            .help("end its name in .svg");
    }
    if (std::filesystem::exists(std::filesystem::symlink_status(path)) && !context.has("force")) {
        throw base::Error(base::ErrorKind::conflict, "the file is there already")
            .at(path)
            .help("name another with --output FILE, or write over it with --force");
    }
    base::write_atomically(path, svg);
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const domain::EvaluationId evaluation(context.argument("EVALUATION"));
    store::need_evaluation(where, evaluation);
    const statistics::EvaluationFigures figures = statistics::figures_of(where, evaluation);
    const TableRequest request = asked(context, figures);
    const report::Words& words = report::words_in(context.option_or("language", "en"));
    statistics::Vocabulary vocabulary(words.language);
    for (const auto& [name, form] : figures.forms) {
        if (form.questionnaire) {
            vocabulary.add(*form.questionnaire);
        }
    }
    const StatisticsTable table = statistics::build_table(figures.observations, request, vocabulary);
    refuse_undrawable(table, request);
    const document::ChartSpec spec = statistics::chart_of(
        table, request.kind, {words.total, report::head_of_rows(table, words)}, statistics::YearMarks::stars);
    const std::string name = request.question.empty() ? request.indicator : request.question;
    const std::string path = context.option_or("output", name + "-" + request.by + ".svg");
    write_picture(context, path, document::chart_svg(spec));
    Card card;
    card.fields = {{"file", "File", path},
                   {"alternative", "In words", spec.value_axis + ". " + document::chart_in_words(spec)},
                   {"note", "Notes", text_or_nothing(report::chart_notes(table, words))},
                   {"sources", "Sources", table.sources},
                   {"confidential", "", table.confidential}};
    card.lists = {rows_of(table, words)};
    print(context, card);
    if (table.confidential) {
        context.err()
            << "warning: figures whose publication the sender refused are drawn; not for publication\n";
    }
}

}  // namespace

Command describe() {
    return {.noun = "statistics",
            .verb = "chart",
            .summary = "draw a chart of figures over the years",
            .arguments = {{"EVALUATION", "its identifier"}},
            .options = {{"indicator", "INDICATOR", "the figures of an indicator, or"},
                        {"question", "QUESTION", "of the table that answers a question"},
                        {"reply", "NAME", "whose table; government"},
                        {"by", "DIM", "a dimension, a series for each code; total"},
                        {"years", "YEARS", "2012-2016, 2015 or 2012,2015"},
                        {"kind", "KIND", "how they are drawn; bars", {"bars", "stacked-bars", "lines"}},
                        {"output", "FILE", "an SVG file; INDICATOR-DIM.svg"},
                        {"language", "CODE", "of the words in it; en"},
                        {"force", "", "write over a file that is there"}},
            .json = Json::yes,
            .run = run};
}

}  // namespace rapporteur::cli::command::statistics_chart
