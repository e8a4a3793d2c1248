// SPDX-License-Identifier: EUPL-1.2
//
// Moving an evaluation on: one line added to its stage log in one journalled change, if domain/stages.hpp allows it. Nothing else
// writes the log but `load`, which takes the past as it is told. Called by evaluation advance and by the portal.
#pragma once

#include "base/date.hpp"
#include "domain/evaluation.hpp"
#include "domain/stages.hpp"
#include "store/register.hpp"

#include <optional>

namespace rapporteur::procedure {

struct AdvanceResult {
    domain::StageStanding standing;  // of the stage, afterwards
    std::int64_t journal_entry = 0;
};

// `event.by` is the acting person. Error(not_found) for the evaluation or the stage, Error(forbidden) for a recused person, Error(refused)
// where a rule says no; nothing is written then.
AdvanceResult advance(store::Register& where, const domain::EvaluationId& evaluation,
                      const domain::StageEvent& event, base::Date today);

}  // namespace rapporteur::procedure
