// SPDX-License-Identifier: EUPL-1.2
#include "sqlite/values.hpp"
#include "store/journal.hpp"
#include "store/register.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace rapporteur;

TEST_SUITE("store.schema") {
    TEST_CASE("the journal covers every table but its own") {
        const store::Register where = store::Register::in_memory();
        std::set<std::string> tables;
        sqlite::each(where.database(),
                     "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
                     sqlite::with(), [&](sqlite::Row row) { tables.insert(row.value<std::string>(0)); });
        for (const char* const own :
             {"journal", "journal_record", "schema_migration", "search_blob", "search_base"}) {
            CHECK(tables.erase(own) == 1);
        }
        const std::vector<std::string> covered = store::record_tables();
        CHECK(tables == std::set<std::string>(covered.begin(), covered.end()));
    }

    TEST_CASE("every table is strict") {
        const store::Register where = store::Register::in_memory();
        int loose = -1;
        sqlite::first(
            where.database(),
            "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
            sqlite::with(), loose);
        CHECK(loose == 0);
    }
}
