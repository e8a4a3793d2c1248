// SPDX-License-Identifier: EUPL-1.2
#include "store/replies.hpp"

#include "base/clock.hpp"
#include "base/digest.hpp"
#include "sqlite/values.hpp"
#include "store/lists.hpp"
#include "store/texts.hpp"

#include <fmt/format.h>

namespace rapporteur::store {

using namespace domain;
using sqlite::Blob;
using sqlite::each;
using sqlite::Row;
using sqlite::run;
using sqlite::with;

namespace {

// A part of a record that repeats is answered several times, and a row of the register is one answer: the second and
// later ones have their number behind the question's identifier, which itself never has that sign.
constexpr char k_entry_sign = '#';

std::string row_key(const QuestionId& question, std::map<std::string, int>& seen) {
    const int entry = ++seen[question.text()];
    return entry == 1 ? question.text() : fmt::format("{}{}{}", question.text(), k_entry_sign, entry);
}

void read_answers(sqlite::Database& db, Reply& r) {
    std::vector<std::string> keys;
    each(
        db,
        "SELECT question, state, reason, answer_values, author, language, consent, exhibits, text FROM answer WHERE reply = ?1 AND version = ?2 "
        "ORDER BY position",
        with(r.id, r.version), [&](Row row) {
            Answer& a = r.answers.emplace_back();
            std::string& key = keys.emplace_back();
            row.read(key, a.state, a.reason, a.values, a.author, a.language, a.consent, a.exhibits, a.text);
            a.question = QuestionId(key.substr(0, key.find(k_entry_sign)));
        });
    for (std::size_t i = 0; i < keys.size(); ++i) {
        Answer& a = r.answers[i];
        each(
            db,
            "SELECT dims, raw, reason, note, revised FROM cell WHERE reply = ?1 AND version = ?2 AND question = ?3 ORDER BY position",
            with(r.id, r.version, keys[i]), [&](Row row) {
                Cell& c = a.cells.emplace_back();
                row.read(c.dims, c.raw, c.reason, c.note, c.revised);
            });
    }
    each(
        db,
        "SELECT number, title, file, media_type, language, sha256 FROM exhibit WHERE reply = ?1 AND version = ?2 ORDER BY position",
        with(r.id, r.version), [&](Row row) {
            Exhibit& e = r.exhibits.emplace_back();
            row.read(e.number, e.title, e.file, e.media_type, e.language, e.sha256);
        });
}

void insert_answers(sqlite::Database& db, const Reply& r) {
    int position = 0;
    std::map<std::string, int> seen;
    for (const Answer& a : r.answers) {
        const std::string key = row_key(a.question, seen);
        run(db,
            "INSERT INTO answer (reply, version, position, question, state, reason, answer_values, author, language, consent, exhibits, text) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            r.id, r.version, position++, key, a.state, a.reason, a.values, a.author, a.language, a.consent,
            a.exhibits, a.text);
        int number = 0;
        for (const Cell& c : a.cells) {
            run(db,
                "INSERT INTO cell (reply, version, question, position, dims, raw, reason, note, revised) "
                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                r.id, r.version, key, number++, c.dims, c.raw, c.reason, c.note, c.revised);
        }
    }
}

void insert_exhibits(Change& change, const EvaluationId& evaluation, const Reply& r,
                     const std::map<int, std::string>& bytes) {
    int position = 0;
    for (const Exhibit& e : r.exhibits) {
        const auto found = bytes.find(e.number);
        if (found == bytes.end() || put_file_bytes(change, found->second) != e.sha256) {
            throw base::Error(base::ErrorKind::internal,
                              fmt::format("the bytes of exhibit {} are not those it names", e.number));
        }
        run(change.database(),
            "INSERT INTO exhibit (id, evaluation, number, reply, version, position, title, file, media_type, language, sha256) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            fmt::format("{}/exhibit/{}", evaluation.text(), e.number), evaluation, e.number, r.id, r.version,
            position++, e.title, e.file, e.media_type, e.language, e.sha256);
    }
}

void remove_version(sqlite::Database& db, const ReplyId& id, int version) {
    run(db, "DELETE FROM cell WHERE reply = ?1 AND version = ?2", id, version);
    run(db, "DELETE FROM answer WHERE reply = ?1 AND version = ?2", id, version);
    run(db, "DELETE FROM exhibit WHERE reply = ?1 AND version = ?2", id, version);
    run(db, "DELETE FROM reply WHERE id = ?1 AND version = ?2", id, version);
}

void remove_issue_rows(sqlite::Database& db, const IssueId& id) {
    run(db, "DELETE FROM specific_question WHERE issue = ?1", id);
    run(db, "DELETE FROM issue WHERE id = ?1", id);
    remove_texts_below(db, id.text());
}

void remove_request_rows(sqlite::Database& db, const RequestId& id) {
    run(db, "DELETE FROM request_item WHERE request = ?1", id);
    run(db, "DELETE FROM request WHERE id = ?1", id);
}

}  // namespace

std::optional<Issue> find_issue(const Register& where, const IssueId& id) {
    sqlite::Database& db = where.database();
    Issue issue;
    issue.id = id;
    if (!sqlite::first(
            db, "SELECT questionnaire, respondent, to_body, language, sent, due FROM issue WHERE id = ?1",
            with(id), issue.questionnaire, issue.respondent, issue.to, issue.language, issue.sent,
            issue.due)) {
        return std::nullopt;
    }
    each(db, "SELECT id, slot, recommendation FROM specific_question WHERE issue = ?1 ORDER BY position",
         with(id), [&](Row row) {
             auto& q = issue.specific.emplace_back();
             row.read(q.id, q.slot, q.recommendation);
             q.text = texts_of(db, fmt::format("{}/q/{}", id.text(), q.id.text()), "text");
         });
    return issue;
}

std::vector<Issue> list_issues(const Register& where, const EvaluationId& evaluation) {
    std::vector<Issue> issues;
    each(where.database(), "SELECT id FROM issue WHERE evaluation = ?1 ORDER BY id", with(evaluation),
         [&](Row row) { issues.push_back(find_issue(where, row.value<IssueId>(0)).value()); });
    return issues;
}

PutResult put_issue(Change& change, const EvaluationId& evaluation, const Issue& issue) {
    sqlite::Database& db = change.database();
    const std::optional<Issue> before = find_issue(change.where(), issue.id);
    if (before == issue) {
        return PutResult::unchanged;
    }
    remove_issue_rows(db, issue.id);
    run(db,
        "INSERT INTO issue (id, evaluation, questionnaire, respondent, to_body, language, sent, due) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        issue.id, evaluation, issue.questionnaire, issue.respondent, issue.to, issue.language, issue.sent,
        issue.due);
    int n = 0;
    for (const SpecificQuestion& q : issue.specific) {
        run(db,
            "INSERT INTO specific_question (issue, position, id, slot, recommendation) VALUES (?1, ?2, ?3, ?4, ?5)",
            issue.id, n++, q.id, q.slot, q.recommendation);
        insert_texts(db, fmt::format("{}/q/{}", issue.id.text(), q.id.text()), "text", q.text);
    }
    return before ? PutResult::changed : PutResult::added;
}

void remove_issue(Change& change, const IssueId& id) {
    remove_issue_rows(change.database(), id);
}

void remove_reply(Change& change, const ReplyId& id) {
    if (const std::optional<Reply> reply = find_reply(change.where(), id)) {
        remove_version(change.database(), id, reply->version);
    }
}

void remove_request(Change& change, const RequestId& id) {
    remove_request_rows(change.database(), id);
}

std::string why_frozen(const Reply& before, const Reply& reply) {
    if (reply.version < before.version) {
        return fmt::format("is in the register as the later version {}", before.version);
    }
    if (reply.version == before.version && before.status != ReplyStatus::draft) {
        return fmt::format("was submitted as version {}", before.version);
    }
    return "";
}

std::optional<Reply> find_reply(const Register& where, const ReplyId& id, std::optional<int> version) {
    sqlite::Database& db = where.database();
    Reply r;
    r.id = id;
    if (!sqlite::first(
            db,
            "SELECT version, issue, respondent, from_bodies, status, language, submitted, contact, letter, publication, naming FROM reply "
            "WHERE id = ?1 AND (?2 IS NULL OR version = ?2) ORDER BY version DESC LIMIT 1",
            with(id, version), r.version, r.issue, r.respondent, r.from, r.status, r.language, r.submitted,
            r.contact, r.letter, r.publication, r.naming)) {
        return std::nullopt;
    }
    read_answers(db, r);
    return r;
}

std::vector<Reply> list_replies(const Register& where, const EvaluationId& evaluation) {
    std::vector<Reply> replies;
    each(where.database(), "SELECT DISTINCT id FROM reply WHERE evaluation = ?1 ORDER BY id",
         with(evaluation),
         [&](Row row) { replies.push_back(find_reply(where, row.value<ReplyId>(0)).value()); });
    return replies;
}

PutResult put_reply(Change& change, const EvaluationId& evaluation, const Reply& reply,
                    const std::map<int, std::string>& exhibits) {
    sqlite::Database& db = change.database();
    const std::optional<Reply> before = find_reply(change.where(), reply.id);
    if (before == reply) {
        return PutResult::unchanged;
    }
    if (before && before->version >= reply.version) {
        if (const std::string frozen = why_frozen(*before, reply); !frozen.empty()) {
            throw base::Error(base::ErrorKind::conflict,
                              fmt::format("{} {} and does not change any more", reply.id.text(), frozen))
                .help(fmt::format("give the correction version=\"{}\"", before->version + 1));
        }
        remove_version(db, reply.id, reply.version);
    }
    // Written as a draft first: the triggers let answers in only as long as it is one.
    run(db,
        "INSERT INTO reply (id, version, evaluation, issue, respondent, from_bodies, status, language, submitted, contact, letter, publication, naming) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'draft', ?7, ?8, ?9, ?10, ?11, ?12)",
        reply.id, reply.version, evaluation, reply.issue, reply.respondent, reply.from, reply.language,
        reply.submitted, reply.contact, reply.letter, reply.publication, reply.naming);
    insert_answers(db, reply);
    insert_exhibits(change, evaluation, reply, exhibits);
    if (reply.status != ReplyStatus::draft) {
        run(db, "UPDATE reply SET status = ?3 WHERE id = ?1 AND version = ?2", reply.id, reply.version,
            reply.status);
    }
    return before ? PutResult::changed : PutResult::added;
}

std::string file_bytes(const Register& where, const std::string& sha256) {
    Blob bytes;
    if (!sqlite::first(where.database(), "SELECT bytes FROM file_bytes WHERE sha256 = ?1", with(sha256),
                       bytes)) {
        throw base::Error(base::ErrorKind::store_failed,
                          fmt::format("the register lacks the bytes of the file {}", sha256));
    }
    return bytes.bytes;
}

std::string put_file_bytes(Change& change, std::string_view bytes) {
    std::string hash = base::sha256(bytes).hex();
    run(change.database(),
        "INSERT INTO file_bytes (sha256, bytes) SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM file_bytes WHERE sha256 = ?1)",
        hash, Blob{std::string(bytes)});
    return hash;
}

std::optional<Receipt> find_receipt(const Register& where, const ReplyId& reply, const std::string& sha256) {
    Receipt r;
    if (!sqlite::first(
            where.database(),
            "SELECT reply, version, received_at, file_name, sha256, code, nullif(request, '') FROM receipt WHERE reply = ?1 AND sha256 = ?2 "
            "ORDER BY number LIMIT 1",
            with(reply, sha256), r.reply, r.version, r.received_at, r.file_name, r.sha256, r.code,
            r.request)) {
        return std::nullopt;
    }
    return r;
}

Receipt add_receipt(Change& change, const ReplyId& reply, int version, const std::string& file_name,
                    std::string_view bytes, const std::optional<RequestId>& request) {
    Receipt r{reply, version, base::now(), file_name, put_file_bytes(change, bytes), "", request};
    // Short enough to read out, and bound to the reply, its version and the bytes.
    r.code = base::sha256(fmt::format("{}@{}:{}", reply.text(), version, r.sha256)).hex().substr(0, 12);
    run(change.database(),
        "INSERT INTO receipt (reply, version, received_at, file_name, sha256, code, request) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        r.reply, r.version, r.received_at, r.file_name, r.sha256, r.code, request.value_or(RequestId()));
    return r;
}

std::vector<Receipt> list_receipts(const Register& where, const RequestId& request) {
    std::vector<Receipt> receipts;
    each(
        where.database(),
        "SELECT reply, version, received_at, file_name, sha256, code, request FROM receipt WHERE request = ?1 ORDER BY number",
        with(request), [&](Row row) {
            Receipt& r = receipts.emplace_back();
            row.read(r.reply, r.version, r.received_at, r.file_name, r.sha256, r.code, r.request);
        });
    return receipts;
}

std::vector<Request> list_requests(const Register& where, const EvaluationId& evaluation) {
    sqlite::Database& db = where.database();
    std::vector<Request> requests;
    each(
        db,
        "SELECT id, reply, reply_version, language, sent, due, answered FROM request WHERE evaluation = ?1 ORDER BY length(id), id",
        with(evaluation), [&](Row row) {
            Request& r = requests.emplace_back();
            row.read(r.id, r.reply, r.reply_version, r.language, r.sent, r.due, r.answered);
        });
    for (Request& r : requests) {
        each(db, "SELECT question, text, answer FROM request_item WHERE request = ?1 ORDER BY position",
             with(r.id), [&](Row row) {
                 auto& item = r.items.emplace_back();
                 row.read(item.question, item.text, item.answer);
             });
    }
    return requests;
}

PutResult put_request(Change& change, const EvaluationId& evaluation, const Request& request) {
    sqlite::Database& db = change.database();
    bool known = false;
    for (const Request& before : list_requests(change.where(), evaluation)) {
        if (before == request) {
            return PutResult::unchanged;
        }
        known |= before.id == request.id;
    }
    remove_request_rows(db, request.id);
    run(db,
        "INSERT INTO request (id, evaluation, reply, reply_version, language, sent, due, answered) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        request.id, evaluation, request.reply, request.reply_version, request.language, request.sent,
        request.due, request.answered);
    int n = 0;
    for (const RequestItem& item : request.items) {
        run(db,
            "INSERT INTO request_item (request, position, question, text, answer) VALUES (?1, ?2, ?3, ?4, ?5)",
            request.id, n++, item.question, item.text, item.answer);
    }
    return known ? PutResult::changed : PutResult::added;
}

std::vector<Observation> list_observations(const Register& where, const EvaluationId& evaluation) {
    std::vector<Observation> observations;
    each(
        where.database(),
        "SELECT indicator, year, dims, value, reason, unit, note, source FROM observation WHERE evaluation = ?1 ORDER BY position",
        with(evaluation), [&](Row row) {
            Observation& o = observations.emplace_back();
            row.read(o.indicator, o.year, o.dims, o.value, o.reason, o.unit, o.note, o.source);
        });
    return observations;
}

PutResult put_observations(Change& change, const EvaluationId& evaluation,
                           const std::vector<Observation>& observations) {
    const std::vector<Observation> before = list_observations(change.where(), evaluation);
    if (before == observations) {
        return PutResult::unchanged;
    }
    sqlite::Database& db = change.database();
    const auto remove = [&](const Observation& o) {
        run(db,
            "DELETE FROM observation WHERE evaluation = ?1 AND indicator = ?2 AND year = ?3 AND dims = ?4",
            evaluation, o.indicator, o.year, o.dims);
    };
    const auto insert = [&](const Observation& o, int position) {
        run(db,
            "INSERT INTO observation (evaluation, position, indicator, year, dims, value, reason, unit, note, source) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            evaluation, position, o.indicator, o.year, o.dims, o.value, o.reason, o.unit, o.note, o.source);
    };
    put_list(
        before, observations,
        [](const Observation& o) {
            return fmt::format("{} {} {}", o.indicator, o.year, base::join(o.dims, " "));
        },
        remove, insert,
        [&](const Observation& o, int position) {
            run(db,
                "UPDATE observation SET position = ?5 WHERE evaluation = ?1 AND indicator = ?2 AND year = ?3 AND dims = ?4",
                evaluation, o.indicator, o.year, o.dims, position);
        },
        [&](const Observation& o, int position) {
            remove(o);
            insert(o, position);
        });
    return before.empty() ? PutResult::added : PutResult::changed;
}

}  // namespace rapporteur::store
