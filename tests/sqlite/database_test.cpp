// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "sqlite/database.hpp"
#include "sqlite/values.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;

namespace {

sqlite::Database with_table() {
    sqlite::Database db = sqlite::Database::in_memory();
    db.run_script(
        "CREATE TABLE thing (id TEXT NOT NULL PRIMARY KEY, number INTEGER, day TEXT, words TEXT NOT NULL) STRICT");
    return db;
}

}  // namespace

TEST_SUITE("sqlite.database") {
    TEST_CASE("values come back as they were given") {
        sqlite::Database db = with_table();
        const std::optional<base::Date> day = base::Date::of(2026, 11, 21);
        const std::vector<std::string> words{"10", "12"};
        sqlite::run(db, "INSERT INTO thing (id, number, day, words) VALUES (?1, ?2, ?3, ?4)",
                    "a'; DROP TABLE thing; --", 42, day, words);
        std::string id;
        int number = 0;
        std::optional<base::Date> day_back;
        std::vector<std::string> words_back;
        REQUIRE(sqlite::first(db, "SELECT id, number, day, words FROM thing", sqlite::with(), id, number,
                              day_back, words_back));
        CHECK(id == "a'; DROP TABLE thing; --");
        CHECK(number == 42);
        CHECK(day_back == day);
        CHECK(words_back == words);
    }

    TEST_CASE("a NULL read into what can not be absent is an error") {
        sqlite::Database db = with_table();
        sqlite::run(db, "INSERT INTO thing (id, words) VALUES ('a', '')");
        int number = 0;
        CHECK_THROWS_AS(sqlite::first(db, "SELECT number FROM thing", sqlite::with(), number), base::Error);
        std::optional<int> maybe = 3;
        CHECK(sqlite::first(db, "SELECT number FROM thing", sqlite::with(), maybe));
        CHECK(!maybe);
    }

    TEST_CASE("text that is no date is an error and not some date") {
        sqlite::Database db = with_table();
        sqlite::run(db, "INSERT INTO thing (id, day, words) VALUES ('a', '2026-02-30', '')");
        base::Date day;
        CHECK_THROWS_AS(sqlite::first(db, "SELECT day FROM thing", sqlite::with(), day), base::Error);
    }

    TEST_CASE("an error names the statement and the place in it") {
        sqlite::Database db = with_table();
        try {
            sqlite::run(db, "INSERT INTO thing (id, wrods) VALUES ('a', '')");
            FAIL("it was accepted");
        } catch (const base::Error& error) {
            CHECK(error.kind() == base::ErrorKind::store_failed);
            CHECK(error.reason().find("wrods") != std::string::npos);
        }
    }

    TEST_CASE("a transaction that is not committed leaves nothing") {
        sqlite::Database db = with_table();
        {
            sqlite::Transaction transaction(db);
            sqlite::run(db, "INSERT INTO thing (id, words) VALUES ('a', '')");
        }
        int count = -1;
        sqlite::first(db, "SELECT count(*) FROM thing", sqlite::with(), count);
        CHECK(count == 0);
    }

    TEST_CASE("double-quoted words are no strings and numbers are no text") {
        sqlite::Database db = with_table();
        CHECK_THROWS_AS(sqlite::run(db, "INSERT INTO thing (id, words) VALUES (\"a\", '')"), base::Error);
        CHECK_THROWS_AS(sqlite::run(db, "INSERT INTO thing (id, number, words) VALUES ('a', 'many', '')"),
                        base::Error);
    }

    TEST_CASE("the same statement may be under way twice") {
        sqlite::Database db = with_table();
        sqlite::run(db, "INSERT INTO thing (id, words) VALUES ('a', ''), ('b', '')");
        int pairs = 0;
        sqlite::each(db, "SELECT id FROM thing", sqlite::with(), [&](sqlite::Row) {
            sqlite::each(db, "SELECT id FROM thing", sqlite::with(), [&](sqlite::Row) { ++pairs; });
        });
        CHECK(pairs == 4);
    }
}
