// SPDX-License-Identifier: EUPL-1.2
#include "sqlite/migrate.hpp"

#include "base/clock.hpp"
#include "base/digest.hpp"
#include "sqlite/values.hpp"

#include <fmt/format.h>

namespace rapporteur::sqlite {

namespace {

int read_number(Database& database, Sql pragma) {
    int value = 0;
    first(database, pragma, with(), value);
    return value;
}

void check_kind(Database& database, const Schema& schema, int version) {
    const auto id = static_cast<std::uint32_t>(read_number(database, "PRAGMA application_id"));
    if (version == 0 || id != schema.application_id) {
        throw base::Error(base::ErrorKind::conflict, fmt::format("the file is not {}", schema.what))
            .at(database.path().string())
            .because("it is a database of something else, or empty; nothing was changed in it");
    }
    if (version > static_cast<int>(schema.migrations.size())) {
        throw base::Error(base::ErrorKind::conflict,
                          fmt::format("the file is newer than this program (version {}, known up to {})",
                                      version, schema.migrations.size()))
            .at(database.path().string())
            .help("install the current version of rapporteur");
    }
}

// An applied script must be the one that the program has.
void check_applied(Database& database, const Schema& schema) {
    each(database, "SELECT number, sha256 FROM schema_migration", with(), [&](Row row) {
        int number = 0;
        std::string hash;
        row.read(number, hash);
        if (number < 1 || number > static_cast<int>(schema.migrations.size()) ||
            base::sha256(schema.migrations[static_cast<std::size_t>(number) - 1].script).hex() != hash) {
            throw base::Error(base::ErrorKind::conflict,
                              fmt::format("the file's schema step {} is not the one of this program", number))
                .at(database.path().string())
                .help(
                    "the file was made by a build that was never released; load its dossiers into a new one");
        }
    });
}

void apply(Database& database, const Migration& migration) {
    Transaction transaction(database);
    database.run_script(embedded_sql(migration.script));
    run(database, "INSERT INTO schema_migration (number, name, sha256, applied_at) VALUES (?1, ?2, ?3, ?4)",
        migration.number, migration.name, base::sha256(migration.script).hex(), base::now());
    transaction.commit();
}

}  // namespace

void create(Database& database, const Schema& schema) {
    if (read_number(database, "SELECT count(*) FROM sqlite_schema") != 0) {
        throw base::Error(base::ErrorKind::conflict, "the file is not new").at(database.path().string());
    }
    database.write_ahead();
    for (const Migration& migration : schema.migrations) {
        apply(database, migration);
    }
}

MigrationResult migrate(Database& database, const Schema& schema) {
    MigrationResult result;
    result.from = read_number(database, "PRAGMA user_version");
    result.to = static_cast<int>(schema.migrations.size());
    check_kind(database, schema, result.from);
    database.write_ahead();
    check_applied(database, schema);
    if (result.from == result.to) {
        return result;
    }
    result.backup = database.path().string() + fmt::format(".before-{:04}", result.to);
    run(database, "VACUUM INTO ?1", result.backup->string());
    for (const Migration& migration : schema.migrations) {
        if (migration.number > result.from) {
            apply(database, migration);
        }
    }
    return result;
}

void require_current(Database& database, const Schema& schema) {
    const int version = read_number(database, "PRAGMA user_version");
    check_kind(database, schema, version);
    if (version != static_cast<int>(schema.migrations.size())) {
        throw base::Error(base::ErrorKind::conflict,
                          fmt::format("the file's schema is version {}, this program needs {}", version,
                                      schema.migrations.size()))
            .at(database.path().string())
            .help("open it once with a command that writes; a copy is kept beside it");
    }
}

}  // namespace rapporteur::sqlite
