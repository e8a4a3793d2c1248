// SPDX-License-Identifier: EUPL-1.2
// How the commands show requests for information: the same words in lists, on one of them, and in the status of an evaluation. Reads
// nothing; called by request list, request show, request answer and status.
#pragma once

#include "cli/output.hpp"
#include "domain/reply.hpp"

#include <vector>

namespace rapporteur::cli {

// Items for which nothing came yet; none of a request that is closed.
std::int64_t open_items(const domain::Request& request);

// Open on that day, and due before it.
bool is_late(const domain::Request& request, base::Date on);

// One a row, as they stand on that day.
Listing requests_listing(const std::vector<domain::Request>& requests, base::Date on);

}  // namespace rapporteur::cli
