// SPDX-License-Identifier: EUPL-1.2
//
// The steps of a publication: prepare (freeze under one digest), approve (twice, by two persons who did not prepare it),
// release (into the release store), withdraw. Rules: security.md 4.3 and 4.4. All but release write the register alone.
#pragma once

#include "domain/publication.hpp"
#include "publication/entitlement.hpp"
#include "publication/freeze.hpp"
#include "release/store.hpp"
#include "store/register.hpp"

#include <string>
#include <vector>

namespace rapporteur::publication {

constexpr int k_approvals_needed = 2;
constexpr int k_approval_days = 7;  // then an approval has lapsed

// Freezes into the register; the publication's identifier is the next free one of its evaluation.
domain::Publication prepare(store::Change& change, const domain::EvaluationId& evaluation,
                            const Frozen& frozen, const std::string& title, const Acting& acting);

// Over the identifier, the evaluation, the title and every item with the hash of its bytes.
std::string digest_of(const domain::Publication& publication);

// The items' bytes out of the register. Error(refused) where they or the list are not what the digest says.
std::vector<FrozenItem> need_intact(const store::Register& where, const domain::Publication& publication);

// Error(refused) for the preparer, Error(conflict) for a second approval by the same person and for a publication that is
// released or withdrawn; and as check_may_act().
void approve(store::Change& change, const domain::PublicationId& id, const Acting& acting);

// The approvals that count: of this digest, not the preparer's, not lapsed, one a person.
std::vector<domain::Approval> valid_approvals(const domain::Publication& publication, base::Instant at);

// Of those, the ones whose person could still approve at that time: who has lost the office or was recused meanwhile
// counts no more.
std::vector<domain::Approval> counted_approvals(const store::Register& where,
                                                const domain::Publication& publication, base::Instant at);

// Error(conflict) where the publication is released or withdrawn already, Error(refused) where it is not intact or not
// approved; and as check_may_act(). release() asks it too.
std::vector<domain::Approval> check_release(const store::Register& where, const domain::PublicationId& id,
                                            const Acting& acting);

// Writes the release store. Error(refused) where approvals are missing, where the stage log or a consent does not allow
// an item any more, and as check_for_leaks(): what could be looked for when it was prepared must be looked for now.
struct Released {
    std::size_t records = 0;
    std::size_t files = 0;
};
Released release(store::Change& change, release::ReleaseStore& to, const domain::PublicationId& id,
                 const Acting& acting);

// An object or a publication: the next archive is built without it. One entitled person is enough, since what leaks must
// be taken back fast. Error(not_found) where nothing of it is public; and as check_may_act() for every evaluation that
// released it.
void withdraw(store::Change& change, release::ReleaseStore& from, const std::string& object_or_publication,
              const std::string& reason, const Acting& acting);

}  // namespace rapporteur::publication
