// SPDX-License-Identifier: EUPL-1.2
// Charts of the report's own figures as SVG, drawn by gnuplot in the jail. Readable in grey: bars differ by filling
// and lines by dash and mark, and each series by its name. The caption, the alternative text and the table of the same
// figures beside it are the caller's. Called by the statistics room.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::document {

enum class ChartKind { bars, stacked_bars, lines };

struct ChartSeries {
    std::string name;
    std::vector<std::optional<double>> values;  // one a category; none: a gap, which is left open
};

struct ChartSpec {
    ChartKind kind = ChartKind::bars;
    std::vector<std::string> categories;  // along the axis: years, forms ...
    std::vector<ChartSeries> series;      // one to six
    std::string value_axis;               // what the numbers count, with their unit
};

// Error(internal) where a series is not as long as the categories; Error(tool_failed) where gnuplot is missing
// (gnuplot-nox) or fails.
std::string chart_svg(const ChartSpec& chart);

// The figures in words: "Women: 35 in 2017, 36 in 2018 ...; Men: ..." for who cannot see the chart.
std::string chart_in_words(const ChartSpec& chart);

}  // namespace rapporteur::document
