// SPDX-License-Identifier: EUPL-1.2
#include "dossier/check.hpp"
#include "store/frameworks.hpp"
#include "support/shipped.hpp"

#include <doctest/doctest.h>

#include <functional>

using namespace rapporteur;

namespace {

class Checked {
public:
    Checked()
        : m_framework(store::need_framework(support::shipped_register().where, domain::FrameworkId("greta"))),
          m_first(support::shipped_dossier("greta/XAA-1")) {}

    base::Problems problems_of(const std::function<void(domain::Dossier&)>& spoil) const {
        domain::Dossier dossier = support::shipped_dossier("greta/XAA-2");
        spoil(dossier);
        dossier::Known known;
        dossier::add_identifiers(m_first, known);
        dossier::add_identifiers(dossier, known);
        base::Problems problems;
        dossier::check_dossier(dossier, m_framework, known, "d", problems);
        return problems;
    }

private:
    domain::Framework m_framework;
    domain::Dossier m_first;
};

domain::ReportItem& recommendation_item(domain::Dossier& d) {
    for (domain::Chapter& chapter : d.reports.back().chapters) {
        for (domain::ReportItem& item : chapter.items) {
            if (item.kind == domain::ItemKind::recommendation) {
                return item;
            }
        }
    }
    throw std::runtime_error("no recommendation");
}

}  // namespace

TEST_SUITE("dossier.check") {
    TEST_CASE("each thing that points nowhere or does not fit is a fault of its own") {
        const Checked checked;
        REQUIRE(checked.problems_of([](domain::Dossier&) {}).empty());
        using Spoil = std::function<void(domain::Dossier&)>;
        const std::vector<std::pair<const char*, Spoil>> faults = {
            {"no stage", [](auto& d) { d.evaluation.stages.front().stage = "questionaire"; }},
            {"do not fit", [](auto& d) { d.evaluation.round = domain::RoundId("greta/round-3"); }},
            {"does not know the subject", [](auto& d) { d.evaluation.subject = domain::SubjectId("XZZ"); }},
            {"invented", [](auto& d) { d.evaluation.invented = false; }},
            {"there is no person/nobody",
             [](auto& d) { d.evaluation.assignments.front().person = domain::PersonId("person/nobody"); }},
            {"stands twice", [](auto& d) { d.evaluation.sources.push_back(d.evaluation.sources.front()); }},
            {"key stands twice",
             [](auto& d) {
                 d.reports.back().chapters.back().items.back().key =
                     d.reports.back().chapters.front().items.back().key;
             }},
            {"no verb", [](auto& d) { recommendation_item(d).verb = "demands"; }},
            {"no provision", [](auto& d) { recommendation_item(d).provisions = {"99"}; }},
            {"recommendation stands twice",
             [](auto& d) {
                 d.reports.back().chapters.back().items.push_back(recommendation_item(d));
                 d.reports.back().chapters.back().items.back().key = "kzzzzz";
             }},
            {"its limbs are",
             [](auto& d) {
                 d.recommendations.recommendations.front().limbs.push_back({"z", {}});
             }},
            {"does not hold",
             [](auto& d) {
                 d.recommendations.recommendations.front().paragraph =
                     d.recommendations.recommendations.back().paragraph;
             }},
            {"there is no greta/XAA-1/r99",
             [](auto& d) {
                 d.recommendations.recommendations.front().links.push_back(
                     {domain::LinkType::repeats, domain::RecommendationId("greta/XAA-1/r99"), "", {}, ""});
             }},
            {"continues itself",
             [](auto& d) {
                 auto& r = d.recommendations.recommendations.front();
                 r.links.push_back({domain::LinkType::repeats, r.id, "", {}, ""});
             }},
            {"no kind", [](auto& d) { d.recommendations.recommendations.front().kind = "conclusoin"; }},
            {"no theme", [](auto& d) { d.recommendations.recommendations.front().themes = {"weather"}; }},
            {"no value of a scale",
             [](auto& d) {
                 auto& a = d.recommendations.assessments.front();
                 a.not_examined = false;
                 a.scale = "s";
                 a.value = "v";
             }},
            {"there is no greta/XAA-2/note/99",
             [](auto& d) {
                 d.findings.front().evidence.push_back({domain::Reference("greta/XAA-2/note/99"), ""});
             }},
            {"there is no greta/XAA-2/para/kzzzzz", [](auto& d) { d.comments.front().paragraph = "kzzzzz"; }},
            {"no such indicator", [](auto& d) { d.statistics.front().indicator = "weather"; }},
            {"there is no XAA/body/nobody",
             [](auto& d) { d.measures.front().bodies.front().body = domain::BodyId("XAA/body/nobody"); }},
            {"has no section",
             [](auto& d) { d.reports.back().chapters.back().items.front().section = "weather"; }},
            {"no paragraph kzzzzz",
             [](auto& d) { d.reports.back().chapters.back().items.back().markdown += " See [](#kzzzzz)."; }},
            {"exhibit 1 stands twice",
             [](auto& d) { d.replies.front().exhibits.push_back(d.replies.front().exhibits.front()); }},
        };
        for (const auto& fault : faults) {
            INFO(fault.first);
            const base::Problems problems = checked.problems_of(fault.second);
            bool named = false;
            for (const base::Problem& problem : problems) {
                named = named || (problem.severity == base::Severity::error &&
                                  problem.text.find(fault.first) != std::string::npos);
            }
            CHECK(named);
        }
    }

    TEST_CASE("what belongs to an evaluation that is not there is a warning") {
        const Checked checked;
        const base::Problems problems = checked.problems_of([](domain::Dossier& d) {
            d.recommendations.recommendations.front().links.push_back(
                {domain::LinkType::repeats, domain::RecommendationId("greta/XAB-1/r01"), "", {}, ""});
        });
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().severity == base::Severity::warning);
    }
}
