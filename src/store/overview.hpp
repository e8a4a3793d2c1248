// SPDX-License-Identifier: EUPL-1.2
//
// What screens show of an evaluation without reading its dossier: the heads of replies and reports, and how many records of each kind
// there are. Counted in the register; no answer, paragraph or note is read.
#pragma once

#include "domain/reply.hpp"
#include "domain/report.hpp"
#include "store/register.hpp"

#include <string>
#include <vector>

namespace rapporteur::store {

// The newest version of a reply, without its answers and exhibits, and how many of these there are.
struct ReplyHead {
    domain::Reply reply;
    int answers = 0;  // with something in them, or a reason for none
    int exhibits = 0;
};
std::vector<ReplyHead> reply_heads(const Register& where, const domain::EvaluationId& evaluation);

// A report without its chapters.
struct ReportHead {
    domain::Report report;
    int paragraphs = 0;  // numbered, in its own language
};
std::vector<ReportHead> report_heads(const Register& where, const domain::EvaluationId& evaluation);

struct RecordCount {
    std::string name;      // of the records, in the plural: "recommendations"
    std::string singular;  // "recommendation"
    int count = 0;
};
// Every kind in the order of the work, also those with none.
std::vector<RecordCount> record_counts(const Register& where, const domain::EvaluationId& evaluation);

}  // namespace rapporteur::store
