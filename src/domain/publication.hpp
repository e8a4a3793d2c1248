// SPDX-License-Identifier: EUPL-1.2
//
// A publication: a frozen, approved, dated set of documents. Its digest covers the exact bytes of every item; an approval holds for
// that digest alone, and two different persons must give one before release.
#pragma once

#include "base/date.hpp"
#include "base/names.hpp"
#include "domain/identifiers.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::domain {

enum class PublicationStatus { prepared, approved, released, withdrawn };

struct PublicationItem {
    Reference object;  // peer/XAA-2/report/final, peer/XAA-2/reply/government...
    std::string kind;  // report, reply, comments, recommendations, measures, statistics, evaluation, document
    std::string name;  // of the file for a document: report-final.en.pdf; empty for a record
    std::string media_type;
    std::string sha256;
    bool operator==(const PublicationItem&) const = default;
};

struct Approval {
    PersonId person;
    base::Instant at;
    std::string digest;
    bool operator==(const Approval&) const = default;
};

struct Publication {
    PublicationId id;
    EvaluationId evaluation;
    std::string title;
    PublicationStatus status = PublicationStatus::prepared;
    std::optional<PersonId> prepared_by;
    base::Instant prepared_at;
    std::string digest;
    std::optional<base::Instant> released_at;
    std::vector<PublicationItem> items;
    std::vector<Approval> approvals;
    bool operator==(const Publication&) const = default;
};

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::PublicationStatus> {
    using S = rapporteur::domain::PublicationStatus;
    static constexpr std::array<Name<S>, 4> k_names{{{S::prepared, "prepared"},
                                                     {S::approved, "approved"},
                                                     {S::released, "released"},
                                                     {S::withdrawn, "withdrawn"}}};
};
