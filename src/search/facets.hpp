// SPDX-License-Identifier: EUPL-1.2
// Facets: of each document the values of framework, state, round, theme and so on; a filter over them, and exact counts
// within what was found. Stored as one column a facet, which holds for each document the number of its set of values: a
// count is one pass over one or two bytes a document, however many values there are (docs/search.md
// compares that with bitmaps). Knows no words.
//
// A filter is AND over facets, OR within one.
#pragma once

#include "search/document_set.hpp"
#include "search/shelf.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::search {

class FacetBuilder {
public:
    explicit FacetBuilder(
        std::vector<std::string> facets);  // names as of fields; keys of the shelf are made of them
    ~FacetBuilder();
    FacetBuilder(FacetBuilder&&) noexcept;
    FacetBuilder& operator=(FacetBuilder&&) noexcept;

    // As in IndexBuilder: the same documents in the same order.
    std::uint32_t begin_document();
    // A value of that document; the facet by its place in the list. Given twice it counts once; empty it is no value.
    void add(std::size_t facet, std::string_view value);
    void write(ShelfWriter& shelf);  // beside the index of words, keys do not collide

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// Documents of which the facet has one of the values. "" stands for documents that have no value there; a value that
// no document has finds none.
struct Choice {
    std::string facet;
    std::vector<std::string> values;  // none: no filter
};

struct ValueCount {
    std::string value;
    std::uint64_t count = 0;        // in the result
    std::uint64_t without_own = 0;  // in what the result would be without this facet's own choice
    bool chosen = false;
};

struct FacetCounts {
    std::string facet;
    std::vector<ValueCount>
        values;       // sorted by value; those of which both counts are 0 are left out unless chosen
    ValueCount none;  // documents with no value, value ""
};

struct FacetResult {
    std::vector<DocumentSet> documents;  // found, after all choices, one set a part
    std::uint64_t count = 0;
    std::vector<FacetCounts> facets;  // in the order asked for
};

// One shelf a part, as in Search, and what was found there; counts are over all parts together. A part whose shelf is
// nullptr has no documents.
FacetResult count_facets(const std::vector<const Shelf*>& shelves, const std::vector<DocumentSet>& found,
                         const std::vector<Choice>& choices, const std::vector<std::string>& facets);

}  // namespace rapporteur::search
