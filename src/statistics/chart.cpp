// SPDX-License-Identifier: EUPL-1.2
#include "statistics/chart.hpp"

#include <algorithm>
#include <set>

namespace rapporteur::statistics {

namespace {

document::ChartKind chart_kind(std::string_view kind) {
    if (kind == "lines") {
        return document::ChartKind::lines;
    }
    return kind == "stacked-bars" ? document::ChartKind::stacked_bars : document::ChartKind::bars;
}

bool is_marked(const StatisticsTable& table, const TableCell& cell) {
    return cell.value && (!cell.suffix.empty() ||
                          std::any_of(table.notes.begin(), table.notes.end(), [&](const TableNote& note) {
                              return note.revised && note.mark == cell.mark;
                          }));
}

bool is_drawn(const StatisticsTable& table, const TableRow& row) {
    return row.kind == RowKind::part || table.rows.size() == 1;
}

bool is_by(const Observed& one, const std::string& by) {
    return by == "total" ? one.dims.empty() : one.dims.size() == 1 && one.code_of(by).has_value();
}

}  // namespace

document::ChartSpec chart_of(const StatisticsTable& table, std::string_view kind, const ChartWords& words,
                             YearMarks marks) {
    document::ChartSpec spec;
    spec.kind = chart_kind(kind);
    spec.value_axis = words.value_axis;
    for (std::size_t i = 0; i < table.years.size(); ++i) {
        const bool star = marks == YearMarks::stars &&
                          std::any_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
                              return is_drawn(table, row) && is_marked(table, row.cells[i]);
                          });
        spec.categories.push_back(std::to_string(table.years[i]) + (star ? "*" : ""));
    }
    for (const TableRow& row : table.rows) {
        if (!is_drawn(table, row)) {
            continue;
        }
        document::ChartSeries series;
        series.name = row.kind == RowKind::part ? row.label : words.total;
        for (const TableCell& cell : row.cells) {
            series.values.push_back(cell.value ? std::optional<double>(cell.value->approximate())
                                               : std::nullopt);
        }
        spec.series.push_back(std::move(series));
    }
    return spec;
}

TableRequest drawn_from(const std::vector<Observed>& observations, TableRequest request) {
    const auto fits = [&](const Observed& one) {
        return is_by(one, request.by) && one.year != 0 &&
               (request.question.empty() ? one.indicator == request.indicator
                                         : one.question == request.question && one.reply == request.reply);
    };
    const bool rows = std::any_of(observations.begin(), observations.end(),
                                  [&](const Observed& one) { return one.reply.empty() && fits(one); });
    const auto cell = std::find_if(observations.begin(), observations.end(), [&](const Observed& one) {
        return one.reply == request.reply && fits(one);
    });
    if (request.question.empty() && !rows && cell != observations.end()) {
        request.question = cell->question;
        request.indicator.clear();
    }
    if (request.years.empty()) {
        std::set<int> years;
        for (const Observed& one : observations) {
            if (fits(one) && one.reply.empty() == request.question.empty()) {
                years.insert(one.year);
            }
        }
        for (int year = years.empty() ? 1 : *years.begin(); !years.empty() && year <= *years.rbegin();
             ++year) {
            request.years.push_back(year);  // those between, too: a gap is shown
        }
    }
    return request;
}

}  // namespace rapporteur::statistics
