// SPDX-License-Identifier: EUPL-1.2
#include "search/facets.hpp"

#include "base/error.hpp"
#include "search/facet_column.hpp"
#include "search/layout.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace rapporteur::search {

namespace {

// The values of one facet as they come, numbered by their first coming, and the sets of them.
class FacetGatherer {
public:
    FacetGatherer() { m_sets.try_emplace({}, 0); }

    void add(std::string_view value) {
        m_key = value;
        const std::uint32_t number =
            m_values.try_emplace(m_key, static_cast<std::uint32_t>(m_values.size())).first->second;
        if (std::find(m_current.begin(), m_current.end(), number) == m_current.end()) {
            m_current.push_back(number);
        }
    }

    void end_document() {
        std::sort(m_current.begin(), m_current.end());
        const bool single = m_current.size() == 1;
        if (single && m_current.front() < m_single.size() && m_single[m_current.front()] != 0) {
            m_set_of.push_back(m_single[m_current.front()]);
        } else {
            const std::uint32_t set =
                m_sets.try_emplace(m_current, static_cast<std::uint32_t>(m_sets.size())).first->second;
            m_set_of.push_back(set);
            if (single) {
                m_single.resize(std::max<std::size_t>(m_single.size(), m_current.front() + 1));
                m_single[m_current.front()] = set;
            }
        }
        m_current.clear();
    }

    FacetData take() {
        FacetData data;
        std::vector<std::uint32_t> place(m_values.size());
        const std::map<std::string, std::uint32_t> sorted(m_values.begin(), m_values.end());
        for (const auto& [value, number] : sorted) {
            place[number] = static_cast<std::uint32_t>(data.values.size());
            data.values.push_back(value);
        }
        data.sets.resize(m_sets.size());
        for (const auto& [set, number] : m_sets) {
            for (const std::uint32_t value : set) {
                data.sets[number].push_back(place[value]);
            }
            std::sort(data.sets[number].begin(), data.sets[number].end());
        }
        data.set_of = std::move(m_set_of);
        return data;
    }

private:
    std::unordered_map<std::string, std::uint32_t> m_values;
    std::map<std::vector<std::uint32_t>, std::uint32_t> m_sets;
    std::vector<std::uint32_t> m_single;  // set of a value alone; 0 when there is none yet
    std::vector<std::uint32_t> m_set_of;
    std::vector<std::uint32_t> m_current;
    std::string m_key;
};

// The columns of one facet, one a part, and what its choice leaves in each.
struct FacetView {
    std::vector<std::unique_ptr<FacetColumn>> columns;
    std::vector<DocumentSet> chosen;  // empty without a choice
    std::vector<std::string> values;  // of the choice
};

using FacetViews = std::map<std::string, FacetView, std::less<>>;

FacetView view_of(const std::string& facet, const std::vector<const Shelf*>& shelves,
                  const std::vector<DocumentSet>& found, const std::vector<Choice>& choices) {
    FacetView view;
    bool filters = false;
    for (const Choice& choice : choices) {
        if (choice.facet == facet && !choice.values.empty()) {
            filters = true;
            view.values.insert(view.values.end(), choice.values.begin(), choice.values.end());
        }
    }
    for (std::size_t i = 0; i < shelves.size(); ++i) {
        if (shelves[i] == nullptr) {
            view.columns.push_back(nullptr);
            if (filters) {
                view.chosen.emplace_back(found[i].size());
            }
            continue;
        }
        view.columns.push_back(std::make_unique<FacetColumn>(*shelves[i], facet));
        if (view.columns.back()->documents() != found[i].size()) {
            throw base::Error(base::ErrorKind::store_failed, "the search index has facets of other documents")
                .at(facet)
                .help("build the index again; it holds nothing that is not elsewhere");
        }
        if (filters) {
            view.chosen.push_back(view.columns.back()->documents_with(view.values));
        }
    }
    return view;
}

// What was found and passes every choice but that of one facet.
std::vector<DocumentSet> filtered(const std::vector<DocumentSet>& found, const FacetViews& views,
                                  const FacetView* but) {
    std::vector<DocumentSet> documents = found;
    for (const auto& [facet, view] : views) {
        for (std::size_t i = 0; i < view.chosen.size() && &view != but; ++i) {
            documents[i] &= view.chosen[i];
        }
    }
    return documents;
}

FacetCounts counts_of(const std::string& facet, const FacetView& view, const std::vector<DocumentSet>& result,
                      const std::vector<DocumentSet>& without_own) {
    std::map<std::string, ValueCount> by_value;
    by_value[""];
    for (const std::string& value : view.values) {
        by_value[value].chosen = true;
    }
    for (std::size_t i = 0; i < view.columns.size(); ++i) {
        if (view.columns[i] == nullptr) {
            continue;
        }
        const FacetColumn& column = *view.columns[i];
        const std::vector<std::uint64_t> counts = column.count(result[i]);
        const std::vector<std::uint64_t> others = view.chosen.empty() ? counts : column.count(without_own[i]);
        for (std::size_t value = 0; value < counts.size(); ++value) {
            if (counts[value] != 0 || others[value] != 0) {
                ValueCount& total = by_value[value == column.values().size() ? "" : column.values()[value]];
                total.count += counts[value];
                total.without_own += others[value];
            }
        }
    }
    FacetCounts all;
    all.facet = facet;
    for (auto& [value, count] : by_value) {
        count.value = value;
        if (value.empty()) {
            all.none = count;
        } else {
            all.values.push_back(count);
        }
    }
    return all;
}

}  // namespace

struct FacetBuilder::State {
    std::vector<std::string> names;
    std::vector<FacetGatherer> facets;
    std::uint32_t documents = 0;

    void end_document() {
        for (FacetGatherer& facet : facets) {
            facet.end_document();
        }
    }
};

FacetBuilder::FacetBuilder(std::vector<std::string> facets) : m_state(std::make_unique<State>()) {
    m_state->facets.resize(facets.size());
    m_state->names = std::move(facets);
}
FacetBuilder::~FacetBuilder() = default;
FacetBuilder::FacetBuilder(FacetBuilder&&) noexcept = default;
FacetBuilder& FacetBuilder::operator=(FacetBuilder&&) noexcept = default;

std::uint32_t FacetBuilder::begin_document() {
    if (m_state->documents == k_most_documents) {
        throw base::Error(base::ErrorKind::refused, "more documents than a search index can hold")
            .because("it holds " + std::to_string(k_most_documents));
    }
    if (m_state->documents > 0) {
        m_state->end_document();
    }
    return m_state->documents++;
}

void FacetBuilder::add(std::size_t facet, std::string_view value) {
    if (facet >= m_state->facets.size() || m_state->documents == 0) {
        throw base::Error(base::ErrorKind::internal,
                          "a value for a facet or a document that the search index has not");
    }
    if (!value.empty()) {
        m_state->facets[facet].add(value);
    }
}

void FacetBuilder::write(ShelfWriter& shelf) {
    if (m_state->documents > 0) {
        m_state->end_document();
    }
    for (std::size_t i = 0; i < m_state->names.size(); ++i) {
        write_column(m_state->facets[i].take(), m_state->names[i], shelf);
    }
}

FacetResult count_facets(const std::vector<const Shelf*>& shelves, const std::vector<DocumentSet>& found,
                         const std::vector<Choice>& choices, const std::vector<std::string>& facets) {
    FacetViews views;
    for (const std::string& facet : facets) {
        views.try_emplace(facet, view_of(facet, shelves, found, choices));
    }
    for (const Choice& choice : choices) {
        if (!choice.values.empty() && views.count(choice.facet) == 0) {
            views.try_emplace(choice.facet, view_of(choice.facet, shelves, found, choices));
        }
    }
    FacetResult result;
    result.documents = filtered(found, views, nullptr);
    for (const DocumentSet& documents : result.documents) {
        result.count += documents.count();
    }
    for (const std::string& facet : facets) {
        const FacetView& view = views.find(facet)->second;
        const bool chosen = !view.chosen.empty();
        result.facets.push_back(counts_of(facet, view, result.documents,
                                          chosen ? filtered(found, views, &view) : result.documents));
    }
    return result;
}

}  // namespace rapporteur::search
