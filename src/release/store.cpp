// SPDX-License-Identifier: EUPL-1.2
#include "release/store.hpp"

#include "base/assets.hpp"
#include "base/digest.hpp"
#include "base/error.hpp"
#include "sqlite/values.hpp"

#include <algorithm>

namespace rapporteur::assets {
const base::AssetTable& rapporteur_release();
}  // namespace rapporteur::assets

namespace rapporteur::release {

namespace {

void check_hash(const std::string& object, std::string_view bytes, const std::string& sha256) {
    if (base::sha256(bytes).hex() != sha256) {
        throw base::Error(base::ErrorKind::internal, "a public item is not what was approved").at(object);
    }
}

}  // namespace

const sqlite::Schema& release_schema() {
    static const sqlite::Schema k_schema{
        0x52505252,
        "a release store of rapporteur",
        {{1, "0001_initial", base::find(assets::rapporteur_release(), "0001_initial.sql")}}};
    return k_schema;
}

std::filesystem::path default_release_path(const std::filesystem::path& register_path) {
    std::filesystem::path path = register_path;
    return path.replace_extension(".release");
}

ReleaseStore::ReleaseStore(sqlite::Database database)
    : m_database(std::make_unique<sqlite::Database>(std::move(database))) {}

ReleaseStore ReleaseStore::open_or_create(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) {
        ReleaseStore made(sqlite::Database::open(path, sqlite::OpenMode::create));
        sqlite::create(*made.m_database, release_schema());
        return made;
    }
    ReleaseStore opened(sqlite::Database::open(path, sqlite::OpenMode::read_write));
    sqlite::migrate(*opened.m_database, release_schema());
    return opened;
}

ReleaseStore ReleaseStore::open(const std::filesystem::path& path) {
    if (!path.empty() && !std::filesystem::exists(path)) {
        throw base::Error(base::ErrorKind::not_found, "there is no such release store")
            .at(path.string())
            .help("it is made by the first publication that is released; name another with --release FILE");
    }
    ReleaseStore opened(sqlite::Database::open(path, sqlite::OpenMode::read_only));
    sqlite::require_current(*opened.m_database, release_schema());
    return opened;
}

ReleaseStore ReleaseStore::in_memory() {
    ReleaseStore made(sqlite::Database::in_memory());
    sqlite::create(*made.m_database, release_schema());
    return made;
}

void ReleaseStore::add(const Release& release, const std::vector<FrozenRecord>& records,
                       const std::vector<FrozenFile>& files) {
    sqlite::Transaction transaction(*m_database);
    std::int64_t before = 0;
    if (sqlite::first(*m_database, "SELECT sequence FROM release WHERE id = ?1", sqlite::with(release.id),
                      before)) {
        throw base::Error(base::ErrorKind::conflict, "the publication was released before")
            .at(release.id)
            .help("prepare a new publication");
    }
    std::int64_t sequence = 0;
    sqlite::first(*m_database, "SELECT coalesce(max(sequence), 0) + 1 FROM release", sqlite::with(),
                  sequence);
    sqlite::run(*m_database,
                "INSERT INTO release (sequence, id, evaluation, framework, subject, round, title, "
                "released_at, digest, approved_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                sequence, release.id, release.evaluation, release.framework, release.subject, release.round,
                release.title, release.released_at, release.digest, release.approved_by);
    int position = 0;
    for (const FrozenRecord& record : records) {
        check_hash(record.object, record.json, record.sha256);
        sqlite::run(*m_database,
                    "INSERT INTO public_record (release, position, object, kind, language, json, sha256) "
                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                    sequence, position++, record.object, record.kind, record.language, record.json,
                    record.sha256);
    }
    position = 0;
    for (const FrozenFile& file : files) {
        check_hash(file.object, file.bytes, file.sha256);
        const bool has_record =
            std::ranges::any_of(records, [&](const FrozenRecord& r) { return r.object == file.object; });
        if (!has_record) {
            throw base::Error(base::ErrorKind::internal, "a public file belongs to no public record")
                .at(file.object);
        }
        sqlite::run(*m_database,
                    "INSERT INTO public_file (release, position, object, name, media_type, bytes, sha256) "
                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                    sequence, position++, file.object, file.name, file.media_type, sqlite::Blob{file.bytes},
                    file.sha256);
    }
    transaction.commit();
}

void ReleaseStore::withdraw(const std::string& object_or_release, base::Instant at, const std::string& reason,
                            const std::string& by) {
    sqlite::Transaction transaction(*m_database);
    std::int64_t newest = 0;
    // What is public now of it: a current record of the object, or of the release.
    if (!sqlite::first(*m_database,
                       "SELECT r.release FROM public_record AS r JOIN release AS p ON p.sequence = r.release "
                       "WHERE (r.object = ?1 OR p.id = ?1) AND NOT EXISTS (SELECT 1 FROM public_record AS n "
                       "WHERE n.object = r.object AND n.release > r.release) AND NOT EXISTS (SELECT 1 FROM "
                       "withdrawal AS w WHERE (w.object = r.object OR w.object = p.id) AND w.after_release "
                       ">= r.release) LIMIT 1",
                       sqlite::with(object_or_release), newest)) {
        throw base::Error(base::ErrorKind::not_found, "nothing of it is public")
            .at(object_or_release)
            .help("name an object or a publication that was released: rapporteur publication list");
    }
    sqlite::run(*m_database,
                "INSERT INTO withdrawal (number, after_release, object, at, reason, by_person) SELECT "
                "coalesce((SELECT max(number) FROM withdrawal), 0) + 1, (SELECT max(sequence) FROM release), "
                "?1, ?2, ?3, ?4",
                object_or_release, at, reason, by);
    transaction.commit();
}

std::vector<Release> ReleaseStore::releases() const {
    std::vector<Release> all;
    sqlite::each(*m_database,
                 "SELECT sequence, id, evaluation, framework, subject, round, title, released_at, digest, "
                 "approved_by FROM release ORDER BY sequence",
                 sqlite::with(), [&](sqlite::Row row) {
                     Release& r = all.emplace_back();
                     row.read(r.sequence, r.id, r.evaluation, r.framework, r.subject, r.round, r.title,
                              r.released_at, r.digest, r.approved_by);
                 });
    return all;
}

std::vector<FrozenRecord> ReleaseStore::current_records() const {
    std::vector<FrozenRecord> records;
    sqlite::each(*m_database,
                 "SELECT r.object, r.kind, r.language, r.json, r.sha256 FROM public_record AS r JOIN release "
                 "AS p ON p.sequence = r.release WHERE NOT EXISTS (SELECT 1 FROM public_record AS n WHERE "
                 "n.object = r.object AND n.release > r.release) AND NOT EXISTS (SELECT 1 FROM withdrawal AS "
                 "w WHERE (w.object = r.object OR w.object = p.id) AND w.after_release >= r.release) "
                 "ORDER BY r.kind, r.object",
                 sqlite::with(), [&](sqlite::Row row) {
                     FrozenRecord& r = records.emplace_back();
                     row.read(r.object, r.kind, r.language, r.json, r.sha256);
                 });
    return records;
}

void ReleaseStore::current_files(const std::function<void(const FrozenFile&)>& each) const {
    sqlite::each(*m_database,
                 "SELECT f.object, f.name, f.media_type, f.bytes, f.sha256 FROM public_file AS f JOIN "
                 "release AS p ON p.sequence = f.release WHERE NOT EXISTS (SELECT 1 FROM public_record AS n "
                 "WHERE n.object = f.object AND n.release > f.release) AND NOT EXISTS (SELECT 1 FROM "
                 "withdrawal AS w WHERE (w.object = f.object OR w.object = p.id) AND w.after_release >= "
                 "f.release) ORDER BY f.object, f.name",
                 sqlite::with(), [&](sqlite::Row row) {
                     FrozenFile file;
                     sqlite::Blob bytes;
                     row.read(file.object, file.name, file.media_type, bytes, file.sha256);
                     file.bytes = std::move(bytes.bytes);
                     each(file);
                 });
}

std::vector<Tombstone> ReleaseStore::tombstones() const {
    std::vector<Tombstone> stones;
    sqlite::each(*m_database,
                 "SELECT r.object, r.kind, w.at, w.reason, p.id FROM public_record AS r JOIN release AS p ON "
                 "p.sequence = r.release JOIN withdrawal AS w ON w.number = (SELECT min(number) FROM "
                 "withdrawal WHERE (object = r.object OR object = p.id) AND after_release >= r.release) "
                 "WHERE NOT EXISTS (SELECT 1 FROM public_record AS n WHERE n.object = r.object AND "
                 "n.release > r.release) ORDER BY r.object",
                 sqlite::with(), [&](sqlite::Row row) {
                     Tombstone& stone = stones.emplace_back();
                     row.read(stone.object, stone.kind, stone.at, stone.reason, stone.release);
                 });
    return stones;
}

std::vector<LogLine> ReleaseStore::log() const {
    std::vector<LogLine> lines;
    sqlite::each(*m_database,
                 "SELECT at, id, title, reason, withdrawn FROM (SELECT released_at AS at, id, title, '' AS "
                 "reason, 0 AS withdrawn, sequence * 2 AS place FROM release UNION ALL SELECT at, object, "
                 "'', reason, 1, after_release * 2 + 1 FROM withdrawal) ORDER BY at DESC, place DESC, id",
                 sqlite::with(), [&](sqlite::Row row) {
                     LogLine& line = lines.emplace_back();
                     row.read(line.at, line.id, line.title, line.reason, line.withdrawn);
                 });
    return lines;
}

}  // namespace rapporteur::release
