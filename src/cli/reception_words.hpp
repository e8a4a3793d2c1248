// SPDX-License-Identifier: EUPL-1.2
// What reply check and reply receive have in common: the file from the command line, and the examination as a card, so that the check
// says just what the reception will say; and what of it the answer to a request has too.
#pragma once

#include "base/file.hpp"
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "exchange/reception.hpp"

#include <set>
#include <vector>

namespace rapporteur::cli {

// A Word file holds pictures.
constexpr base::ByteLimit k_reply_limit{64U << 20U};

// What every command that reads such a file has: --accept, --evaluation (Error(usage) without it), comments and problems as lists.
Option accept_option();
std::set<document::WordFault> accepted_faults(const Context& context);
domain::EvaluationId evaluation_of_file(const Context& context);
Listing comment_listing(const std::vector<document::WordComment>& comments);
Listing problem_listing(const base::Problems& problems);

// The options that both commands take.
std::vector<Option> reception_options();
// FILE and those options. Error(usage) without --evaluation, or for what a Word file's covering letter can not say.
exchange::Examination examine_file(const Context& context, const store::Register& where);

Card examination_card(const exchange::Examination& examination);

// The warnings of a reply without faults, on standard error.
void print_warnings(const Context& context, const exchange::Examination& examination);

}  // namespace rapporteur::cli
