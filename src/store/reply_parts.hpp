// SPDX-License-Identifier: EUPL-1.2
//
// Parts of a reply, as bodies of a state send them: kept as they came, for ever; and what a person chose where two of them differ. How parts
// become one reply is exchange/merging's. They belong to no dossier: a dump has the reply that was made of them.
#pragma once

#include "base/date.hpp"
#include "domain/identifiers.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::store {

struct ReplyPart {
    domain::ReplyId reply;
    domain::BodyId body;
    int number = 1;     // of the body's parts
    bool adds = false;  // to what others answer
    base::Instant received_at;
    std::string file_name;
    std::string sha256;   // of the file
    std::string code;     // of the receipt
    std::string answers;  // a reply in canonical XML
    std::optional<base::Instant> returned_at;
    std::string remark;  // why it was returned
};

// All, in the order in which they came.
std::vector<ReplyPart> list_parts(const Register& where, const domain::ReplyId& reply);
// Those that count: the newest of each body, and none of a body whose newest was returned.
std::vector<ReplyPart> counting_parts(const Register& where, const domain::ReplyId& reply);
// Those of all replies of an evaluation, returned and replaced ones too: what a body wrote stays confidential whatever became of it.
std::vector<ReplyPart> list_parts(const Register& where, const domain::EvaluationId& evaluation);
// The same file of the same body is the part that is there.
ReplyPart add_part(Change& change, ReplyPart part, std::string_view file_bytes);
// Sent back; it no longer counts. The body's newest.
void return_part(Change& change, const ReplyPart& part, const std::string& remark);

struct ReplyChoice {
    std::string question;
    std::string place;  // of a cell; "" for the whole answer
    domain::BodyId body;
    bool operator==(const ReplyChoice&) const = default;
};
std::vector<ReplyChoice> list_choices(const Register& where, const domain::ReplyId& reply);
void put_choice(Change& change, const domain::ReplyId& reply, const ReplyChoice& choice);

}  // namespace rapporteur::store
