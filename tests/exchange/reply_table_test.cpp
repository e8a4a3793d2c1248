// SPDX-License-Identifier: EUPL-1.2
#include "exchange/reply_table.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::domain;
using rapporteur::exchange::reply_table;
using rapporteur::exchange::ReplyTable;

namespace {

Cell cell(std::vector<std::string> dims, std::string raw) {
    Cell made;
    made.dims = std::move(dims);
    made.raw = std::move(raw);
    return made;
}

Cell gap(std::vector<std::string> dims, NoAnswer reason, std::string note = "") {
    Cell made;
    made.dims = std::move(dims);
    made.reason = reason;
    made.note = std::move(note);
    return made;
}

Questionnaire questionnaire_with(const Question& question) {
    Questionnaire questionnaire;
    Codelist list;
    list.id = "sex";
    list.codes = {{"f", "", "", {{"en", "Women"}, {"fr", "Femmes"}}},
                  {"m", "", "", {{"en", "Men"}, {"fr", "Hommes"}}}};
    questionnaire.codelists = {list};
    Section section;
    section.questions = {question};
    questionnaire.sections = {section};
    return questionnaire;
}

Question table_question() {
    Question question;
    question.id = QuestionId("t");
    question.kind = QuestionKind::table;
    question.unit = "persons";
    Dimension year;
    year.id = "year";
    year.axis = Axis::column;
    year.from = "2015";
    year.to = "2016";
    Dimension sex;
    sex.id = "sex";
    sex.axis = Axis::row;
    sex.codelist = "sex";
    question.dimensions = {year, sex};
    return question;
}

}  // namespace

TEST_SUITE("exchange.reply_table") {
    TEST_CASE("column dimensions go across and codes stand by their labels") {
        const Question question = table_question();
        const Questionnaire questionnaire = questionnaire_with(question);
        Answer answer;
        answer.cells = {cell({"year=2015", "sex=f"}, "1 234"), cell({"year=2015", "sex=total"}, "n/a"),
                        cell({"year=2016", "sex=f"}, "7")};
        const ReplyTable table = reply_table(answer, &question, &questionnaire, "fr");
        CHECK(table.unit == "persons");
        CHECK(table.columns == std::vector<std::string>{"2015", "2016"});
        REQUIRE(table.rows.size() == 2);
        CHECK(table.rows[0].label == "Femmes");
        CHECK(table.rows[0].cells == std::vector<std::string>{"1 234", "7"});
        CHECK(table.rows[1].label == "Total");
        CHECK(table.rows[1].cells == std::vector<std::string>{"n/a", ""});
        CHECK(table.notes.empty());
    }

    TEST_CASE("a gap says its reason and the same words share a mark") {
        const Question question = table_question();
        const Questionnaire questionnaire = questionnaire_with(question);
        Answer answer;
        answer.cells = {gap({"year=2015", "sex=f"}, NoAnswer::not_disaggregated, "no such field"),
                        gap({"year=2015", "sex=m"}, NoAnswer::not_collected),
                        gap({"year=2016", "sex=f"}, NoAnswer::not_collected),
                        cell({"year=2016", "sex=m"}, "5")};
        answer.cells.back().revised = true;
        answer.cells.back().note = "was 6";
        answer.cells.push_back(cell({"year=2016", "sex=total"}, ""));
        const ReplyTable table = reply_table(answer, &question, &questionnaire, "en");
        CHECK(table.rows[0].cells == std::vector<std::string>{"(a)", "(b)"});
        CHECK(table.rows[1].cells == std::vector<std::string>{"(b)", "5 (c)"});
        CHECK(table.rows[2].cells == std::vector<std::string>{"", "(d)"});
        CHECK(table.notes == std::vector<std::string>{"(a) not disaggregated: no such field",
                                                      "(b) not collected", "(c) revised: was 6",
                                                      "(d) left blank"});
    }

    TEST_CASE("without a questionnaire the first dimension goes across") {
        Answer answer;
        answer.cells = {cell({"year=2015", "form=x", "sex=f"}, "1")};
        const ReplyTable table = reply_table(answer, nullptr, nullptr, "en");
        CHECK(table.columns == std::vector<std::string>{"2015"});
        REQUIRE(table.rows.size() == 1);
        CHECK(table.rows[0].label == "x, f");
    }
}
