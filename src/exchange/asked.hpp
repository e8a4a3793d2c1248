// SPDX-License-Identifier: EUPL-1.2
//
// What a questionnaire asks of one respondent, in reading order, and whether a question is asked after the answers given so far. Pure.
// Called by the reception of replies and by whatever shows them.
#pragma once

#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::exchange {

// Whether a question or a section is for that respondent; one that names none is for all.
bool is_for(const std::vector<std::string>& respondents, std::string_view respondent);

struct AskedQuestion {
    const domain::Question* question = nullptr;  // in the questionnaire
    std::string section_title;                   // of its innermost section
    std::vector<std::string> conditions;         // its own and those around it
    bool takes_answer = true;                    // false for a record, whose parts take them, and for a note
};

// Only what is asked of the respondent; `language` is that of the sections' titles.
std::vector<AskedQuestion> asked_questions(const domain::Questionnaire& questionnaire,
                                           std::string_view respondent, std::string_view language);

// Nothing where what is not answered leaves it open.
std::optional<bool> is_asked(const AskedQuestion& asked, const domain::Reply& reply);

}  // namespace rapporteur::exchange
