// SPDX-License-Identifier: EUPL-1.2
#include "exchange/form_share.hpp"

#include "exchange/asked.hpp"

#include <algorithm>

namespace rapporteur::exchange {

using namespace domain;

bool FormShare::is_given(const QuestionId& question) const {
    return (!m_part || m_part->delegation.has(m_part->body, question.text())) &&
           (m_request == nullptr || m_request->find_item(question) != nullptr);
}

bool FormShare::has(const Question& question) const {
    if (!is_for(question.respondents, m_issue.respondent)) {
        return false;
    }
    if (question.kind == QuestionKind::note) {
        return m_request == nullptr;
    }
    return is_given(question.id) || std::any_of(question.parts.begin(), question.parts.end(),
                                                [this](const Question& part) { return has(part); });
}

bool FormShare::has(const Section& section) const {
    if (!is_for(section.respondents, m_issue.respondent)) {
        return false;
    }
    // A note alone is nothing to answer.
    const auto asks = [this](const Question& question) {
        return question.kind != QuestionKind::note && has(question);
    };
    return is_whole() || std::any_of(section.questions.begin(), section.questions.end(), asks) ||
           std::any_of(section.slots.begin(), section.slots.end(),
                       [this](const Slot& slot) {
                           return std::any_of(m_issue.specific.begin(), m_issue.specific.end(),
                                              [&](const SpecificQuestion& each) {
                                                  return each.slot == slot.id && has(each);
                                              });
                       }) ||
           std::any_of(section.sections.begin(), section.sections.end(),
                       [this](const Section& inner) { return has(inner); });
}

bool FormShare::has(const SpecificQuestion& specific) const {
    return is_given(specific.id);
}

bool FormShare::has_row(const Question& question, const std::vector<std::string>& pairs) const {
    return !m_part || m_part->delegation.has_row(m_part->body, question.id.text(), pairs);
}

}  // namespace rapporteur::exchange
