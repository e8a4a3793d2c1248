// SPDX-License-Identifier: EUPL-1.2
//
// Copies what a Selection allows into public records, field by field: each line names one field, so that a field added
// to the register's types stays in the register until somebody adds a line here. Evidence and references are kept only
// where they point at something that may be named. Prose holds Markdown until print_prose (prose.hpp) has been there.
#pragma once

#include "publication/selection.hpp"
#include "release/records.hpp"

#include <optional>
#include <vector>

namespace rapporteur::publication {

// A claim that stays in the register, and why.
struct WithheldClaim {
    std::string claim;
    std::string why;
};

struct PublicRecords {
    release::PublicFramework framework;
    release::PublicSubject subject;
    std::optional<release::PublicEvaluation> evaluation;
    std::optional<release::PublicReport> report;
    std::vector<release::PublicRecommendation> recommendations;
    std::optional<release::PublicAssessments> assessments;
    std::vector<release::PublicClaim> claims;
    std::vector<release::PublicCommitteeRecommendation> committee;
    std::vector<release::PublicMeasure> measures;
    std::vector<release::PublicReply> replies;
    std::vector<release::PublicComment> comments;
    std::optional<release::PublicStatistics> statistics;
    std::vector<release::PublicBody> bodies;     // named by the others
    std::vector<release::PublicSource> sources;  // named by the others
    std::vector<WithheldClaim> withheld;         // no record: told to whoever prepares
};

PublicRecords copy_public(const Material& material, const Selection& selection);

// The smallest count that is shown in statistics: the framework's rule "small-cell-floor", else 11. Error(refused)
// where the rule says less than 5.
int floor_of(const domain::Framework& framework);

}  // namespace rapporteur::publication
