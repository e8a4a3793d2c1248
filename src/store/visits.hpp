// SPDX-License-Identifier: EUPL-1.2
//
// Visits, and the delegation's notes, which are sealed. Whoever reads or compares what is sealed must bring an unlocked key; without
// one the facts about a note that are not sealed (its number, code, dates) can be listed.
#pragma once

#include "base/sealing.hpp"
#include "domain/visit.hpp"
#include "store/register.hpp"

#include <optional>
#include <vector>

namespace rapporteur::store {

// The visit; exact places are empty unless `key` opens them. Error(forbidden) where the key is no recipient's.
std::optional<domain::Visit> find_visit(const Register& where, const domain::EvaluationId& evaluation,
                                        const base::KeyPair* key = nullptr);
// The notes, opened; Error(forbidden) without a key that opens them.
std::vector<domain::Note> open_notes(const Register& where, const domain::EvaluationId& evaluation,
                                     const base::KeyPair& key);
// What is not sealed of the notes: text and facts are empty.
std::vector<domain::Note> list_notes(const Register& where, const domain::EvaluationId& evaluation);
bool has_sealed(const Register& where, const domain::EvaluationId& evaluation);

// Sealed to the evaluation's note recipients. Error(refused) where nobody could open it, Error(forbidden) where there is a sealed
// text already and no key was given to compare it with.
// A site without its exact place keeps the one that the register has.
PutResult put_visit(Change& change, const domain::Visit& visit, const base::KeyPair* key);
// Without notes it does nothing: what a dossier leaves out stays.
PutResult put_notes(Change& change, const domain::EvaluationId& evaluation,
                    const std::vector<domain::Note>& notes, const base::KeyPair* key);

void remove_visit(Change& change, const domain::EvaluationId& evaluation);

}  // namespace rapporteur::store
