// SPDX-License-Identifier: EUPL-1.2
//
// How far a reply answers what was put to its respondent: as a whole, by section of the questionnaire, by the body that wrote the answers.
// Counts only; says nothing of whether an answer is right. Pure. Called by the reception of replies and by reply show.
#pragma once

#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"
#include "exchange/form_share.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur::exchange {

// How the questions put to the respondent were answered. A record counts by its parts; country-specific questions count too.
struct AnswerCounts {
    int asked = 0;                                             // all that may be answered
    int answered = 0;                                          // with something in it
    int blank = 0;                                             // left blank on purpose
    int left_out = 0;                                          // the reply does not mention it
    int not_asked = 0;                                         // by its conditions, or said to be
    std::vector<std::pair<domain::NoAnswer, int>> no_answers;  // by reason, only those that occur
    int cells = 0;                                             // of tables
    int cells_without_figure = 0;
    int required = 0;       // that must or should be answered, and are asked
    int required_done = 0;  // of these: answered, or with the reason for no answer

    int without_answer() const;  // those with a reason
};

struct CompletenessLine {
    std::string name;  // the section's title; the body's identifier, "" where the reply names none
    AnswerCounts counts;
    std::vector<std::string> open;  // questions that must or should be answered and are not
};

struct Completeness {
    CompletenessLine whole;
    std::vector<CompletenessLine> sections;  // in the questionnaire's order
    std::vector<CompletenessLine>
        bodies;  // in the order of their first answer; what nobody answered last, under ""
};

// `issue` has the questions put to this state alone; nullptr for none. `share`: only what a part's form has; nullptr for all. Sections' titles are in the reply's language.
Completeness completeness_of(const domain::Reply& reply, const domain::Questionnaire& questionnaire,
                             const domain::Issue* issue, const FormShare* share = nullptr);

// What the section of the country-specific questions is called, wherever a reply is shown.
inline constexpr std::string_view k_specific_section = "Questions to this state";

}  // namespace rapporteur::exchange
