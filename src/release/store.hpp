// SPDX-License-Identifier: EUPL-1.2
//
// The release store: a file of its own with what has left the register, append-only. publication/ writes a release in
// one transaction; the archive reads what is current. It knows no register: building the archive needs this file alone.
#pragma once

#include "base/date.hpp"
#include "release/records.hpp"
#include "sqlite/database.hpp"
#include "sqlite/migrate.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace rapporteur::release {

// A record as it left: canonical JSON.
struct FrozenRecord {
    std::string object;  // full identifier
    RecordKind kind = RecordKind::evaluation;
    std::string language;  // "" where it has several or none
    std::string json;
    std::string sha256;  // of json
};

struct FrozenFile {
    std::string object;  // what it renders or belongs to
    std::string name;
    std::string media_type;
    std::string bytes;
    std::string sha256;
};

struct Release {
    std::int64_t sequence = 0;
    std::string id;  // publication
    std::string evaluation;
    std::string framework;
    std::string subject;
    std::string round;
    std::string title;
    base::Instant released_at;
    std::string digest;
    std::vector<std::string> approved_by;
};

// An object that was public and is no more.
struct Tombstone {
    std::string object;
    RecordKind kind = RecordKind::evaluation;
    base::Instant at;
    std::string reason;
    std::string release;  // in which it last was public
};

// A line of the public log: what was released or withdrawn, when and why.
struct LogLine {
    base::Instant at;
    std::string id;      // publication or object
    std::string title;   // of the release
    std::string reason;  // of the withdrawal; empty: a release
    bool withdrawn = false;
};

class ReleaseStore {
public:
    // Opens the file for writing, making it where there is none.
    static ReleaseStore open_or_create(const std::filesystem::path& path);
    // Error(not_found) where there is none.
    static ReleaseStore open(const std::filesystem::path& path);
    static ReleaseStore in_memory();

    // One transaction. Error(conflict) where the publication was released before; Error(internal) where a hash is not
    // that of its bytes.
    void add(const Release& release, const std::vector<FrozenRecord>& records,
             const std::vector<FrozenFile>& files);
    // The object of that identifier, or all objects of the release of that identifier. Error(not_found) where nothing
    // of it is public now.
    void withdraw(const std::string& object_or_release, base::Instant at, const std::string& reason,
                  const std::string& by);

    // All releases in their order.
    std::vector<Release> releases() const;
    // Of each object the newest record, unless it is withdrawn; ordered by kind and identifier.
    std::vector<FrozenRecord> current_records() const;
    // The files of the newest release that has files of the object, likewise. Bytes are given one by one.
    void current_files(const std::function<void(const FrozenFile&)>& each) const;
    std::vector<Tombstone> tombstones() const;
    std::vector<LogLine> log() const;  // the newest first

private:
    explicit ReleaseStore(sqlite::Database database);
    std::unique_ptr<sqlite::Database> m_database;
};

const sqlite::Schema& release_schema();

// "rapporteur.db" gives "rapporteur.release".
std::filesystem::path default_release_path(const std::filesystem::path& register_path);

}  // namespace rapporteur::release
