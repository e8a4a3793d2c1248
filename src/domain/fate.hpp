// SPDX-License-Identifier: EUPL-1.2
//
// What became of a recommendation, as far as can be said: by the group's verdict (adopted), by what follows from later links and
// urgency verbs (derived), or by someone's word (claimed). The three stand side by side and none overwrites another; each says
// where it comes from. "Not examined in this round" is the group's statement that it did not look, and is none of the three. That
// nothing was said later means nothing: absence is never read as fulfilment.
#pragma once

#include "domain/framework.hpp"
#include "domain/recommendation.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::domain {

enum class FateSource { adopted, derived, claimed, not_examined, none };

// Of an urgency verb from the earlier to the later recommendation.
enum class VerbMovement { none, less_urgent, same, more_urgent };

// One thing that is said of a fate.
struct Fate {
    FateSource source = FateSource::none;
    std::string
        value;  // adopted: the scale's value; claimed: the claim's value; derived: repeats, follows-up ...
    VerbMovement movement = VerbMovement::none;  // derived
    std::string by;    // adopted: the group's evaluation; claimed: who; derived: the later recommendation
    std::string date;  // ISO 8601, where there is one
    std::string limb;  // "" for the whole
    bool operator==(const Fate&) const = default;
};

// A later recommendation that continues the one in question.
struct Successor {
    RecommendationId id;
    LinkType type = LinkType::follows_up;
    std::string verb;
    std::string date;
};

struct DatedAssessment {
    EvaluationId evaluation;
    Assessment assessment;
};

// All that is said, in this order: adopted and not examined by date, derived, claimed by date. Empty where nothing is said.
std::vector<Fate> fates_of(const RecommendationId& recommendation, std::string_view verb,
                           const std::vector<Successor>& successors,
                           const std::vector<DatedAssessment>& assessments, const std::vector<Claim>& claims,
                           const Framework& framework);

VerbMovement movement(const Framework& framework, std::string_view earlier, std::string_view later);

// English words for a derived fate, one wording for the command line and the archive: what the later one did to the earlier
// ("repeated", "followed up"; an unknown link as it is), and how the urgency moved (", less urgent"; "" for none).
std::string passive_words(std::string_view link);
std::string_view movement_words(VerbMovement movement);

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::FateSource> {
    using S = rapporteur::domain::FateSource;
    static constexpr std::array<Name<S>, 5> k_names{{{S::adopted, "adopted"},
                                                     {S::derived, "derived"},
                                                     {S::claimed, "claimed"},
                                                     {S::not_examined, "not-examined"},
                                                     {S::none, "none"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::VerbMovement> {
    using M = rapporteur::domain::VerbMovement;
    static constexpr std::array<Name<M>, 4> k_names{{{M::none, "none"},
                                                     {M::less_urgent, "less-urgent"},
                                                     {M::same, "same"},
                                                     {M::more_urgent, "more-urgent"}}};
};
