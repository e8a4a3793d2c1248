// SPDX-License-Identifier: EUPL-1.2
//
// The questions that are put to one state alone, drawn from its own open recommendations: each quotes one with its identifier, paragraph and
// text, and asks what was done. Called when an issue is made; what then goes into the issue may be changed in its dossier before it is sent.
#pragma once

#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"
#include "store/register.hpp"

#include <string_view>
#include <vector>

namespace rapporteur::exchange {

// For the questionnaire's first slot for country-specific questions that this respondent has; none where there is no such slot. In each
// language of the questionnaire; the recommendation itself stands as it was adopted.
std::vector<domain::SpecificQuestion> specific_questions(const store::Register& where,
                                                         const domain::EvaluationId& evaluation,
                                                         const domain::Questionnaire& questionnaire,
                                                         std::string_view respondent);

}  // namespace rapporteur::exchange
