// SPDX-License-Identifier: EUPL-1.2
#include "statistics/chart.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::statistics;

namespace {

Observed observed(int year, std::vector<std::string> dims, const char* raw,
                  const char* reply = "government") {
    Observed one;
    one.indicator = "victims";
    one.year = year;
    one.dims = std::move(dims);
    one.figure = read_figure(raw);
    one.reply = reply;
    one.question = *reply == '\0' ? "" : "stat.one";
    return one;
}

TableRequest request(const char* by) {
    TableRequest result;
    result.indicator = "victims";
    result.by = by;
    return result;
}

}  // namespace

TEST_SUITE_BEGIN("statistics.chart");

TEST_CASE("a year without a figure is a gap and a year with a revised one has a star") {
    std::vector<Observed> all{observed(2012, {}, "5"), observed(2014, {}, "0"), observed(2015, {}, "7*"),
                              observed(2016, {}, "8")};
    all.back().revised = true;
    const TableRequest drawn = drawn_from(all, request("total"));
    CHECK(drawn.question == "stat.one");
    const StatisticsTable table = build_table(all, drawn, Vocabulary("en"));
    const auto spec = chart_of(table, "lines", {"Total", "Persons"}, YearMarks::stars);
    CHECK(spec.kind == document::ChartKind::lines);
    CHECK(spec.categories == std::vector<std::string>{"2012", "2013", "2014", "2015*", "2016*"});
    REQUIRE(spec.series.size() == 1);
    CHECK(spec.series[0].name == "Total");
    CHECK(spec.series[0].values == std::vector<std::optional<double>>{5, std::nullopt, 0, 7, 8});
    CHECK(chart_of(table, "", {"Total", ""}).categories.back() == "2016");
}

TEST_CASE("rows of statistics.csv come before a reply's table, and totals are left out beside parts") {
    const std::vector<Observed> all{observed(2012, {"form=labour"}, "3"),
                                    observed(2012, {"form=labour"}, "4", ""),
                                    observed(2012, {"form=other"}, "2", ""), observed(2012, {}, "6", "")};
    const TableRequest drawn = drawn_from(all, request("form"));
    CHECK(drawn.question.empty());
    const auto spec = chart_of(build_table(all, drawn, Vocabulary("en")), "", {"Total", ""});
    REQUIRE(spec.series.size() == 2);
    CHECK(spec.series[0].values.front() == 4);
}

TEST_SUITE_END();
