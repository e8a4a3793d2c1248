// SPDX-License-Identifier: EUPL-1.2
//
// All that one evaluation's dossier holds, as values. The dossier room reads and writes it as files, the store keeps it as rows. It
// leaves out the journal, keys, accounts, votes and publications, which belong to a register.
#pragma once

#include "domain/comment.hpp"
#include "domain/evaluation.hpp"
#include "domain/finding.hpp"
#include "domain/measure.hpp"
#include "domain/recommendation.hpp"
#include "domain/reply.hpp"
#include "domain/report.hpp"
#include "domain/statistics.hpp"
#include "domain/visit.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::domain {

struct Dossier {
    Evaluation evaluation;
    std::vector<Issue> issues;
    std::vector<Reply> replies;
    std::map<int, std::string> exhibit_bytes;  // by exhibit number
    std::vector<Request> requests;
    std::optional<Visit> visit;
    std::vector<Note> notes;
    std::vector<Finding> findings;
    std::vector<Report> reports;
    std::vector<Comment> comments;
    RecommendationList recommendations;
    std::vector<Measure> measures;
    std::vector<Observation> statistics;
    bool operator==(const Dossier&) const = default;
};

}  // namespace rapporteur::domain
