// SPDX-License-Identifier: EUPL-1.2
// How commands show who answers what of an issue: a place, the path of a question that was passed on, and the list of all of them. Called by
// issue show and issue pass; who answers what is domain/delegation's to say.
#pragma once

#include "cli/output.hpp"
#include "domain/delegation.hpp"
#include "domain/questionnaire.hpp"
#include "exchange/merging.hpp"

#include <string>
#include <vector>

namespace rapporteur::cli {

// "stat.victims[who=women]"
std::string place_words(const std::string& question, const std::string& row);
// "XAA/body/health > XAA/body/labour (not our competence)"; "" where it was not passed on.
std::string path_words(const domain::Duty& duty);

// In the questionnaire's order; "State" says what the parts have of each.
Listing delegation_listing(const domain::Delegation& delegation, const domain::Questionnaire& questionnaire,
                           const std::vector<exchange::MergingPart>& parts);
// The questions that went from one body to another.
Listing passed_listing(const domain::Delegation& delegation);
// By body: how many questions it leads, and how many of them its part answers.
Listing bodies_listing(const domain::Delegation& delegation, const std::vector<exchange::MergingPart>& parts);

}  // namespace rapporteur::cli
