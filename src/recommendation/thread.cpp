// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/thread.hpp"

#include "recommendation/readable.hpp"
#include "store/evaluations.hpp"
#include "store/frameworks.hpp"
#include "store/reports.hpp"

#include <set>

namespace rapporteur::recommendation {

namespace {

using domain::RecommendationId;

// How far a chain is followed: rounds are years apart, so that more is a circle or a fault.
constexpr int k_farthest = 20;

domain::Framework framework_of(const store::Register& where, const domain::EvaluationId& evaluation) {
    const auto parts = domain::parse_evaluation_id(evaluation.text());
    return store::need_framework(where, parts ? parts->framework : domain::FrameworkId());
}

void follow_back(const store::Register& where, const Placed& from, int distance, std::set<std::string>& seen,
                 std::vector<Step>& steps) {
    for (const domain::Link& link : from.recommendation.links) {
        const auto earlier = store::find_recommendation(where, link.to);
        if (earlier && distance <= k_farthest && seen.insert(link.to.text()).second) {
            steps.push_back({place(where, *earlier), from.recommendation.id, link, distance});
            follow_back(where, Placed(steps.back().placed), distance + 1, seen, steps);
        }
    }
}

void follow_forth(const store::Register& where, const RecommendationId& from, int distance,
                  std::set<std::string>& seen, std::vector<Step>& steps) {
    for (const store::LinkFrom& link : store::links_to(where, from)) {
        const auto later = store::find_recommendation(where, link.later);
        if (later && distance <= k_farthest && seen.insert(link.later.text()).second) {
            steps.push_back({place(where, *later), from, link.link, distance});
            follow_forth(where, link.later, distance + 1, seen, steps);
        }
    }
}

}  // namespace

Placed place(const store::Register& where, const domain::Recommendation& recommendation) {
    Placed placed;
    placed.recommendation = recommendation;
    placed.evaluation = domain::evaluation_of(recommendation.id.text()).value_or(domain::EvaluationId());
    placed.verb = recommendation.verb;
    placed.provisions = recommendation.provisions;
    placed.date = recommendation.date ? recommendation.date->text() : "";
    if (recommendation.paragraph.empty()) {
        placed.markdown = recommendation.text.empty() ? "" : recommendation.text.front().text;
        placed.language = recommendation.text.empty() ? "" : recommendation.text.front().language;
    } else if (const auto found = store::find_paragraph(where, placed.evaluation, recommendation.paragraph)) {
        placed.verb = found->item.verb;
        placed.provisions = found->item.provisions;
        placed.markdown = found->item.markdown;
        placed.paragraph = recommendation.paragraph;
        placed.number = found->number;
        placed.adopted = found->status == domain::ReportStatus::adopted;
        const auto report = store::find_report_cover(where, found->report);
        placed.language = report ? report->language : "";
        placed.date = placed.adopted && report && report->date ? report->date->text() : "";
    }
    placed.text = readable(placed.markdown);
    return placed;
}

std::string in_short(const Placed& placed, std::size_t length) {
    std::string asks;
    for (const domain::Ask& ask : placed.recommendation.asks) {
        if (!ask.text.empty()) {
            asks += (asks.empty() ? "" : "; ") + ask.text.front().text;
        }
    }
    return beginning(asks.empty() ? placed.text : asks, length);
}

std::vector<domain::Fate> read_fates(const store::Register& where, const RecommendationId& id,
                                     std::string_view verb, const domain::Framework& framework) {
    std::vector<domain::Successor> successors;
    for (const store::LinkFrom& link : store::links_to(where, id)) {
        const auto later = store::find_recommendation(where, link.later);
        if (later) {
            const Placed there = place(where, *later);
            successors.push_back({link.later, link.link.type, there.verb, there.date});
        }
    }
    std::vector<domain::DatedAssessment> assessments;
    for (const store::PlacedAssessment& one : store::assessments_of(where, id)) {
        assessments.push_back({one.evaluation, one.assessment});
    }
    return domain::fates_of(id, verb, successors, assessments, store::claims_of(where, id), framework);
}

Thread read_thread(const store::Register& where, const RecommendationId& id) {
    const sqlite::Reading reading(where.database());
    Thread thread;
    thread.self = place(where, store::need_recommendation(where, id));
    std::set<std::string> seen{id.text()};
    follow_back(where, thread.self, 1, seen, thread.earlier);
    follow_forth(where, id, 1, seen, thread.later);
    for (auto* const steps : {&thread.earlier, &thread.later}) {
        for (Step& step : *steps) {
            step.claims = store::claims_of(where, step.placed.recommendation.id);
        }
    }
    thread.reissues = store::reissues_of(where, id);
    thread.fates = read_fates(where, id, thread.self.verb, framework_of(where, thread.self.evaluation));
    thread.assessments = store::assessments_of(where, id);
    thread.claims = store::claims_of(where, id);
    thread.measures = store::measures_of(where, id);
    thread.committee = store::committee_recommendations_on(where, id);
    return thread;
}

}  // namespace rapporteur::recommendation
