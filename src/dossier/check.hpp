// SPDX-License-Identifier: EUPL-1.2
//
// The rules of a dossier that no form can say: what it names must exist (stages, verbs, provisions in the framework; paragraphs,
// recommendations, answers, sources where references point), what is one must be one (keys, identifiers), and what goes together must fit
// (a recommendation and its paragraph, limbs and spans). Each fault is named with its place. Knows no framework.
#pragma once

#include "base/problem.hpp"
#include "domain/dossier.hpp"
#include "domain/framework.hpp"

#include <set>
#include <string>
#include <vector>

namespace rapporteur::dossier {

// Identifiers that references may point at, and the evaluations for which all of them are known.
struct Known {
    std::set<std::string, std::less<>> identifiers;
    std::set<std::string, std::less<>> evaluations;
    std::set<std::string, std::less<>> sealed_notes;  // whose facts can not be seen
    std::set<std::string, std::less<>> unread;        // files with faults: what stands in them is not known
};

// Adds what the dossier brings.
void add_identifiers(const domain::Dossier& dossier, Known& known);

// Adds every fault, but none that a file which could not be read may be the cause of. `directory` is for the places. References to evaluations that are not known become warnings.
void check_dossier(const domain::Dossier& dossier, const domain::Framework& framework, const Known& known,
                   const std::string& directory, base::Problems& problems);

// What breaks in a dossier that stays as it is when the framework or what it refers to changes: "peer/XAA-2/findings.xml:
// peer/XAA-2/finding/3: there is no ..."; each once. Faults that it had before are not of the change.
std::vector<std::string> newly_broken(const domain::Dossier& dossier, const domain::Framework& before,
                                      const Known& known_before, const domain::Framework& after,
                                      const Known& known_after);

}  // namespace rapporteur::dossier
