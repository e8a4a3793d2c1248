// SPDX-License-Identifier: EUPL-1.2
//
// Publications: what was frozen to leave, who approved exactly these bytes, what was released and what was withdrawn again.
// The rules (who may approve, when release is allowed) are publication/'s; here are the rows.
#pragma once

#include "domain/publication.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::store {

std::optional<domain::Publication> find_publication(const Register& where, const domain::PublicationId& id);
// Error(not_found) where there is none, with a hint.
domain::Publication need_publication(const Register& where, const domain::PublicationId& id);
// In the order in which they were prepared; empty `evaluation` for all.
std::vector<domain::Publication> list_publications(const Register& where,
                                                   const domain::EvaluationId& evaluation = {});
// peer/XAA-2/pub/1, /2, ...: the next free one.
domain::PublicationId next_publication_id(const Register& where, const domain::EvaluationId& evaluation);

// Adds it with its items; the items' bytes are there already (put_file_bytes).
void add_publication(Change& change, const domain::Publication& publication);
// Error(conflict) where the person approved that digest before.
void add_approval(Change& change, const domain::PublicationId& id, const domain::Approval& approval);
void set_publication_status(Change& change, const domain::PublicationId& id, domain::PublicationStatus status,
                            std::optional<base::Instant> released_at = {});

// An object, or a whole publication, that was taken back.
struct PublicationWithdrawal {
    domain::Reference object;
    base::Instant at;
    domain::PersonId person;
    std::string reason;
};
void add_withdrawal(Change& change, const PublicationWithdrawal& withdrawal);
std::vector<PublicationWithdrawal> list_withdrawals(const Register& where);

}  // namespace rapporteur::store
