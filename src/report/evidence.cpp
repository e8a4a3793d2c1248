// SPDX-License-Identifier: EUPL-1.2
#include "report/evidence.hpp"

#include "base/text.hpp"
#include "domain/identifiers.hpp"
#include "store/evaluations.hpp"
#include "store/people.hpp"
#include "store/recommendations.hpp"
#include "store/replies.hpp"
#include "store/reports.hpp"
#include "store/visits.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace rapporteur::report {

// One evaluation's identifiers, gathered when the first reference leads there.
struct EvidenceFinder::Evaluation {
    std::set<std::string, std::less<>> things;  // "reply/government", "r07", "r07.b", "exhibit/3"
    std::map<std::string, std::set<std::string>, std::less<>> parts;  // "reply/government" -> questions
    std::map<std::string, domain::FactConsent, std::less<>> facts;    // "note/12#f1"
    bool notes_open = false;
};

namespace {

void add_replies(const store::Register& where, const domain::EvaluationId& id,
                 std::set<std::string, std::less<>>& things,
                 std::map<std::string, std::set<std::string>, std::less<>>& parts) {
    const std::size_t local = id.text().size() + 1;
    for (const domain::Reply& reply : store::list_replies(where, id)) {
        const std::string name = reply.id.text().substr(local);
        things.insert(name);
        for (const domain::Answer& answer : reply.answers) {
            parts[name].insert(answer.question.text());
        }
        for (const domain::Exhibit& exhibit : reply.exhibits) {
            things.insert("exhibit/" + std::to_string(exhibit.number));
        }
    }
}

void add_paragraphs(const store::Register& where, const domain::EvaluationId& id,
                    std::set<std::string, std::less<>>& things) {
    for (const domain::Report& report : store::list_reports(where, id)) {
        int number = 0;
        for (const domain::Chapter& chapter : report.chapters) {
            if (chapter.language != report.language) {
                continue;
            }
            for (const domain::ReportItem& item : chapter.items) {
                things.insert("para/" + item.key);
                const bool numbered =
                    item.kind == domain::ItemKind::paragraph || item.kind == domain::ItemKind::recommendation;
                number += numbered ? 1 : 0;
                if (numbered && report.status == domain::ReportStatus::adopted) {
                    things.insert("p" + std::to_string(number));
                }
            }
        }
        things.insert(report.id.text().substr(id.text().size() + 1));
    }
}

void add_recommendations(const store::Register& where, const domain::EvaluationId& id,
                         std::set<std::string, std::less<>>& things) {
    const std::size_t local = id.text().size() + 1;
    const domain::RecommendationList list = store::recommendation_list(where, id);
    for (const domain::Recommendation& each : list.recommendations) {
        const std::string name = each.id.text().substr(local);
        things.insert(name);
        for (const domain::Limb& limb : each.limbs) {
            things.insert(name + "." + limb.id);
        }
    }
    for (const domain::Claim& claim : list.claims) {
        things.insert(claim.id.text().substr(local));
    }
    for (const domain::CommitteeRecommendation& each : list.committee) {
        things.insert(each.id.text().substr(local));
    }
}

void add_visit(const store::Register& where, const domain::EvaluationId& id,
               std::set<std::string, std::less<>>& things) {
    const std::size_t local = id.text().size() + 1;
    if (const auto visit = store::find_visit(where, id)) {
        things.insert("visit");
        for (const domain::Meeting& meeting : visit->meetings) {
            things.insert(meeting.id.text().substr(local));
        }
        for (const domain::Site& site : visit->sites) {
            things.insert(site.id.text().substr(local));
        }
    }
    for (const domain::Note& note : store::list_notes(where, id)) {
        things.insert(note.id.text().substr(local));
    }
}

void add_others(const store::Register& where, const domain::EvaluationId& id,
                std::set<std::string, std::less<>>& things,
                std::map<std::string, std::set<std::string>, std::less<>>& parts) {
    const std::size_t local = id.text().size() + 1;
    for (const domain::Request& request : store::list_requests(where, id)) {
        const std::string name = request.id.text().substr(local);
        things.insert(name);
        for (const domain::RequestItem& item : request.items) {
            parts[name].insert(item.question.text());
        }
    }
    for (const domain::Observation& row : store::list_observations(where, id)) {
        things.insert("statistics/" + row.indicator);
    }
    for (const domain::Finding& finding : store::list_findings(where, id)) {
        things.insert(finding.id.text().substr(local));
    }
    for (const domain::Comment& comment : store::list_comments(where, id)) {
        things.insert(comment.id.text().substr(local));
    }
    for (const domain::Issue& issue : store::list_issues(where, id)) {
        things.insert(issue.id.text().substr(local));
    }
}

bool is_owner_thing(std::string_view reference, std::string_view kind) {
    const std::size_t slash = reference.find('/');
    return slash != std::string_view::npos && domain::is_subject_code(reference.substr(0, slash)) &&
           reference.substr(slash + 1, kind.size() + 1) == std::string(kind) + "/";
}

}  // namespace

bool is_note(std::string_view reference) {
    const auto evaluation = domain::evaluation_of(reference);
    return evaluation && reference.substr(evaluation->text().size()).substr(0, 6) == "/note/";
}

EvidenceFinder::EvidenceFinder(const store::Register& where, const base::KeyPair* key)
    : m_where(where), m_key(key) {}
EvidenceFinder::~EvidenceFinder() = default;

EvidenceFinder::Evaluation* EvidenceFinder::evaluation(const std::string& id) {
    const auto known = m_evaluations.find(id);
    if (known != m_evaluations.end()) {
        return known->second.get();
    }
    const domain::EvaluationId evaluation(id);
    std::unique_ptr<Evaluation> made;
    if (store::find_evaluation(m_where, evaluation)) {
        made = std::make_unique<Evaluation>();
        add_replies(m_where, evaluation, made->things, made->parts);
        add_paragraphs(m_where, evaluation, made->things);
        add_recommendations(m_where, evaluation, made->things);
        add_visit(m_where, evaluation, made->things);
        add_others(m_where, evaluation, made->things, made->parts);
        if (m_key != nullptr && store::has_sealed(m_where, evaluation)) {
            for (const domain::Note& note : store::open_notes(m_where, evaluation, *m_key)) {
                for (const domain::NoteFact& fact : note.facts) {
                    made->facts.emplace(note.id.text().substr(id.size() + 1) + "#" + fact.id, fact.consent);
                }
            }
            made->notes_open = true;
        }
    }
    return m_evaluations.emplace(id, std::move(made)).first->second.get();
}

EvidenceState EvidenceFinder::find_inside(const std::string& id, std::string_view rest,
                                          std::string_view part) {
    const Evaluation* in = evaluation(id);
    if (in == nullptr) {
        return EvidenceState::other_register;
    }
    const bool note = rest.substr(0, 5) == "note/";
    if (rest.substr(0, 6) == "reply/") {
        rest = domain::without_version(rest);  // whichever it is
    }
    if (in->things.find(rest) == in->things.end()) {
        return EvidenceState::missing;
    }
    if (part.empty()) {
        return EvidenceState::there;
    }
    if (note) {
        if (!in->notes_open) {
            return EvidenceState::sealed;
        }
        const bool known = in->facts.find(std::string(rest) + "#" + std::string(part)) != in->facts.end();
        return known ? EvidenceState::there : EvidenceState::missing;
    }
    const auto parts = in->parts.find(rest);
    if (parts == in->parts.end()) {
        return EvidenceState::there;  // a page or an article of an exhibit or document
    }
    return parts->second.count(std::string(part)) != 0 ? EvidenceState::there : EvidenceState::missing;
}

EvidenceState EvidenceFinder::find(std::string_view reference) {
    if (!domain::is_reference(reference)) {
        return EvidenceState::no_form;
    }
    const std::string_view whole = domain::without_part(reference);
    if (is_owner_thing(whole, "source")) {
        return store::find_source(m_where, domain::SourceId(std::string(whole))) ? EvidenceState::there
                                                                                 : EvidenceState::missing;
    }
    if (is_owner_thing(whole, "body")) {
        return store::find_body(m_where, domain::BodyId(std::string(whole))) ? EvidenceState::there
                                                                             : EvidenceState::missing;
    }
    if (is_owner_thing(whole, "measure")) {
        return EvidenceState::there;  // load has seen to it
    }
    const auto id = domain::evaluation_of(whole);
    if (!id) {
        return EvidenceState::no_form;
    }
    if (whole.size() == id->text().size()) {
        return evaluation(id->text()) == nullptr ? EvidenceState::other_register : EvidenceState::there;
    }
    return find_inside(id->text(), whole.substr(id->text().size() + 1), domain::part_of(reference));
}

std::optional<domain::FactConsent> EvidenceFinder::consent_of(std::string_view reference) {
    const auto id = domain::evaluation_of(reference);
    if (!id || !is_note(reference)) {
        return std::nullopt;
    }
    const Evaluation* in = evaluation(id->text());
    if (in == nullptr) {
        return std::nullopt;
    }
    const auto fact = in->facts.find(reference.substr(id->text().size() + 1));
    return fact == in->facts.end() ? std::nullopt : std::optional<domain::FactConsent>(fact->second);
}

}  // namespace rapporteur::report
