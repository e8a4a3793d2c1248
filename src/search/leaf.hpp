// SPDX-License-Identifier: EUPL-1.2
// One leaf of a query over one index: a word, a beginning or words side by side; the documents in which it occurs, and
// how often. For search.cpp alone, which puts leaves together.
#pragma once

#include "search/document_set.hpp"
#include "search/index_state.hpp"
#include "search/query.hpp"
#include "search/stems.hpp"

#include <map>

namespace rapporteur::search {

struct LeafResult {
    DocumentSet documents;
    // Of each of the documents, in order: occurrences times the field's weight, in thousandths. Whole numbers, so that
    // the order of adding does not show.
    std::vector<std::uint32_t> frequencies;
};

class LeafReader {
public:
    // Only texts in these languages, or in all when none is named.
    LeafReader(const Index::State& index, const std::vector<std::string>& languages);

    LeafResult read(const Node& leaf);

private:
    using Starts = std::vector<std::uint64_t>;  // document, then position, in ascending order

    Streams streams_of(const std::string& field) const;
    std::vector<Places> places_of(const Term& term, const Streams& streams);
    void read_word(const std::vector<List>& lists, DocumentSet& documents);
    void read_phrase(const std::vector<std::vector<List>>& terms, std::size_t stream, DocumentSet& documents);
    DocumentSet documents_with(const std::vector<List>& lists) const;
    Starts starts_of(const std::vector<List>& lists, std::uint32_t step, const DocumentSet& candidates) const;
    std::uint32_t weight_of(std::size_t stream) const {
        return m_index.weights[m_index.streams[stream].field];
    }

    const Index::State& m_index;
    Streams m_streams;  // of the languages
    std::map<std::size_t, Stemmer> m_stemmers;
    std::vector<std::uint32_t> m_counts;  // by document; zero between leaves
};

}  // namespace rapporteur::search
