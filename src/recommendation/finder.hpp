// SPDX-License-Identifier: EUPL-1.2
//
// Recommendations of the register by words and by facets, with exact counts: what is said here is what a scan over all of them would say. Uses
// the stored index where there is one, less what was touched since, and a small one of that; nothing is ever out of date.
#pragma once

#include "recommendation/catalogue.hpp"
#include "search/query.hpp"
#include "search/search.hpp"
#include "store/register.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace rapporteur::recommendation {

struct Wanted {
    std::string words;                    // as search/query.hpp reads them; "" for all
    std::vector<search::Choice> choices;  // of facet_names()
    std::vector<std::string> languages;   // of the texts; none: all
    std::vector<std::string> facets;      // to be counted
    std::size_t limit = 20;
    std::size_t skip = 0;
};

struct Found {
    search::Query query;
    std::string understood;  // the query as it was read
    std::uint64_t count = 0;
    std::uint64_t of = 0;  // recommendations in the register
    std::vector<domain::RecommendationId> hits;
    std::vector<search::FacetCounts> facets;
};

class Finder {
public:
    // The register outlives it.
    explicit Finder(const store::Register& where);
    ~Finder();
    Finder(Finder&&) noexcept;
    Finder& operator=(Finder&&) noexcept;

    // The best first; without words in the order of the register.
    Found find(const Wanted& wanted) const;
    // The hits alone, as numbers in the register, for who reads all of them.
    std::vector<std::int64_t> records(const Wanted& wanted) const;

private:
    Found look_up(const Wanted& wanted, std::vector<std::int64_t>& records) const;

    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace rapporteur::recommendation
