// SPDX-License-Identifier: EUPL-1.2
#include "domain/fate.hpp"

#include <algorithm>

namespace rapporteur::domain {

namespace {

// The limb that it points at; a reference to something else points at none.
std::string limb_within(const Reference& reference, const RecommendationId& recommendation) {
    const bool limb =
        reference.text() != recommendation.text() && without_limb(reference.text()) == recommendation.text();
    return limb ? std::string(limb_of(reference.text())) : std::string();
}

}  // namespace

VerbMovement movement(const Framework& framework, std::string_view earlier, std::string_view later) {
    const Verb* const from = framework.find_verb(earlier);
    const Verb* const to = framework.find_verb(later);
    if (from == nullptr || to == nullptr) {
        return VerbMovement::none;
    }
    if (from->rank == to->rank) {
        return VerbMovement::same;
    }
    return to->rank > from->rank ? VerbMovement::less_urgent : VerbMovement::more_urgent;
}

std::vector<Fate> fates_of(const RecommendationId& recommendation, std::string_view verb,
                           const std::vector<Successor>& successors,
                           const std::vector<DatedAssessment>& assessments, const std::vector<Claim>& claims,
                           const Framework& framework) {
    std::vector<Fate> fates;
    for (const DatedAssessment& dated : assessments) {
        Fate& fate = fates.emplace_back();
        fate.source = dated.assessment.not_examined ? FateSource::not_examined : FateSource::adopted;
        fate.value = dated.assessment.value;
        fate.by = dated.evaluation.text();
        fate.date = dated.assessment.date.text();
        fate.limb = limb_within(dated.assessment.recommendation, recommendation);
    }
    std::stable_sort(fates.begin(), fates.end(),
                     [](const Fate& a, const Fate& b) { return a.date < b.date; });
    for (const Successor& successor : successors) {
        Fate& fate = fates.emplace_back();
        fate.source = FateSource::derived;
        fate.value = base::name_of(successor.type);
        fate.movement = movement(framework, verb, successor.verb);
        fate.by = successor.id.text();
        fate.date = successor.date;
    }
    std::vector<Claim> sorted = claims;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Claim& a, const Claim& b) { return a.date < b.date; });
    for (const Claim& claim : sorted) {
        Fate& fate = fates.emplace_back();
        fate.source = FateSource::claimed;
        fate.value = base::name_of(claim.value);
        fate.by = claim.body ? claim.body->text() : claim.by;
        fate.date = claim.date;
        fate.limb = limb_within(claim.recommendation, recommendation);
    }
    return fates;
}

std::string passive_words(std::string_view link) {
    const auto type = base::from_name<LinkType>(link);
    if (!type) {
        return std::string(link);
    }
    switch (*type) {
    case LinkType::repeats:
        return "repeated";
    case LinkType::follows_up:
        return "followed up";
    case LinkType::narrows:
        return "narrowed";
    case LinkType::widens:
        return "widened";
    case LinkType::splits:
        return "split";
    case LinkType::merges:
        return "merged";
    case LinkType::supersedes:
        return "superseded";
    }
    return std::string(link);
}

std::string_view movement_words(VerbMovement movement) {
    switch (movement) {
    case VerbMovement::less_urgent:
        return ", less urgent";
    case VerbMovement::same:
        return ", as urgent";
    case VerbMovement::more_urgent:
        return ", more urgent";
    case VerbMovement::none:
        break;
    }
    return "";
}

}  // namespace rapporteur::domain
