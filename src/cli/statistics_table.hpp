// SPDX-License-Identifier: EUPL-1.2
// Figures as people read them in a terminal: below the indicator or question that they are of, a line each, or a small table with the years
// side by side. Which figures, the statistics room has chosen. Called by `statistics show` and `statistics chart`.
#pragma once

#include "statistics/selection.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::cli {

// `by`: the table by these dimensions; nothing: a line for each figure. Width 0: as long as it gets.
std::string figures_text(const std::vector<statistics::Listed>& listed,
                         const std::optional<std::vector<std::string>>& by, std::size_t width);

}  // namespace rapporteur::cli
