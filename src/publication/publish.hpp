// SPDX-License-Identifier: EUPL-1.2
//
// The steps of a publication: prepare (freeze under one digest), approve (twice, by two persons who did not prepare it),
// release (into the release store), withdraw. Rules: security.md 4.3 and 4.4. All but release write the register alone.
#pragma once

#include "domain/publication.hpp"
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
                            const Frozen& frozen, const std::string& title, const std::string& by,
                            base::Instant at);

// Over the identifier, the evaluation, the title and every item with the hash of its bytes.
std::string digest_of(const domain::Publication& publication);

// The items' bytes out of the register. Error(refused) where they or the list are not what the digest says.
std::vector<FrozenItem> need_intact(const store::Register& where, const domain::Publication& publication);

// Error(refused) for the preparer, for a second approval by the same person, for someone who is recused or acts for
// the state under review, and for a publication that is released or withdrawn.
void approve(store::Change& change, const domain::PublicationId& id, const domain::PersonId& person,
             base::Instant at);

// The approvals that count: of this digest, not the preparer's, not lapsed, one a person.
std::vector<domain::Approval> valid_approvals(const domain::Publication& publication, base::Instant at);

// Error(refused) where the publication is released already, not intact or not approved; release() asks it too.
std::vector<domain::Approval> check_release(const store::Register& where, const domain::PublicationId& id,
                                            base::Instant at);

// Writes the release store. Error(refused) where approvals are missing, where the stage log or a consent does not allow
// an item any more, and as check_for_leaks(): what could be looked for when it was prepared must be looked for now.
struct Released {
    std::size_t records = 0;
    std::size_t files = 0;
};
Released release(store::Change& change, release::ReleaseStore& to, const domain::PublicationId& id,
                 const base::KeyPair* key, base::Instant at);

// An object or a publication: the next archive is built without it. Error(not_found) where nothing of it is public.
void withdraw(store::Change& change, release::ReleaseStore& from, const std::string& object_or_publication,
              const std::string& reason, const domain::PersonId& person, base::Instant at);

}  // namespace rapporteur::publication
