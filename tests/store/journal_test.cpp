// SPDX-License-Identifier: EUPL-1.2
#include "sqlite/values.hpp"
#include "store/evaluations.hpp"
#include "store/journal.hpp"
#include "support/shipped.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace rapporteur;

namespace {

// Triggers hold honest programs; a tamperer drops them first, and gives them back so that nothing shows.
class WithoutTriggers {
public:
    explicit WithoutTriggers(sqlite::Database& db) : m_db(db) {
        sqlite::each(db, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", sqlite::with(),
                     [&](sqlite::Row row) {
                         m_triggers.emplace_back(row.value<std::string>(0), row.value<std::string>(1));
                     });
        for (const auto& trigger : m_triggers) {
            db.run_script(sqlite::embedded_sql("DROP TRIGGER " + trigger.first));
        }
    }
    ~WithoutTriggers() {
        for (const auto& trigger : m_triggers) {
            m_db.run_script(sqlite::embedded_sql(trigger.second));
        }
    }
    WithoutTriggers(const WithoutTriggers&) = delete;
    WithoutTriggers& operator=(const WithoutTriggers&) = delete;

private:
    sqlite::Database& m_db;
    std::vector<std::pair<std::string, std::string>> m_triggers;
};

void tamper(sqlite::Database& db, const std::string& sql) {
    const WithoutTriggers none(db);
    db.run_script(sqlite::embedded_sql(sql));
}

// A text or blob of one row made another.
void tamper(sqlite::Database& db, const std::string& table, const std::string& column, std::int64_t row) {
    const std::string start = "UPDATE " + table + " SET " + column + " = ";
    const std::string end = " WHERE rowid = " + std::to_string(row);
    try {
        tamper(db, start + "coalesce(" + column + ", '') || 'x'" + end);
    } catch (const base::Error&) {
        // A blob can not take text in a strict table; another value of its kind can.
        tamper(db, start + "x'00'" + end);
    }
}

struct Column {
    std::string table;
    std::string column;
};

std::vector<Column> text_columns(sqlite::Database& db, const std::string& table) {
    std::vector<Column> columns;
    sqlite::each(db, "SELECT name FROM pragma_table_info(?1) WHERE type IN ('TEXT', 'BLOB')",
                 sqlite::with(table), [&](sqlite::Row row) {
                     columns.push_back({table, row.value<std::string>(0)});
                 });
    return columns;
}

}  // namespace

TEST_SUITE("store.journal") {
    TEST_CASE("what was loaded verifies") {
        const support::ShippedRegister shipped = support::shipped_register();
        const store::JournalVerdict verdict = store::verify_journal(shipped.where);
        CHECK(verdict.faults.empty());
        CHECK(verdict.entries == 2);
        CHECK(verdict.records > 5000);
    }

    TEST_CASE("one byte changed in any record is named by table and row") {
        support::ShippedRegister shipped = support::shipped_register();
        sqlite::Database& db = shipped.where.database();
        db.run_script("PRAGMA foreign_keys = OFF");
        const unsigned seed = std::random_device{}();
        INFO("seed ", seed);
        std::mt19937 random(seed);
        int tampered = 0;
        for (const std::string& table : store::record_tables()) {
            const std::vector<Column> columns = text_columns(db, table);
            std::vector<std::int64_t> rows;
            sqlite::Statement all(db, sqlite::embedded_sql("SELECT rowid FROM " + table));
            while (all.step()) {
                rows.push_back(all.integer(0));
            }
            if (rows.empty() || columns.empty()) {
                continue;
            }
            const std::int64_t row = rows[random() % rows.size()];
            const Column& column = columns[random() % columns.size()];
            db.run_script("SAVEPOINT tamper");
            tamper(db, table, column.column, row);
            const store::JournalVerdict verdict = store::verify_journal(shipped.where);
            INFO("table ", table, ", column ", column.column, ", row ", row);
            REQUIRE(verdict.faults.size() == 1);
            CHECK(verdict.faults.front().place == table + ", row " + std::to_string(row));
            db.run_script("ROLLBACK TO tamper; RELEASE tamper");
            ++tampered;
        }
        // Tables without rows in the shipped dossiers are not tried; most have some.
        CHECK(tampered > 55);
    }

    TEST_CASE("a changed journal entry and a changed commitment are named") {
        support::ShippedRegister shipped = support::shipped_register();
        sqlite::Database& db = shipped.where.database();
        for (const char* const change : {"UPDATE journal SET command = command || '.' WHERE seq = 2",
                                         "UPDATE journal SET at = '2020-01-01T00:00:00Z' WHERE seq = 2",
                                         "UPDATE journal_record SET hash = x'00' WHERE rowid = 100",
                                         "DELETE FROM journal_record WHERE rowid = 100"}) {
            db.run_script("SAVEPOINT tamper");
            tamper(db, change);
            const store::JournalVerdict verdict = store::verify_journal(shipped.where);
            INFO(change);
            REQUIRE(!verdict.faults.empty());
            CHECK(verdict.faults.front().place == "journal entry 2");
            db.run_script("ROLLBACK TO tamper; RELEASE tamper");
        }
    }

    TEST_CASE("a commitment that no entry covers does not prove a changed row") {
        support::ShippedRegister shipped = support::shipped_register();
        sqlite::Database& db = shipped.where.database();
        db.run_script("PRAGMA foreign_keys = OFF");
        for (const int seq : {9999, 2}) {
            db.run_script("SAVEPOINT tamper");
            tamper(db, "UPDATE claim SET value = 'implemented' WHERE rowid = 2");
            tamper(db, "INSERT INTO journal_record (seq, record_table, record, hash) VALUES (" +
                           std::to_string(seq) + ", 'claim', 2, x'00')");
            const store::JournalVerdict verdict = store::verify_journal(shipped.where);
            INFO("entry ", seq);
            REQUIRE(!verdict.faults.empty());
            if (seq == 9999) {
                REQUIRE(verdict.faults.size() == 2);
                CHECK(verdict.faults[0].place == "journal record of entry 9999");
                CHECK(verdict.faults[1].place == "claim, row 2");
            } else {
                CHECK(verdict.faults.front().place == "journal entry 2");
            }
            db.run_script("ROLLBACK TO tamper; RELEASE tamper");
        }
    }

    TEST_CASE("a trigger that is missing, changed or added is named") {
        for (
            const char* const change :
            {"DROP TRIGGER claim_is_dated_u",
             "DROP TRIGGER claim_is_dated_u; CREATE TRIGGER claim_is_dated_u BEFORE UPDATE ON claim BEGIN SELECT 1; END",
             "CREATE TRIGGER another AFTER INSERT ON claim BEGIN SELECT 1; END"}) {
            const store::Register where = store::Register::in_memory();
            where.database().run_script(sqlite::embedded_sql(change));
            const store::JournalVerdict verdict = store::verify_journal(where);
            INFO(change);
            REQUIRE(verdict.faults.size() == 1);
            CHECK(verdict.faults.front().place.rfind("trigger ", 0) == 0);
        }
    }

    TEST_CASE("rows that were touched and are gone are named among their neighbours") {
        store::Register where = store::Register::in_memory();
        const auto person = [](store::Change& change, int number) {
            sqlite::run(change.database(),
                        "INSERT INTO person (id, name, nationality, email) VALUES (?1, 'A', '', '')",
                        "person/" + std::to_string(number));
        };
        {
            store::Change change(where, "operator/test", "added");
            for (int i = 1; i <= 9; ++i) {
                person(change, i);
            }
            sqlite::run(change.database(), "DELETE FROM person WHERE rowid IN (5, 9)");
            change.commit();
        }
        CHECK(store::verify_journal(where).faults.empty());
        CHECK(store::verify_journal(where).records == 7);
        {
            store::Change change(where, "operator/test", "removed");
            sqlite::run(change.database(), "DELETE FROM person WHERE rowid IN (1, 3, 4)");
            sqlite::run(change.database(), "UPDATE person SET name = 'B' WHERE rowid IN (2, 7)");
            person(change, 10);
            change.commit();
        }
        CHECK(store::verify_journal(where).faults.empty());
        int committed_gone = 0;
        sqlite::first(where.database(), "SELECT count(*) FROM journal_record WHERE hash IS NULL",
                      sqlite::with(), committed_gone);
        CHECK(committed_gone == 5);
    }

    TEST_CASE("a change that changes nothing is not journalled") {
        store::Register where = store::Register::in_memory();
        store::Change change(where, "operator/test", "nothing");
        CHECK(!change.commit());
        CHECK(store::journal_entries(where, 0).empty());
    }

    TEST_CASE("a change that is not committed leaves neither rows nor an entry") {
        store::Register where = store::Register::in_memory();
        {
            store::Change change(where, "operator/test", "half");
            sqlite::run(change.database(),
                        "INSERT INTO person (id, name, nationality, email) VALUES ('person/a', 'A', '', '')");
        }
        CHECK(store::journal_entries(where, 0).empty());
        CHECK(store::verify_journal(where).records == 0);
    }
}
