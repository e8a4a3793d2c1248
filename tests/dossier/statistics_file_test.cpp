// SPDX-License-Identifier: EUPL-1.2
#include "dossier/statistics_file.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;

namespace {

const std::string k_header = "indicator,year,dims,value,reason,unit,note,source\n";

base::Problems faults(const std::string& rows) {
    base::Problems problems;
    dossier::read_statistics(k_header + rows, "statistics.csv", problems);
    return problems;
}

}  // namespace

TEST_SUITE("dossier.statistics_file") {
    TEST_CASE("rows are read and written again") {
        const std::string text =
            k_header +
            "victims,2015,age=child sex=f,12,,persons,\"of whom two, later\",XAA/source/a\nvictims,2016,,,not-collected,persons,,\n";
        base::Problems problems;
        const std::vector<domain::Observation> rows =
            dossier::read_statistics(text, "statistics.csv", problems);
        CHECK(problems.empty());
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].dims == std::vector<std::string>{"age=child", "sex=f"});
        CHECK(rows[1].reason == domain::NoAnswer::not_collected);
        CHECK(dossier::write_statistics(rows) == text);
    }

    TEST_CASE("what can not be a figure is named with its row") {
        CHECK(faults("victims,15,,12,,persons,,\n").at(0).place.line == 2);
        CHECK(faults("victims,0001,,12,,persons,,\n").size() == 1);
        CHECK(faults("victims,2204,,12,,persons,,\n").size() == 1);
        CHECK(faults("victims,2015,,\"1,234\",,persons,,\n").size() == 1);
        CHECK(faults("victims,2015,,5*,,persons,,\n").size() == 1);
        CHECK(faults("victims,2015,,,,persons,,\n").size() == 1);
        CHECK(faults("victims,2015,,12,not-collected,persons,,\n").size() == 1);
        CHECK(faults("victims,2015,,,because,persons,,\n").size() >= 1);
        CHECK(faults("victims,2015,female,12,,persons,,\n").size() == 1);
        CHECK(faults("victims,2015,,-1.5,,persons,,\n").empty());
    }

    TEST_CASE("a row that says the same as another is named with both lines") {
        base::Problems problems;
        dossier::read_statistics("indicator,year,dims,value,reason,unit,note,source\n"
                                 "victims,2015,sex=f age=child,7,,,,\n"
                                 "victims,2016,,8,,,,\n"
                                 "victims,2015,age=child sex=f,9,,,,\n",
                                 "s.csv", problems);
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().place.line == 4);
        CHECK(problems.front().text.find("line 2") != std::string::npos);
    }
}
