// SPDX-License-Identifier: EUPL-1.2
#include "procedure/advance.hpp"
#include "procedure/small_procedure.hpp"
#include "store/journal.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::procedure;
using namespace rapporteur::procedure_test;
using domain::StageAct;

namespace {

const domain::EvaluationId k_evaluation("peer/XAA-1");
const base::Date k_today = base::Date::of(2020, 6, 1);

domain::StageEvent by(const char* person, domain::StageEvent line) {
    line.by = domain::PersonId(person);
    return line;
}

base::ErrorKind kind_of(store::Register& where, const domain::EvaluationId& evaluation,
                        const domain::StageEvent& line) {
    try {
        advance(where, evaluation, line, k_today);
    } catch (const base::Error& error) {
        return error.kind();
    }
    return base::ErrorKind::internal;
}

}  // namespace

TEST_SUITE("procedure.advance") {
    TEST_CASE("an act adds one line to the log and one entry to the journal") {
        store::Register where = small_register();
        const std::size_t entries = store::journal_entries(where, 0).size();
        const AdvanceResult result = advance(
            where, k_evaluation, by("person/expert", event("ask", StageAct::entered, k_today)), k_today);
        CHECK((result.standing.state == domain::StageState::current));
        const domain::Evaluation after = store::need_evaluation(where, k_evaluation);
        REQUIRE(after.stages.size() == 1);
        CHECK(after.stages.front().by.value().text() == "person/expert");
        const auto journal = store::journal_entries(where, 0);
        REQUIRE(journal.size() == entries + 1);
        CHECK(journal.back().person == "person/expert");
        CHECK(journal.back().command == "evaluation advance peer/XAA-1 ask entered");
        CHECK(journal.back().seq == result.journal_entry);
        CHECK(store::verify_journal(where).faults.empty());
    }

    TEST_CASE("what is refused writes nothing") {
        store::Register where = small_register();
        const std::size_t entries = store::journal_entries(where, 0).size();
        CHECK((
            kind_of(where, k_evaluation, by("person/expert", event("reply", StageAct::completed, k_today))) ==
            base::ErrorKind::refused));
        CHECK((kind_of(where, k_evaluation, by("person/recused", event("ask", StageAct::entered, k_today))) ==
               base::ErrorKind::forbidden));
        CHECK(
            (kind_of(where, k_evaluation, by("person/expert", event("asking", StageAct::entered, k_today))) ==
             base::ErrorKind::not_found));
        CHECK((kind_of(where, domain::EvaluationId("peer/XAA-2"),
                       by("person/expert", event("ask", StageAct::entered, k_today))) ==
               base::ErrorKind::not_found));
        CHECK(store::need_evaluation(where, k_evaluation).stages.empty());
        CHECK(store::journal_entries(where, 0).size() == entries);
    }

    TEST_CASE("the whole procedure can be walked through") {
        store::Register where = small_register();
        for (const char* stage : {"ask", "reply"}) {
            advance(where, k_evaluation, by("person/expert", event(stage, StageAct::entered, k_today)),
                    k_today);
            advance(where, k_evaluation, by("person/expert", event(stage, StageAct::completed, k_today)),
                    k_today);
        }
        advance(where, k_evaluation, by("person/expert", event("hear", StageAct::skipped, k_today)), k_today);
        advance(where, k_evaluation, by("person/expert", event("report", StageAct::entered, k_today)),
                k_today);
        const AdvanceResult last = advance(
            where, k_evaluation, by("person/expert", event("report", StageAct::completed, k_today)), k_today);
        CHECK(last.standing.is_settled());
        CHECK(store::need_evaluation(where, k_evaluation).stages.size() == 7);
    }
}
