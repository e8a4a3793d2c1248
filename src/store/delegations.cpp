// SPDX-License-Identifier: EUPL-1.2
#include "store/delegations.hpp"

#include "sqlite/values.hpp"

namespace rapporteur::store {

using sqlite::with;

std::vector<domain::DelegationStep> list_delegation(const Register& where, const domain::IssueId& issue) {
    std::vector<domain::DelegationStep> steps;
    sqlite::each(where.database(),
                 "SELECT number, act, question, row, body, passed_by, remark, taken_on FROM delegation_step "
                 "WHERE issue = ?1 ORDER BY number",
                 with(issue), [&](sqlite::Row row) {
                     domain::DelegationStep& step = steps.emplace_back();
                     row.read(step.number, step.act, step.question, step.row, step.body, step.passed_by,
                              step.remark, step.on);
                 });
    return steps;
}

void add_delegation(Change& change, const domain::IssueId& issue, std::vector<domain::DelegationStep> steps) {
    int number = 0;
    for (const domain::DelegationStep& before : list_delegation(change.where(), issue)) {
        number = before.number;
    }
    for (domain::DelegationStep& step : steps) {
        step.number = ++number;
        sqlite::run(
            change.database(),
            "INSERT INTO delegation_step (issue, number, act, question, row, body, passed_by, remark, "
            "taken_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            issue, step.number, step.act, step.question, step.row, step.body, step.passed_by, step.remark,
            step.on);
    }
}

}  // namespace rapporteur::store
