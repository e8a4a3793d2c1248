// SPDX-License-Identifier: EUPL-1.2
// What reply check and reply receive have in common: the file from the command line, and the examination as a card, so that the check
// says just what the reception will say.
#pragma once

#include "cli/context.hpp"
#include "cli/output.hpp"
#include "exchange/reception.hpp"

namespace rapporteur::cli {

// FILE, --evaluation and --exhibits of the command line. Error(usage) without --evaluation.
exchange::Examination examine_file(const Context& context, const store::Register& where);

Card examination_card(const exchange::Examination& examination);

// The warnings of a reply without faults, on standard error.
void print_warnings(const Context& context, const exchange::Examination& examination);

}  // namespace rapporteur::cli
