// SPDX-License-Identifier: EUPL-1.2
//
// A draft reply of the register becomes a submitted one: checked as a submission, signed off with the covering letter, given a receipt. What was
// submitted is frozen by the store. Called by reply submit.
#pragma once

#include "base/problem.hpp"
#include "domain/reply.hpp"
#include "exchange/reception.hpp"
#include "store/register.hpp"
#include "store/replies.hpp"
#include "store/reply_parts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::exchange {

struct SignOff {
    base::Date date;
    std::string letter;  // number and date of the covering letter
    std::optional<domain::PersonId> contact;
};

struct Submission {
    store::Receipt receipt;  // of the reply's canonical XML
    std::size_t answers = 0;
    std::vector<store::ReplyPart> parts;  // of which it was made; empty where it came whole
    base::Problems warnings;
};

// InvalidInput with all faults; Error(not_found), Error(conflict) where it was submitted before.
Submission submit_reply(store::Register& where, const domain::ReplyId& id, const SignOff& sign_off,
                        const std::string& person);

// What a body's part is to the others': an answer of its own, or an addition below theirs.
enum class PartRole { answers, adds };

// Keeps an examined reply as the part of one body. InvalidInput where it has faults.
store::ReplyPart receive_part(store::Register& where, const Examination& examination,
                              const domain::BodyId& body, PartRole role, const std::string& person);

}  // namespace rapporteur::exchange
