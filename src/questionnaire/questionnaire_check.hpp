// SPDX-License-Identifier: EUPL-1.2
//
// The rules of a questionnaire that no grammar can say: identifiers are unique, codelists and dimensions exist, conditions look at earlier
// questions only and never in a circle, every question has its text in the master language, what it cites the framework declares.
// And of a new version: the migration map says what became of every question of the earlier one.
#pragma once

#include "base/problem.hpp"
#include "base/xml_places.hpp"
#include "domain/framework.hpp"
#include "domain/questionnaire.hpp"

#include <string>
#include <vector>

namespace rapporteur::questionnaire {

// Adds every fault; a missing translation into an official language is a warning.
void check_questionnaire(const domain::Questionnaire& questionnaire, const domain::Framework& framework,
                         base::Problems& problems, const base::XmlPlaces& places = {});

// The map from `earlier` in `later` (two versions of one questionnaire): complete, each question once, nothing unknown, nothing that takes
// another kind of answer called the same, no code recoded to one that is no longer in use. A warning for a code that went without successor.
void check_migration(const domain::Questionnaire& earlier, const domain::Questionnaire& later,
                     base::Problems& problems, const base::XmlPlaces& places = {});

// The versions from which a questionnaire must have a map, or has one: that which it supersedes, and those of its maps.
std::vector<std::string> versions_mapped(const domain::Questionnaire& questionnaire);

}  // namespace rapporteur::questionnaire
