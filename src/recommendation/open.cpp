// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/open.hpp"

#include "store/evaluations.hpp"
#include "store/frameworks.hpp"

#include <algorithm>

namespace rapporteur::recommendation {

namespace {

bool is_continued(const store::Register& where, const domain::RecommendationId& id) {
    const std::vector<store::LinkFrom> links = store::links_to(where, id);
    return std::any_of(links.begin(), links.end(), [&](const store::LinkFrom& link) {
        const auto later = store::find_recommendation(where, link.later);
        return later && place(where, *later).adopted;
    });
}

// By the newest assessment that was made of the recommendation as a whole.
bool is_settled(const store::Register& where, const domain::RecommendationId& id,
                const domain::Framework& framework) {
    bool settled = false;
    for (const store::PlacedAssessment& each : store::assessments_of(where, id)) {
        if (each.assessment.not_examined || each.assessment.recommendation.text() != id.text()) {
            continue;
        }
        const auto scale =
            std::find_if(framework.scales.begin(), framework.scales.end(),
                         [&](const domain::Scale& one) { return one.id == each.assessment.scale; });
        const domain::ScaleValue* const value =
            scale == framework.scales.end() ? nullptr : scale->find_value(each.assessment.value);
        settled = value != nullptr &&
                  std::all_of(scale->values.begin(), scale->values.end(),
                              [&](const domain::ScaleValue& other) { return value->rank <= other.rank; });
    }
    return settled;
}

}  // namespace

std::vector<Placed> open_recommendations(const store::Register& where,
                                         const domain::EvaluationId& evaluation) {
    const auto parts = domain::parse_evaluation_id(evaluation.text());
    if (!parts) {
        return {};
    }
    const domain::Framework framework = store::need_framework(where, parts->framework);
    std::vector<domain::EvaluationId> earlier =
        store::list_evaluations(where, parts->framework.text(), parts->subject.text());
    earlier.erase(std::find(earlier.begin(), earlier.end(), evaluation), earlier.end());
    std::reverse(earlier.begin(), earlier.end());
    std::vector<Placed> open;
    for (const domain::EvaluationId& each : earlier) {
        for (const domain::Recommendation& one : store::list_recommendations(where, each)) {
            Placed placed = place(where, one);
            if (placed.adopted && store::reissues_of(where, one.id).empty() && !is_continued(where, one.id) &&
                !is_settled(where, one.id, framework)) {
                open.push_back(std::move(placed));
            }
        }
    }
    return open;
}

}  // namespace rapporteur::recommendation
