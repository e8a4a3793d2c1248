// SPDX-License-Identifier: EUPL-1.2
//
// The entries of an RSS feed (https://www.rssboard.org/rss-specification) as rows: its elements are the columns. Dates, which RSS writes as mail
// does, become days. A feed is one page of XML and is read whole.
#pragma once

#include "recommendation/source_rows.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace rapporteur::recommendation {

// What is no feed becomes problems. The mapping outlives it.
std::unique_ptr<SourceRows> open_feed(std::string_view bytes, const std::string& file,
                                      const domain::ImportMapping& mapping, base::Problems& problems);

}  // namespace rapporteur::recommendation
