// SPDX-License-Identifier: EUPL-1.2
#include "procedure/documents.hpp"

#include "domain/visibility.hpp"
#include "store/overview.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

namespace rapporteur::procedure {

using namespace domain;

namespace {

class Documents {
public:
    Documents(const Evaluation& evaluation, const Framework& framework,
              const std::vector<StageStanding>& standings)
        : m_evaluation(evaluation.id.text()), m_framework(framework), m_standings(standings) {}

    void add(std::string document, std::string type, std::string state, std::optional<base::Date> date = {},
             Consent consent = Consent::unset) {
        DocumentStanding standing;
        standing.document = Reference(std::move(document));
        standing.visibility = visibility_now(m_framework, type, m_standings, consent);
        if (const DocumentType* const known = m_framework.find_document(type)) {
            standing.type_name = known->name;
        }
        standing.type = std::move(type);
        standing.state = std::move(state);
        standing.date = date;
        m_documents.push_back(std::move(standing));
    }
    // What is kept together, if there is any: "comments" with how many there are.
    void add_counted(const std::vector<store::RecordCount>& counts, std::string_view records,
                     const std::string& local, const std::string& type) {
        for (const store::RecordCount& each : counts) {
            if (each.name == records && each.count > 0) {
                add(m_evaluation + "/" + local, type, std::to_string(each.count));
            }
        }
    }
    std::vector<DocumentStanding> take() { return std::move(m_documents); }

private:
    std::string m_evaluation;
    const Framework& m_framework;
    const std::vector<StageStanding>& m_standings;
    std::vector<DocumentStanding> m_documents;
};

}  // namespace

std::vector<DocumentStanding> document_standings(const store::Register& where, const Evaluation& evaluation,
                                                 const Framework& framework,
                                                 const std::vector<StageStanding>& standings) {
    Documents documents(evaluation, framework, standings);
    const std::vector<store::RecordCount> counts = store::record_counts(where, evaluation.id);
    for (const Issue& issue : store::list_issues(where, evaluation.id)) {
        documents.add(issue.id.text(), "questionnaire", "sent", issue.sent);
    }
    for (const store::ReplyHead& head : store::reply_heads(where, evaluation.id)) {
        documents.add(head.reply.id.text(), "reply-" + head.reply.respondent,
                      fmt::format("version {}, {}", head.reply.version, base::name_of(head.reply.status)),
                      head.reply.submitted, head.reply.publication);
    }
    for (const Request& request : store::list_requests(where, evaluation.id)) {
        documents.add(request.id.text(), "request", request.answered ? "answered" : "sent",
                      request.answered ? *request.answered : request.sent);
    }
    documents.add_counted(counts, "notes", "notes", "note");
    for (const store::ReportHead& head : store::report_heads(where, evaluation.id)) {
        documents.add(head.report.id.text(), fmt::format("{}-report", base::name_of(head.report.kind)),
                      std::string(base::name_of(head.report.status)), head.report.date);
    }
    documents.add_counted(counts, "comments", "comments", "comments");
    documents.add_counted(counts, "recommendations", "recommendations", "recommendations");
    documents.add_counted(counts, "committee recommendations", "committee", "committee-recommendation");
    documents.add_counted(counts, "measures", "measures", "measures");
    documents.add_counted(counts, "observations", "statistics", "statistics");
    return documents.take();
}

}  // namespace rapporteur::procedure
