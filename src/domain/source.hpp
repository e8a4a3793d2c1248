// SPDX-License-Identifier: EUPL-1.2
//
// Published sources that evidence may point at: laws, judgments, reports, treaties, statistics. What is stated about a real state
// stands on one of these.
#pragma once

#include "base/date.hpp"
#include "base/names.hpp"
#include "domain/identifiers.hpp"
#include "domain/text.hpp"

#include <optional>
#include <string>

namespace rapporteur::domain {

enum class SourceKind { law, judgment, report, treaty, policy, statistics, article, proceedings, web };

struct Source {
    SourceId id;
    SourceKind kind = SourceKind::report;
    Texts title;
    std::string author;    // who published it
    std::string date;      // ISO 8601, as exact as known: 2024, 2024-01, 2024-01-31
    std::string language;  // of the document itself
    std::string citation;  // symbol, gazette number, docket number
    std::string address;   // URL, where there is one
    bool operator==(const Source&) const = default;
};

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::SourceKind> {
    using K = rapporteur::domain::SourceKind;
    static constexpr std::array<Name<K>, 9> k_names{{{K::law, "law"},
                                                     {K::judgment, "judgment"},
                                                     {K::report, "report"},
                                                     {K::treaty, "treaty"},
                                                     {K::policy, "policy"},
                                                     {K::statistics, "statistics"},
                                                     {K::article, "article"},
                                                     {K::proceedings, "proceedings"},
                                                     {K::web, "web"}}};
};
