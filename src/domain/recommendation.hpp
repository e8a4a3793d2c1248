// SPDX-License-Identifier: EUPL-1.2
//
// Recommendations and their thread over the rounds. What the report asks for is an ask; what a state does is a measure. The group's
// verdict (assessment), the government's or an NGO's word (claim) and what follows from links and verbs (derived) are three
// different things and never the same field.
#pragma once

#include "base/date.hpp"
#include "base/names.hpp"
#include "domain/finding.hpp"
#include "domain/identifiers.hpp"
#include "domain/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::domain {

enum class LinkType { repeats, follows_up, narrows, widens, splits, merges, supersedes };

// From a later recommendation to an earlier one: "peer/XAA-2/r07 repeats peer/XAA-1/r12".
struct Link {
    LinkType type = LinkType::follows_up;
    RecommendationId to;
    std::string asserted_by;  // person or body that says so
    std::optional<base::Date> asserted;
    std::string note;
    bool operator==(const Link&) const = default;
};

struct Limb {
    std::string id;  // a, b, c
    Texts text;      // only where no paragraph holds it
    bool operator==(const Limb&) const = default;
};

// What is to be done, in a few words, per limb or for the whole.
struct Ask {
    std::string id;
    std::string limb;
    Texts text;
    bool operator==(const Ask&) const = default;
};

enum class Position { unset, supported, partly, noted, silent };

struct Recommendation {
    RecommendationId id;
    std::string kind;                // a kind of the framework: conclusion, listed...
    std::string paragraph;           // key, where it stands in a report
    std::string number;              // as its source numbers it ("A.1", "4.xii")
    std::optional<base::Date> date;  // only of a list; otherwise the report's adoption
    std::string
        verb;  // verb's id, empty where the framework has none; given by the paragraph where there is one
    std::vector<std::string> provisions;  // likewise
    std::vector<std::string> themes;
    std::vector<std::string> groups;             // affected groups
    std::vector<Reference> from;                 // who recommends, in a list: bodies or subjects
    std::vector<Reference> addressees;           // bodies or subjects
    Position position = Position::unset;         // of the state
    std::optional<RecommendationId> reissue_of;  // the same item in the earlier edition of a list
    Texts text;                                  // only where no paragraph holds it
    std::vector<Limb> limbs;
    std::vector<Ask> asks;
    std::vector<Link> links;
    std::vector<Evidence> sources;  // where it is published
    bool operator==(const Recommendation&) const = default;
};

// The group's verdict on an earlier recommendation, in this evaluation: a value of a scale, or "not examined in this round".
struct Assessment {
    Reference recommendation;  // with ".b" for a limb
    bool not_examined = false;
    std::string scale;
    std::string value;
    base::Date date;
    std::string meeting;
    Texts reason;
    std::vector<Evidence> evidence;
    bool operator==(const Assessment&) const = default;
};

// What someone says of a recommendation's fate; dated, with its source; none overwrites another.
enum class ClaimValue { implemented, partly, ongoing, not_implemented, rejected, unknown };

struct Claim {
    ClaimId id;
    Reference recommendation;
    std::string by;              // respondent kind: government, ngo, other
    std::optional<BodyId> body;  // who
    std::string date;            // ISO 8601, as exact as known
    ClaimValue value = ClaimValue::unknown;
    Texts text;
    std::vector<Evidence> evidence;
    bool operator==(const Claim&) const = default;
};

// A recommendation of the committee, drawn from the group's conclusions.
struct CommitteeRecommendation {
    CommitteeRecommendationId id;
    std::string symbol;
    base::Date date;
    std::string meeting;
    std::optional<base::Date> report_by;  // the government's report is due
    std::vector<RecommendationId> takes_up;
    Texts text;
    bool operator==(const CommitteeRecommendation&) const = default;
};

// A recommendation's thread within one dossier: recommendations.xml.
struct RecommendationList {
    std::vector<Recommendation> recommendations;
    std::vector<Assessment> assessments;
    std::vector<Claim> claims;
    std::vector<CommitteeRecommendation> committee;
    bool operator==(const RecommendationList&) const = default;
};

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::LinkType> {
    using T = rapporteur::domain::LinkType;
    static constexpr std::array<Name<T>, 7> k_names{{{T::repeats, "repeats"},
                                                     {T::follows_up, "follows-up"},
                                                     {T::narrows, "narrows"},
                                                     {T::widens, "widens"},
                                                     {T::splits, "splits"},
                                                     {T::merges, "merges"},
                                                     {T::supersedes, "supersedes"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::Position> {
    using P = rapporteur::domain::Position;
    static constexpr std::array<Name<P>, 5> k_names{{{P::unset, "unset"},
                                                     {P::supported, "supported"},
                                                     {P::partly, "partly"},
                                                     {P::noted, "noted"},
                                                     {P::silent, "silent"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::ClaimValue> {
    using V = rapporteur::domain::ClaimValue;
    static constexpr std::array<Name<V>, 6> k_names{{{V::implemented, "implemented"},
                                                     {V::partly, "partly"},
                                                     {V::ongoing, "ongoing"},
                                                     {V::not_implemented, "not-implemented"},
                                                     {V::rejected, "rejected"},
                                                     {V::unknown, "unknown"}}};
};
