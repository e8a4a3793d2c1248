// SPDX-License-Identifier: EUPL-1.2
// What a check found, printed: a list in JSON, one problem a line for people. What the problems are, the rooms say. Called by the commands
// that check what stands in the register.
#pragma once

#include "base/problem.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"

#include <cstdint>

namespace rapporteur::cli {

// The array "problems", for JSON.
Listing problems_listing(const base::Problems& problems);
// After a blank line, one problem a line, as compilers write them: an editor can jump there. Nothing where there are none.
void print_problems(const Context& context, const base::Problems& problems);

std::int64_t count_of(const base::Problems& problems, base::Severity severity);

}  // namespace rapporteur::cli
