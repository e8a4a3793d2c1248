// SPDX-License-Identifier: EUPL-1.2
#include "document/charts.hpp"

#include "base/error.hpp"
#include "base/jail.hpp"
#include "base/text.hpp"
#include "document/pandoc.hpp"

#include <fmt/core.h>

#include <array>
#include <cmath>

namespace rapporteur::document {
namespace {

// Apart in lightness as well as in hue, neighbours most of all, so that a grey print can be read.
constexpr std::array<const char*, 6> k_colours{"#1f4e79", "#a9c1da", "#5b86b1",
                                               "#dfe7f0", "#33383e", "#8f979f"};
constexpr std::array<int, 6> k_marks{7, 5, 9, 6, 4, 8};

// A text between single marks: gnuplot runs commands found between backticks in double ones, never in these.
std::string in_marks(std::string_view text) {
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'') {
            result += "''";
        } else {
            result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return result + "'";
}

std::string number(double value) {
    return fmt::format("{:.12g}", value);
}

void check(const ChartSpec& chart) {
    bool sound =
        !chart.categories.empty() && !chart.series.empty() && chart.series.size() <= k_colours.size();
    for (const ChartSeries& series : chart.series) {
        sound = sound && series.values.size() == chart.categories.size();
        for (const auto& value : series.values) {
            sound = sound && (!value || std::isfinite(*value));
        }
    }
    if (!sound) {
        throw base::Error(base::ErrorKind::internal, "a chart whose series do not fit its categories");
    }
}

// One row a category: its index, then the series' values.
std::string data_of(const ChartSpec& chart) {
    std::string data = "$figures << END\n";
    for (std::size_t row = 0; row < chart.categories.size(); ++row) {
        data += fmt::format("{}", row);
        for (const ChartSeries& series : chart.series) {
            data += ' ';
            data += series.values[row] ? number(*series.values[row]) : "?";
        }
        data += '\n';
    }
    return data + "END\n";
}

std::string frame_of(const ChartSpec& chart) {
    std::string script = "set terminal svg size 640,300 font 'Noto Sans,12' noenhanced background '#ffffff'\n"
                         "set datafile missing '?'\n"
                         "set encoding utf8\n"
                         "set border 1 lc '#8b97a5'\n"
                         "set grid ytics lc '#dde3ea' lt 1 lw 0.6\n"
                         "set xtics nomirror scale 0 textcolor '#33383e'\n"
                         "set ytics nomirror scale 0 textcolor '#33383e'\n"
                         "set yrange [0:*]\n"
                         "set key outside bottom center horizontal samplen 1.6 height 0.4\n"
                         "set rmargin 2\nset tmargin 1.5\n";
    script +=
        fmt::format("set xrange [-0.6:{}]\n", number(static_cast<double>(chart.categories.size()) - 0.4));
    script += "set xtics (";
    for (std::size_t i = 0; i < chart.categories.size(); ++i) {
        script += fmt::format("{}{} {}", i == 0 ? "" : ", ", in_marks(chart.categories[i]), i);
    }
    script += ")\n";
    if (!chart.value_axis.empty()) {
        script += "set ylabel " + in_marks(chart.value_axis) + " offset 1,0\n";
    }
    return script;
}

std::string bars_of(const ChartSpec& chart) {
    const bool stacked = chart.kind == ChartKind::stacked_bars;
    const auto count = static_cast<double>(chart.series.size());
    std::string script =
        stacked ? "set style histogram rowstacked\n" : "set style histogram clustered gap 1\n";
    script += "set style data histograms\nset style fill solid 1 border lc '#1f4e79'\n";
    script += stacked ? "set boxwidth 0.6\nplot " : "set boxwidth 0.9\nplot ";
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        script += fmt::format("{}$figures using {} title {} lc '{}'", i == 0 ? "" : ", ", i + 2,
                              in_marks(chart.series[i].name), k_colours.at(i));
    }
    for (std::size_t i = 0; !stacked && i < chart.series.size(); ++i) {
        // Bars of a cluster share (count + 1) parts: gap 1 leaves one part between clusters.
        const double shift = (static_cast<double>(i) - (count - 1) / 2) / (count + 1);
        script +=
            fmt::format(", $figures using ($1+({0})):{1}:{1} with labels notitle offset 0,0.5 font ',10'",
                        number(shift), i + 2);
    }
    return script + "\n";
}

std::string lines_of(const ChartSpec& chart) {
    std::string script = "plot ";
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        script +=
            fmt::format("{}$figures using 1:{} with linespoints title {} lc '{}' lw 2 dt {} pt {} ps 0.8",
                        i == 0 ? "" : ", ", i + 2, in_marks(chart.series[i].name),
                        i == 3 ? "#8f979f" : k_colours.at(i), i + 1, k_marks.at(i));
    }
    return script + "\n";
}

// What gnuplot says of itself would be shown as the picture's title.
std::string without_element(std::string svg, const std::string& name) {
    const std::size_t begin = svg.find("<" + name + ">");
    const std::size_t end = svg.find("</" + name + ">");
    if (begin != std::string::npos && end != std::string::npos && end > begin) {
        svg.erase(begin, end + name.size() + 3 - begin);
    }
    return svg;
}

}  // namespace

std::string chart_svg(const ChartSpec& chart) {
    check(chart);
    const std::string script = frame_of(chart) + data_of(chart) +
                               (chart.kind == ChartKind::lines ? lines_of(chart) : bars_of(chart));
    base::JailedRun run;
    run.command.program = base::require_program("gnuplot");
    run.command.input = script;
    run.command.environment = tool_environment();
    run.command.cpu_limit = std::chrono::seconds(10);
    run.command.time_limit = std::chrono::seconds(20);
    run.origin = base::Origin::own_text;
    const base::Outcome outcome = base::run_in_jail(run);
    if (!outcome.succeeded() || outcome.out.find("</svg>") == std::string::npos) {
        throw base::tool_error("gnuplot", outcome);
    }
    return without_element(without_element(outcome.out, "title"), "desc");
}

std::string chart_in_words(const ChartSpec& chart) {
    check(chart);
    std::string words;
    for (const ChartSeries& series : chart.series) {
        words += words.empty() ? "" : "; ";
        words += series.name + ":";
        for (std::size_t i = 0; i < chart.categories.size(); ++i) {
            const auto& value = series.values[i];
            words += fmt::format("{} {} ({})", i == 0 ? "" : ",", value ? number(*value) : "–",
                                 chart.categories[i]);
        }
    }
    return words + ".";
}

}  // namespace rapporteur::document
