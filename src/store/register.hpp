// SPDX-License-Identifier: EUPL-1.2
//
// The register: one SQLite file, the system of record. Register opens it; Change is one command's write: a transaction that ends
// in one journal entry with the hashes of all rows it touched, whichever function wrote them. Nothing writes to the register
// without a Change.
#pragma once

#include "sqlite/database.hpp"
#include "sqlite/migrate.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::store {

// What a put did.
enum class PutResult { unchanged, added, changed };

// Rows by table, in the order in which they were touched, some of them several times. A hundred thousand rows are a usual command.
using TouchedRows = std::map<std::string, std::vector<std::int64_t>, std::less<>>;

class Register {
public:
    // A new file; Error(conflict) where one is.
    static Register create(const std::filesystem::path& path);
    // For reading and writing, brought to the current schema; or for reading alone.
    static Register open(const std::filesystem::path& path,
                         sqlite::OpenMode mode = sqlite::OpenMode::read_write);
    static Register in_memory();

    // Reading through a const register is meant: SQLite's handle has no constness of its own.
    sqlite::Database& database() const { return *m_database; }
    const std::filesystem::path& path() const { return m_database->path(); }

private:
    friend class Change;
    explicit Register(sqlite::Database database);
    void watch();

    std::unique_ptr<sqlite::Database> m_database;
    std::unique_ptr<TouchedRows> m_touched;
};

const sqlite::Schema& register_schema();

class Change {
public:
    // `person` is who acts (person/... or the operator's login), `command` what was called, `reason` why, where it was given.
    Change(Register& where, std::string person, std::string command, std::string reason = "");

    sqlite::Database& database() { return m_register.database(); }
    Register& where() { return m_register; }
    const std::string& person() const { return m_person; }
    // What the journal says was called, where that is known only once it was done.
    void set_command(std::string command) { m_command = std::move(command); }

    // Writes the journal entry and commits; the entry's number, or nothing where nothing was changed (then nothing is journalled).
    std::optional<std::int64_t> commit();

private:
    Register& m_register;
    std::string m_person;
    std::string m_command;
    std::string m_reason;
    sqlite::Transaction m_transaction;
};

}  // namespace rapporteur::store
