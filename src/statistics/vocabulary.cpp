// SPDX-License-Identifier: EUPL-1.2
#include "statistics/vocabulary.hpp"

#include <algorithm>

namespace rapporteur::statistics {

void Vocabulary::add(const domain::Questionnaire& questionnaire) {
    const auto entries = [this](const domain::Codelist& list) {
        std::vector<Entry> result;
        for (const domain::Code& code : list.codes) {
            result.push_back(Entry{code.value, std::string(domain::text_in(code.label, m_language))});
        }
        return result;
    };
    for (const domain::Codelist& list : questionnaire.codelists) {
        m_lists.emplace("#" + list.id, entries(list));
    }
    for (const domain::Question* question : domain::questions_of(questionnaire)) {
        m_numbers.emplace(question->id.text(), question->number);
        for (const domain::Dimension& dimension : question->dimensions) {
            if (const domain::Codelist* list = questionnaire.find_codelist(dimension.codelist)) {
                m_lists.emplace(question->id.text() + "#" + dimension.id, entries(*list));
            }
        }
    }
}

const std::vector<Vocabulary::Entry>* Vocabulary::find(std::string_view question,
                                                       std::string_view dimension) const {
    auto found = m_lists.find(std::string(question) + "#" + std::string(dimension));
    if (found == m_lists.end()) {
        found = m_lists.find("#" + std::string(dimension));
    }
    return found == m_lists.end() ? nullptr : &found->second;
}

std::string Vocabulary::label(std::string_view question, std::string_view dimension,
                              std::string_view code) const {
    if (const auto at = order(question, dimension, code)) {
        const std::string& label = (*find(question, dimension))[*at].label;
        if (!label.empty()) {
            return label;
        }
    }
    return code_as_words(code);
}

std::optional<std::size_t> Vocabulary::order(std::string_view question, std::string_view dimension,
                                             std::string_view code) const {
    const std::vector<Entry>* list = find(question, dimension);
    if (list == nullptr) {
        return std::nullopt;
    }
    const auto found =
        std::find_if(list->begin(), list->end(), [code](const Entry& entry) { return entry.code == code; });
    return found == list->end() ? std::nullopt
                                : std::optional<std::size_t>(static_cast<std::size_t>(found - list->begin()));
}

std::string Vocabulary::question_number(std::string_view question) const {
    const auto found = m_numbers.find(question);
    return found == m_numbers.end() ? "" : found->second;
}

std::string code_as_words(std::string_view code) {
    std::string words(code);
    std::replace(words.begin(), words.end(), '-', ' ');
    std::replace(words.begin(), words.end(), '_', ' ');
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') {
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    }
    return words;
}

}  // namespace rapporteur::statistics
