// SPDX-License-Identifier: EUPL-1.2
//
// A whole evaluation in and out of the register at once, in one Change; what the dossier room reads and writes as files.
#pragma once

#include "base/sealing.hpp"
#include "domain/dossier.hpp"
#include "store/frozen.hpp"
#include "store/register.hpp"

#include <string>
#include <vector>

namespace rapporteur::store {

// With `key` null, notes and exact places are left out; the caller says so.
domain::Dossier read_dossier(const Register& where, const domain::EvaluationId& evaluation,
                             const base::KeyPair* key);

// What was put, part by part: "evaluation", "replies/government", "report/final"...
struct PartResult {
    std::string part;
    PutResult result;
};
// Error(conflict) where something frozen would change or go, or, unless `removal` allows it, where something would go
// at all (frozen.hpp). A dossier without notes leaves those of the register; so does a site without its exact place.
std::vector<PartResult> put_dossier(Change& change, const domain::Dossier& dossier, const base::KeyPair* key,
                                    Removal removal = Removal::refused);

}  // namespace rapporteur::store
