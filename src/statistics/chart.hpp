// SPDX-License-Identifier: EUPL-1.2
//
// A table of figures as the description of a chart: a series for each row, a category for each year, gaps left open. The drawing is
// document/charts'; captions, sources and notes are the caller's. Called by reports and by `statistics chart`.
#pragma once

#include "document/charts.hpp"
#include "statistics/table.hpp"

#include <string>

namespace rapporteur::statistics {

inline constexpr std::size_t k_most_series = 6;  // that can be told apart in grey

enum class YearMarks {
    none,
    stars
};  // stars: "2015*" where a figure of the year is revised or bears its sender's mark

struct ChartWords {
    std::string total;       // names the total's series
    std::string value_axis;  // "Number of persons"
};

// Totals are left out beside parts. `kind` is bars, stacked-bars or lines; "" is bars. The caller sees to there being figures, and not
// more than k_most_series.
document::ChartSpec chart_of(const StatisticsTable& table, std::string_view kind, const ChartWords& words,
                             YearMarks marks = YearMarks::none);

// What a request by an indicator is drawn from: the rows of statistics.csv, or else the question of a reply that has the indicator's
// figures by that dimension. Without years: all there are.
TableRequest drawn_from(const std::vector<Observed>& observations, TableRequest request);

}  // namespace rapporteur::statistics
