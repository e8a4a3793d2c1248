// SPDX-License-Identifier: EUPL-1.2
#include "store/register.hpp"

#include "base/assets.hpp"
#include "base/error.hpp"
#include "base/private_files.hpp"
#include "store/journal.hpp"

namespace rapporteur::assets {
const base::AssetTable& rapporteur_store();
}  // namespace rapporteur::assets

namespace rapporteur::store {

const sqlite::Schema& register_schema() {
    static const sqlite::Schema k_schema{
        0x52505452,
        "a register of rapporteur",
        {{1, "0001_initial", base::find(assets::rapporteur_store(), "0001_initial.sql")},
         {2, "0002_imports", base::find(assets::rapporteur_store(), "0002_imports.sql")},
         {3, "0003_reply_parts", base::find(assets::rapporteur_store(), "0003_reply_parts.sql")},
         {4, "0004_delegation", base::find(assets::rapporteur_store(), "0004_delegation.sql")},
         {5, "0005_request_receipts", base::find(assets::rapporteur_store(), "0005_request_receipts.sql")}}};
    return k_schema;
}

Register::Register(sqlite::Database database)
    : m_database(std::make_unique<sqlite::Database>(std::move(database))),
      m_touched(std::make_unique<TouchedRows>()) {}

void Register::watch() {
    TouchedRows* const touched = m_touched.get();
    m_database->watch([touched](sqlite::Change, std::string_view table, std::int64_t row) {
        if (table != "journal" && table != "journal_record" && table != "schema_migration" &&
            !table.starts_with("search_")) {
            const auto known = touched->find(table);
            std::vector<std::int64_t>& rows =
                known != touched->end() ? known->second : (*touched)[std::string(table)];
            if (rows.empty() || rows.back() != row) {
                rows.push_back(row);
            }
        }
    });
}

Register Register::create(const std::filesystem::path& path) {
    // SQLite gives its -wal and -shm files the mode of the database.
    const base::PrivateFiles mask;
    Register made(sqlite::Database::open(path, sqlite::OpenMode::create));
    sqlite::create(made.database(), register_schema());
    made.watch();
    return made;
}

Register Register::open(const std::filesystem::path& path, sqlite::OpenMode mode) {
    if (!path.empty() && !std::filesystem::exists(path)) {
        throw base::Error(base::ErrorKind::not_found, "there is no such register")
            .at(path.string())
            .help("name it with --register FILE, or make one with: rapporteur init FILE");
    }
    Register opened(sqlite::Database::open(path, mode));
    if (mode == sqlite::OpenMode::read_only) {
        sqlite::require_current(opened.database(), register_schema());
    } else {
        const base::PrivateFiles mask;  // for the copy that a migration makes
        sqlite::migrate(opened.database(), register_schema());
        opened.watch();
    }
    return opened;
}

Register Register::in_memory() {
    Register made(sqlite::Database::in_memory());
    sqlite::create(made.database(), register_schema());
    made.watch();
    return made;
}

Change::Change(Register& where, std::string person, std::string command, std::string reason)
    : m_register(where), m_person(std::move(person)), m_command(std::move(command)),
      m_reason(std::move(reason)), m_transaction(where.database()) {
    m_register.m_touched->clear();
    // A thing is rewritten by removing its rows and adding them again; what points at it is checked at the end.
    database().run_script("PRAGMA defer_foreign_keys = ON");
}

std::optional<std::int64_t> Change::commit() {
    std::optional<std::int64_t> seq;
    if (!m_register.m_touched->empty()) {
        seq = append_to_journal(database(), m_person, m_command, m_reason, std::move(*m_register.m_touched));
    }
    m_transaction.commit();
    m_register.m_touched->clear();
    return seq;
}

}  // namespace rapporteur::store
