// SPDX-License-Identifier: EUPL-1.2
// How much of a reply is answered, as fields and tables of a card, for text and JSON alike. What is counted is completeness.hpp's matter.
// Called by reply show.
#pragma once

#include "cli/output.hpp"
#include "domain/reply.hpp"
#include "store/register.hpp"

namespace rapporteur::cli {

// Error(refused) for a reply that answers no questionnaire.
void add_completeness(Card& card, const store::Register& where, const domain::Reply& reply);

}  // namespace rapporteur::cli
