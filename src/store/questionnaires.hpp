// SPDX-License-Identifier: EUPL-1.2
//
// Versions of questionnaires in the register. An adopted version on which an issue was made does not change any more.
#pragma once

#include "domain/questionnaire.hpp"
#include "store/register.hpp"

#include <optional>
#include <vector>

namespace rapporteur::store {

std::optional<domain::Questionnaire> find_questionnaire(const Register& where,
                                                        const domain::QuestionnaireId& id);
// Error(not_found) where there is none.
domain::Questionnaire need_questionnaire(const Register& where, const domain::QuestionnaireId& id);
std::vector<domain::QuestionnaireId> list_questionnaires(const Register& where);
PutResult put_questionnaire(Change& change, const domain::Questionnaire& questionnaire);

}  // namespace rapporteur::store
