// SPDX-License-Identifier: EUPL-1.2
//
// Evaluations with their stage log, assignments and aliases. The log is append-only.
#pragma once

#include "domain/evaluation.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::store {

std::optional<domain::Evaluation> find_evaluation(const Register& where, const domain::EvaluationId& id);
// Error(not_found) where there is none, with the nearest identifier.
domain::Evaluation need_evaluation(const Register& where, const domain::EvaluationId& id);

// Without the persons, bodies and sources that it introduces: its head, stage log, assignments and aliases. What a screen over
// many evaluations needs.
std::optional<domain::Evaluation> find_timeline(const Register& where, const domain::EvaluationId& id);

// Those of a subject and framework; "" for any. Ordered by framework, subject, round's number.
std::vector<domain::EvaluationId> list_evaluations(const Register& where, std::string_view framework = "",
                                                   std::string_view subject = "");

// Who, as what, from when: what tells one assignment from another; for people to read.
std::string assignment_name(const domain::Assignment& assignment);
// Whether two say the same of round, subject, track, dates, language and title.
bool same_head(const domain::Evaluation& one, const domain::Evaluation& other);

// Writes the persons, bodies and sources that it introduces too. Error(conflict) where a line of the stage log would change.
PutResult put_evaluation(Change& change, const domain::Evaluation& evaluation);

// Appends one line to the stage log.
void add_stage_event(Change& change, const domain::EvaluationId& evaluation, const domain::StageEvent& event);

// What else a thing is called.
std::vector<domain::Alias> aliases_of(const Register& where, const domain::Reference& object);

}  // namespace rapporteur::store
