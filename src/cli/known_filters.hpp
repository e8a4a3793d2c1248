// SPDX-License-Identifier: EUPL-1.2
// Filters of lists that name something the register does not have: an empty list would say that nothing fits, where in truth
// the question was misspelt.
#pragma once

#include "cli/context.hpp"
#include "store/register.hpp"

#include <string>
#include <vector>

namespace rapporteur::cli {

// `options`: those of framework, subject, verb and provision that the command has. A verb or a provision must be one of the
// framework asked for, else of any. Error(not_found) with the nearest one there is.
void check_filters(const Context& context, const store::Register& where,
                   const std::vector<std::string>& options);

}  // namespace rapporteur::cli
