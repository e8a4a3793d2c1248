// SPDX-License-Identifier: EUPL-1.2
#include "archive/records.hpp"

#include "base/text.hpp"
#include "release/record_json.hpp"

#include <algorithm>

namespace rapporteur::archive {

namespace {

using release::RecordKind;

template <class T>
void keep(std::map<std::string, T>& all, const release::FrozenRecord& record) {
    all[record.object] = release::from_json<T>(record.json, record.object);
}

void keep_thread(Records& records, const release::FrozenRecord& record) {
    switch (record.kind) {
    case RecordKind::recommendation:
        return keep(records.recommendations, record);
    case RecordKind::claim:
        return keep(records.claims, record);
    case RecordKind::committee_recommendation:
        return keep(records.committee, record);
    case RecordKind::measure:
        return keep(records.measures, record);
    case RecordKind::assessments: {
        auto assessments = release::from_json<release::PublicAssessments>(record.json, record.object);
        records.assessments[assessments.evaluation] = std::move(assessments);
        return;
    }
    case RecordKind::statistics: {
        auto statistics = release::from_json<release::PublicStatistics>(record.json, record.object);
        records.statistics[statistics.evaluation] = std::move(statistics);
        return;
    }
    default:
        return;
    }
}

void keep_record(Records& records, const release::FrozenRecord& record) {
    records.json[record.object] = record.json;
    switch (record.kind) {
    case RecordKind::framework:
        return keep(records.frameworks, record);
    case RecordKind::subject: {
        auto subject = release::from_json<release::PublicSubject>(record.json, record.object);
        records.subjects[subject.framework + "/" + subject.code] = std::move(subject);
        return;
    }
    case RecordKind::body:
        return keep(records.bodies, record);
    case RecordKind::source:
        return keep(records.sources, record);
    case RecordKind::evaluation:
        return keep(records.evaluations, record);
    case RecordKind::report:
        return keep(records.reports, record);
    case RecordKind::reply:
        return keep(records.replies, record);
    case RecordKind::comment:
        return keep(records.comments, record);
    default:
        return keep_thread(records, record);
    }
}

template <class E>
E enumerator(const std::string& name, E otherwise) {
    return base::from_name<E>(name).value_or(otherwise);
}

}  // namespace

std::string text_of(const domain::Texts& texts) {
    return std::string(domain::text_in(texts, "en"));
}

bool natural_less(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (base::is_digit(a[i]) && base::is_digit(b[j])) {
            std::size_t end_a = i;
            std::size_t end_b = j;
            while (end_a < a.size() && base::is_digit(a[end_a])) {
                ++end_a;
            }
            while (end_b < b.size() && base::is_digit(b[end_b])) {
                ++end_b;
            }
            const std::string_view number_a = a.substr(i, end_a - i);
            const std::string_view number_b = b.substr(j, end_b - j);
            if (number_a != number_b) {
                return number_a.size() != number_b.size() ? number_a.size() < number_b.size()
                                                          : number_a < number_b;
            }
            i = end_a;
            j = end_b;
        } else if (a[i] != b[j]) {
            return a[i] < b[j];
        } else {
            ++i;
            ++j;
        }
    }
    return a.size() - i < b.size() - j;
}

Records read_records(const release::ReleaseStore& store) {
    Records records;
    for (const release::FrozenRecord& record : store.current_records()) {
        keep_record(records, record);
    }
    store.current_files([&](const release::FrozenFile& file) {
        records.files.push_back({file.object, file.name, file.media_type, file.bytes.size()});
    });
    records.tombstones = store.tombstones();
    records.log = store.log();
    records.releases = store.releases();
    for (const auto& one : records.recommendations) {
        for (const release::PublicLink& link : one.second.links) {
            records.continued_by.emplace(link.to, one.first);
        }
    }
    return records;
}

std::string Records::subject_name(const release::PublicEvaluation& evaluation) const {
    const auto found = subjects.find(evaluation.framework + "/" + evaluation.subject);
    if (found == subjects.end() || found->second.names.empty()) {
        return evaluation.subject;
    }
    return text_of(found->second.names.back().name);
}

std::string Records::body_name(const std::string& id) const {
    const auto found = bodies.find(id);
    if (found != bodies.end() && !found->second.names.empty()) {
        return text_of(found->second.names.back().name);
    }
    for (const auto& one : subjects) {  // a state itself may be addressed
        if (one.second.code == id && !one.second.names.empty()) {
            return text_of(one.second.names.back().name);
        }
    }
    return id;
}

std::string Records::claimant(const release::PublicClaim& claim) const {
    return !claim.body.empty() ? body_name(claim.body) : claim.by == "other" ? "a third party" : claim.by;
}

std::string Records::source_title(const std::string& id) const {
    const auto found = sources.find(std::string(domain::without_part(id)));
    return found == sources.end() ? id : text_of(found->second.title);
}

std::string Records::verb_name(const std::string& framework, const std::string& verb) const {
    const auto found = frameworks.find(framework);
    if (found != frameworks.end()) {
        for (const release::RankedTerm& term : found->second.verbs) {
            if (term.id == verb && !term.name.empty()) {
                return text_of(term.name);
            }
        }
    }
    return verb;
}

std::vector<const release::PublicEvaluation*> Records::rounds_of(const std::string& framework,
                                                                 const std::string& subject) const {
    std::vector<const release::PublicEvaluation*> rounds;
    for (const auto& one : evaluations) {
        if (one.second.framework == framework && one.second.subject == subject) {
            rounds.push_back(&one.second);
        }
    }
    std::ranges::sort(rounds, [](const auto* a, const auto* b) {
        return a->opened != b->opened ? a->opened < b->opened : natural_less(a->id, b->id);
    });
    return rounds;
}

std::vector<const release::PublicRecommendation*>
Records::recommendations_of(const std::string& evaluation) const {
    std::vector<const release::PublicRecommendation*> list;
    for (const auto& one : recommendations) {
        if (one.second.evaluation == evaluation) {
            list.push_back(&one.second);
        }
    }
    std::ranges::sort(list, [](const auto* a, const auto* b) { return natural_less(a->id, b->id); });
    return list;
}

std::vector<domain::Fate> Records::fates_of(const release::PublicRecommendation& recommendation) const {
    domain::Framework rules;
    const auto evaluation = evaluations.find(recommendation.evaluation);
    const auto framework =
        evaluation == evaluations.end() ? frameworks.end() : frameworks.find(evaluation->second.framework);
    if (framework != frameworks.end()) {
        for (const release::RankedTerm& verb : framework->second.verbs) {
            rules.verbs.push_back({verb.id, verb.rank, {}, {}, {}});
        }
    }
    std::vector<domain::Successor> successors;
    const auto range = continued_by.equal_range(recommendation.id);
    for (auto at = range.first; at != range.second; ++at) {
        const release::PublicRecommendation& later = recommendations.at(at->second);
        for (const release::PublicLink& link : later.links) {
            if (link.to == recommendation.id) {
                successors.push_back({domain::RecommendationId(later.id),
                                      enumerator(link.type, domain::LinkType::follows_up), later.verb,
                                      later.date});
            }
        }
    }
    std::vector<domain::DatedAssessment> verdicts;
    for (const auto& one : assessments) {
        for (const release::PublicAssessment& a : one.second.assessments) {
            if (domain::points_at(a.recommendation, recommendation.id)) {
                domain::Assessment copy;
                copy.recommendation = domain::Reference(a.recommendation);
                copy.not_examined = a.not_examined;
                copy.scale = a.scale;
                copy.value = a.value;
                copy.date = base::Date::parse(a.date).value_or(base::Date());
                verdicts.push_back({domain::EvaluationId(one.first), copy});
            }
        }
    }
    std::vector<domain::Claim> words;
    for (const auto& one : claims) {
        if (domain::points_at(one.second.recommendation, recommendation.id)) {
            domain::Claim copy;
            copy.recommendation = domain::Reference(one.second.recommendation);
            copy.by = claimant(one.second);
            copy.date = one.second.date;
            copy.value = enumerator(one.second.value, domain::ClaimValue::unknown);
            words.push_back(copy);
        }
    }
    return domain::fates_of(domain::RecommendationId(recommendation.id), recommendation.verb, successors,
                            verdicts, words, rules);
}

}  // namespace rapporteur::archive
