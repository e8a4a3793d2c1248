// SPDX-License-Identifier: EUPL-1.2
#include "store/dossiers.hpp"

#include "store/evaluations.hpp"
#include "store/recommendations.hpp"
#include "store/replies.hpp"
#include "store/reports.hpp"
#include "store/visits.hpp"

#include <algorithm>

namespace rapporteur::store {

namespace {

// The identifier without the evaluation's: "reply/government".
template <class Id>
std::string local(const domain::EvaluationId& evaluation, const Id& id) {
    return id.text().substr(std::min(id.text().size(), evaluation.text().size() + 1));
}

// The identifiers of `before` that `after` has not.
template <class T>
auto gone(const std::vector<T>& before, const std::vector<T>& after) {
    std::vector<decltype(before.front().id)> ids;
    for (const T& record : before) {
        if (std::none_of(after.begin(), after.end(), [&](const T& other) { return other.id == record.id; })) {
            ids.push_back(record.id);
        }
    }
    return ids;
}

// What has a file of its own and is not in the dossier; the lists in one file do their own removing.
void remove_missing(Change& change, const domain::Dossier& dossier) {
    const domain::EvaluationId& id = dossier.evaluation.id;
    for (const domain::IssueId& issue : gone(list_issues(change.where(), id), dossier.issues)) {
        remove_issue(change, issue);
    }
    for (const domain::ReplyId& reply : gone(list_replies(change.where(), id), dossier.replies)) {
        remove_reply(change, reply);
    }
    for (const domain::RequestId& request : gone(list_requests(change.where(), id), dossier.requests)) {
        remove_request(change, request);
    }
    for (const domain::ReportId& report : gone(list_reports(change.where(), id), dossier.reports)) {
        remove_report(change, report);
    }
    if (!dossier.visit) {
        remove_visit(change, id);
    }
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

std::vector<PartResult> put_dossier(Change& change, const domain::Dossier& dossier, const base::KeyPair* key,
                                    Removal removal) {
    refuse_difference(difference_of(change.where(), dossier), removal);
    if (removal == Removal::allowed) {
        remove_missing(change, dossier);
    }
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
