// SPDX-License-Identifier: EUPL-1.2
//
// What a dossier may not change in the register or take out of it. One function says for each kind of record when it is frozen; the
// triggers of the schema hold the same for whoever goes past it. Called before a dossier is written, so that every record is
// named at once. Does not look at what other evaluations refer to: the dossier room does.
//
//   issue                   from the day on which it was sent
//   reply                   once submitted; a later version stands beside it
//   request                 once answered
//   report                  once adopted
//   recommendation          once its report is adopted, or it has a date of its own; links between two such stay
//   claim, assignment       from the beginning; a claim may go and an assignment end; a recusal stays
//   assessment, stage log   from the beginning; only added to
//   committee's             from the beginning
//   comment                 its words from the beginning, a response once the report is adopted
//   finding                 once a report that states it is adopted
//   head, visit, aliases    once the final report is adopted
//   statistics              once released
//   anything that is in a released publication can not be taken out
#pragma once

#include "domain/dossier.hpp"
#include "store/register.hpp"

#include <string>
#include <vector>

namespace rapporteur::store {

// Whether records that the register has and a dossier has not are taken out.
enum class Removal { refused, allowed };

struct Difference {
    std::vector<std::string> frozen;   // "peer/XAA-2/report/final was adopted and does not change any more"
    std::vector<std::string> removed;  // identifiers of what would go, and may where it is asked for
};

// Between what the register has of the dossier's evaluation and the dossier; nothing for an evaluation that is new. A dossier
// without notes says nothing of them.
Difference difference_of(const Register& where, const domain::Dossier& dossier);

void add_difference(Difference& to, Difference more);

// Error(conflict) that names every record which may not change or go.
void refuse_difference(const Difference& difference, Removal removal);

}  // namespace rapporteur::store
