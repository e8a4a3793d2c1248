// SPDX-License-Identifier: EUPL-1.2
//
// Reports, the prose of their paragraphs in revisions, comments with responses, and findings. An adopted report is frozen; prose is
// never changed, only added to.
#pragma once

#include "domain/comment.hpp"
#include "domain/finding.hpp"
#include "domain/report.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::store {

std::optional<domain::Report> find_report(const Register& where, const domain::ReportId& id);
// Without its chapters.
std::optional<domain::Report> find_report_cover(const Register& where, const domain::ReportId& id);
// Interim before final.
std::vector<domain::Report> list_reports(const Register& where, const domain::EvaluationId& evaluation);
// A paragraph whose text differs from the newest revision gets a new one. Error(conflict) for another content of an adopted report.
PutResult put_report(Change& change, const domain::EvaluationId& evaluation, const domain::Report& report);
// Of a draft; the triggers keep an adopted one. Revisions of its prose stay.
void remove_report(Change& change, const domain::ReportId& id);

struct Revision {
    int revision = 0;
    std::optional<int> base;
    base::Instant written_at;
    std::string markdown;
};
std::vector<Revision> revisions_of(const Register& where, const domain::ParagraphId& paragraph,
                                   std::string_view language);

// Where a paragraph stands: the adopted report if there is one, else the newest draft.
struct PlacedParagraph {
    domain::ReportId report;
    domain::ReportStatus status = domain::ReportStatus::draft;
    std::string language;
    int number = 0;  // as printed, counted over the report's chapters
    domain::ReportItem item;
};
std::optional<PlacedParagraph> find_paragraph(const Register& where, const domain::EvaluationId& evaluation,
                                              std::string_view key);

std::vector<domain::Comment> list_comments(const Register& where, const domain::EvaluationId& evaluation);
PutResult put_comments(Change& change, const domain::EvaluationId& evaluation,
                       const std::vector<domain::Comment>& comments);

std::vector<domain::Finding> list_findings(const Register& where, const domain::EvaluationId& evaluation);
PutResult put_findings(Change& change, const domain::EvaluationId& evaluation,
                       const std::vector<domain::Finding>& findings);

}  // namespace rapporteur::store
