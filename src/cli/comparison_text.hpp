// SPDX-License-Identifier: EUPL-1.2
// Two replies beside each other as text in a terminal: an overview, then question by question what became of the answer. What is compared,
// and the sentences on it, are exchange's. Called by reply compare.
#pragma once

#include "cli/output.hpp"
#include "exchange/comparison.hpp"

#include <cstddef>
#include <string>

namespace rapporteur::cli {

// The two replies, and how many answers are what.
Card comparison_head(const exchange::Comparison& comparison);

std::string comparison_text(const exchange::Comparison& comparison, std::size_t terminal_width);

}  // namespace rapporteur::cli
