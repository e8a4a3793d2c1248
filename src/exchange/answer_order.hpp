// SPDX-License-Identifier: EUPL-1.2
//
// The order in which answers and figures stand in a reply, whatever order they came in: the questionnaire's. Pure. Called by whatever makes a
// reply out of pieces: a Word file, parts of several bodies, answers to a request.
#pragma once

#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"

#include <vector>

namespace rapporteur::exchange {

// In reading order; what the questionnaire does not know (country-specific questions) behind, as it stood.
void sort_answers(std::vector<domain::Answer>& answers, const domain::Questionnaire& questionnaire);

// By each dimension's codes, what the questionnaire does not know behind them, totals last.
void sort_cells(std::vector<domain::Cell>& cells, const domain::Question& question,
                const domain::Questionnaire& questionnaire);

}  // namespace rapporteur::exchange
