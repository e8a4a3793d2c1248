// SPDX-License-Identifier: EUPL-1.2
#include "statistics/table.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::statistics;

namespace {

domain::Observation row(const char* dims, int year, const char* value, const char* note = "") {
    domain::Observation result;
    result.indicator = "victims";
    result.year = year;
    if (*dims != '\0') {
        result.dims = {dims};
    }
    result.value = value;
    if (*value == '\0') {
        result.reason = domain::NoAnswer::not_collected;
    }
    result.unit = "persons";
    result.note = note;
    result.source = "XAA/source/annual";
    return result;
}

domain::Cell cell(std::vector<std::string> dims, const char* raw, const char* note = "") {
    domain::Cell result;
    result.dims = std::move(dims);
    result.raw = raw;
    result.note = note;
    return result;
}

TableRequest of_indicator(const char* by, std::vector<int> years) {
    TableRequest request;
    request.indicator = "victims";
    request.by = by;
    request.years = std::move(years);
    return request;
}

domain::Reply reply_with(std::vector<domain::Cell> cells) {
    domain::Reply reply;
    reply.id = domain::ReplyId("peer/XAA-2/reply/government");
    domain::Answer answer;
    answer.question = domain::QuestionId("stat.support");
    answer.cells = std::move(cells);
    reply.answers = {answer};
    return reply;
}

domain::Questionnaire questionnaire_with_indicator() {
    domain::Questionnaire questionnaire;
    domain::Codelist list;
    list.id = "series";
    for (const char* code : {"presumed", "assisted"}) {
        domain::Code entry;
        entry.value = code;
        entry.label = {{"en", std::string("Persons ") + code}};
        list.codes.push_back(entry);
    }
    questionnaire.codelists = {list};
    domain::Question question;
    question.id = domain::QuestionId("stat.support");
    question.number = "41";
    question.kind = domain::QuestionKind::table;
    question.indicator = "victims";
    question.unit = "persons";
    domain::Dimension dimension;
    dimension.id = "series";
    dimension.codelist = "series";
    question.dimensions = {dimension};
    domain::Section section;
    section.questions = {question};
    questionnaire.sections = {section};
    return questionnaire;
}

const Vocabulary k_no_words("en");

}  // namespace

TEST_SUITE_BEGIN("statistics.table");

TEST_CASE("rows by dimension are ordered by size with other last and keep their figures") {
    const auto observations = observations_in(std::vector<domain::Observation>{
        row("form=labour", 2012, "13"), row("form=labour", 2013, "20"), row("form=other", 2012, "90"),
        row("form=other", 2013, "10"), row("form=sexual", 2012, "33"), row("form=sexual", 2013, "38")});
    const StatisticsTable table = build_table(observations, of_indicator("form", {2012, 2013}), k_no_words);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].label == "Sexual");
    CHECK(table.rows[1].label == "Labour");
    CHECK(table.rows[2].label == "Other");
    CHECK(table.rows[1].cells[1].value->text() == "20");
    CHECK(table.unit == "persons");
    CHECK(table.sources == std::vector<std::string>{"XAA/source/annual"});
    CHECK(table.notes.empty());
}

TEST_CASE("a total that the source gives is shown and compared with its parts") {
    auto rows = std::vector<domain::Observation>{row("form=labour", 2012, "13"),
                                                 row("form=sexual", 2012, "33"),
                                                 row("form=labour", 2013, "20"),
                                                 row("form=sexual", 2013, "38"),
                                                 row("", 2012, "46"),
                                                 row("", 2013, "60")};
    const StatisticsTable table =
        build_table(observations_in(rows), of_indicator("form", {2012, 2013}), k_no_words);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[2].kind == RowKind::given_total);
    CHECK(table.rows[2].cells[1].value->text() == "60");
    REQUIRE(table.disagreements.size() == 1);
    CHECK(table.disagreements[0].year == 2013);
    CHECK(table.disagreements[0].sum.text() == "58");
}

TEST_CASE("a total is computed only where the reply shows that the parts are the whole") {
    const std::vector<domain::Observation> rows{row("group=women", 2012, "31"), row("group=men", 2012, "9"),
                                                row("group=women", 2013, "28"), row("group=men", 2013, "")};
    const auto questionnaire = questionnaire_with_indicator();
    const auto table_with = [&](const char* total) {
        auto observations =
            observations_in(reply_with({cell({"year=2012", "series=total"}, total)}), &questionnaire);
        const auto more = observations_in(rows);
        observations.insert(observations.end(), more.begin(), more.end());
        return build_table(observations, of_indicator("group", {2012, 2013}), k_no_words);
    };
    const StatisticsTable whole = table_with("40");
    REQUIRE(whole.rows.size() == 3);
    CHECK(whole.rows[2].kind == RowKind::computed_total);
    CHECK(whole.rows[2].cells[0].value->text() == "40");
    CHECK_FALSE(whole.rows[2].cells[1].value);
    CHECK(whole.sources == std::vector<std::string>{"XAA/source/annual"});
    CHECK(table_with("41").rows.size() == 2);
    CHECK(build_table(observations_in(rows), of_indicator("group", {2012, 2013}), k_no_words).rows.size() ==
          2);
}

TEST_CASE("every gap has a reason or is said to be unknown") {
    const std::vector<domain::Observation> rows{row("", 2012, "5"),
                                                row("", 2014, "", "No register before 2015.")};
    const StatisticsTable table =
        build_table(observations_in(rows), of_indicator("total", {2012, 2013, 2014}), k_no_words);
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].cells[0].mark.empty());
    CHECK(table.rows[0].cells[1].state == CellState::unknown);
    CHECK(table.rows[0].cells[1].mark == "a");
    CHECK(table.rows[0].cells[2].state == CellState::reason);
    REQUIRE(table.notes.size() == 2);
    CHECK(table.notes[1].text == "No register before 2015.");
    CHECK(table.notes[1].reason == domain::NoAnswer::not_collected);
}

TEST_CASE("a row's only explanation holds for its other gaps of the same reason but for no other row") {
    const std::vector<domain::Observation> rows{
        row("ground=personal", 2012, "", "The ground has existed since 2016."),
        row("ground=personal", 2013, ""), row("ground=other", 2012, ""), row("ground=other", 2013, "1")};
    const StatisticsTable table =
        build_table(observations_in(rows), of_indicator("ground", {2012, 2013}), k_no_words);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].cells[0].mark == table.rows[0].cells[1].mark);
    CHECK(table.rows[1].cells[0].mark != table.rows[0].cells[0].mark);
    CHECK(table.notes.size() == 2);
}

TEST_CASE("cells of a reply take order and words from the questionnaire") {
    const auto questionnaire = questionnaire_with_indicator();
    Vocabulary vocabulary("en");
    vocabulary.add(questionnaire);
    auto revised = cell({"year=2012", "series=assisted"}, "1 048", "Counted anew.");
    revised.revised = true;
    const auto reply = reply_with({revised, cell({"year=2012", "series=presumed"}, "91"),
                                   cell({"year=2012", "series=shelters"}, "n/a")});
    TableRequest request;
    request.question = "stat.support";
    request.by = "series";
    request.years = {2012};
    const StatisticsTable table = build_table(observations_in(reply, &questionnaire), request, vocabulary);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].label == "Persons presumed");
    CHECK(table.rows[1].label == "Persons assisted");
    CHECK(table.rows[1].cells[0].value->text() == "1048");
    CHECK(table.rows[2].label == "Shelters");
    CHECK(table.rows[2].cells[0].state == CellState::words);
    CHECK(table.rows[2].cells[0].raw == "n/a");
    REQUIRE(table.notes.size() == 1);
    CHECK(table.notes[0].revised);
    CHECK(table.sources == std::vector<std::string>{"peer/XAA-2/reply/government#stat.support"});
    CHECK(vocabulary.question_number("stat.support") == "41");
}

TEST_CASE("filters choose and finer breakdowns are left out") {
    std::vector<domain::Observation> rows{row("form=labour", 2012, "13"), row("form=sexual", 2012, "33")};
    rows.push_back(row("form=labour", 2012, "4"));
    rows.back().dims = {"form=labour", "group=women"};
    const auto observations = observations_in(rows);
    TableRequest request = of_indicator("form", {2012});
    CHECK(build_table(observations, request, k_no_words).rows[1].cells[0].value->text() == "13");
    request.filters = {{"group", "women"}};
    const StatisticsTable filtered = build_table(observations, request, k_no_words);
    REQUIRE(filtered.rows.size() == 1);
    CHECK(filtered.rows[0].cells[0].value->text() == "4");
}

TEST_CASE("figures whose publication was refused are known as such") {
    auto reply = reply_with({cell({"year=2012", "series=presumed"}, "3")});
    reply.answers[0].consent = domain::Consent::refused;
    TableRequest request;
    request.question = "stat.support";
    request.by = "series";
    request.years = {2012};
    CHECK(build_table(observations_in(reply, nullptr), request, k_no_words).confidential);
    reply.answers[0].consent = domain::Consent::unset;
    CHECK_FALSE(build_table(observations_in(reply, nullptr), request, k_no_words).confidential);
}

TEST_CASE("what nobody counted gives a table without figures") {
    const StatisticsTable table = build_table({}, of_indicator("form", {2012}), k_no_words);
    CHECK(table.rows.empty());
    CHECK_FALSE(table.has_figures());
}

TEST_SUITE_END();
