// SPDX-License-Identifier: EUPL-1.2
#include "store/people.hpp"

#include "sqlite/values.hpp"
#include "store/texts.hpp"

#include <fmt/format.h>

namespace rapporteur::store {

using namespace domain;
using sqlite::Blob;
using sqlite::each;
using sqlite::Row;
using sqlite::run;
using sqlite::with;

std::optional<Person> find_person(const Register& where, const PersonId& id) {
    sqlite::Database& db = where.database();
    Person person;
    person.id = id;
    if (!sqlite::first(db, "SELECT name, nationality, email FROM person WHERE id = ?1", with(id), person.name,
                       person.nationality, person.email)) {
        return std::nullopt;
    }
    each(db, "SELECT framework, body, office, starts, ends FROM mandate WHERE person = ?1 ORDER BY position",
         with(id), [&](Row row) {
             auto& m = person.mandates.emplace_back();
             row.read(m.framework, m.body, m.office, m.from, m.until);
         });
    return person;
}

std::vector<PersonId> list_persons(const Register& where) {
    std::vector<PersonId> ids;
    each(where.database(), "SELECT id FROM person ORDER BY id", with(),
         [&](Row row) { row.read(ids.emplace_back()); });
    return ids;
}

PutResult put_person(Change& change, const Person& person) {
    sqlite::Database& db = change.database();
    const std::optional<Person> before = find_person(change.where(), person.id);
    if (before == person) {
        return PutResult::unchanged;
    }
    run(db, "DELETE FROM mandate WHERE person = ?1", person.id);
    run(db, "DELETE FROM person WHERE id = ?1", person.id);
    run(db, "INSERT INTO person (id, name, nationality, email) VALUES (?1, ?2, ?3, ?4)", person.id,
        person.name, person.nationality, person.email);
    int n = 0;
    for (const Mandate& m : person.mandates) {
        run(db,
            "INSERT INTO mandate (person, position, framework, body, office, starts, ends) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            person.id, n++, m.framework, m.body, m.office, m.from, m.until);
    }
    return before ? PutResult::changed : PutResult::added;
}

std::optional<Body> find_body(const Register& where, const BodyId& id) {
    sqlite::Database& db = where.database();
    Body body;
    body.id = id;
    if (!sqlite::first(db, "SELECT kind, starts, ends, successor FROM body WHERE id = ?1", with(id),
                       body.kind, body.from, body.until, body.successor)) {
        return std::nullopt;
    }
    each(db, "SELECT position, starts FROM body_name WHERE body = ?1 ORDER BY position", with(id),
         [&](Row row) {
             int position = 0;
             auto& name = body.names.emplace_back();
             row.read(position, name.from);
             name.name = texts_of(db, fmt::format("{}/name/{}", id.text(), position), "name");
         });
    return body;
}

std::vector<Body> list_bodies(const Register& where, const SubjectId& subject) {
    std::vector<Body> bodies;
    std::vector<BodyId> ids;
    const std::string start = subject.text() + "/";
    each(where.database(), "SELECT id FROM body WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id",
         with(start), [&](Row row) { row.read(ids.emplace_back()); });
    for (const BodyId& id : ids) {
        bodies.push_back(*find_body(where, id));
    }
    return bodies;
}

PutResult put_body(Change& change, const Body& body) {
    sqlite::Database& db = change.database();
    const std::optional<Body> before = find_body(change.where(), body.id);
    if (before == body) {
        return PutResult::unchanged;
    }
    run(db, "DELETE FROM body_name WHERE body = ?1", body.id);
    run(db, "DELETE FROM body WHERE id = ?1", body.id);
    remove_texts_below(db, body.id.text());
    run(db, "INSERT INTO body (id, kind, starts, ends, successor) VALUES (?1, ?2, ?3, ?4, ?5)", body.id,
        body.kind, body.from, body.until, body.successor);
    int n = 0;
    for (const BodyName& name : body.names) {
        run(db, "INSERT INTO body_name (body, position, starts) VALUES (?1, ?2, ?3)", body.id, n, name.from);
        insert_texts(db, fmt::format("{}/name/{}", body.id.text(), n++), "name", name.name);
    }
    return before ? PutResult::changed : PutResult::added;
}

std::string body_name(const Register& where, const BodyId& id, std::string_view language,
                      std::optional<base::Date> at) {
    const std::optional<Body> body = find_body(where, id);
    if (!body || body->names.empty()) {
        return id.text();
    }
    const BodyName* name = &body->names.front();
    for (const BodyName& candidate : body->names) {
        if (!candidate.from || !at || *candidate.from <= *at) {
            name = &candidate;
        }
    }
    return std::string(text_in(name->name, language));
}

std::optional<Source> find_source(const Register& where, const SourceId& id) {
    sqlite::Database& db = where.database();
    Source source;
    source.id = id;
    if (!sqlite::first(db, "SELECT kind, author, date, language, citation, address FROM source WHERE id = ?1",
                       with(id), source.kind, source.author, source.date, source.language, source.citation,
                       source.address)) {
        return std::nullopt;
    }
    source.title = texts_of(db, id.text(), "title");
    return source;
}

PutResult put_source(Change& change, const Source& source) {
    sqlite::Database& db = change.database();
    const std::optional<Source> before = find_source(change.where(), source.id);
    if (before == source) {
        return PutResult::unchanged;
    }
    run(db, "DELETE FROM source WHERE id = ?1", source.id);
    remove_texts(db, source.id.text());
    run(db,
        "INSERT INTO source (id, kind, author, date, language, citation, address) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        source.id, source.kind, source.author, source.date, source.language, source.citation, source.address);
    insert_texts(db, source.id.text(), "title", source.title);
    return before ? PutResult::changed : PutResult::added;
}

namespace {

PersonKey read_key(Row row) {
    PersonKey key;
    Blob public_key;
    Blob salt;
    Blob nonce;
    Blob secret;
    row.read(key.person, key.role, public_key, salt, nonce, secret, key.key.cost.operations,
             key.key.cost.memory);
    key.key.public_key = base::PublicKey::from_bytes(public_key.bytes).value_or(base::PublicKey{});
    key.key.salt = salt.bytes;
    key.key.nonce = nonce.bytes;
    key.key.encrypted_secret = secret.bytes;
    return key;
}

}  // namespace

std::optional<PersonKey> find_key(const Register& where, const PersonId& person) {
    std::optional<PersonKey> found;
    each(
        where.database(),
        "SELECT person, role, public_key, salt, nonce, encrypted_secret, operations, memory FROM person_key WHERE person = ?1",
        with(person), [&](Row row) { found = read_key(row); });
    return found;
}

std::vector<PersonKey> list_keys(const Register& where) {
    std::vector<PersonKey> keys;
    each(
        where.database(),
        "SELECT person, role, public_key, salt, nonce, encrypted_secret, operations, memory FROM person_key ORDER BY person",
        with(), [&](Row row) { keys.push_back(read_key(row)); });
    return keys;
}

void add_key(Change& change, const PersonKey& key) {
    if (find_key(change.where(), key.person)) {
        throw base::Error(base::ErrorKind::conflict, fmt::format("{} has a key already", key.person.text()))
            .because("notes sealed to it could not be opened any more")
            .help("keep the key");
    }
    run(change.database(),
        "INSERT INTO person_key (person, role, public_key, salt, nonce, encrypted_secret, operations, memory) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        key.person, key.role, Blob{std::string(key.key.public_key.view())}, Blob{key.key.salt},
        Blob{key.key.nonce}, Blob{key.key.encrypted_secret}, key.key.cost.operations, key.key.cost.memory);
}

std::vector<base::PublicKey> note_recipients(const Register& where, const EvaluationId& evaluation) {
    std::vector<base::PublicKey> recipients;
    each(
        where.database(),
        "SELECT public_key FROM person_key AS k WHERE (role = 'secretariat' OR EXISTS (SELECT 1 FROM assignment AS a WHERE a.evaluation = ?1 AND "
        "a.person = k.person AND a.role IN ('rapporteur', 'delegation', 'secretariat'))) AND NOT EXISTS (SELECT 1 FROM assignment AS a WHERE "
        "a.evaluation = ?1 AND a.person = k.person AND a.role = 'recused') ORDER BY person",
        with(evaluation), [&](Row row) {
            Blob key;
            row.read(key);
            recipients.push_back(base::PublicKey::from_bytes(key.bytes).value_or(base::PublicKey{}));
        });
    return recipients;
}

}  // namespace rapporteur::store
