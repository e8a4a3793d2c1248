// SPDX-License-Identifier: EUPL-1.2
// What a form tells about a question in words of its own: how long an answer may be, which number or date is wanted,
// when the question is put at all. Inside the room, for form_document.cpp. Pure.
#pragma once

#include "domain/questionnaire.hpp"
#include "exchange/form_words.hpp"

#include <string>
#include <string_view>

namespace rapporteur::exchange {

class FormHints {
public:
    FormHints(const domain::Questionnaire& questionnaire, const FormWords& words, std::string_view language)
        : m_questionnaire(questionnaire), m_words(words), m_language(language) {}

    // One line for the question; "" where there is nothing to say.
    std::string of(const domain::Question& question) const;
    // What asks for the explanation of a choice.
    std::string explanation(const domain::Question& question) const;
    // "Only if the answer to question 5 is: Yes."; "" where the condition is none or cannot be said in these words.
    std::string condition(const std::string& when) const;

    // A value of an answer by its label: "Yes", "Women"; as it is where it has none.
    std::string value_words(const domain::Question* question, const std::string& value) const;
    std::string reason(domain::NoAnswer reason) const { return reason_words(m_words, reason); }

private:
    std::string of_kind(const domain::Question& question) const;
    std::string of_number(const domain::Question& question) const;

    const domain::Questionnaire& m_questionnaire;
    const FormWords& m_words;
    std::string_view m_language;
};

}  // namespace rapporteur::exchange
