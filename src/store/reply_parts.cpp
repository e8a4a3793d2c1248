// SPDX-License-Identifier: EUPL-1.2
#include "store/reply_parts.hpp"

#include "base/clock.hpp"
#include "base/digest.hpp"
#include "sqlite/values.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

namespace rapporteur::store {

using sqlite::with;

namespace {

ReplyPart part_of(sqlite::Row row) {
    ReplyPart part;
    row.read(part.reply, part.body, part.number, part.adds, part.received_at, part.file_name, part.sha256,
             part.code, part.answers, part.returned_at, part.remark);
    return part;
}

}  // namespace

std::vector<ReplyPart> list_parts(const Register& where, const domain::EvaluationId& evaluation) {
    std::vector<ReplyPart> parts;
    sqlite::each(
        where.database(),
        "SELECT reply, body, number, adds, received_at, file_name, sha256, code, answers, returned_at, remark FROM reply_part "
        "WHERE substr(reply, 1, length(?1) + 1) = ?1 || '/' ORDER BY rowid",
        with(evaluation), [&](sqlite::Row row) { parts.push_back(part_of(row)); });
    return parts;
}

std::vector<ReplyPart> list_parts(const Register& where, const domain::ReplyId& reply) {
    std::vector<ReplyPart> parts;
    sqlite::each(
        where.database(),
        "SELECT reply, body, number, adds, received_at, file_name, sha256, code, answers, returned_at, remark FROM reply_part "
        "WHERE reply = ?1 ORDER BY rowid",
        with(reply), [&](sqlite::Row row) { parts.push_back(part_of(row)); });
    return parts;
}

std::vector<ReplyPart> counting_parts(const Register& where, const domain::ReplyId& reply) {
    std::vector<ReplyPart> parts;
    for (ReplyPart& part : list_parts(where, reply)) {
        std::erase_if(parts, [&](const ReplyPart& before) { return before.body == part.body; });
        if (!part.returned_at) {
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

ReplyPart add_part(Change& change, ReplyPart part, std::string_view file_bytes) {
    part.sha256 = put_file_bytes(change, file_bytes);
    part.number = 1;
    for (const ReplyPart& before : list_parts(change.where(), part.reply)) {
        if (before.body == part.body && before.sha256 == part.sha256 && !before.returned_at) {
            return before;
        }
        part.number = before.body == part.body ? before.number + 1 : part.number;
    }
    part.received_at = base::now();
    part.code = base::sha256(
                    fmt::format("{}:{}#{}:{}", part.reply.text(), part.body.text(), part.number, part.sha256))
                    .hex()
                    .substr(0, 12);
    sqlite::run(
        change.database(),
        "INSERT INTO reply_part (reply, body, number, adds, received_at, file_name, sha256, code, answers, remark) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, '')",
        part.reply, part.body, part.number, part.adds, part.received_at, part.file_name, part.sha256,
        part.code, part.answers);
    return part;
}

void return_part(Change& change, const ReplyPart& part, const std::string& remark) {
    sqlite::run(
        change.database(),
        "UPDATE reply_part SET returned_at = ?4, remark = ?5 WHERE reply = ?1 AND body = ?2 AND number = ?3",
        part.reply, part.body, part.number, base::now(), remark);
}

std::vector<ReplyChoice> list_choices(const Register& where, const domain::ReplyId& reply) {
    std::vector<ReplyChoice> choices;
    sqlite::each(where.database(),
                 "SELECT question, place, body FROM reply_choice WHERE reply = ?1 ORDER BY question, place",
                 with(reply), [&](sqlite::Row row) {
                     ReplyChoice& choice = choices.emplace_back();
                     row.read(choice.question, choice.place, choice.body);
                 });
    return choices;
}

void put_choice(Change& change, const domain::ReplyId& reply, const ReplyChoice& choice) {
    sqlite::run(change.database(),
                "INSERT INTO reply_choice (reply, question, place, body) VALUES (?1, ?2, ?3, ?4) "
                "ON CONFLICT (reply, question, place) DO UPDATE SET body = excluded.body",
                reply, choice.question, choice.place, choice.body);
}

}  // namespace rapporteur::store
