// SPDX-License-Identifier: EUPL-1.2
//
// One recommendation with its past and its future: its text and paragraph, what it continues and what continues it (over all rounds),
// measures, the three voices, and what follows from them. Read-only; prints nothing.
#pragma once

#include "domain/fate.hpp"
#include "domain/framework.hpp"
#include "domain/measure.hpp"
#include "domain/recommendation.hpp"
#include "store/recommendations.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::recommendation {

// A recommendation with what stands elsewhere: its words and verb in its paragraph, its date in its report.
struct Placed {
    domain::Recommendation recommendation;
    domain::EvaluationId evaluation;
    std::string verb;
    std::vector<std::string> provisions;
    std::string date;  // of the list, or of the report's adoption; "" while it is a draft
    std::string text;  // readable, in the master language
    std::string language;
    std::string markdown;
    std::string paragraph;  // key, "" of a list
    int number = 0;         // of the paragraph as printed, 0 where there is none
    bool adopted = true;    // false where only a draft holds it
};
Placed place(const store::Register& where, const domain::Recommendation& recommendation);

// What it asks for in a few words: its first asks, else its text's beginning.
std::string in_short(const Placed& placed, std::size_t length);

// A step of the chain, backwards or forwards.
struct Step {
    Placed placed;
    domain::RecommendationId from;        // the neighbour nearer to the one in question
    domain::Link link;                    // from the later to the earlier
    int distance = 0;                     // 1: direct
    std::vector<domain::Claim> claims{};  // what is said of it
};

struct Thread {
    Placed self;
    std::vector<Step> earlier;  // nearest first
    std::vector<Step> later;
    std::vector<domain::RecommendationId> reissues;
    std::vector<domain::Fate> fates;
    std::vector<store::PlacedAssessment> assessments;
    std::vector<domain::Claim> claims;
    std::vector<domain::Measure> measures;
    std::vector<domain::CommitteeRecommendation> committee;
};

// Error(not_found) where there is no such recommendation.
Thread read_thread(const store::Register& where, const domain::RecommendationId& id);

// All that is said of its fate; `verb` is its own, as placed.
std::vector<domain::Fate> read_fates(const store::Register& where, const domain::RecommendationId& id,
                                     std::string_view verb, const domain::Framework& framework);

}  // namespace rapporteur::recommendation
