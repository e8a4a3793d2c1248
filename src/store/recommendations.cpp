// SPDX-License-Identifier: EUPL-1.2
#include "store/recommendations.hpp"

#include "sqlite/values.hpp"
#include "store/imports.hpp"
#include "store/lists.hpp"
#include "store/texts.hpp"

#include <fmt/format.h>

namespace rapporteur::store {

using namespace domain;
using sqlite::each;
using sqlite::Row;
using sqlite::run;
using sqlite::with;

namespace {

// --- Reading ---------------------------------------------------------------------------------------------------------------

void read_parts(sqlite::Database& db, Recommendation& r) {
    r.text = texts_of(db, r.id.text(), "text");
    each(db, "SELECT id FROM limb WHERE recommendation = ?1 ORDER BY position", with(r.id), [&](Row row) {
        Limb& limb = r.limbs.emplace_back();
        row.read(limb.id);
        limb.text = texts_of(db, fmt::format("{}/limb/{}", r.id.text(), limb.id), "text");
    });
    each(db, "SELECT id, limb FROM ask WHERE recommendation = ?1 ORDER BY position", with(r.id),
         [&](Row row) {
             Ask& ask = r.asks.emplace_back();
             row.read(ask.id, ask.limb);
             ask.text = texts_of(db, fmt::format("{}/ask/{}", r.id.text(), ask.id), "text");
         });
    each(
        db,
        "SELECT type, earlier, asserted_by, asserted, note FROM link WHERE recommendation = ?1 ORDER BY position",
        with(r.id), [&](Row row) {
            Link& link = r.links.emplace_back();
            row.read(link.type, link.to, link.asserted_by, link.asserted, link.note);
        });
    r.sources = evidence_of(db, r.id.text());
}

std::string assessment_owner(const EvaluationId& evaluation, int position) {
    return fmt::format("{}/assessment/{}", evaluation.text(), position);
}

Assessment read_assessment(sqlite::Database& db, const EvaluationId& evaluation, Row row) {
    int position = 0;
    Assessment a;
    row.read(position, a.recommendation, a.not_examined, a.scale, a.value, a.date, a.meeting);
    a.reason = texts_of(db, assessment_owner(evaluation, position), "reason");
    a.evidence = evidence_of(db, assessment_owner(evaluation, position));
    return a;
}

Claim read_claim(sqlite::Database& db, Row row) {
    Claim c;
    row.read(c.id, c.recommendation, c.by, c.body, c.date, c.value);
    c.text = texts_of(db, c.id.text(), "text");
    c.evidence = evidence_of(db, c.id.text());
    return c;
}

CommitteeRecommendation read_committee(sqlite::Database& db, Row row) {
    CommitteeRecommendation c;
    row.read(c.id, c.symbol, c.date, c.meeting, c.report_by);
    each(
        db,
        "SELECT recommendation FROM committee_takes_up WHERE committee_recommendation = ?1 ORDER BY position",
        with(c.id), [&](Row inner) { inner.read(c.takes_up.emplace_back()); });
    c.text = texts_of(db, c.id.text(), "text");
    return c;
}

Measure read_measure(sqlite::Database& db, Row row) {
    Measure m;
    row.read(m.id, m.status, m.start, m.due, m.done, m.region, m.cost, m.funding, m.indicator, m.baseline,
             m.target);
    m.activity = texts_of(db, m.id.text(), "activity");
    each(db, "SELECT body, role, starts, ends FROM measure_body WHERE measure = ?1 ORDER BY position",
         with(m.id), [&](Row inner) {
             auto& b = m.bodies.emplace_back();
             inner.read(b.body, b.role, b.from, b.until);
         });
    each(db, "SELECT date, value, note FROM measure_value WHERE measure = ?1 ORDER BY position", with(m.id),
         [&](Row inner) {
             auto& v = m.values.emplace_back();
             inner.read(v.date, v.value, v.note);
         });
    each(db, "SELECT recommendation FROM measure_recommendation WHERE measure = ?1 ORDER BY position",
         with(m.id), [&](Row inner) { inner.read(m.recommendations.emplace_back()); });
    m.evidence = evidence_of(db, m.id.text());
    return m;
}

// --- Writing ---------------------------------------------------------------------------------------------------------------

void insert_recommendation(sqlite::Database& db, const EvaluationId& evaluation, int position,
                           const Recommendation& r) {
    run(db,
        "INSERT INTO recommendation (id, evaluation, position, kind, paragraph, number, date, verb, stance, reissue_of, provisions, "
        "themes, affected, given_by, addressees) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        r.id, evaluation, position, r.kind, r.paragraph, r.number, r.date, r.verb, r.position, r.reissue_of,
        r.provisions, r.themes, r.groups, r.from, r.addressees);
    insert_texts(db, r.id.text(), "text", r.text);
    int n = 0;
    for (const Limb& limb : r.limbs) {
        run(db, "INSERT INTO limb (recommendation, position, id) VALUES (?1, ?2, ?3)", r.id, n++, limb.id);
        insert_texts(db, fmt::format("{}/limb/{}", r.id.text(), limb.id), "text", limb.text);
    }
    for (const Ask& ask : r.asks) {
        run(db, "INSERT INTO ask (recommendation, position, id, limb) VALUES (?1, ?2, ?3, ?4)", r.id, n++,
            ask.id, ask.limb);
        insert_texts(db, fmt::format("{}/ask/{}", r.id.text(), ask.id), "text", ask.text);
    }
    for (const Link& link : r.links) {
        run(db,
            "INSERT INTO link (recommendation, position, type, earlier, asserted_by, asserted, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            r.id, n++, link.type, link.to, link.asserted_by, link.asserted, link.note);
    }
    insert_evidence(db, r.id.text(), r.sources);
}

void remove_recommendation(sqlite::Database& db, const RecommendationId& id) {
    run(db, "DELETE FROM limb WHERE recommendation = ?1", id);
    run(db, "DELETE FROM ask WHERE recommendation = ?1", id);
    run(db, "DELETE FROM link WHERE recommendation = ?1", id);
    run(db, "DELETE FROM recommendation WHERE id = ?1", id);
    remove_texts(db, id.text());
    remove_texts_below(db, id.text());
    remove_evidence(db, id.text());
}

void put_recommendations(sqlite::Database& db, const EvaluationId& evaluation,
                         const std::vector<Recommendation>& before,
                         const std::vector<Recommendation>& after) {
    put_list(
        before, after, [&](const Recommendation& r) { remove_recommendation(db, r.id); },
        [&](const Recommendation& r, int position) { insert_recommendation(db, evaluation, position, r); },
        [&](const Recommendation& r, int position) {
            run(db, "UPDATE recommendation SET position = ?2 WHERE id = ?1", r.id, position);
        });
}

void put_assessments(sqlite::Database& db, const EvaluationId& evaluation,
                     const std::vector<Assessment>& before, const std::vector<Assessment>& after) {
    if (!continues(before, after)) {
        throw base::Error(base::ErrorKind::conflict,
                          fmt::format("an assessment of {} would change or go", evaluation.text()))
            .because("assessments are only ever added")
            .help("dump the evaluation and add the new assessments at the end");
    }
    for (std::size_t i = before.size(); i < after.size(); ++i) {
        const Assessment& a = after[i];
        const auto position = static_cast<int>(i);
        run(db,
            "INSERT INTO assessment (evaluation, position, recommendation, not_examined, scale, value, date, meeting) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            evaluation, position, a.recommendation, a.not_examined, a.scale, a.value, a.date, a.meeting);
        insert_texts(db, assessment_owner(evaluation, position), "reason", a.reason);
        insert_evidence(db, assessment_owner(evaluation, position), a.evidence);
    }
}

void put_claims(sqlite::Database& db, const EvaluationId& evaluation, const std::vector<Claim>& before,
                const std::vector<Claim>& after) {
    // The claim before its texts: triggers keep the texts of a claim that is there.
    const auto remove = [&](const Claim& c) {
        run(db, "DELETE FROM claim WHERE id = ?1", c.id);
        remove_texts(db, c.id.text());
        remove_evidence(db, c.id.text());
    };
    const auto insert = [&](const Claim& c, int position) {
        run(db,
            "INSERT INTO claim (id, evaluation, position, recommendation, by_respondent, body, date, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            c.id, evaluation, position, c.recommendation, c.by, c.body, c.date, c.value);
        insert_texts(db, c.id.text(), "text", c.text);
        insert_evidence(db, c.id.text(), c.evidence);
    };
    put_list(before, after, remove, insert, [&](const Claim& c, int position) {
        run(db, "UPDATE claim SET position = ?2 WHERE id = ?1", c.id, position);
    });
}

void put_committee(sqlite::Database& db, const EvaluationId& evaluation,
                   const std::vector<CommitteeRecommendation>& before,
                   const std::vector<CommitteeRecommendation>& after) {
    const auto remove = [&](const CommitteeRecommendation& c) {
        run(db, "DELETE FROM committee_takes_up WHERE committee_recommendation = ?1", c.id);
        run(db, "DELETE FROM committee_recommendation WHERE id = ?1", c.id);
        remove_texts(db, c.id.text());
    };
    const auto insert = [&](const CommitteeRecommendation& c, int position) {
        run(db,
            "INSERT INTO committee_recommendation (id, evaluation, position, symbol, date, meeting, report_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            c.id, evaluation, position, c.symbol, c.date, c.meeting, c.report_by);
        int n = 0;
        for (const RecommendationId& taken : c.takes_up) {
            run(db,
                "INSERT INTO committee_takes_up (committee_recommendation, position, recommendation) VALUES (?1, ?2, ?3)",
                c.id, n++, taken);
        }
        insert_texts(db, c.id.text(), "text", c.text);
    };
    put_list(before, after, remove, insert, [&](const CommitteeRecommendation& c, int position) {
        run(db, "UPDATE committee_recommendation SET position = ?2 WHERE id = ?1", c.id, position);
    });
}

void remove_measure(sqlite::Database& db, const MeasureId& id) {
    run(db, "DELETE FROM measure_body WHERE measure = ?1", id);
    run(db, "DELETE FROM measure_value WHERE measure = ?1", id);
    run(db, "DELETE FROM measure_recommendation WHERE measure = ?1", id);
    run(db, "DELETE FROM measure WHERE id = ?1", id);
    remove_texts(db, id.text());
    remove_evidence(db, id.text());
}

void insert_measure(sqlite::Database& db, const EvaluationId& evaluation, int position, const Measure& m) {
    run(db,
        "INSERT INTO measure (id, evaluation, position, status, starts, due, done, region, cost, funding, indicator, baseline, target) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        m.id, evaluation, position, m.status, m.start, m.due, m.done, m.region, m.cost, m.funding,
        m.indicator, m.baseline, m.target);
    insert_texts(db, m.id.text(), "activity", m.activity);
    int n = 0;
    for (const MeasureBody& b : m.bodies) {
        run(db,
            "INSERT INTO measure_body (measure, position, body, role, starts, ends) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            m.id, n++, b.body, b.role, b.from, b.until);
    }
    for (const IndicatorValue& v : m.values) {
        run(db,
            "INSERT INTO measure_value (measure, position, date, value, note) VALUES (?1, ?2, ?3, ?4, ?5)",
            m.id, n++, v.date, v.value, v.note);
    }
    for (const Reference& r : m.recommendations) {
        run(db, "INSERT INTO measure_recommendation (measure, position, recommendation) VALUES (?1, ?2, ?3)",
            m.id, n++, r);
    }
    insert_evidence(db, m.id.text(), m.evidence);
}

}  // namespace

std::optional<Recommendation> find_recommendation(const Register& where, const RecommendationId& id) {
    sqlite::Database& db = where.database();
    Recommendation r;
    r.id = id;
    if (!sqlite::first(
            db,
            "SELECT kind, paragraph, number, date, verb, stance, reissue_of, provisions, themes, affected, given_by, addressees "
            "FROM recommendation WHERE id = ?1",
            with(id), r.kind, r.paragraph, r.number, r.date, r.verb, r.position, r.reissue_of, r.provisions,
            r.themes, r.groups, r.from, r.addressees)) {
        return std::nullopt;
    }
    read_parts(db, r);
    return r;
}

Recommendation need_recommendation(const Register& where, const RecommendationId& id) {
    std::optional<Recommendation> found = find_recommendation(where, id);
    if (!found) {
        const std::optional<EvaluationId> evaluation = evaluation_of(id.text());
        throw base::Error(base::ErrorKind::not_found,
                          fmt::format("the register has no recommendation {}", id.text()))
            .help(evaluation ? fmt::format("see what there is with: rapporteur recommendation list {}",
                                           evaluation->text())
                             : "a recommendation's identifier has the form framework/STATE-round/r07");
    }
    return std::move(*found);
}

std::vector<Recommendation> list_recommendations(const Register& where, const EvaluationId& evaluation) {
    std::vector<Recommendation> list;
    each(where.database(), "SELECT id FROM recommendation WHERE evaluation = ?1 ORDER BY position",
         with(evaluation), [&](Row row) {
             list.push_back(find_recommendation(where, row.value<RecommendationId>(0)).value());
         });
    return list;
}

std::vector<LinkFrom> links_to(const Register& where, const RecommendationId& earlier) {
    std::vector<LinkFrom> links;
    each(
        where.database(),
        "SELECT l.recommendation, l.type, l.earlier, l.asserted_by, l.asserted, l.note FROM link AS l JOIN recommendation AS r ON "
        "r.id = l.recommendation JOIN evaluation AS e ON e.id = r.evaluation WHERE l.earlier = ?1 ORDER BY e.opened, r.evaluation, r.position",
        with(earlier), [&](Row row) {
            LinkFrom& l = links.emplace_back();
            row.read(l.later, l.link.type, l.link.to, l.link.asserted_by, l.link.asserted, l.link.note);
        });
    return links;
}

std::vector<RecommendationId> reissues_of(const Register& where, const RecommendationId& id) {
    std::vector<RecommendationId> ids;
    each(where.database(), "SELECT id FROM recommendation WHERE reissue_of = ?1 ORDER BY id", with(id),
         [&](Row row) { row.read(ids.emplace_back()); });
    return ids;
}

std::vector<PlacedAssessment> assessments_of(const Register& where, const RecommendationId& id) {
    std::vector<std::pair<EvaluationId, int>> places;
    sqlite::Database& db = where.database();
    std::vector<PlacedAssessment> found;
    each(
        db,
        "SELECT evaluation, position FROM assessment WHERE recommendation = ?1 OR (recommendation > ?1 || '.' AND recommendation < ?1 || '/') "
        "ORDER BY date, evaluation, position",
        with(id), [&](Row row) {
            auto& place = places.emplace_back();
            row.read(place.first, place.second);
        });
    for (const auto& place : places) {
        each(
            db,
            "SELECT position, recommendation, not_examined, scale, value, date, meeting FROM assessment WHERE evaluation = ?1 AND position = ?2",
            with(place.first, place.second), [&](Row row) {
                found.push_back({place.first, read_assessment(db, place.first, row)});
            });
    }
    return found;
}

std::vector<Claim> claims_of(const Register& where, const RecommendationId& id) {
    std::vector<Claim> claims;
    sqlite::Database& db = where.database();
    each(
        db,
        "SELECT id, recommendation, by_respondent, body, date, value FROM claim WHERE recommendation = ?1 OR (recommendation > ?1 || '.' AND "
        "recommendation < ?1 || '/') ORDER BY date, id",
        with(id), [&](Row row) { claims.push_back(read_claim(db, row)); });
    return claims;
}

std::vector<Measure> measures_of(const Register& where, const RecommendationId& id) {
    std::vector<Measure> measures;
    sqlite::Database& db = where.database();
    each(
        db,
        "SELECT id, status, starts, due, done, region, cost, funding, indicator, baseline, target FROM measure WHERE id IN (SELECT measure FROM "
        "measure_recommendation WHERE recommendation = ?1 OR (recommendation > ?1 || '.' AND recommendation < ?1 || '/')) ORDER BY length(id), id",
        with(id), [&](Row row) { measures.push_back(read_measure(db, row)); });
    return measures;
}

std::vector<CommitteeRecommendation> committee_recommendations_on(const Register& where,
                                                                  const RecommendationId& id) {
    std::vector<CommitteeRecommendation> list;
    sqlite::Database& db = where.database();
    each(
        db,
        "SELECT id, symbol, date, meeting, report_by FROM committee_recommendation WHERE id IN (SELECT committee_recommendation FROM "
        "committee_takes_up WHERE recommendation = ?1) ORDER BY date",
        with(id), [&](Row row) { list.push_back(read_committee(db, row)); });
    return list;
}

void add_recommendation(Change& change, const EvaluationId& evaluation, int position,
                        const Recommendation& recommendation) {
    insert_recommendation(change.database(), evaluation, position, recommendation);
}

void replace_recommendation(Change& change, const Recommendation& recommendation) {
    sqlite::Database& db = change.database();
    EvaluationId evaluation;
    int position = 0;
    sqlite::first(db, "SELECT evaluation, position FROM recommendation WHERE id = ?1",
                  with(recommendation.id), evaluation, position);
    remove_recommendation(db, recommendation.id);
    insert_recommendation(db, evaluation, position, recommendation);
}

RecommendationList recommendation_list(const Register& where, const EvaluationId& evaluation) {
    sqlite::Database& db = where.database();
    RecommendationList list;
    list.recommendations = list_recommendations(where, evaluation);
    each(
        db,
        "SELECT position, recommendation, not_examined, scale, value, date, meeting FROM assessment WHERE evaluation = ?1 ORDER BY position",
        with(evaluation), [&](Row row) { list.assessments.push_back(read_assessment(db, evaluation, row)); });
    each(
        db,
        "SELECT id, recommendation, by_respondent, body, date, value FROM claim WHERE evaluation = ?1 ORDER BY position",
        with(evaluation), [&](Row row) { list.claims.push_back(read_claim(db, row)); });
    each(
        db,
        "SELECT id, symbol, date, meeting, report_by FROM committee_recommendation WHERE evaluation = ?1 ORDER BY position",
        with(evaluation), [&](Row row) { list.committee.push_back(read_committee(db, row)); });
    return list;
}

PutResult put_recommendation_list(Change& change, const EvaluationId& evaluation,
                                  const RecommendationList& list) {
    sqlite::Database& db = change.database();
    const RecommendationList before = recommendation_list(change.where(), evaluation);
    if (before == list) {
        return PutResult::unchanged;
    }
    put_assessments(db, evaluation, before.assessments, list.assessments);
    put_recommendations(db, evaluation, before.recommendations, list.recommendations);
    put_claims(db, evaluation, before.claims, list.claims);
    put_committee(db, evaluation, before.committee, list.committee);
    return before == RecommendationList{} ? PutResult::added : PutResult::changed;
}

std::vector<Measure> list_measures(const Register& where, const EvaluationId& evaluation) {
    std::vector<Measure> measures;
    sqlite::Database& db = where.database();
    each(
        db,
        "SELECT id, status, starts, due, done, region, cost, funding, indicator, baseline, target FROM measure WHERE evaluation = ?1 ORDER BY position",
        with(evaluation), [&](Row row) { measures.push_back(read_measure(db, row)); });
    return measures;
}

PutResult put_measures(Change& change, const EvaluationId& evaluation, const std::vector<Measure>& measures) {
    sqlite::Database& db = change.database();
    const std::vector<Measure> before = list_measures(change.where(), evaluation);
    if (before == measures) {
        return PutResult::unchanged;
    }
    put_list(
        before, measures, [&](const Measure& m) { remove_measure(db, m.id); },
        [&](const Measure& m, int position) { insert_measure(db, evaluation, position, m); },
        [&](const Measure& m, int position) {
            run(db, "UPDATE measure SET position = ?2 WHERE id = ?1", m.id, position);
        });
    return before.empty() ? PutResult::added : PutResult::changed;
}

}  // namespace rapporteur::store
