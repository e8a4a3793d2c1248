// SPDX-License-Identifier: EUPL-1.2
#include "store/visits.hpp"

#include "base/json.hpp"
#include "sqlite/values.hpp"
#include "store/lists.hpp"
#include "store/people.hpp"
#include "store/texts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::store {

using namespace domain;
using sqlite::Blob;
using sqlite::each;
using sqlite::Row;
using sqlite::run;
using sqlite::with;

namespace {

// --- Sealing ---------------------------------------------------------------------------------------------------------------

std::optional<base::Sealed> find_sealed(sqlite::Database& db, const std::string& object) {
    base::Sealed sealed;
    Blob nonce;
    Blob ciphertext;
    if (!sqlite::first(db, "SELECT nonce, ciphertext FROM sealed WHERE object = ?1", with(object), nonce,
                       ciphertext)) {
        return std::nullopt;
    }
    sealed.nonce = nonce.bytes;
    sealed.ciphertext = ciphertext.bytes;
    each(db, "SELECT recipient, box FROM sealed_key WHERE object = ?1 ORDER BY recipient", with(object),
         [&](Row row) {
             Blob recipient;
             Blob box;
             row.read(recipient, box);
             sealed.keys.push_back(
                 {base::PublicKey::from_bytes(recipient.bytes).value_or(base::PublicKey{}), box.bytes});
         });
    return sealed;
}

void remove_sealed(sqlite::Database& db, const std::string& object) {
    run(db, "DELETE FROM sealed_key WHERE object = ?1", object);
    run(db, "DELETE FROM sealed WHERE object = ?1", object);
}

void put_sealed(Change& change, const EvaluationId& evaluation, const std::string& object,
                std::string_view message) {
    const std::vector<base::PublicKey> recipients = note_recipients(change.where(), evaluation);
    if (recipients.empty()) {
        throw base::Error(base::ErrorKind::refused,
                          fmt::format("nobody could open what would be sealed in {}", evaluation.text()))
            .because("neither the secretariat nor the delegation has a key in this register")
            .help("give one a key first: rapporteur account add person/... --name ... --role secretariat");
    }
    const base::Sealed sealed = base::seal(message, recipients, object);
    remove_sealed(change.database(), object);
    run(change.database(), "INSERT INTO sealed (object, nonce, ciphertext) VALUES (?1, ?2, ?3)", object,
        Blob{sealed.nonce}, Blob{sealed.ciphertext});
    for (const base::SealedKey& key : sealed.keys) {
        run(change.database(), "INSERT INTO sealed_key (object, recipient, box) VALUES (?1, ?2, ?3)", object,
            Blob{std::string(key.recipient.view())}, Blob{key.box});
    }
}

// What is sealed under that name in clear; nothing where there is none.
std::optional<std::string> open_sealed(sqlite::Database& db, const std::string& object,
                                       const base::KeyPair* key) {
    const std::optional<base::Sealed> sealed = find_sealed(db, object);
    if (!sealed) {
        return std::nullopt;
    }
    if (key == nullptr) {
        throw base::Error(base::ErrorKind::forbidden, fmt::format("{} is sealed", object))
            .help(
                "act as a person whose key opens it, and unlock the key: --as person/... --passphrase-file FILE");
    }
    return std::string(base::open(*sealed, *key, object).view());
}

// --- A note's sealed part ----------------------------------------------------------------------------------------------------

std::string sealed_part(const Note& note) {
    base::JsonWriter json(base::JsonLayout::compact);
    json.object().member("text", note.text).key("facts").array();
    for (const NoteFact& fact : note.facts) {
        json.object()
            .member("id", fact.id)
            .member("consent", base::name_of(fact.consent))
            .member("text", fact.text)
            .close();
    }
    json.close().close();
    return json.finish();
}

void read_sealed_part(std::string_view message, Note& note) {
    base::Problems problems;
    const std::optional<base::JsonValue> json = base::JsonValue::parse(message, note.id.text(), problems);
    if (!json) {
        throw base::Error(base::ErrorKind::store_failed,
                          fmt::format("the sealed text of {} can not be read", note.id.text()));
    }
    note.text = json->at("text").text();
    for (const base::JsonValue& fact : json->at("facts").items()) {
        note.facts.push_back(
            {fact.at("id").text(),
             base::from_name<FactConsent>(fact.at("consent").text()).value_or(FactConsent::none),
             fact.at("text").text()});
    }
}

bool same_sites(sqlite::Database& db, const Visit& visit, const base::KeyPair* key) {
    for (const Site& site : visit.sites) {
        if (site.exact_place.empty()) {
            continue;  // what is left out is not denied: a dump without what is sealed says nothing of it
        }
        const std::optional<std::string> before = open_sealed(db, site.id.text(), key);
        if (before.value_or("") != site.exact_place) {
            return false;
        }
    }
    return true;
}

Visit without_places(Visit visit) {
    for (Site& site : visit.sites) {
        site.exact_place.clear();
    }
    return visit;
}

}  // namespace

std::optional<Visit> find_visit(const Register& where, const EvaluationId& evaluation,
                                const base::KeyPair* key) {
    sqlite::Database& db = where.database();
    Visit visit;
    visit.evaluation = evaluation;
    if (!sqlite::first(db, "SELECT starts, ends, delegation FROM visit WHERE evaluation = ?1",
                       with(evaluation), visit.from, visit.until, visit.delegation)) {
        return std::nullopt;
    }
    visit.summary = texts_of(db, evaluation.text() + "/visit", "summary");
    each(db, "SELECT id, kind, region FROM site WHERE evaluation = ?1 ORDER BY position", with(evaluation),
         [&](Row row) {
             Site& site = visit.sites.emplace_back();
             row.read(site.id, site.kind, site.region);
         });
    for (Site& site : visit.sites) {
        if (key != nullptr) {
            site.exact_place = open_sealed(db, site.id.text(), key).value_or("");
        }
    }
    each(
        db,
        "SELECT id, date, region, bodies, site, subject FROM meeting WHERE evaluation = ?1 ORDER BY position",
        with(evaluation), [&](Row row) {
            Meeting& meeting = visit.meetings.emplace_back();
            row.read(meeting.id, meeting.date, meeting.region, meeting.bodies, meeting.site, meeting.subject);
        });
    return visit;
}

std::vector<Note> list_notes(const Register& where, const EvaluationId& evaluation) {
    std::vector<Note> notes;
    each(
        where.database(),
        "SELECT id, meeting, interlocutor, written, retain_until, author FROM note WHERE evaluation = ?1 ORDER BY position",
        with(evaluation), [&](Row row) {
            Note& note = notes.emplace_back();
            row.read(note.id, note.meeting, note.interlocutor, note.written, note.retain_until, note.author);
        });
    return notes;
}

std::vector<Note> open_notes(const Register& where, const EvaluationId& evaluation,
                             const base::KeyPair& key) {
    std::vector<Note> notes = list_notes(where, evaluation);
    for (Note& note : notes) {
        const std::optional<std::string> message = open_sealed(where.database(), note.id.text(), &key);
        if (message) {
            read_sealed_part(*message, note);
        }
    }
    return notes;
}

bool has_sealed(const Register& where, const EvaluationId& evaluation) {
    int count = 0;
    sqlite::first(where.database(),
                  "SELECT count(*) FROM sealed WHERE object > ?1 || '/' AND object < ?1 || '0'",
                  with(evaluation), count);
    return count != 0;
}

namespace {

void remove_visit_rows(sqlite::Database& db, const EvaluationId& evaluation) {
    run(db, "DELETE FROM meeting WHERE evaluation = ?1", evaluation);
    run(db, "DELETE FROM site WHERE evaluation = ?1", evaluation);
    run(db, "DELETE FROM visit WHERE evaluation = ?1", evaluation);
    remove_texts(db, evaluation.text() + "/visit");
}

}  // namespace

void remove_visit(Change& change, const EvaluationId& evaluation) {
    if (const std::optional<Visit> visit = find_visit(change.where(), evaluation)) {
        for (const Site& site : visit->sites) {
            remove_sealed(change.database(), site.id.text());
        }
        remove_visit_rows(change.database(), evaluation);
    }
}

PutResult put_visit(Change& change, const Visit& visit, const base::KeyPair* key) {
    sqlite::Database& db = change.database();
    const std::optional<Visit> before = find_visit(change.where(), visit.evaluation);
    if (before && *before == without_places(visit) && same_sites(db, visit, key)) {
        return PutResult::unchanged;
    }
    if (before) {
        for (const Site& site : before->sites) {
            const auto is_it = [&](const Site& other) { return other.id == site.id; };
            if (std::none_of(visit.sites.begin(), visit.sites.end(), is_it)) {
                remove_sealed(db, site.id.text());
            }
        }
    }
    remove_visit_rows(db, visit.evaluation);
    run(db, "INSERT INTO visit (evaluation, starts, ends, delegation) VALUES (?1, ?2, ?3, ?4)",
        visit.evaluation, visit.from, visit.until, visit.delegation);
    insert_texts(db, visit.evaluation.text() + "/visit", "summary", visit.summary);
    int n = 0;
    for (const Site& site : visit.sites) {
        run(db, "INSERT INTO site (id, evaluation, position, kind, region) VALUES (?1, ?2, ?3, ?4, ?5)",
            site.id, visit.evaluation, n++, site.kind, site.region);
        if (!site.exact_place.empty()) {
            put_sealed(change, visit.evaluation, site.id.text(), site.exact_place);
        }
    }
    for (const Meeting& m : visit.meetings) {
        run(db,
            "INSERT INTO meeting (id, evaluation, position, date, region, bodies, site, subject) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            m.id, visit.evaluation, n++, m.date, m.region, m.bodies, m.site, m.subject);
    }
    return before ? PutResult::changed : PutResult::added;
}

PutResult put_notes(Change& change, const EvaluationId& evaluation, const std::vector<Note>& notes,
                    const base::KeyPair* key) {
    sqlite::Database& db = change.database();
    // No notes: a dossier that was dumped without them, or never had any. Those of the register stay.
    if (notes.empty()) {
        return PutResult::unchanged;
    }
    std::vector<Note> before = list_notes(change.where(), evaluation);
    if (!before.empty()) {
        if (key == nullptr) {
            throw base::Error(base::ErrorKind::forbidden,
                              fmt::format("the notes of {} are sealed", evaluation.text()))
                .because("they can not be compared with the file's without a key that opens them")
                .help("act as a person whose key opens them: --as person/... --passphrase-file FILE");
        }
        before = open_notes(change.where(), evaluation, *key);
        if (before == notes) {
            return PutResult::unchanged;
        }
    }
    put_list(
        before, notes,
        [&](const Note& note) {
            remove_sealed(db, note.id.text());
            run(db, "DELETE FROM note WHERE id = ?1", note.id);
        },
        [&](const Note& note, int position) {
            run(db,
                "INSERT INTO note (id, evaluation, position, meeting, interlocutor, written, retain_until, author) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                note.id, evaluation, position, note.meeting, note.interlocutor, note.written,
                note.retain_until, note.author);
            put_sealed(change, evaluation, note.id.text(), sealed_part(note));
        },
        [&](const Note& note, int position) {
            run(db, "UPDATE note SET position = ?2 WHERE id = ?1", note.id, position);
        });
    return before.empty() ? PutResult::added : PutResult::changed;
}

}  // namespace rapporteur::store
