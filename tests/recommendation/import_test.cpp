// SPDX-License-Identifier: EUPL-1.2
// What no story can hold: cells of megabytes and bytes that are no text, in a table and in records. Each is named with row and column and
// refused; the rows beside it are as sound as before.
#include "recommendation/import.hpp"
#include "recommendation/source_rows.hpp"
#include "store/frameworks.hpp"
#include "store/recommendations.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace rapporteur;
using recommendation::Import;

namespace {

constexpr std::size_t k_ten_megabytes = 10'000'000;

domain::Framework framework() {
    domain::Framework framework;
    framework.id = domain::FrameworkId("table");
    framework.version = "1";
    framework.name = {{"en", "Table"}};
    framework.languages = {{"en", domain::LanguageRole::master}};
    domain::Round round;
    round.id = "round-1";
    round.number = "1";
    round.launched = base::Date::parse("2026-01-01");
    round.name = {{"en", "Round 1"}};
    framework.rounds = {round};
    domain::Subject subject;
    subject.code = domain::SubjectId("XAA");
    subject.names = {{std::nullopt, {{"en", "Invented State A"}}}};
    framework.subjects = {subject};
    return framework;
}

domain::ImportMapping mapping(domain::ImportFormat format) {
    domain::ImportMapping mapping;
    mapping.id = "list";
    mapping.format = format;
    mapping.language = "en";
    const auto add = [&mapping](const std::string& name, domain::ImportField into, bool key) {
        domain::ImportColumn column;
        column.name = name;
        column.into = into;
        column.key = key;
        mapping.columns.push_back(column);
    };
    add("state", domain::ImportField::subject, true);
    add("round", domain::ImportField::round, true);
    add("text", domain::ImportField::text, true);
    return mapping;
}

struct Outcome {
    recommendation::ImportSummary summary;
    base::Problems problems;
    std::size_t in_register = 0;
};

Outcome import_of(const std::string& bytes, domain::ImportFormat format) {
    const support::ScratchDir scratch;
    const std::filesystem::path file = scratch.write("list", bytes);
    const domain::Framework table = framework();
    const domain::ImportMapping list = mapping(format);
    store::Register where = store::Register::in_memory();
    {
        store::Change change(where, "operator/test", "test");
        store::put_framework(change, table);
        change.commit();
    }
    Outcome outcome;
    const auto rows = recommendation::open_source(file, list, std::nullopt, outcome.problems);
    REQUIRE(rows);
    Import incoming(where, table, list, *rows, "list", outcome.problems);
    store::Change change(where, "operator/test", "test");
    incoming.write(change, recommendation::OnConflict::keep);
    change.commit();
    outcome.summary = incoming.summary();
    outcome.in_register = store::list_recommendations(where, domain::EvaluationId("table/XAA-1")).size();
    return outcome;
}

bool names(const base::Problems& problems, std::string_view item, std::string_view text) {
    return std::any_of(problems.begin(), problems.end(), [&](const base::Problem& problem) {
        return problem.place.item == item && problem.text.find(text) != std::string::npos;
    });
}

void one_of_three_is_refused(const Outcome& outcome, std::string_view text) {
    CHECK(outcome.summary.rows == 3);
    CHECK(outcome.summary.added == 2);
    CHECK(outcome.summary.refused == 1);
    CHECK(outcome.in_register == 2);
    CHECK(outcome.problems.size() == 1);
    for (const base::Problem& problem : outcome.problems) {
        CAPTURE(base::describe(problem).substr(0, 300));
        CHECK(names(outcome.problems, "row 2, text", text));
        CHECK(problem.text.size() < 200);
    }
}

}  // namespace

TEST_SUITE("recommendation.import") {

    TEST_CASE("a cell of ten megabytes in a table is named and refused") {
        const std::string giant(k_ten_megabytes, 'a');
        one_of_three_is_refused(import_of("state,round,text\nXAA,1,one\nXAA,1," + giant + "\nXAA,1,three\n",
                                          domain::ImportFormat::csv),
                                "10000000 bytes");
    }

    TEST_CASE("a NUL byte in a table is named and refused") {
        const std::string nul("b\0d", 3);
        one_of_three_is_refused(import_of("state,round,text\nXAA,1,one\nXAA,1," + nul + "\nXAA,1,three\n",
                                          domain::ImportFormat::csv),
                                "NUL");
    }

    TEST_CASE("a member of ten megabytes in a record is named and refused") {
        const std::string giant(k_ten_megabytes, 'a');
        one_of_three_is_refused(
            import_of(R"([{"state":"XAA","round":"1","text":"one"},{"state":"XAA","round":"1","text":")" +
                          giant + R"("},{"state":"XAA","round":"1","text":"three"}])",
                      domain::ImportFormat::json),
            "10000000 bytes");
    }

    TEST_CASE("a NUL in a record is named and refused") {
        one_of_three_is_refused(
            import_of(
                R"([{"state":"XAA","round":"1","text":"one"},{"state":"XAA","round":"1","text":"b\u0000d"},)"
                R"({"state":"XAA","round":"1","text":"three"}])",
                domain::ImportFormat::json),
            "NUL");
    }

}  // TEST_SUITE
