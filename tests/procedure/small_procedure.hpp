// SPDX-License-Identifier: EUPL-1.2
//
// A small invented mechanism in a register in memory, for the tests of this room: ask (P2M), hear (optional), report, publish.
#pragma once

#include "domain/evaluation.hpp"
#include "domain/framework.hpp"
#include "store/evaluations.hpp"
#include "store/frameworks.hpp"
#include "store/register.hpp"

namespace rapporteur::procedure_test {

inline domain::Texts english(const std::string& text) {
    return {{"en", text}};
}

inline domain::Framework small_framework() {
    domain::Framework framework;
    framework.id = domain::FrameworkId("peer");
    framework.version = "1";
    framework.name = english("Peer review");
    framework.bodies = {{"experts", english("Group of Experts (GE)")}, {"office", english("Office")}};
    framework.respondents = {{"state", english("State")}, {"guild", english("Guild")}};
    framework.stages = {
        {"ask", english("Questions sent"), "office", "", {}, false},
        {"reply", english("Reply"), "state", "ask", base::Period::parse("P2M"), false},
        {"hear", english("Hearing"), "experts", "reply", {}, true},
        {"report", english("Report"), "experts", "hear", {}, false},
    };
    framework.documents = {
        {"reply-state",
         english("Reply"),
         {{"", domain::Visibility::party, false}, {"report", domain::Visibility::public_, true}}},
        {"recommendations", english("Recommendations"), {{"report", domain::Visibility::public_, false}}},
    };
    domain::Round round;
    round.id = "round-1";
    round.number = "1";
    round.name = english("First round");
    framework.rounds = {round};
    domain::Subject subject;
    subject.code = domain::SubjectId("XAA");
    subject.names = {{{}, english("Old Name")}, {base::Date::of(2021, 1, 1), english("New Name")}};
    framework.subjects = {subject};
    return framework;
}

inline domain::Evaluation small_evaluation() {
    domain::Evaluation evaluation;
    evaluation.id = domain::EvaluationId("peer/XAA-1");
    evaluation.round = domain::RoundId("peer/round-1");
    evaluation.subject = domain::SubjectId("XAA");
    evaluation.opened = base::Date::of(2020, 1, 1);
    evaluation.language = "en";
    const domain::PersonId expert("person/expert");
    const domain::PersonId contact("person/contact");
    const domain::PersonId recused("person/recused");
    domain::Mandate mandate;
    mandate.body = "experts";
    mandate.framework = domain::FrameworkId("peer");
    mandate.office = "member";
    mandate.from = base::Date::of(2019, 1, 1);
    mandate.until = base::Date::of(2022, 12, 31);
    evaluation.persons = {
        {expert, "E", "", "", {mandate}}, {contact, "C", "", "", {}}, {recused, "R", "", "", {mandate}}};
    evaluation.assignments = {{expert, domain::EvaluationRole::rapporteur, {}, {}, ""},
                              {recused, domain::EvaluationRole::rapporteur, {}, {}, ""},
                              {recused, domain::EvaluationRole::recused, {}, {}, "own state"},
                              {contact, domain::EvaluationRole::contact_person, {}, {}, ""}};
    return evaluation;
}

inline domain::StageEvent event(const std::string& stage, domain::StageAct act, base::Date date) {
    domain::StageEvent line;
    line.stage = stage;
    line.act = act;
    line.date = date;
    return line;
}

inline store::Register small_register(const domain::Evaluation& evaluation = small_evaluation()) {
    store::Register where = store::Register::in_memory();
    store::Change change(where, "person/tester", "test");
    store::put_framework(change, small_framework());
    store::put_evaluation(change, evaluation);
    change.commit();
    return where;
}

}  // namespace rapporteur::procedure_test
