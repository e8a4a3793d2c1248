// SPDX-License-Identifier: EUPL-1.2
// The rules that the program and the script of the browser form have in common, held to one table each. The same tables are read
// by tests/browser/rules_test.mjs.
#include "base/file.hpp"
#include "base/json.hpp"
#include "base/names.hpp"
#include "base/text.hpp"
#include "domain/expression.hpp"
#include "questionnaire/reply_check.hpp"
#include "questionnaire/values.hpp"
#include "statistics/figure.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

namespace {

using namespace rapporteur;

// The rows of a table, column by column; lines that begin with # are for people.
std::vector<std::vector<std::string>> rows_of(const std::string& name) {
    const std::string text = base::read_file(std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/exchange/" + name,
                                             base::ByteLimit{1U << 20});
    std::vector<std::vector<std::string>> rows;
    for (const std::string_view line : base::split_lines(text)) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        auto& row = rows.emplace_back();
        for (const std::string_view column : base::split(line, '\t')) {
            row.emplace_back(column);
        }
    }
    return rows;
}

base::JsonValue json_of(const std::string& text) {
    base::Problems problems;
    const auto value = base::JsonValue::parse(text, "table", problems);
    REQUIRE(value.has_value());
    return *value;
}

std::string reading_name(statistics::Reading reading) {
    static const std::map<statistics::Reading, std::string> names{
        {statistics::Reading::empty, "empty"},   {statistics::Reading::number, "number"},
        {statistics::Reading::marked, "marked"}, {statistics::Reading::ambiguous, "ambiguous"},
        {statistics::Reading::dash, "dash"},     {statistics::Reading::words, "words"}};
    return names.at(reading);
}

std::string value_text(const statistics::Figure& figure) {
    return figure.value ? figure.value->text() : "";
}

domain::Answer answer_of(const base::JsonValue& given) {
    domain::Answer answer;
    if (const auto reason = given.find("reason")) {
        answer.state = domain::AnswerState::no_answer;
        answer.reason = base::from_name<domain::NoAnswer>(reason->text());
    }
    if (const auto text = given.find("text")) {
        answer.text = text->text();
    }
    if (const auto values = given.find("values")) {
        for (const base::JsonValue& value : values->items()) {
            answer.values.push_back(value.text());
        }
    }
    if (const auto cells = given.find("cells")) {
        for (const base::JsonValue& row : cells->items()) {
            domain::Cell& cell = answer.cells.emplace_back();
            for (const std::string_view pair : base::split_words(row.at(std::size_t{0}).text())) {
                cell.dims.emplace_back(pair);
            }
            cell.raw = row.at(std::size_t{1}).text();
            if (row.size() > 2) {
                cell.reason = base::from_name<domain::NoAnswer>(row.at(std::size_t{2}).text());
            }
        }
    }
    return answer;
}

}  // namespace

TEST_SUITE("exchange.form_rules") {
    TEST_CASE("typed figures are read as the table says") {
        const auto rows = rows_of("figures.tsv");
        REQUIRE(rows.size() > 40);
        for (const auto& row : rows) {
            CAPTURE(row[0]);
            REQUIRE(row.size() == 7);
            const std::string raw = json_of(row[0]).text();
            const statistics::Figure whole = statistics::read_figure(raw, statistics::Numbers::whole);
            CHECK(reading_name(whole.reading) == row[1]);
            CHECK(value_text(whole) == row[2]);
            const statistics::Figure fine = statistics::read_figure(raw, statistics::Numbers::with_decimals);
            CHECK(reading_name(fine.reading) == row[3]);
            CHECK(value_text(fine) == row[4]);
            CHECK(fine.mark == json_of(row[5]).text());
            const std::optional<double> received = questionnaire::parse_figure(raw);
            CHECK((received ? domain::decimal_text(*received) : "") == row[6]);
        }
    }

    TEST_CASE("conditions say what the table says") {
        const auto rows = rows_of("expressions.tsv");
        REQUIRE(rows.size() > 60);
        std::map<std::string, domain::Answer> answers;
        const base::JsonValue given = json_of(rows[0][0]);
        for (const base::JsonMember& each : given.members()) {
            answers[std::string(each.key)] = answer_of(each.value);
        }
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const std::string text = json_of(rows[i][0]).text();
            CAPTURE(text);
            domain::ExpressionFault fault;
            const auto expression = domain::Expression::parse(text, fault);
            std::string got = "fault";
            if (expression) {
                const auto holds = expression->holds([&](const domain::ExpressionReference& reference) {
                    const auto found = answers.find(reference.id);
                    return found == answers.end()
                               ? std::vector<std::string>()
                               : questionnaire::expression_values(found->second, reference.where);
                });
                got = !holds ? "open" : *holds ? "yes" : "no";
            }
            CHECK(got == rows[i][1]);
        }
    }

    TEST_CASE("dates are dates and words are counted as the table says") {
        const auto rows = rows_of("values.tsv");
        REQUIRE(rows.size() > 20);
        for (const auto& row : rows) {
            CAPTURE(row[0]);
            CAPTURE(row[1]);
            const std::string text = json_of(row[1]).text();
            if (row[0] == "words") {
                CHECK(std::to_string(questionnaire::count_words(text)) == row[2]);
            } else {
                CHECK((questionnaire::is_date_of_precision(text, row[0]) ? "yes" : "no") == row[2]);
            }
        }
    }
}
