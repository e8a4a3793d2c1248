// SPDX-License-Identifier: EUPL-1.2
#include "statistics/selection.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::statistics;

namespace {

Observed observed(const char* indicator, int year, std::vector<std::string> dims, const char* raw,
                  const char* reply = "") {
    Observed one;
    one.indicator = indicator;
    one.year = year;
    one.dims = std::move(dims);
    one.figure = read_figure(raw);
    one.reply = reply;
    one.question = *reply == '\0' ? "" : "stat.one";
    one.unit = "persons";
    return one;
}

std::vector<EvaluationFigures> two_rounds() {
    std::vector<EvaluationFigures> rounds(2);
    rounds[0].evaluation = domain::EvaluationId("peer/XAA-1");
    rounds[0].observations = {observed("victims", 2011, {}, "55", "government"),
                              observed("victims", 2012, {}, "61", "government")};
    rounds[1].evaluation = domain::EvaluationId("peer/XAA-2");
    rounds[1].observations = {observed("victims", 2013, {}, "1 234", "government"),
                              observed("victims", 2012, {}, "60", "government"),
                              observed("victims", 2012, {"sex=f"}, "40", "government"),
                              observed("victims", 2012, {"form=labour", "sex=f"}, "3", "government"),
                              observed("cases", 2012, {}, "7"),
                              observed("victims", 2012, {}, "62")};
    return rounds;
}

// "peer/XAA-2 2012 sex=f: 40"
std::vector<std::string> lines(const Selection& selection) {
    static const std::vector<EvaluationFigures> rounds = two_rounds();
    std::vector<std::string> result;
    for (const Listed& each : select(rounds, selection)) {
        std::string line = each.evaluation->evaluation.text() + " " + std::to_string(each.one->year);
        for (const std::string& dim : each.one->dims) {
            line += " " + dim;
        }
        result.push_back(line + ": " + each.one->figure.raw);
    }
    return result;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_SUITE_BEGIN("statistics.selection");

TEST_CASE("a series runs through the rounds, and what several sources say of a year stands together") {
    Selection selection;
    selection.indicator = "victims";
    selection.by = Lines{"total"};
    CHECK(lines(selection) == Lines{"peer/XAA-1 2011: 55", "peer/XAA-1 2012: 61", "peer/XAA-2 2012: 60",
                                    "peer/XAA-2 2012: 62", "peer/XAA-2 2013: 1 234"});
    selection.origins = Origins::rows;
    CHECK(lines(selection) == Lines{"peer/XAA-2 2012: 62"});
    selection.origins = Origins::replies;
    selection.years = {2013};
    CHECK(lines(selection) == Lines{"peer/XAA-2 2013: 1 234"});
}

TEST_CASE("by a dimension: its codes and the totals over it, and nothing of other dimensions") {
    Selection selection;
    selection.by = Lines{"sex"};
    selection.years = {2012};
    selection.question = "stat.one";
    CHECK(lines(selection) ==
          Lines{"peer/XAA-1 2012: 61", "peer/XAA-2 2012: 60", "peer/XAA-2 2012 sex=f: 40"});
    selection.by = Lines{"sex", "form"};
    CHECK(lines(selection).back() == "peer/XAA-2 2012 form=labour sex=f: 3");
    selection.by.reset();
    CHECK(lines(selection).size() == 4);
}

TEST_CASE("the six answers: the number, and what was written where that is something else") {
    const auto both = [](const char* raw) {
        const Observed one = observed("victims", 2012, {}, raw);
        return value_text(one) + "|" + raw_where_it_differs(one);
    };
    CHECK(both("1234") == "1234|");
    CHECK(both("1 234") == "1234|1 234");
    CHECK(both("1,236") == "1236|1,236");
    CHECK(both("5*") == "5|5*");
    CHECK(both("n/a") == "|n/a");
    CHECK(both("—") == "|—");
    CHECK(both("") == "|");
}

TEST_CASE("what there is, for who misspelt it") {
    CHECK(indicators_in(two_rounds()) == Lines{"cases", "victims"});
    CHECK(questions_in(two_rounds()) == Lines{"stat.one"});
    CHECK(dimensions_in(two_rounds()) == Lines{"form", "sex"});
}

TEST_SUITE_END();
