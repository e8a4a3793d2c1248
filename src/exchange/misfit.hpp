// SPDX-License-Identifier: EUPL-1.2
//
// Whether a reply was meant for what it is held against. One sent for another evaluation, or made from another questionnaire, has a
// fault in every cell; two hundred faults hide the one that there is. Says that once, with what the reply fits. Changes nothing.
// Called by the reception of replies.
#pragma once

#include "base/problem.hpp"
#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"
#include "store/register.hpp"

#include <optional>

namespace rapporteur::exchange {

// `faults` are check_reply's. Nothing where they are few, or where nothing else in the register fits much better: then they are the
// reply's own. Otherwise the one fault, without its place.
std::optional<base::Problem> misfit_of(const store::Register& where, const domain::EvaluationId& evaluation,
                                       const domain::Reply& reply, const domain::Issue& issue,
                                       const base::Problems& faults);

}  // namespace rapporteur::exchange
