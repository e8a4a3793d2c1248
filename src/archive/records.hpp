// SPDX-License-Identifier: EUPL-1.2
// What is public now, read once from the release store and indexed for the pages: typed records, files' names, tombstones and
// the log. Knows no register; every page and every data file is made from this and nothing else.
#pragma once

#include "domain/fate.hpp"
#include "release/records.hpp"
#include "release/store.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::archive {

struct FileName {
    std::string object;
    std::string name;
    std::string media_type;
    std::size_t bytes = 0;
};

struct Records {
    std::map<std::string, release::PublicFramework> frameworks;
    std::map<std::string, release::PublicSubject> subjects;  // "peer/XAA"
    std::map<std::string, release::PublicBody> bodies;
    std::map<std::string, release::PublicSource> sources;
    std::map<std::string, release::PublicEvaluation> evaluations;
    std::map<std::string, release::PublicReport> reports;
    std::map<std::string, release::PublicRecommendation> recommendations;
    std::map<std::string, release::PublicAssessments> assessments;  // by evaluation
    std::map<std::string, release::PublicClaim> claims;
    std::map<std::string, release::PublicCommitteeRecommendation> committee;
    std::map<std::string, release::PublicMeasure> measures;
    std::map<std::string, release::PublicReply> replies;
    std::map<std::string, release::PublicComment> comments;
    std::map<std::string, release::PublicStatistics> statistics;  // by evaluation
    std::map<std::string, std::string> json;                      // the frozen JSON, by identifier
    std::vector<FileName> files;
    std::vector<release::Tombstone> tombstones;
    std::vector<release::LogLine> log;
    std::vector<release::Release> releases;

    // Later recommendations that continue one, in their order.
    std::multimap<std::string, std::string> continued_by;

    std::string subject_name(const release::PublicEvaluation& evaluation) const;
    // A body's name, or a state's by its code; "" and unknown ones as they are.
    std::string body_name(const std::string& id) const;
    std::string claimant(const release::PublicClaim& claim) const;
    std::string source_title(const std::string& id) const;
    std::string verb_name(const std::string& framework, const std::string& verb) const;
    // Evaluations of a subject in a framework, the oldest first.
    std::vector<const release::PublicEvaluation*> rounds_of(const std::string& framework,
                                                            const std::string& subject) const;
    // Recommendations of an evaluation, in their order.
    std::vector<const release::PublicRecommendation*> recommendations_of(const std::string& evaluation) const;
    // All that is said in public of its fate, by the same rule that the register uses.
    std::vector<domain::Fate> fates_of(const release::PublicRecommendation& recommendation) const;
};

Records read_records(const release::ReleaseStore& store);

// "r2" before "r10": digits compare as numbers.
bool natural_less(std::string_view a, std::string_view b);
// English, else the first language there is.
std::string text_of(const domain::Texts& texts);

}  // namespace rapporteur::archive
