// SPDX-License-Identifier: EUPL-1.2
//
// Who may prepare, approve, release and withdraw a publication of an evaluation. One function says so for all four acts,
// since a door that is forgotten is open. Reads the register, writes nothing. Rules: security.md 4.3 and 4.4.
#pragma once

#include "base/sealing.hpp"
#include "domain/evaluation.hpp"
#include "domain/publication.hpp"
#include "store/register.hpp"

namespace rapporteur::publication {

enum class Act { prepare, approve, release, withdraw };

// The person who acts, with the key that was unlocked.
struct Acting {
    domain::PersonId person;
    const base::KeyPair* key = nullptr;  // none: nothing is unlocked
    base::Instant at;
};

// For every act: not recused from the evaluation and not the state's contact person in it, at any time (Error(refused));
// a secretariat's key or a current mandate in the framework's bodies "group" or "secretariat", and an unlocked key of
// one's own (Error(forbidden)). To approve besides: no national of the state under review.
void check_may_act(const store::Register& where, const domain::Evaluation& evaluation, Act act,
                   const Acting& acting);

// The same for an approval given before: its person's key can not be unlocked by others, but must be there.
bool still_may_approve(const store::Register& where, const domain::Evaluation& evaluation,
                       const domain::PersonId& person, base::Instant at);

}  // namespace rapporteur::publication
