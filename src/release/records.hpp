// SPDX-License-Identifier: EUPL-1.2
//
// The public records: what of each thing may be known outside, field by field. These types are all that leaves the
// register: publication/ fills them by naming each field it copies, the release store keeps them as JSON, and the
// archive reads them back. Nothing of the register's own types converts to them. Dates are ISO 8601 text; an absent
// one is "". Members are written in the order of fields(), always all of them (record_json.hpp).
#pragma once

#include "base/names.hpp"
#include "release/public_context.hpp"
#include "release/public_replies.hpp"
#include "release/public_thread.hpp"

namespace rapporteur::release {

// The kinds of record; each has one type below.
enum class RecordKind {
    framework,
    subject,
    body,
    source,
    evaluation,
    report,
    recommendation,
    assessments,
    claim,
    committee_recommendation,
    measure,
    reply,
    comment,
    statistics,
};

}  // namespace rapporteur::release

template <>
struct rapporteur::base::Names<rapporteur::release::RecordKind> {
    using K = rapporteur::release::RecordKind;
    static constexpr std::array<Name<K>, 14> k_names{
        {{K::framework, "framework"},
         {K::subject, "subject"},
         {K::body, "body"},
         {K::source, "source"},
         {K::evaluation, "evaluation"},
         {K::report, "report"},
         {K::recommendation, "recommendation"},
         {K::assessments, "assessments"},
         {K::claim, "claim"},
         {K::committee_recommendation, "committee-recommendation"},
         {K::measure, "measure"},
         {K::reply, "reply"},
         {K::comment, "comment"},
         {K::statistics, "statistics"}}};
};
