// SPDX-License-Identifier: EUPL-1.2
//
// statistics.csv: observations that did not come in a reply. Columns: indicator, year, dims, value, reason, unit, note, source.
#pragma once

#include "base/problem.hpp"
#include "domain/statistics.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::dossier {

// dims are "name=code" tokens, kept sorted. A row has a value or a reason why there is none, not both.
std::vector<domain::Observation> read_statistics(std::string_view bytes, const std::string& file,
                                                 base::Problems& problems);
std::string write_statistics(const std::vector<domain::Observation>& observations);

}  // namespace rapporteur::dossier
