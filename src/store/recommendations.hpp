// SPDX-License-Identifier: EUPL-1.2
//
// Recommendations with links, assessments, claims, the committee's recommendations, and measures. Assessments are append-only.
// What is asked most is answered by identifier over indexes: what continues a recommendation, who claims what of it, which
// measures answer it.
#pragma once

#include "domain/measure.hpp"
#include "domain/recommendation.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::store {

std::optional<domain::Recommendation> find_recommendation(const Register& where,
                                                          const domain::RecommendationId& id);
// Error(not_found) where there is none, with a hint.
domain::Recommendation need_recommendation(const Register& where, const domain::RecommendationId& id);
std::vector<domain::Recommendation> list_recommendations(const Register& where,
                                                         const domain::EvaluationId& evaluation);

// A recommendation that points back at `earlier`.
struct LinkFrom {
    domain::RecommendationId later;
    domain::Link link;
};
std::vector<LinkFrom> links_to(const Register& where, const domain::RecommendationId& earlier);
// Reissues of the item in later editions of its list.
std::vector<domain::RecommendationId> reissues_of(const Register& where, const domain::RecommendationId& id);

// Of the recommendation itself and of its limbs.
struct PlacedAssessment {
    domain::EvaluationId evaluation;
    domain::Assessment assessment;
};
std::vector<PlacedAssessment> assessments_of(const Register& where, const domain::RecommendationId& id);
std::vector<domain::Claim> claims_of(const Register& where, const domain::RecommendationId& id);  // by date
std::vector<domain::Measure> measures_of(const Register& where, const domain::RecommendationId& id);
std::vector<domain::CommitteeRecommendation> committee_recommendations_on(const Register& where,
                                                                          const domain::RecommendationId& id);

domain::RecommendationList recommendation_list(const Register& where, const domain::EvaluationId& evaluation);
// Error(conflict) where an assessment that is in the register would change or go.
PutResult put_recommendation_list(Change& change, const domain::EvaluationId& evaluation,
                                  const domain::RecommendationList& list);

std::vector<domain::Measure> list_measures(const Register& where, const domain::EvaluationId& evaluation);
PutResult put_measures(Change& change, const domain::EvaluationId& evaluation,
                       const std::vector<domain::Measure>& measures);

}  // namespace rapporteur::store
