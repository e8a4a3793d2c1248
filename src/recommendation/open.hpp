// SPDX-License-Identifier: EUPL-1.2
//
// The recommendations to a state that are open when a new round asks it: adopted in an earlier evaluation, continued by no later adopted
// recommendation, and not assessed with the scale's best value (the lowest rank). Silence closes nothing. Read-only; called by the issuing of
// questionnaires.
#pragma once

#include "recommendation/thread.hpp"

#include <vector>

namespace rapporteur::recommendation {

// Of the same framework and state, made before that evaluation; the newest evaluation first, each in its list's order.
std::vector<Placed> open_recommendations(const store::Register& where,
                                         const domain::EvaluationId& evaluation);

}  // namespace rapporteur::recommendation
