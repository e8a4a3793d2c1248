// SPDX-License-Identifier: EUPL-1.2
#include "store/publications.hpp"

#include "sqlite/values.hpp"

#include <fmt/format.h>

namespace rapporteur::store {

using namespace domain;
using sqlite::each;
using sqlite::Row;
using sqlite::run;
using sqlite::with;

namespace {

void read_parts(sqlite::Database& db, Publication& publication) {
    each(
        db,
        "SELECT object, kind, name, media_type, sha256 FROM publication_item WHERE publication = ?1 ORDER BY "
        "position",
        with(publication.id), [&](Row row) {
            PublicationItem& item = publication.items.emplace_back();
            row.read(item.object, item.kind, item.name, item.media_type, item.sha256);
        });
    each(db, "SELECT person, at, digest FROM publication_approval WHERE publication = ?1 ORDER BY at, person",
         with(publication.id), [&](Row row) {
             Approval& approval = publication.approvals.emplace_back();
             row.read(approval.person, approval.at, approval.digest);
         });
}

}  // namespace

std::optional<Publication> find_publication(const Register& where, const PublicationId& id) {
    sqlite::Database& db = where.database();
    Publication p;
    p.id = id;
    if (!sqlite::first(
            db,
            "SELECT evaluation, title, status, prepared_by, prepared_at, digest, released_at FROM publication "
            "WHERE id = ?1",
            with(id), p.evaluation, p.title, p.status, p.prepared_by, p.prepared_at, p.digest,
            p.released_at)) {
        return std::nullopt;
    }
    read_parts(db, p);
    return p;
}

Publication need_publication(const Register& where, const PublicationId& id) {
    if (auto found = find_publication(where, id)) {
        return *found;
    }
    throw base::Error(base::ErrorKind::not_found,
                      fmt::format("there is no publication {} in the register", id.text()))
        .help("see what there is: rapporteur publication list");
}

std::vector<Publication> list_publications(const Register& where, const EvaluationId& evaluation) {
    std::vector<PublicationId> ids;
    each(where.database(),
         "SELECT id FROM publication WHERE ?1 = '' OR evaluation = ?1 ORDER BY evaluation, rowid",
         with(evaluation), [&](Row row) { row.read(ids.emplace_back()); });
    std::vector<Publication> publications;
    for (const PublicationId& id : ids) {
        publications.push_back(need_publication(where, id));
    }
    return publications;
}

PublicationId next_publication_id(const Register& where, const EvaluationId& evaluation) {
    int number = 0;
    sqlite::first(where.database(), "SELECT count(*) + 1 FROM publication WHERE evaluation = ?1",
                  with(evaluation), number);
    return PublicationId(fmt::format("{}/pub/{}", evaluation.text(), number));
}

void add_publication(Change& change, const Publication& p) {
    sqlite::Database& db = change.database();
    run(db,
        "INSERT INTO publication (id, evaluation, title, status, prepared_by, prepared_at, digest, "
        "released_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        p.id, p.evaluation, p.title, p.status, p.prepared_by, p.prepared_at, p.digest, p.released_at);
    int position = 0;
    for (const PublicationItem& item : p.items) {
        run(db,
            "INSERT INTO publication_item (publication, position, object, kind, name, media_type, sha256) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            p.id, position++, item.object, item.kind, item.name, item.media_type, item.sha256);
    }
}

void add_approval(Change& change, const PublicationId& id, const Approval& approval) {
    int before = 0;
    sqlite::first(change.database(),
                  "SELECT count(*) FROM publication_approval WHERE publication = ?1 AND person = ?2 AND "
                  "digest = ?3",
                  with(id, approval.person, approval.digest), before);
    if (before > 0) {
        throw base::Error(base::ErrorKind::conflict,
                          fmt::format("{} has approved {} before", approval.person.text(), id.text()));
    }
    run(change.database(),
        "INSERT INTO publication_approval (publication, person, at, digest) VALUES (?1, ?2, ?3, ?4)", id,
        approval.person, approval.at, approval.digest);
}

void set_publication_status(Change& change, const PublicationId& id, PublicationStatus status,
                            std::optional<base::Instant> released_at) {
    run(change.database(),
        "UPDATE publication SET status = ?2, released_at = coalesce(?3, released_at) WHERE id = ?1", id,
        status, released_at);
}

void add_withdrawal(Change& change, const PublicationWithdrawal& w) {
    run(change.database(),
        "INSERT INTO publication_withdrawal (object, at, person, reason) VALUES (?1, ?2, ?3, ?4)", w.object,
        w.at, w.person, w.reason);
}

std::vector<PublicationWithdrawal> list_withdrawals(const Register& where) {
    std::vector<PublicationWithdrawal> all;
    each(where.database(), "SELECT object, at, person, reason FROM publication_withdrawal ORDER BY number",
         with(), [&](Row row) {
             PublicationWithdrawal& w = all.emplace_back();
             row.read(w.object, w.at, w.person, w.reason);
         });
    return all;
}

}  // namespace rapporteur::store
