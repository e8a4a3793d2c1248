// SPDX-License-Identifier: EUPL-1.2
#include "store/dossiers.hpp"

#include "store/evaluations.hpp"
#include "store/recommendations.hpp"
#include "store/replies.hpp"
#include "store/reports.hpp"
#include "store/visits.hpp"

namespace rapporteur::store {

namespace {

// The identifier without the evaluation's: "reply/government".
template <class Id>
std::string local(const domain::EvaluationId& evaluation, const Id& id) {
    return id.text().substr(std::min(id.text().size(), evaluation.text().size() + 1));
}

}  // namespace

domain::Dossier read_dossier(const Register& where, const domain::EvaluationId& evaluation,
                             const base::KeyPair* key) {
    const sqlite::Reading reading(where.database());
    domain::Dossier dossier;
    dossier.evaluation = need_evaluation(where, evaluation);
    dossier.issues = list_issues(where, evaluation);
    dossier.replies = list_replies(where, evaluation);
    for (const domain::Reply& reply : dossier.replies) {
        for (const domain::Exhibit& exhibit : reply.exhibits) {
            dossier.exhibit_bytes[exhibit.number] = file_bytes(where, exhibit.sha256);
        }
    }
    dossier.requests = list_requests(where, evaluation);
    dossier.visit = find_visit(where, evaluation, key);
    if (key != nullptr) {
        dossier.notes = open_notes(where, evaluation, *key);
    }
    dossier.findings = list_findings(where, evaluation);
    dossier.reports = list_reports(where, evaluation);
    dossier.comments = list_comments(where, evaluation);
    dossier.recommendations = recommendation_list(where, evaluation);
    dossier.measures = list_measures(where, evaluation);
    dossier.statistics = list_observations(where, evaluation);
    return dossier;
}

std::vector<PartResult> put_dossier(Change& change, const domain::Dossier& dossier,
                                    const base::KeyPair* key) {
    const domain::EvaluationId& id = dossier.evaluation.id;
    std::vector<PartResult> results;
    const auto put = [&results](std::string part, PutResult result) {
        results.push_back({std::move(part), result});
    };
    put("evaluation", put_evaluation(change, dossier.evaluation));
    for (const domain::Issue& issue : dossier.issues) {
        put(local(id, issue.id), put_issue(change, id, issue));
    }
    for (const domain::Reply& reply : dossier.replies) {
        put(local(id, reply.id), put_reply(change, id, reply, dossier.exhibit_bytes));
    }
    for (const domain::Request& request : dossier.requests) {
        put(local(id, request.id), put_request(change, id, request));
    }
    if (dossier.visit) {
        put("visit", put_visit(change, *dossier.visit, key));
    }
    put("notes", put_notes(change, id, dossier.notes, key));
    put("findings", put_findings(change, id, dossier.findings));
    for (const domain::Report& report : dossier.reports) {
        put(local(id, report.id), put_report(change, id, report));
    }
    put("comments", put_comments(change, id, dossier.comments));
    put("recommendations", put_recommendation_list(change, id, dossier.recommendations));
    put("measures", put_measures(change, id, dossier.measures));
    put("statistics", put_observations(change, id, dossier.statistics));
    return results;
}

}  // namespace rapporteur::store
