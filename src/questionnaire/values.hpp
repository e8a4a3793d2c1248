// SPDX-License-Identifier: EUPL-1.2
//
// Single values of questionnaires and replies: how identifiers are written, figures as respondents type them, dates of the asked precision.
// Pure; called by the forms and the checks of this room, and by whatever reads answers elsewhere.
#pragma once

#include "base/decimal.hpp"
#include "domain/questionnaire.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::questionnaire {

// Letters, digits, _ . and -, beginning with a letter, up to 40: a question's id must fit a bookmark of Word.
bool is_question_id(std::string_view text);

struct QuestionnaireIdParts {
    std::string framework;  // rivers
    std::string name;       // round-2
    std::string version;    // 2014.1
};

// Splits framework/name@version; nothing where the text has not this form.
std::optional<QuestionnaireIdParts> parse_questionnaire_id(std::string_view text);

// A figure as typed: digits with an optional fraction behind a point; spaces (no-break and thin ones too) between groups of
// three digits are allowed. "1,236" is not read: a comma may mean either thing. Nothing where it is no number.
std::optional<double> parse_figure(std::string_view text);
// The same, exact; nothing beyond 18 digits either.
std::optional<base::Decimal> exact_figure(std::string_view text);

// A date as exact as asked: 2016, 2016-03 or 2016-03-14.
bool is_date_of_precision(std::string_view text, std::string_view precision);

// Words of Markdown, roughly as a reader would count them.
int count_words(std::string_view text);

}  // namespace rapporteur::questionnaire
