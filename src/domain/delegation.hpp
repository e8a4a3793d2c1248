// SPDX-License-Identifier: EUPL-1.2
//
// Who of a state's bodies answers what of an issue: each question, and each row of a table, has bodies that lead and bodies that add. It is
// told by steps that are only ever added, so that the path of a question that one body passed on to another stays to be read. Pure; the store
// keeps the steps, exchange/delegating makes them from what a person wrote.
#pragma once

#include "base/date.hpp"
#include "base/names.hpp"
#include "domain/identifiers.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur::domain {

enum class DelegationAct { leads, adds, passes };

struct DelegationStep {
    int number = 0;  // from 1, in the order in which they were taken
    DelegationAct act = DelegationAct::leads;
    std::string question;
    std::string row;  // of a table: "sex=f", "sex=f form=labour"; "" for the question as a whole
    BodyId body;      // that answers from now on
    std::optional<BodyId> passed_by;  // of passes: the body that said that it is not its to answer
    std::string remark;               // its reason
    base::Date on;
};

// Whose a question or a row is, after all steps.
struct Duty {
    std::vector<BodyId> leads;
    std::vector<BodyId> adds;
    std::vector<DelegationStep> path;  // how it was passed on, in order
};

class Delegation {
public:
    Delegation() = default;
    explicit Delegation(const std::vector<DelegationStep>& steps);

    bool empty() const { return m_duties.empty(); }
    int last_step() const { return m_last; }
    // By question and row; the question as a whole stands before its rows.
    const std::map<std::pair<std::string, std::string>, Duty>& duties() const { return m_duties; }
    const Duty* find(std::string_view question, std::string_view row = "") const;
    // All bodies that lead or add, once each, in their identifiers' order.
    std::vector<BodyId> bodies() const;

    // Whether that body answers something of the question, leading or adding, as a whole or a row of it.
    bool has(const BodyId& body, std::string_view question) const;
    // Whether a row, given as all its dim=code pairs, is the body's: its own, or of a question that is its own and a row that nobody else
    // leads. A body that adds to a question sees all rows.
    bool has_row(const BodyId& body, std::string_view question, const std::vector<std::string>& pairs) const;
    // Whether the body passed the question as a whole on, and has nothing of it any more.
    bool passed(const BodyId& body, std::string_view question) const;
    // Whether it leads the question as a whole.
    bool leads(const BodyId& body, std::string_view question) const;

private:
    std::map<std::pair<std::string, std::string>, Duty> m_duties;
    int m_last = 0;
};

bool is_among(const std::vector<BodyId>& bodies, const BodyId& body);

// The steps up to that one: what a form that went out then had in it.
std::vector<DelegationStep> steps_until(std::vector<DelegationStep> steps, int number);

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::DelegationAct> {
    using A = rapporteur::domain::DelegationAct;
    static constexpr std::array<Name<A>, 3> k_names{
        {{A::leads, "leads"}, {A::adds, "adds"}, {A::passes, "passes"}}};
};
