// SPDX-License-Identifier: EUPL-1.2
//
// A thin layer over SQLite: connections, statements with typed values, transactions that roll back unless committed. Knows no
// table. Callers (store/, release/) give SQL as constants; every value is bound. All failures are Error(store_failed) with the
// statement and the place in it; a busy database after the time-out too.
#pragma once

#include "base/error.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace rapporteur::sqlite {

// read_only also works where this user may write neither the file nor beside it, as long as no log beside it is cut off from it.
enum class OpenMode { create, read_write, read_only };
enum class Change { insert, update, remove };

// Whether this user can write the database at that path: the file, and beside it the log that every commit goes to.
bool may_write(const std::filesystem::path& path);

// Text of SQL: a constant written in the source. What was put together at run time does not compile.
class Sql {
public:
    template <std::size_t N>
    consteval Sql(const char (&text)[N])
        : m_text(text, N - 1) {}  // NOLINT(google-explicit-constructor): meant to be written in place
    constexpr std::string_view text() const { return m_text; }

private:
    friend Sql embedded_sql(std::string_view text);
    constexpr explicit Sql(std::string_view text) : m_text(text) {}
    std::string_view m_text;
};

// A script compiled into the binary (migrations). Nothing else may become SQL.
Sql embedded_sql(std::string_view text);

class Database;

// A prepared statement. Values are bound from 1 on; columns are read from 0 on. NULL read as a value that can not be
// absent is an error.
class Statement {
public:
    Statement(Database& database, Sql sql);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;

    void bind_null(int index);
    void bind_integer(int index, std::int64_t value);
    void bind_text(int index, std::string_view value);
    void bind_blob(int index, std::string_view value);
    // Not copied: the value must stay where it is until the statement is reset.
    void bind_lasting_text(int index, std::string_view value);
    void bind_lasting_blob(int index, std::string_view value);

    bool step();   // true: there is a row
    void reset();  // and forget the bound values

    int column_count() const;
    std::string_view column_name(int column) const;
    bool is_null(int column) const;
    bool is_integer(int column) const;
    std::int64_t integer(int column) const;
    std::string_view text(int column) const;  // valid until the next step
    std::string_view blob(int column) const;  // likewise
    // The column's type and value as bytes that differ where the values differ; nothing for NULL.
    void append_tagged(int column, std::string& bytes) const;

private:
    void check(int code) const;
    [[noreturn]] void null_error(int column) const;
    Database* m_database;
    sqlite3_stmt* m_statement = nullptr;
};

class Database {
public:
    // Opens with: foreign keys on, defensive, no double-quoted strings, no extensions, no
    // trusted schema, a busy time-out of 10 s. Error(not_found) where the file is not there and mode is not create;
    // Error(conflict) where create finds a file; Error(store_failed) where read_write may not write.
    static Database open(const std::filesystem::path& path, OpenMode mode);
    static Database in_memory();
    // The write-ahead log, and every commit on the disk before it is acknowledged. A step of its own, because it is written into
    // the file: first it must be known to be ours.
    void write_ahead();
    ~Database();
    Database(Database&& other) noexcept;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    Database& operator=(Database&&) = delete;

    // Runs all statements of a script.
    void run_script(Sql script);
    // The statement, prepared once for each text and kept; it is reset and must not be used by two callers at once, hence the
    // caller gets it exclusively for as long as the handle lives.
    class Cached {
    public:
        explicit Cached(std::unique_ptr<Statement> statement, Database& database, std::string_view key);
        ~Cached();
        Cached(Cached&&) noexcept = default;
        Cached(const Cached&) = delete;
        Cached& operator=(const Cached&) = delete;
        Cached& operator=(Cached&&) = delete;
        Statement& operator*() { return *m_statement; }
        Statement* operator->() { return m_statement.get(); }

    private:
        std::unique_ptr<Statement> m_statement;
        Database* m_database;
        std::string_view m_key;
    };
    Cached prepare(Sql sql);

    // Called for every row that an INSERT, UPDATE or DELETE touches, with the table's name and the rowid.
    using Watcher = std::function<void(Change, std::string_view table, std::int64_t row)>;
    void watch(Watcher watcher);

    const std::filesystem::path& path() const { return m_path; }
    std::string version() const;
    sqlite3* handle() { return m_handle; }

private:
    Database() = default;
    void configure();
    void give_back(std::string_view key, std::unique_ptr<Statement> statement);

    struct Cache;
    sqlite3* m_handle = nullptr;
    std::filesystem::path m_path;
    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<Watcher> m_watcher;
};

// BEGIN IMMEDIATE; rolled back by the destructor unless commit() was called.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction(Transaction&&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

// A consistent view for several reads: BEGIN, ended by the destructor. Inside a write transaction it does nothing.
class Reading {
public:
    explicit Reading(Database& database);
    ~Reading();
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    Reading(Reading&&) = delete;
    Reading& operator=(Reading&&) = delete;

private:
    Database& m_database;
    bool m_own = false;
};

}  // namespace rapporteur::sqlite
