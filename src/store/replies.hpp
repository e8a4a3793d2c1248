// SPDX-License-Identifier: EUPL-1.2
//
// Issues, replies with answers and exhibits, requests, and observations. A submitted reply is frozen: another text of the same
// version is refused; a later version stands beside it.
#pragma once

#include "domain/reply.hpp"
#include "domain/statistics.hpp"
#include "store/register.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::store {

std::optional<domain::Issue> find_issue(const Register& where, const domain::IssueId& id);
std::vector<domain::Issue> list_issues(const Register& where, const domain::EvaluationId& evaluation);
PutResult put_issue(Change& change, const domain::EvaluationId& evaluation, const domain::Issue& issue);
// Removing: of what is not frozen yet (frozen.hpp); the triggers keep the rest.
void remove_issue(Change& change, const domain::IssueId& id);
void remove_reply(Change& change, const domain::ReplyId& id);  // its newest version, a draft
void remove_request(Change& change, const domain::RequestId& id);

// The newest version, or that version.
std::optional<domain::Reply> find_reply(const Register& where, const domain::ReplyId& id,
                                        std::optional<int> version = {});
std::vector<domain::Reply> list_replies(const Register& where,
                                        const domain::EvaluationId& evaluation);  // newest versions
// Why a reply of the register does not become this one: "was submitted as version 2"; "" where it may.
std::string why_frozen(const domain::Reply& before, const domain::Reply& reply);
// `exhibits` are the bytes by exhibit number; each exhibit's sha256 must be theirs.
// Error(conflict) for another text of a submitted version, or a version older than the newest.
PutResult put_reply(Change& change, const domain::EvaluationId& evaluation, const domain::Reply& reply,
                    const std::map<int, std::string>& exhibits);
// The bytes of a stored file; Error(store_failed) where they are missing.
std::string file_bytes(const Register& where, const std::string& sha256);
// Keeps bytes under their hash; gives the hash (hexadecimal).
std::string put_file_bytes(Change& change, std::string_view bytes);

// What the sender is told: the same file of the same reply gives the same receipt.
struct Receipt {
    domain::ReplyId reply;
    int version = 0;
    base::Instant received_at;
    std::string file_name;
    std::string sha256;
    std::string code;                            // short, for people
    std::optional<domain::RequestId> request{};  // of a file that answers one
};
std::optional<Receipt> find_receipt(const Register& where, const domain::ReplyId& reply,
                                    const std::string& sha256);
Receipt add_receipt(Change& change, const domain::ReplyId& reply, int version, const std::string& file_name,
                    std::string_view bytes, const std::optional<domain::RequestId>& request = {});
// Of the files that answered it, in the order in which they came.
std::vector<Receipt> list_receipts(const Register& where, const domain::RequestId& request);

std::vector<domain::Request> list_requests(const Register& where, const domain::EvaluationId& evaluation);
PutResult put_request(Change& change, const domain::EvaluationId& evaluation, const domain::Request& request);

std::vector<domain::Observation> list_observations(const Register& where,
                                                   const domain::EvaluationId& evaluation);
PutResult put_observations(Change& change, const domain::EvaluationId& evaluation,
                           const std::vector<domain::Observation>& observations);

}  // namespace rapporteur::store
