// SPDX-License-Identifier: EUPL-1.2
// One facet as it is stored and read: its values, the sets of them that documents have, and for each document the
// number of its set in one, two or four bytes. Set 0 is the empty one. For facets.cpp alone.
#pragma once

#include "search/document_set.hpp"
#include "search/shelf.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rapporteur::search {

struct FacetData {
    std::vector<std::string> values;  // sorted
    std::vector<std::vector<std::uint32_t>> sets;
    std::vector<std::uint32_t> set_of;  // by document; what is written
};

void write_column(const FacetData& data, std::string_view facet, ShelfWriter& shelf);

class FacetColumn {
public:
    FacetColumn(const Shelf& shelf, std::string_view facet);

    std::uint32_t documents() const { return m_documents; }
    const std::vector<std::string>& values() const { return m_values; }

    // How many of the documents have each value, and at the end how many have none.
    std::vector<std::uint64_t> count(const DocumentSet& documents) const;
    // Those that have one of these values, "" for none.
    DocumentSet documents_with(const std::vector<std::string>& values) const;

private:
    using Column =
        std::variant<std::vector<std::uint8_t>, std::vector<std::uint16_t>, std::vector<std::uint32_t>>;

    std::uint32_t m_documents = 0;
    std::vector<std::string> m_values;
    std::vector<std::vector<std::uint32_t>> m_sets;
    Column m_column;  // number of the set, by document
};

}  // namespace rapporteur::search
