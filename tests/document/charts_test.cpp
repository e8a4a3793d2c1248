// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "document/charts.hpp"
#include "document/fake_program.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::document;

namespace {

ChartSpec sample(ChartKind kind) {
    ChartSpec chart;
    chart.kind = kind;
    chart.categories = {"2017", "2018", "2019"};
    chart.series = {{"Women", {35, std::nullopt, 31.5}}, {"Men", {9, 14, 14}}};
    chart.value_axis = "Victims";
    return chart;
}

bool has(const std::string& text, const char* what) {
    return text.find(what) != std::string::npos;
}

}  // namespace

TEST_SUITE("document.charts") {
    TEST_CASE("every kind of chart is drawn with names and figures") {
        for (const ChartKind kind : {ChartKind::bars, ChartKind::stacked_bars, ChartKind::lines}) {
            const std::string svg = chart_svg(sample(kind));
            CHECK(has(svg, "Women"));
            CHECK(has(svg, "2018"));
            CHECK(has(svg, "Victims"));
            CHECK(has(svg, "Noto Sans"));
            CHECK_FALSE(has(svg, "GNUPLOT"));
            CHECK_FALSE(has(svg, "<script"));
            CHECK(chart_svg(sample(kind)) == svg);
        }
    }

    TEST_CASE("names cannot give orders to gnuplot") {
        ChartSpec chart = sample(ChartKind::bars);
        chart.series[0].name = "x' ; system('touch /tmp/pwned') ; '`id`\nset output 'y'";
        chart.categories[0] = "don't $figures \"`id`\"";
        const std::string svg = chart_svg(chart);
        CHECK(has(svg, "`id`"));
        CHECK(has(svg, "don't $figures"));
        CHECK_FALSE(has(svg, "uid="));
    }

    TEST_CASE("the figures are told in words") {
        CHECK(chart_in_words(sample(ChartKind::bars)) ==
              "Women: 35 (2017), – (2018), 31.5 (2019); Men: 9 (2017), 14 (2018), 14 (2019).");
    }

    TEST_CASE("series that do not fit their categories are a fault of ours") {
        ChartSpec chart = sample(ChartKind::lines);
        chart.series[1].values.pop_back();
        CHECK_THROWS_AS(chart_svg(chart), base::Error);
        CHECK_THROWS_AS(chart_svg(ChartSpec{}), base::Error);
    }

    TEST_CASE("a missing gnuplot is named with its package") {
        const FakePath empty_path;
        try {
            chart_svg(sample(ChartKind::bars));
            FAIL("drawn without gnuplot");
        } catch (const base::Error& error) {
            CHECK(error.kind() == base::ErrorKind::tool_failed);
            CHECK(has(base::describe(error), "gnuplot-nox"));
        }
    }
}
