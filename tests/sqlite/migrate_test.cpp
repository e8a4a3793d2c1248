// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/file.hpp"
#include "sqlite/migrate.hpp"
#include "sqlite/values.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;

namespace {

constexpr std::string_view k_first =
    "PRAGMA application_id = 77; PRAGMA user_version = 1;"
    "CREATE TABLE schema_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT;"
    "CREATE TABLE thing (id TEXT NOT NULL) STRICT;";
constexpr std::string_view k_second = "PRAGMA user_version = 2; ALTER TABLE thing ADD COLUMN colour TEXT;";
constexpr std::string_view k_broken =
    "PRAGMA user_version = 2; ALTER TABLE thing ADD COLUMN colour TEXT; CREATE NONSENSE;";

sqlite::Schema schema(std::vector<std::string_view> scripts) {
    sqlite::Schema made{77, "a test", {}};
    int number = 0;
    for (const std::string_view script : scripts) {
        ++number;
        made.migrations.push_back({number, "step", script});
    }
    return made;
}

int columns(sqlite::Database& db) {
    int count = 0;
    sqlite::first(db, "SELECT count(*) FROM pragma_table_info('thing')", sqlite::with(), count);
    return count;
}

}  // namespace

TEST_SUITE("sqlite.migrate") {
    TEST_CASE("an old file is copied before it is changed") {
        const base::ScratchDirectory scratch;
        sqlite::Database db = sqlite::Database::open(scratch.path() / "a.db", sqlite::OpenMode::create);
        sqlite::create(db, schema({k_first}));
        sqlite::run(db, "INSERT INTO thing (id) VALUES ('kept')");
        const sqlite::MigrationResult result = sqlite::migrate(db, schema({k_first, k_second}));
        CHECK(result.from == 1);
        CHECK(result.to == 2);
        CHECK(columns(db) == 2);
        REQUIRE(result.backup);
        sqlite::Database copy = sqlite::Database::open(*result.backup, sqlite::OpenMode::read_only);
        CHECK(columns(copy) == 1);
        std::string id;
        CHECK(sqlite::first(copy, "SELECT id FROM thing", sqlite::with(), id));
        CHECK(id == "kept");
    }

    TEST_CASE("a step that fails is undone as a whole") {
        const base::ScratchDirectory scratch;
        sqlite::Database file = sqlite::Database::open(scratch.path() / "a.db", sqlite::OpenMode::create);
        sqlite::create(file, schema({k_first}));
        CHECK_THROWS_AS(sqlite::migrate(file, schema({k_first, k_broken})), base::Error);
        CHECK(columns(file) == 1);
        int version = 0;
        sqlite::first(file, "PRAGMA user_version", sqlite::with(), version);
        CHECK(version == 1);
    }

    TEST_CASE("a newer file and another kind of file and a changed step are refused") {
        sqlite::Database db = sqlite::Database::in_memory();
        sqlite::create(db, schema({k_first, k_second}));
        CHECK_THROWS_AS(sqlite::migrate(db, schema({k_first})), base::Error);
        sqlite::Schema other = schema({k_first, k_second});
        other.application_id = 78;
        CHECK_THROWS_AS(sqlite::migrate(db, other), base::Error);
        CHECK_THROWS_AS(sqlite::migrate(db, schema({k_second, k_second})), base::Error);
    }

    TEST_CASE("a database of something else and an empty file are refused and not touched") {
        const base::ScratchDirectory scratch;
        const std::filesystem::path foreign = scratch.path() / "foreign.db";
        {
            sqlite::Database db = sqlite::Database::open(foreign, sqlite::OpenMode::create);
            db.run_script("CREATE TABLE theirs (id TEXT)");
        }
        const std::filesystem::path empty = scratch.path() / "empty.db";
        base::write_atomically(empty, "");
        for (const auto& path : {foreign, empty}) {
            const std::string before = base::read_file(path, base::k_text_file_limit);
            {
                sqlite::Database db = sqlite::Database::open(path, sqlite::OpenMode::read_write);
                CHECK_THROWS_AS(sqlite::migrate(db, schema({k_first})), base::Error);
            }
            CHECK(base::read_file(path, base::k_text_file_limit) == before);
        }
        sqlite::Database db = sqlite::Database::open(foreign, sqlite::OpenMode::read_write);
        CHECK_THROWS_AS(sqlite::create(db, schema({k_first})), base::Error);
    }
}
