// SPDX-License-Identifier: EUPL-1.2
// One query over one index, or over a stored base less what was removed and a small index of what came since: the
// documents that match, exactly; and the best of them. What a query means is in query.hpp; in each text its words are
// stemmed in that text's language. Counts by facet are in facets.hpp.
//
// Rank is BM25 (k1 1.2, b 0.75). A leaf of the query counts as one term: its frequency is that of its occurrences, each
// by the weight of its field; a document is as long as all its texts. Documents removed count nowhere, so that the parts
// rank as one index would that holds what they hold together.
#pragma once

#include "search/document_set.hpp"
#include "search/index.hpp"
#include "search/query.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace rapporteur::search {

struct Part {
    const Index* index = nullptr;
    const DocumentSet* removed = nullptr;  // none when nullptr
    // The caller's number of each document, of which the least comes first among equals; the document's when nullptr.
    const std::vector<std::uint32_t>* numbers = nullptr;
};

struct Hit {
    std::size_t part = 0;
    std::uint32_t document = 0;
    std::uint32_t number = 0;
    double score = 0;  // 0 for all when the query wants no word: then the least number is first
};

class Search {
public:
    // Texts in the languages named, or in all when none is. What the parts point to outlives the search.
    Search(std::vector<Part> parts, const Query& query, const std::vector<std::string>& languages = {});
    ~Search();
    Search(Search&&) noexcept;
    Search& operator=(Search&&) noexcept;

    // What matches, one set a part, without those removed.
    const std::vector<DocumentSet>& matches() const;
    std::uint64_t count() const;

    // From the best on, after leaving out the first skip. Of matches(), or of those also within (one set a part).
    std::vector<Hit> best(std::size_t limit, std::size_t skip = 0) const;
    std::vector<Hit> best_within(const std::vector<DocumentSet>& within, std::size_t limit,
                                 std::size_t skip = 0) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace rapporteur::search
