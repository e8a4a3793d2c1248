// SPDX-License-Identifier: EUPL-1.2
#include "domain/delegation.hpp"

#include <algorithm>
#include <set>

namespace rapporteur::domain {

namespace {

void add_once(std::vector<BodyId>& bodies, const BodyId& body) {
    if (!is_among(bodies, body)) {
        bodies.push_back(body);
    }
}

// Whether a row's text, "sex=f form=labour", names just pairs that stand among these.
bool names_row(std::string_view row, const std::vector<std::string>& pairs) {
    while (!row.empty()) {
        const std::string_view pair = row.substr(0, row.find(' '));
        if (std::find(pairs.begin(), pairs.end(), pair) == pairs.end()) {
            return false;
        }
        row.remove_prefix(std::min(pair.size() + 1, row.size()));
    }
    return true;
}

}  // namespace

bool is_among(const std::vector<BodyId>& bodies, const BodyId& body) {
    return std::find(bodies.begin(), bodies.end(), body) != bodies.end();
}

Delegation::Delegation(const std::vector<DelegationStep>& steps) {
    for (const DelegationStep& step : steps) {
        Duty& duty = m_duties[{step.question, step.row}];
        m_last = std::max(m_last, step.number);
        switch (step.act) {
        case DelegationAct::leads:
            std::erase(duty.adds, step.body);
            add_once(duty.leads, step.body);
            break;
        case DelegationAct::adds:
            if (!is_among(duty.leads, step.body)) {
                add_once(duty.adds, step.body);
            }
            break;
        case DelegationAct::passes:
            std::erase(duty.leads, step.passed_by.value_or(BodyId()));
            std::erase(duty.adds, step.body);
            add_once(duty.leads, step.body);
            duty.path.push_back(step);
            break;
        }
    }
}

const Duty* Delegation::find(std::string_view question, std::string_view row) const {
    const auto found = m_duties.find({std::string(question), std::string(row)});
    return found == m_duties.end() ? nullptr : &found->second;
}

std::vector<BodyId> Delegation::bodies() const {
    std::set<BodyId> all;
    for (const auto& [place, duty] : m_duties) {
        all.insert(duty.leads.begin(), duty.leads.end());
        all.insert(duty.adds.begin(), duty.adds.end());
    }
    return {all.begin(), all.end()};
}

bool Delegation::has(const BodyId& body, std::string_view question) const {
    for (auto each = m_duties.lower_bound({std::string(question), ""});
         each != m_duties.end() && each->first.first == question; ++each) {
        if (is_among(each->second.leads, body) || is_among(each->second.adds, body)) {
            return true;
        }
    }
    return false;
}

bool Delegation::has_row(const BodyId& body, std::string_view question,
                         const std::vector<std::string>& pairs) const {
    const Duty* const whole = find(question);
    if (whole != nullptr && is_among(whole->adds, body)) {
        return true;
    }
    bool led_by_others = false;
    for (auto each = m_duties.lower_bound({std::string(question), ""});
         each != m_duties.end() && each->first.first == question; ++each) {
        if (each->first.second.empty() || !names_row(each->first.second, pairs)) {
            continue;
        }
        if (is_among(each->second.leads, body) || is_among(each->second.adds, body)) {
            return true;
        }
        led_by_others = led_by_others || !each->second.leads.empty();
    }
    return !led_by_others && whole != nullptr && is_among(whole->leads, body);
}

bool Delegation::passed(const BodyId& body, std::string_view question) const {
    const Duty* const whole = find(question);
    return whole != nullptr && !has(body, question) &&
           std::any_of(whole->path.begin(), whole->path.end(),
                       [&](const DelegationStep& step) { return step.passed_by == body; });
}

bool Delegation::leads(const BodyId& body, std::string_view question) const {
    const Duty* const whole = find(question);
    return whole != nullptr && is_among(whole->leads, body);
}

std::vector<DelegationStep> steps_until(std::vector<DelegationStep> steps, int number) {
    std::erase_if(steps, [&](const DelegationStep& step) { return step.number > number; });
    return steps;
}

}  // namespace rapporteur::domain
