// SPDX-License-Identifier: EUPL-1.2
#include "store/texts.hpp"

#include "sqlite/values.hpp"

namespace rapporteur::store {

void insert_texts(sqlite::Database& database, std::string_view owner, std::string_view field,
                  const domain::Texts& texts) {
    int position = 0;
    for (const domain::LocalText& text : texts) {
        sqlite::run(
            database,
            "INSERT INTO local_text (owner, field, position, language, text) VALUES (?1, ?2, ?3, ?4, ?5)",
            owner, field, position++, text.language, text.text);
    }
}

domain::Texts texts_of(sqlite::Database& database, std::string_view owner, std::string_view field) {
    domain::Texts texts;
    sqlite::each(database,
                 "SELECT language, text FROM local_text WHERE owner = ?1 AND field = ?2 ORDER BY position",
                 sqlite::with(owner, field), [&](sqlite::Row row) {
                     domain::LocalText& text = texts.emplace_back();
                     row.read(text.language, text.text);
                 });
    return texts;
}

void remove_texts(sqlite::Database& database, std::string_view owner) {
    sqlite::run(database, "DELETE FROM local_text WHERE owner = ?1", owner);
}

void remove_texts_below(sqlite::Database& database, std::string_view owner) {
    // '0' is the character after '/': the range is exactly what begins with "owner/", and the index finds it.
    sqlite::run(database, "DELETE FROM local_text WHERE owner > ?1 || '/' AND owner < ?1 || '0'", owner);
}

void insert_evidence(sqlite::Database& database, std::string_view owner,
                     const std::vector<domain::Evidence>& evidence) {
    int position = 0;
    for (const domain::Evidence& item : evidence) {
        sqlite::run(database, "INSERT INTO evidence (owner, position, ref, note) VALUES (?1, ?2, ?3, ?4)",
                    owner, position++, item.ref, item.note);
    }
}

std::vector<domain::Evidence> evidence_of(sqlite::Database& database, std::string_view owner) {
    std::vector<domain::Evidence> evidence;
    sqlite::each(database, "SELECT ref, note FROM evidence WHERE owner = ?1 ORDER BY position",
                 sqlite::with(owner), [&](sqlite::Row row) {
                     domain::Evidence& item = evidence.emplace_back();
                     row.read(item.ref, item.note);
                 });
    return evidence;
}

void remove_evidence(sqlite::Database& database, std::string_view owner) {
    sqlite::run(database, "DELETE FROM evidence WHERE owner = ?1", owner);
}

}  // namespace rapporteur::store
