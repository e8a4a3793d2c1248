// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "procedure/small_procedure.hpp"
#include "procedure/status.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::procedure;
using namespace rapporteur::procedure_test;
using domain::StageAct;

namespace {

base::Date day(const char* text) {
    return base::Date::parse(text).value();
}

store::Register asked() {
    domain::Evaluation evaluation = small_evaluation();
    evaluation.stages = {event("ask", StageAct::entered, day("2020-01-10")),
                         event("ask", StageAct::completed, day("2020-01-10"))};
    return small_register(evaluation);
}

}  // namespace

TEST_SUITE("procedure.status") {
    TEST_CASE("what is waited for comes with its date and its actor and what follows") {
        const store::Register where = asked();
        const EvaluationStatus status =
            StatusReader(where, day("2020-03-20")).of(domain::EvaluationId("peer/XAA-1"));
        CHECK(status.subject_name == "Old Name");
        CHECK(status.round_name == "First round");
        CHECK(status.last_stage == "ask");
        REQUIRE(status.awaited.size() == 1);
        const AwaitedStage& reply = status.awaited.front();
        CHECK(reply.stage == "reply");
        CHECK((reply.state == domain::StageState::next));
        CHECK(reply.due.value().text() == "2020-03-10");
        CHECK(reply.days_left.value() == -10);
        CHECK(reply.actor_name == "State");
        CHECK(reply.following == "hear");
        REQUIRE(reply.persons.size() == 1);
        CHECK(reply.persons.front().text() == "person/contact");
    }

    TEST_CASE("an earlier day shows the log as it was then") {
        const store::Register where = asked();
        StatusReader reader(where, day("2020-01-05"));
        CHECK(reader.of(domain::EvaluationId("peer/XAA-1")).awaited.front().stage == "ask");
        CHECK(reader.all().size() == 1);
        CHECK(StatusReader(where, day("2019-12-31")).all().empty());
        CHECK(StatusReader(where, day("2020-01-10")).all("other").empty());
        CHECK(StatusReader(where, day("2020-01-10")).all("peer", "XAA").size() == 1);
    }

    TEST_CASE("a body acts by those who have a mandate in it and are not recused") {
        domain::Evaluation evaluation = small_evaluation();
        evaluation.stages = {event("hear", StageAct::entered, day("2020-05-01"))};
        const store::Register where = small_register(evaluation);
        const auto persons = [&](const char* on) {
            return StatusReader(where, day(on)).of(evaluation.id).awaited.back().persons;
        };
        REQUIRE(persons("2020-06-01").size() == 1);
        CHECK(persons("2020-06-01").front().text() == "person/expert");
        CHECK(persons("2023-06-01").empty());
    }

    TEST_CASE("the subject bears the name of the day") {
        const domain::Framework framework = small_framework();
        CHECK(subject_name(framework, domain::SubjectId("XAA"), "en", day("2021-01-01")) == "New Name");
        CHECK(subject_name(framework, domain::SubjectId("XAA"), "en", day("2020-12-31")) == "Old Name");
        CHECK(subject_name(framework, domain::SubjectId("XXX"), "en", day("2020-12-31")) == "XXX");
    }

    TEST_CASE("a name is shortened to its abbreviation") {
        CHECK(short_name("Group of Experts (GE)") == "GE");
        CHECK(short_name("Office") == "Office");
        CHECK(short_name("Body (of two words)") == "Body (of two words)");
        CHECK(short_name("(GE)") == "(GE)");
        CHECK(short_name("") == "");
        CHECK(actor_name(small_framework(), "experts", "en") == "Group of Experts (GE)");
        CHECK(actor_name(small_framework(), "nobody", "en") == "nobody");
    }

    TEST_CASE("an unknown evaluation is not found") {
        const store::Register where = asked();
        StatusReader reader(where, day("2020-01-05"));
        CHECK_THROWS_AS(reader.of(domain::EvaluationId("peer/XAB-1")), base::Error);
        CHECK_THROWS_AS(reader.of(domain::EvaluationId("nonsense")), base::Error);
    }
}
