// SPDX-License-Identifier: EUPL-1.2
#include "search/search.hpp"

#include "search/leaf.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace rapporteur::search {

namespace {

constexpr double k_saturation = 1.2;  // BM25's k1
constexpr double k_by_length = 0.75;  // BM25's b

bool is_before(const Hit& a, const Hit& b) {
    if (a.score != b.score) {
        return a.score > b.score;
    }
    return std::tie(a.number, a.part, a.document) < std::tie(b.number, b.part, b.document);
}

// The best so many of those added.
class BestHits {
public:
    explicit BestHits(std::size_t most) : m_most(most) {}

    void add(const Hit& hit) {
        if (m_hits.size() < m_most) {
            m_hits.push_back(hit);
            std::push_heap(m_hits.begin(), m_hits.end(), is_before);
        } else if (m_most > 0 && is_before(hit, m_hits.front())) {
            std::pop_heap(m_hits.begin(), m_hits.end(), is_before);
            m_hits.back() = hit;
            std::push_heap(m_hits.begin(), m_hits.end(), is_before);
        }
    }

    std::vector<Hit> take(std::size_t skip) {
        std::sort_heap(m_hits.begin(), m_hits.end(), is_before);
        m_hits.erase(m_hits.begin(),
                     m_hits.begin() + static_cast<std::ptrdiff_t>(std::min(skip, m_hits.size())));
        return std::move(m_hits);
    }

private:
    std::size_t m_most;
    std::vector<Hit> m_hits;
};

}  // namespace

struct Search::State {
    // What a leaf found in each part.
    using LeafResults = std::vector<LeafResult>;
    struct Collection {
        double documents = 0;
        double length = 1;  // of a document, on average
    };

    std::vector<Part> parts;
    Query query;
    std::vector<DocumentSet> live;
    std::vector<const Node*> wanted;   // leaves of the query here
    std::vector<LeafResults> results;  // of each of them
    std::vector<DocumentSet> matches;

    State(std::vector<Part> its_parts, const Query& its_query, const std::vector<std::string>& languages);

    DocumentSet evaluate(const Node& node, std::size_t part, LeafReader& reader);
    std::vector<Hit> best(const std::vector<DocumentSet>& among, std::size_t limit, std::size_t skip) const;
    Collection collection() const;
    void add_scores(std::size_t leaf, std::size_t part, const std::vector<std::uint32_t>& among,
                    const Collection& collection, std::vector<double>& scores) const;
};

Search::State::State(std::vector<Part> its_parts, const Query& its_query,
                     const std::vector<std::string>& languages)
    : parts(std::move(its_parts)), query(its_query), wanted(wanted_leaves(query)), results(wanted.size()) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        live.push_back(DocumentSet::all(parts[i].index->documents()));
        if (parts[i].removed != nullptr) {
            live.back() -= *parts[i].removed;
        }
        LeafReader reader(parts[i].index->state(), languages);
        matches.push_back(live.back());
        if (!query.empty()) {
            matches.back() &= evaluate(query.root.front(), i, reader);
        }
    }
}

DocumentSet Search::State::evaluate(const Node& node, std::size_t part, LeafReader& reader) {
    if (node.kind == NodeKind::terms) {
        LeafResult result = reader.read(node);
        DocumentSet documents = result.documents;
        const auto place = std::find(wanted.begin(), wanted.end(), &node);
        if (place != wanted.end()) {
            results[static_cast<std::size_t>(place - wanted.begin())].push_back(std::move(result));
        }
        return documents;
    }
    DocumentSet documents = evaluate(node.children.front(), part, reader);
    if (node.kind == NodeKind::none_of) {
        DocumentSet others = live[part];
        others -= documents;
        return others;
    }
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        const DocumentSet more = evaluate(node.children[i], part, reader);
        if (node.kind == NodeKind::all_of) {
            documents &= more;
        } else {
            documents |= more;
        }
    }
    return documents;
}

Search::State::Collection Search::State::collection() const {
    std::uint64_t documents = 0;
    std::uint64_t words = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Index& index = *parts[i].index;
        documents += live[i].count();
        words += index.words();
        DocumentSet gone = DocumentSet::all(index.documents());
        gone -= live[i];
        gone.each([&](std::uint32_t document) { words -= index.state().length_of(document); });
    }
    Collection collection;
    collection.documents = static_cast<double>(documents);
    collection.length = words == 0 ? 1 : static_cast<double>(words) / collection.documents;
    return collection;
}

// Of those documents, each in the place of its own.
void Search::State::add_scores(std::size_t leaf, std::size_t part, const std::vector<std::uint32_t>& among,
                               const Collection& collection, std::vector<double>& scores) const {
    double holders = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        DocumentSet documents = results[leaf][i].documents;
        documents &= live[i];
        holders += documents.count();
    }
    const double rarity = std::log(1 + (collection.documents - holders + 0.5) / (holders + 0.5));
    const LeafResult& result = results[leaf][part];
    const Index::State& index = parts[part].index->state();
    std::size_t i = 0;
    std::size_t place = 0;
    result.documents.each([&](std::uint32_t document) {
        const double frequency = result.frequencies[i++] / k_weight_unit;
        while (place < among.size() && among[place] < document) {
            ++place;
        }
        if (place < among.size() && among[place] == document) {
            const double length = index.length_of(document) / collection.length;
            scores[place] += rarity * frequency * (k_saturation + 1) /
                             (frequency + k_saturation * (1 - k_by_length + k_by_length * length));
        }
    });
}

std::vector<Hit> Search::State::best(const std::vector<DocumentSet>& among, std::size_t limit,
                                     std::size_t skip) const {
    const std::size_t most = limit > std::numeric_limits<std::size_t>::max() - skip ? limit : skip + limit;
    BestHits hits(most);
    const Collection whole = wanted.empty() ? Collection() : collection();
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const std::vector<std::uint32_t> documents = among[part].documents();
        std::vector<double> scores(documents.size());
        for (std::size_t leaf = 0; leaf < wanted.size(); ++leaf) {
            add_scores(leaf, part, documents, whole, scores);
        }
        const std::vector<std::uint32_t>* numbers = parts[part].numbers;
        for (std::size_t i = 0; i < documents.size(); ++i) {
            const std::uint32_t document = documents[i];
            hits.add({part, document, numbers == nullptr ? document : (*numbers)[document], scores[i]});
        }
    }
    return hits.take(skip);
}

Search::Search(std::vector<Part> parts, const Query& query, const std::vector<std::string>& languages)
    : m_state(std::make_unique<State>(std::move(parts), query, languages)) {}
Search::~Search() = default;
Search::Search(Search&&) noexcept = default;
Search& Search::operator=(Search&&) noexcept = default;

const std::vector<DocumentSet>& Search::matches() const {
    return m_state->matches;
}

std::uint64_t Search::count() const {
    std::uint64_t count = 0;
    for (const DocumentSet& documents : m_state->matches) {
        count += documents.count();
    }
    return count;
}

std::vector<Hit> Search::best(std::size_t limit, std::size_t skip) const {
    return m_state->best(m_state->matches, limit, skip);
}

std::vector<Hit> Search::best_within(const std::vector<DocumentSet>& within, std::size_t limit,
                                     std::size_t skip) const {
    std::vector<DocumentSet> among = m_state->matches;
    for (std::size_t i = 0; i < among.size(); ++i) {
        among[i] &= within[i];
    }
    return m_state->best(among, limit, skip);
}

}  // namespace rapporteur::search
