// SPDX-License-Identifier: EUPL-1.2
#include "store/imports.hpp"

#include "sqlite/values.hpp"

#include <algorithm>

namespace rapporteur::store {

using sqlite::with;

namespace {

sqlite::Blob blob(const RowDigest& digest) {
    return {std::string(digest.view())};
}

RowDigest digest_of(const sqlite::Blob& blob) {
    RowDigest digest;
    std::copy_n(blob.bytes.begin(), std::min(blob.bytes.size(), digest.bytes.size()), digest.bytes.begin());
    return digest;
}

}  // namespace

bool has_imported(const Register& where, const ImportSource& source) {
    int one = 0;
    return sqlite::first(where.database(),
                         "SELECT 1 FROM import_row WHERE framework = ?1 AND mapping = ?2 LIMIT 1",
                         with(source.framework, source.mapping), one);
}

std::optional<KnownRow> find_imported(const Register& where, const ImportSource& source,
                                      const RowDigest& key) {
    KnownRow known;
    sqlite::Blob content;
    if (!sqlite::first(
            where.database(),
            "SELECT content, object FROM import_row WHERE framework = ?1 AND mapping = ?2 AND row_key = ?3",
            with(source.framework, source.mapping, blob(key)), content, known.object)) {
        return std::nullopt;
    }
    known.content = digest_of(content);
    return known;
}

std::vector<Neighbour> imported_with_context(const Register& where, const ImportSource& source,
                                             const RowDigest& context) {
    std::vector<Neighbour> neighbours;
    sqlite::each(
        where.database(),
        "SELECT row_key, object FROM import_row WHERE framework = ?1 AND mapping = ?2 AND context = ?3 ORDER BY object",
        with(source.framework, source.mapping, blob(context)), [&](sqlite::Row row) {
            sqlite::Blob key;
            Neighbour& neighbour = neighbours.emplace_back();
            row.read(key, neighbour.object);
            neighbour.key = digest_of(key);
        });
    return neighbours;
}

std::string written_in_source(const Register& where, const domain::Reference& object) {
    std::optional<std::string> written;
    sqlite::first(where.database(), "SELECT written FROM import_row WHERE object = ?1", with(object),
                  written);
    return written.value_or("");
}

void put_imported(Change& change, const ImportSource& source, const ImportedRow& row,
                  const domain::Reference& object) {
    const std::optional<std::string> written =
        row.written.empty() ? std::nullopt : std::optional(row.written);
    sqlite::run(
        change.database(),
        "INSERT INTO import_row (framework, mapping, row_key, context, content, object, written) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (framework, mapping, row_key) DO UPDATE SET "
        "context = excluded.context, content = excluded.content, object = excluded.object, written = excluded.written",
        source.framework, source.mapping, blob(row.key), blob(row.context), blob(row.content), object,
        written);
}

NextRecommendation next_recommendation(const Register& where, const domain::EvaluationId& evaluation) {
    NextRecommendation next;
    sqlite::each(where.database(), "SELECT id, position FROM recommendation WHERE evaluation = ?1",
                 with(evaluation), [&](sqlite::Row row) {
                     std::string id;
                     int position = 0;
                     row.read(id, position);
                     const std::string local = domain::local_name(id);
                     const bool numbered = local.size() > 1 && local.size() < 10 && local.front() == 'r' &&
                                           std::all_of(local.begin() + 1, local.end(), base::is_digit);
                     next.number = std::max(next.number, numbered ? std::stoi(local.substr(1)) + 1 : 1);
                     next.position = std::max(next.position, position + 1);
                 });
    return next;
}

}  // namespace rapporteur::store
