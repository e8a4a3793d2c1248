// SPDX-License-Identifier: EUPL-1.2
// Rows read in bulk against the same rows found one by one.
#include "store/evaluations.hpp"
#include "store/frameworks.hpp"
#include "store/imports.hpp"
#include "store/search_base.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;

namespace {

// Three recommendations in two evaluations: with one text, with two, with none.
store::Register with_three() {
    store::Register where = store::Register::in_memory();
    store::Change change(where, "operator/test", "test");
    domain::Framework framework;
    framework.id = domain::FrameworkId("table");
    framework.version = "1";
    framework.name = {{"en", "Table"}};
    store::put_framework(change, framework);
    const std::vector<domain::Texts> texts{{{"en", "One."}}, {{"ru", "Два."}, {"en", "Two."}}, {}};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        domain::Evaluation evaluation;
        evaluation.id = domain::EvaluationId(i == 1 ? "table/XAB-1" : "table/XAA-1");
        evaluation.round = domain::RoundId("table/round-1");
        evaluation.subject = domain::SubjectId(i == 1 ? "XAB" : "XAA");
        evaluation.opened = *base::Date::parse("2026-01-01");
        evaluation.language = "en";
        evaluation.title = {{"en", "Title"}};
        store::put_evaluation(change, evaluation);
        domain::Recommendation r;
        r.id = domain::RecommendationId(evaluation.id.text() + "/r0" + std::to_string(i + 1));
        r.kind = "listed";
        r.text = texts[i];
        store::add_recommendation(change, evaluation.id, static_cast<int>(i), r);
    }
    change.commit();
    return where;
}

void check_same(const store::IndexRow& bulk, const store::IndexRow& alone) {
    CHECK(bulk.id == alone.id);
    CHECK(bulk.evaluation == alone.evaluation);
    CHECK(bulk.framework == alone.framework);
    CHECK(bulk.subject == alone.subject);
    CHECK(bulk.round == alone.round);
    CHECK(bulk.opened == alone.opened);
    CHECK(bulk.text == alone.text);
}

}  // namespace

TEST_SUITE("store.index_rows") {
    TEST_CASE("all of them come in the order of their numbers, with their texts in their order") {
        const store::Register where = with_three();
        std::vector<std::int64_t> seen;
        store::each_index_row(where, [&](store::IndexRow& row) {
            seen.push_back(row.record);
            check_same(row, store::find_index_row(where, row.record).value());
        });
        CHECK(seen == std::vector<std::int64_t>{1, 2, 3});
        CHECK(store::find_index_row(where, 2).value().text.front().language == "ru");
    }

    TEST_CASE("those asked for come in the order asked for, and what is not there does not") {
        const store::Register where = with_three();
        const std::vector<std::vector<std::int64_t>> questions{{3, 1, 2}, {2, 3},    {2, 2},
                                                               {7, 1},    {3, 4, 5}, {}};
        const std::vector<std::vector<std::int64_t>> answers{{3, 1, 2}, {2, 3}, {2, 2}, {1}, {3}, {}};
        for (std::size_t i = 0; i < questions.size(); ++i) {
            std::vector<std::int64_t> seen;
            store::each_index_row(where, questions[i], [&](store::IndexRow& row) {
                seen.push_back(row.record);
                check_same(row, store::find_index_row(where, row.record).value());
            });
            CHECK(seen == answers[i]);
        }
    }

    TEST_CASE("a source has rows from its first one on, and no other source has them") {
        store::Register where = with_three();
        const store::ImportSource source{domain::FrameworkId("table"), "keeper"};
        CHECK(!store::has_imported(where, source));
        store::Change change(where, "operator/test", "test");
        store::put_imported(change, source, {}, domain::Reference("table/XAA-1/r01"));
        change.commit();
        CHECK(store::has_imported(where, source));
        CHECK(!store::has_imported(where, {source.framework, "another"}));
        CHECK(!store::has_imported(where, {domain::FrameworkId("other"), source.mapping}));
    }
}
