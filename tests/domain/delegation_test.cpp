// SPDX-License-Identifier: EUPL-1.2
#include "domain/delegation.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::domain;

TEST_SUITE_BEGIN("domain.delegation");

namespace {

const BodyId k_police("XAA/body/police");
const BodyId k_courts("XAA/body/courts");
const BodyId k_labour("XAA/body/labour");

DelegationStep step(int number, DelegationAct act, std::string question, std::string row, BodyId body) {
    DelegationStep made;
    made.number = number;
    made.act = act;
    made.question = std::move(question);
    made.row = std::move(row);
    made.body = std::move(body);
    return made;
}

DelegationStep passes(int number, const std::string& question, const BodyId& from, const BodyId& to) {
    DelegationStep made = step(number, DelegationAct::passes, question, "", to);
    made.passed_by = from;
    made.remark = "not ours";
    return made;
}

}  // namespace

TEST_CASE("rows that another body leads are not the question's leader's") {
    const Delegation delegation({step(1, DelegationAct::leads, "victims", "", k_police),
                                 step(2, DelegationAct::leads, "victims", "who=children", k_courts),
                                 step(3, DelegationAct::adds, "victims", "", k_labour)});
    const std::vector<std::string> children{"who=children", "year=2025"};
    const std::vector<std::string> women{"who=women", "year=2025"};
    CHECK(delegation.has_row(k_courts, "victims", children));
    CHECK_FALSE(delegation.has_row(k_courts, "victims", women));
    CHECK(delegation.has_row(k_police, "victims", women));
    CHECK_FALSE(delegation.has_row(k_police, "victims", children));
    CHECK(delegation.has_row(k_labour, "victims", children));
    CHECK(delegation.leads(k_police, "victims"));
    CHECK_FALSE(delegation.leads(k_courts, "victims"));
    CHECK(delegation.has(k_courts, "victims"));
    CHECK_FALSE(delegation.has(k_courts, "victim"));
    CHECK(delegation.bodies() == std::vector<BodyId>{k_courts, k_labour, k_police});
}

TEST_CASE("a row of two dimensions is named by both") {
    const Delegation delegation({step(1, DelegationAct::leads, "victims", "sex=f form=labour", k_labour),
                                 step(2, DelegationAct::leads, "victims", "", k_police)});
    CHECK(delegation.has_row(k_labour, "victims", {"sex=f", "form=labour"}));
    CHECK_FALSE(delegation.has_row(k_labour, "victims", {"sex=m", "form=labour"}));
    CHECK(delegation.has_row(k_police, "victims", {"sex=m", "form=labour"}));
}

TEST_CASE("a question goes from body to body, and its path stays") {
    const std::vector<DelegationStep> steps{step(1, DelegationAct::leads, "plan", "", k_police),
                                            step(2, DelegationAct::adds, "plan", "", k_courts),
                                            passes(3, "plan", k_police, k_courts),
                                            passes(4, "plan", k_courts, k_labour)};
    const Delegation now(steps);
    REQUIRE(now.find("plan") != nullptr);
    CHECK(now.find("plan")->leads == std::vector<BodyId>{k_labour});
    CHECK(now.find("plan")->adds.empty());
    CHECK(now.find("plan")->path.size() == 2U);
    CHECK(now.passed(k_police, "plan"));
    CHECK(now.passed(k_courts, "plan"));
    CHECK_FALSE(now.passed(k_labour, "plan"));
    CHECK_FALSE(now.has(k_police, "plan"));

    const Delegation then(steps_until(steps, 3));
    CHECK(then.last_step() == 3);
    CHECK(then.find("plan")->leads == std::vector<BodyId>{k_courts});
}

TEST_CASE("two bodies may lead one question, and who leads does not add") {
    const Delegation delegation({step(1, DelegationAct::adds, "plan", "", k_police),
                                 step(2, DelegationAct::leads, "plan", "", k_police),
                                 step(3, DelegationAct::leads, "plan", "", k_courts),
                                 step(4, DelegationAct::adds, "plan", "", k_courts)});
    CHECK(delegation.find("plan")->leads == std::vector<BodyId>{k_police, k_courts});
    CHECK(delegation.find("plan")->adds.empty());
    CHECK(Delegation().empty());
    CHECK(Delegation().bodies().empty());
}

TEST_SUITE_END();
