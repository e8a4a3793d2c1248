// SPDX-License-Identifier: EUPL-1.2
#include "report/figures.hpp"

#include "base/text.hpp"
#include "document/charts.hpp"
#include "report/figure_text.hpp"
#include "statistics/chart.hpp"
#include "store/replies.hpp"

#include <fmt/core.h>

namespace rapporteur::report {
namespace {

document::Inlines with_mark(document::Inlines content, const std::string& mark) {
    if (!mark.empty()) {
        content.push_back(document::Inline{
            document::Styled{document::Style::superscript, {document::Inline{document::Str{mark}}}}});
    }
    return content;
}

document::Inlines strong(document::Inlines content) {
    return {document::Inline{document::Styled{document::Style::strong, std::move(content)}}};
}

// Marks of notes behind the figures, and the total in bold.
void finish_cells(document::Block& block, const statistics::StatisticsTable& table) {
    auto* div = block.as<document::Div>();
    auto* tree =
        div == nullptr || div->content.empty() ? nullptr : div->content.front().as<document::Table>();
    if (tree == nullptr || tree->bodies.empty()) {
        return;
    }
    std::vector<document::Row>& rows = tree->bodies.front().rows;
    for (std::size_t r = 0; r < rows.size() && r < table.rows.size(); ++r) {
        const bool total = table.rows[r].kind != statistics::RowKind::part;
        for (std::size_t c = 0; c < rows[r].cells.size(); ++c) {
            document::Inlines content;
            if (auto* plain = rows[r].cells[c].content.front().as<document::Plain>()) {
                content = std::move(plain->content);
            }
            if (total && table.rows.size() > 1) {
                content = strong(std::move(content));
            }
            if (c > 0) {
                content = with_mark(std::move(content), table.rows[r].cells[c - 1].mark);
            }
            rows[r].cells[c].content = {document::Block{document::Plain{std::move(content)}}};
        }
    }
}

}  // namespace

struct FigureMaker::Request {
    statistics::TableRequest request;
    statistics::StatisticsTable table;
    Caption caption;
    std::string id;
    bool chart = false;
};

Caption split_caption(std::string_view text) {
    const std::string line = base::collapse_spaces(text);
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) {
        return {"", line};
    }
    const auto words = base::split_words(std::string_view(line).substr(0, colon));
    const bool numbered = words.size() == 2 && words[1].size() <= 4 && base::is_ascii_token(words[1]);
    return numbered ? Caption{line.substr(0, colon), line.substr(colon + 2)} : Caption{"", line};
}

FigureMaker::FigureMaker(const Material& material, const Words& words, Drawing drawing)
    : m_material(material), m_words(words), m_drawing(drawing),
      m_report_words(document::report_words(material.language)) {}

document::Blocks FigureMaker::replace(document::Blocks blocks, const base::Place& place,
                                      const std::string& key) {
    int count = 0;
    document::Rewriter rewriter;
    rewriter.block = [&](document::Block node) -> document::Blocks {
        const auto* code = node.as<document::CodeBlock>();
        if (code == nullptr || (!code->attr.has_class("statistics") && !code->attr.has_class("chart"))) {
            return {std::move(node)};
        }
        return make(*code, place, fmt::format("{}-{}", key, ++count));
    };
    return document::rewrite(std::move(blocks), rewriter);
}

document::Blocks FigureMaker::make(const document::CodeBlock& code, const base::Place& place,
                                   const std::string& id) {
    auto asked = statistics::read_request(code.attr.values, place, m_problems);
    if (!asked) {
        return {};
    }
    Request request;
    request.chart = code.attr.has_class("chart");
    request.caption = split_caption(code.text);
    request.id = id;
    request.table = statistics::build_table(m_material.observations, *asked, *m_material.vocabulary);
    request.request = std::move(*asked);
    judge(request, place);
    if (request.table.rows.empty()) {
        return {};
    }
    if (request.chart && m_drawing != Drawing::as_table) {
        ++m_charts;
        return chart(request, place);
    }
    ++m_tables;
    return {table(request)};
}

void FigureMaker::judge(const Request& request, const base::Place& place) {
    const statistics::TableRequest& asked = request.request;
    const std::string what = asked.question.empty()
                                 ? "indicator " + asked.indicator
                                 : "question " + asked.question + " of the reply " + asked.reply;
    if (request.caption.text.empty()) {
        base::add_error(m_problems, place, fmt::format("the figures of {} have no caption", what),
                        "write it between the ``` lines");
    }
    if (request.table.rows.empty()) {
        base::add_error(m_problems, place, fmt::format("there are no figures of {} by {}", what, asked.by),
                        "look at the dimension, the years and the filters");
        return;
    }
    if (!request.table.has_figures()) {
        base::add_warning(m_problems, place, fmt::format("{} has no figure in any of these years", what));
    }
    if (request.table.confidential) {
        const bool final_report = m_material.report.kind == domain::ReportKind::final_;
        const std::string text = fmt::format("prints figures of {} whose publication was refused", what);
        if (final_report) {
            base::add_error(m_problems, place, text, "use merged figures: rows of statistics.csv");
        } else {
            base::add_note(m_problems, place, text, "the final report may not print them");
        }
    }
    for (const statistics::TableRow& row : request.table.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto state = row.cells[i].state;
            const std::string where = fmt::format("{}, {} in {}", what, row.code.empty() ? "total" : row.code,
                                                  request.table.years[i]);
            if (state == statistics::CellState::unknown && row.kind != statistics::RowKind::computed_total) {
                base::add_warning(m_problems, place,
                                  where + ": neither a figure nor a reason for its absence",
                                  "add a row or a cell with a reason");
            } else if (state == statistics::CellState::words) {
                base::add_warning(
                    m_problems, place,
                    fmt::format("{}: \"{}\" is printed as it is, it is no number", where, row.cells[i].raw));
            }
        }
    }
    for (const statistics::Disagreement& each : request.table.disagreements) {
        base::add_warning(m_problems, place,
                          fmt::format("{}: the parts of {} add up to {}, the total given is {}", what,
                                      each.year, each.sum.text(), each.total.text()));
    }
}

document::Block FigureMaker::table(const Request& request) {
    const statistics::StatisticsTable& table = request.table;
    document::TableContent content;
    content.id = request.id;
    content.label = request.caption.label;
    content.caption = request.caption.text;
    content.columns.push_back({head_of_rows(table, m_words), document::ColumnKind::words});
    for (const int year : table.years) {
        content.columns.push_back({std::to_string(year), document::ColumnKind::figures});
    }
    for (const statistics::TableRow& row : table.rows) {
        std::vector<std::string> line{row.kind == statistics::RowKind::part ? row.label : m_words.total};
        for (const statistics::TableCell& cell : row.cells) {
            line.push_back(printed_cell(cell, m_words));
        }
        content.rows.push_back(std::move(line));
    }
    content.source = source_line(table, m_material, m_words);
    document::Block block = document::data_table(std::move(content), m_report_words);
    finish_cells(block, table);
    document::Inlines notes = table_notes(table, m_words);
    if (auto* div = block.as<document::Div>(); div != nullptr && !notes.empty()) {
        document::Inlines line = document::text_inlines(m_report_words.note);
        line.push_back(document::Inline{document::Space{}});
        document::append(line, std::move(notes));
        div->content.push_back(document::Block{document::Div{
            document::Attr{"", {"remark"}, {}}, {document::Block{document::Paragraph{std::move(line)}}}}});
    }
    return block;
}

document::Blocks FigureMaker::chart(const Request& request, const base::Place& place) {
    const document::ChartSpec spec = statistics::chart_of(
        request.table, request.request.kind, {m_words.total, head_of_rows(request.table, m_words)});
    if (spec.series.size() > statistics::k_most_series) {
        base::add_error(m_problems, place,
                        fmt::format("a chart of {} series; at most {} can be told apart", spec.series.size(),
                                    statistics::k_most_series),
                        "choose with filters, or print a table");
        return {};
    }
    if (m_drawing == Drawing::draw) {
        m_pictures[request.id] = document::chart_svg(spec);
    }
    document::FigureContent content;
    content.id = request.id;
    content.label = request.caption.label;
    content.caption = request.caption.text;
    content.picture = request.id;
    content.alternative = request.caption.text + ". " + document::chart_in_words(spec);
    content.source = source_line(request.table, m_material, m_words);
    content.note = chart_notes(request.table, m_words);
    return {document::figure(std::move(content), m_report_words)};
}

}  // namespace rapporteur::report
