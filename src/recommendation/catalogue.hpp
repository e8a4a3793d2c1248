// SPDX-License-Identifier: EUPL-1.2
//
// Recommendations as documents of an index: which words and which facets each has. One description for the index that the register keeps
// and for the small one of what came since. Who searches it: finder.hpp.
#pragma once

#include "domain/framework.hpp"
#include "search/facets.hpp"
#include "search/index.hpp"
#include "store/register.hpp"
#include "store/search_base.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace rapporteur::recommendation {

// In the order in which people look: where, about what, how urgent, what became of it.
const std::vector<std::string>& facet_names();
const std::vector<std::string>& field_names();

// What a reader is shown of a row, wherever it stands: a list's own words, or those of the paragraph and the report. The date is its own, else the
// day on which its evaluation was opened. Index, lists and exports say the same, because all ask here.
struct Shown {
    std::string date;
    std::string verb;
    std::vector<std::string> provisions;
    domain::Texts texts;  // readable
};
Shown shown(const store::Register& where, const store::IndexRow& row);

// Takes rows and writes index and facets onto a shelf.
class Catalogue {
public:
    explicit Catalogue(const store::Register& where);
    void add(const store::IndexRow& row);
    // Documents so far: the rows' numbers, in their order.
    const std::vector<std::uint32_t>& records() const { return m_records; }
    void write(search::ShelfWriter& shelf);

private:
    void add_facets(const store::IndexRow& row, const Shown& as_shown);
    std::vector<std::string> fates(const store::IndexRow& row, const Shown& as_shown);
    const domain::Framework& framework_of(const store::IndexRow& row);

    const store::Register& m_where;
    std::set<domain::RecommendationId> m_spoken_of;
    std::map<domain::FrameworkId, domain::Framework> m_frameworks;  // of those, each read once
    search::IndexBuilder m_words;
    search::FacetBuilder m_facets;
    std::vector<std::uint32_t> m_records;
};

// Makes the stored index anew, in a change of its own; a register of few recommendations has none, because making it takes less time than
// anybody notices. Called by who wrote many.
void refresh_search_base(store::Register& where, const std::string& person,
                         const std::function<void(std::size_t)>& progress = {});

// Recommendations from which on an index is stored.
inline constexpr std::int64_t k_worth_storing = 2'000;

}  // namespace rapporteur::recommendation
