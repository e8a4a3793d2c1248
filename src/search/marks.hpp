// SPDX-License-Identifier: EUPL-1.2
// Where in a text the words stand that a query found, for highlighting. Works on the text alone, without an index, and
// says the same as the index does. Escaping and markup are the caller's.
#pragma once

#include "search/query.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace rapporteur::search {

struct Mark {
    std::size_t offset = 0;  // in bytes
    std::size_t length = 0;
    bool operator==(const Mark&) const = default;
};

// In ascending order, without overlaps; a phrase is one mark from its first word to its last. Leaves under a NOT and
// those of another field mark nothing.
std::vector<Mark> mark(std::string_view text, std::string_view language, std::string_view field,
                       const Query& query);

}  // namespace rapporteur::search
