// SPDX-License-Identifier: EUPL-1.2
// What the script of a browser form knows: the form as a whole and each question, as JSON. The names are those that
// templates/form/*.js read; nothing of it is shown but labels and messages. Inside the room, for browser_form.cpp.
#pragma once

#include "base/json.hpp"
#include "exchange/browser_questions.hpp"
#include "exchange/form_words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::exchange {

// Where a question stands.
struct BrowserPlace {
    std::string section;
    std::string label;                    // as messages call it: "Question 5"
    std::string record;                   // of a part: its record where that repeats, "-" where it does not
    std::vector<std::string> conditions;  // its own and those around it
};

// One object, into the array that is open.
void write_question_data(base::JsonWriter& out, const domain::Question& question,
                         const domain::Questionnaire& questionnaire, const FormWords& words,
                         std::string_view language, const BrowserPlace& place);

std::string browser_data(const Issuing& issuing, const BrowserTerms& terms,
                         const BrowserQuestions& questions);

}  // namespace rapporteur::exchange
