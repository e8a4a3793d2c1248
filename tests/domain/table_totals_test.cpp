// SPDX-License-Identifier: EUPL-1.2
#include "domain/table_totals.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::domain;

namespace {

// A table by part and by sheet, such as a region's; both lists have a code that is no longer in use.
struct Table {
    Questionnaire questionnaire;
    Question question;
    std::vector<TableFigure> figures;

    Table() {
        questionnaire.codelists = {list("parts", {"f", "m"}), list("regions", {"north", "south"})};
        question.dimensions = {dimension("part", "parts", Axis::row),
                               dimension("region", "regions", Axis::sheet)};
        question.totals = {{{"part"}, TotalRule::equal, CheckLevel::error}};
    }
    static Codelist list(const char* id, const std::vector<const char*>& codes) {
        Codelist result;
        result.id = id;
        for (const char* code : codes) {
            result.codes.emplace_back().value = code;
        }
        result.codes.emplace_back().value = "old";
        result.codes.back().retired = "2014.1";
        return result;
    }
    static Dimension dimension(const char* id, const char* codelist, Axis axis) {
        Dimension result;
        result.id = id;
        result.axis = axis;
        result.codelist = codelist;
        result.total = TotalOrigin::given;
        return result;
    }
    void put(const char* part, const char* region, const char* value) {
        figures.push_back({{part, region}, base::Decimal::parse(value)});
    }
    std::vector<std::string> faults() const {
        std::vector<std::string> words;
        for (const WrongTotal& fault : wrong_totals(questionnaire, question, figures)) {
            words.push_back(fault.place[0] + "/" + fault.place[1] + ": " + in_words(fault));
        }
        return words;
    }
};

using Words = std::vector<std::string>;

}  // namespace

TEST_SUITE_BEGIN("domain.totals");

TEST_CASE("each sheet adds up by itself, and a rule over two dimensions adds up over both") {
    Table table;
    table.put("f", "north", "71");
    table.put("m", "north", "4");
    table.put("total", "north", "75");
    table.put("f", "south", "1");
    table.put("m", "south", "2");
    table.put("total", "south", "4");
    table.put("total", "total", "79");
    CHECK(table.faults() == Words{"total/south: the parts add up to 1 + 2 = 3, not 4"});
    table.question.totals = {{{"part", "region"}, TotalRule::equal, CheckLevel::error}};
    CHECK(table.faults() == Words{"total/total: the parts add up to 71 + 4 + 1 + 2 = 78, not 79"});
    table.question.totals = {{{"region"}, TotalRule::equal, CheckLevel::error}};
    CHECK(table.faults().empty());
}

TEST_CASE("at most and at least each bind one side") {
    Table table;
    table.put("f", "north", "3");
    table.put("m", "north", "4");
    table.put("total", "north", "5");
    table.question.totals = {{{"part"}, TotalRule::at_most, CheckLevel::error}};
    CHECK(table.faults() ==
          Words{"total/north: the parts add up to 3 + 4 = 7, which is more than the total 5"});
    table.question.totals[0].rule = TotalRule::at_least;
    CHECK(table.faults().empty());
    table.figures[2].value = base::Decimal{9, 0};
    CHECK(table.faults() ==
          Words{"total/north: the parts add up to 3 + 4 = 7, which is less than the total 9"});
    table.question.totals[0].rule = TotalRule::at_most;
    CHECK(table.faults().empty());
}

TEST_CASE("a part that is not known, or not there, leaves the total open above") {
    Table table;
    table.put("f", "north", "3");
    table.put("m", "north", "");
    table.put("total", "north", "5");
    CHECK(table.faults().empty());
    table.figures[2].value = base::Decimal{2, 0};
    CHECK(table.faults() == Words{"total/north: the parts add up to 3, which is more than the total 2"});
    // A code of the respondent's own does not stand for the one that is missing.
    table.figures[2].value = base::Decimal{9, 0};
    table.figures[1].place[0] = "x";
    table.figures[1].value = base::Decimal{1, 0};
    CHECK(table.faults().empty());
    table.put("m", "north", "2");
    CHECK(table.faults() == Words{"total/north: the parts add up to 3 + 1 + 2 = 6, not 9"});
}

TEST_CASE("decimals add up exactly, and sums too long for any number are not compared") {
    Table table;
    table.put("f", "north", "0.1");
    table.put("m", "north", "0.2");
    table.put("total", "north", "0.3");
    CHECK(table.faults().empty());
    table.figures[0].value = base::Decimal{999'999'999'999'999'999, 0};
    CHECK(table.faults().empty());
}

TEST_CASE("the codes asked for are those in use, or the years") {
    Table table;
    CHECK(codes_asked(table.questionnaire, table.question.dimensions[0]) == Words{"f", "m"});
    Dimension years;
    years.from = "2012";
    years.to = "2014";
    CHECK(codes_asked(table.questionnaire, years) == Words{"2012", "2013", "2014"});
}

TEST_SUITE_END();
