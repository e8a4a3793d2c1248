// SPDX-License-Identifier: EUPL-1.2
// Which of an evaluation's reports a command is about: --report interim or final, else the newest there is. Used by the commands
// of the noun "report".
#pragma once

#include "cli/context.hpp"
#include "domain/identifiers.hpp"
#include "store/register.hpp"

namespace rapporteur::cli {

Option report_option();

// Error(not_found) where the evaluation, or a report of it, is not in the register.
domain::ReportId chosen_report(const Context& context, const store::Register& where);

}  // namespace rapporteur::cli
