// SPDX-License-Identifier: EUPL-1.2
//
// The form of an issue in the register, made anew: what goes out, and what a returned file is held against. Adds to form_document what the
// register knows: the names on the cover. Called by issue make and by the reader of Word files.
#pragma once

#include "exchange/form_document.hpp"
#include "store/register.hpp"

#include <string_view>

namespace rapporteur::exchange {

// Error(not_found) where questionnaire or evaluation are gone.
FormDocument sent_form(const store::Register& where, const domain::Issue& issue, std::string_view language);

}  // namespace rapporteur::exchange
