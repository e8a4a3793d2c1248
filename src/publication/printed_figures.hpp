// SPDX-License-Identifier: EUPL-1.2
//
// Which figures a report prints in its tables and charts: by the group's decision to adopt and publish the report they
// are public, and hiding them in the data would hide nothing. Reads the report's blocks of figures; copies nothing.
#pragma once

#include "domain/report.hpp"
#include "statistics/table.hpp"

#include <vector>

namespace rapporteur::publication {

// One request for each block of figures. A faulty block is left out: it prints nothing.
std::vector<statistics::TableRequest> printed_figures(const domain::Report& report);

}  // namespace rapporteur::publication
