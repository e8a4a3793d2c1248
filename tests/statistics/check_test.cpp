// SPDX-License-Identifier: EUPL-1.2
#include "statistics/invented_rounds.hpp"

using namespace rapporteur;
using namespace rapporteur::statistics;
using namespace rapporteur::statistics::invented;

TEST_SUITE_BEGIN("statistics.check");

TEST_CASE("a table without faults has none, and its figures are counted") {
    Round round = quiet_round("peer/XAA-2");
    round.cell(2013, "f").raw = "";
    round.cell(2013, "f").reason = domain::NoAnswer::not_disaggregated;
    const CheckedStatistics checked = check({round});
    CHECK(named(checked).empty());
    CHECK(checked.figures == 44);
    CHECK(checked.without == 1);
    CHECK(checked.in_replies == 25);
    CHECK(checked.in_rows == 20);
}

TEST_CASE("six answers are six different answers") {
    Round round = quiet_round("peer/XAA-2");
    const auto spoilt = [&](const char* raw) {
        Round other = round;
        other.cell(2012, "f").raw = raw;
        return check({other});
    };
    const std::string at = "stat.identified[year=2012 sexage=f]";
    CHECK(named(spoilt("20")).empty());
    only(spoilt("n/a"), "no-figure error " + at, "\"n/a\" is no figure");
    only(spoilt("—"), "no-figure error " + at, "\"—\" may mean none, nothing known or not applicable");
    only(spoilt("20*"), "mark-without-note warning " + at,
         "\"20*\" has the mark *, and no note says what it means");
    only(spoilt(""), "unexplained warning " + at, "neither a figure nor a reason for having none");
    only(spoilt("20.5"), "decimals error " + at, "\"20.5\" has decimals, where persons are whole numbers");
    // With a space or a comma between thousands it is the number, and then the total is what is wrong.
    CHECK(named(spoilt("1 236")).front() == "leap warning " + at);
    CHECK(named(spoilt("1,236")).front() == "leap warning " + at);
    Round decimals = round;
    decimals.cell(2012, "f").raw = "1,236";
    only(check({decimals}, {}, 1), "two-readings error " + at, "\"1,236\" can be read in two ways");
    decimals.cell(2012, "f").raw = "20.55";
    CHECK(named(check({decimals}, {}, 1)).front() == "decimals error " + at);
}

TEST_CASE("a total that its parts contradict names them") {
    Round round = quiet_round("peer/XAA-2", 2012, 2012);
    round.put(2012, "f", "71");
    round.put(2012, "m", "4");
    round.put(2012, "g", "17");
    round.put(2012, "b", "0");
    round.put(2012, "total", "88");
    const CheckedStatistics checked = check({round});
    REQUIRE(checked.faults.size() == 2);
    CHECK(named(checked)[1] == "total error stat.identified[year=2012 sexage=total]");
    CHECK(checked.faults[1].problem.text == "the parts add up to 0 + 71 + 17 + 4 = 92, not 88");
    CHECK(checked.faults[1].problem.place.file == "peer/XAA-2/reply/government");
    CHECK(checked.faults[0].problem.text ==
          "the table asks for 2011, 2013, 2014, 2015 too, and has nothing of it");
}

TEST_CASE("rows of a source: parts larger than the total, and parts that were the whole in another year") {
    Round round = quiet_round("peer/XAA-2");
    SUBCASE("one part") {
        round.put_row(2013, "labour", "31");
        CHECK(named(check({round}, {200, 50})) ==
              std::vector<std::string>{"breakdown error cases[year=2013 form=labour]"});
    }
    SUBCASE("their sum") {
        round.put_row(2013, "labour", "11");
        only(check({round}), "breakdown warning cases[year=2013 form=*]",
             "the parts add up to 11 + 10 + 10 = 31, which is more than the total 30");
        round.row(2013, "labour").note = "Persons in both are counted in both.";
        CHECK(named(check({round})) == std::vector<std::string>{"breakdown note cases[year=2013 form=*]"});
    }
    SUBCASE("less than the whole") {
        round.put_row(2013, "labour", "9");
        only(check({round}), "breakdown warning cases[year=2013 form=*]",
             "the parts add up to 9 + 10 + 10 = 29, not 30; in other years they are the whole");
    }
    SUBCASE("parts that never were the whole are no fault") {
        for (int year = k_first_year; year <= k_last_year; ++year) {
            round.put_row(year, "", "35");
        }
        CHECK(named(check({round})).empty());
    }
    SUBCASE("a part alone says nothing of the whole") {
        round.rows.erase({2013, "labour"});
        round.rows.erase({2013, "other"});
        CHECK(named(check({round})) == std::vector<std::string>{"missing-year note cases[year=2013]"});
    }
}

TEST_CASE("shares of a hundred") {
    Round round;
    round.id = "peer/XAA-2";
    for (const std::string& form : k_forms) {
        round.put_row(2013, form, "33.4");
        round.row(2013, form).unit = "percent";
    }
    CHECK(named(check({round})).empty());
    round.row(2013, "labour").value = "36";
    CHECK(named(check({round})) == std::vector<std::string>{"over-hundred warning cases[year=2013 form=*]"});
    round.row(2013, "labour").value = "101";
    CHECK(named(check({round})).size() == 2);
    CHECK(named(check({round})).front() == "over-hundred error cases[year=2013 form=labour]");
}

TEST_CASE("a leap is measured against the tolerance and the smallest difference, and a note explains it") {
    Round round = quiet_round("peer/XAA-2");
    round.rows.clear();
    round.put_row(2011, "", "40");
    round.put_row(2012, "", "60");
    CHECK(named(check({round})).empty());
    round.put_row(2012, "", "62");
    only(check({round}), "leap warning cases[year=2012]", "62 after 40 in 2011: +55\u00A0%");
    CHECK(named(check({round}, {60, 10})).empty());
    CHECK(named(check({round}, {50, 22})).empty());
    round.row(2012, "").note = "New rules of counting.";
    only(check({round}), "leap note cases[year=2012]",
         "62 after 40 in 2011: +55\u00A0%; noted: New rules of counting.");
    round.put_row(2011, "", "2");
    round.put_row(2012, "", "9");
    CHECK(named(check({round})).empty());
    round.put_row(2011, "", "0");
    round.put_row(2012, "", "12");
    CHECK(check({round}).faults.front().problem.text == "12 after 0 in 2011");
}

TEST_CASE("the year before is found in the round before") {
    const Round earlier = quiet_round("peer/XAA-1", 2008, 2010);
    Round now = quiet_round("peer/XAA-2");
    now.put(2011, "f", "60");
    now.put(2011, "total", "120");
    now.cell(2012, "f").note = "As before.";
    const CheckedStatistics checked = check({earlier, now});
    REQUIRE(named(checked).size() == 2);
    CHECK(checked.faults[0].problem.text ==
          "60 after 20 in 2010 (peer/XAA-1/reply/government#stat.identified): +200\u00A0%");
    CHECK(named(checked)[1] == "leap note stat.identified[year=2012 sexage=f]");
}

TEST_CASE("the same year given differently in two rounds needs the mark of a revised figure") {
    const Round earlier = quiet_round("peer/XAA-1", 2010, 2012);
    Round now = quiet_round("peer/XAA-2");
    now.put(2012, "f", "21");
    now.put(2012, "total", "81");
    const CheckedStatistics checked = check({earlier, now});
    CHECK(named(checked) ==
          std::vector<std::string>{"unmarked-revision warning stat.identified[year=2012 sexage=f]",
                                   "unmarked-revision warning stat.identified[year=2012 sexage=total]"});
    CHECK(checked.faults[0].problem.text ==
          "given as 21, and as 20 in peer/XAA-1/reply/government#stat.identified");
    now.cell(2012, "f").revised = true;
    now.cell(2012, "total").revised = true;
    CHECK(named(check({earlier, now})).empty());
}

TEST_CASE("two sources of one evaluation are held against each other, two respondents with a note only") {
    const Round round = quiet_round("peer/XAA-2");
    const auto asked = questionnaire();
    EvaluationFigures figures = round.read(asked);
    Observed row = figures.observations.back();
    row.indicator = "victims";
    row.unit = "persons";
    row.year = 2012;
    row.dims = {};
    row.figure = read_figure("85");
    figures.observations.push_back(row);
    only(check_statistics({figures}, 0, {}), "two-sources warning victims[year=2012]",
         "given as 85, and as 80 in reply/government#stat.identified");
    figures.observations.back().reply = "ngo-first";
    figures.observations.back().question = "stat.identified";
    CHECK(check_statistics({figures}, 0, {}).count(base::Severity::note) == 1);
    CHECK(check_statistics({figures}, 0, {}).count(base::Severity::warning) == 0);
}

TEST_CASE("a year that is missing in a whole table is said once") {
    Round round = quiet_round("peer/XAA-2");
    for (const char* part : {"f", "m", "g", "b", "total"}) {
        round.cells.erase({2013, part});
    }
    only(check({round}), "missing-year warning stat.identified[year=2013]",
         "neither a figure nor a reason for 2013, in 5 series");
}

TEST_SUITE_END();
