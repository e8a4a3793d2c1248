// SPDX-License-Identifier: EUPL-1.2
// What reply check and reply receive have in common: the file from the command line, and the examination as a card, so that the check
// says just what the reception will say.
#pragma once

#include "cli/command.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "exchange/reception.hpp"

namespace rapporteur::cli {

// The options that both commands take.
std::vector<Option> reception_options();
// FILE and those options. Error(usage) without --evaluation, or for what a Word file's covering letter can not say.
exchange::Examination examine_file(const Context& context, const store::Register& where);

Card examination_card(const exchange::Examination& examination);

// The warnings of a reply without faults, on standard error.
void print_warnings(const Context& context, const exchange::Examination& examination);

}  // namespace rapporteur::cli
