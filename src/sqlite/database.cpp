// SPDX-License-Identifier: EUPL-1.2
#include "sqlite/database.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <unordered_map>
#include <utility>

namespace rapporteur::sqlite {

namespace {

constexpr int k_busy_milliseconds = 10'000;

base::Error failure(sqlite3* handle, std::string_view doing, std::string_view sql = "") {
    const char* const message = handle != nullptr ? sqlite3_errmsg(handle) : "out of memory";
    const int code = handle != nullptr ? sqlite3_extended_errcode(handle) : SQLITE_NOMEM;
    base::Error error(base::ErrorKind::store_failed, fmt::format("{}: {}", doing, message));
    if (!sql.empty()) {
        const int offset = handle != nullptr ? sqlite3_error_offset(handle) : -1;
        error.because(fmt::format("SQLite code {}, statement: {}{}", code, sql,
                                  offset >= 0 ? fmt::format(" (at character {})", offset) : std::string()));
    } else {
        error.because(fmt::format("SQLite code {}", code));
    }
    if ((code & 0xff) == SQLITE_BUSY) {
        error.help("another process is writing; wait until it has finished and try again");
    } else if ((code & 0xff) == SQLITE_FULL) {
        error.help("the disk is full; nothing of this command was kept");
    } else if ((code & 0xff) == SQLITE_READONLY) {
        error.help("the file or its directory may not be written");
    } else if ((code & 0xff) == SQLITE_CANTOPEN) {
        error.help("is the directory there, and may it be written?");
    } else if ((code & 0xff) == SQLITE_NOTADB || (code & 0xff) == SQLITE_CORRUPT) {
        error.help("the file is no database of SQLite, or it is damaged");
    }
    return error;
}

int flags_for(OpenMode mode) {
    constexpr int k_always = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
    case OpenMode::create:
        return k_always | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case OpenMode::read_write:
        return k_always | SQLITE_OPEN_READWRITE;
    case OpenMode::read_only:
        return k_always | SQLITE_OPEN_READONLY;
    }
    return k_always;
}

std::filesystem::path beside(const std::filesystem::path& path, std::string_view ending) {
    return std::filesystem::path(path.string() + std::string(ending));
}

// Where the file really is: SQLite puts the log there, not beside a link.
std::filesystem::path resolved(const std::filesystem::path& path) {
    std::error_code fault;
    const std::filesystem::path real = std::filesystem::canonical(path, fault);
    return fault ? std::filesystem::absolute(path) : real;
}

// A view without memory would be bound as NULL.
const char* memory_of(std::string_view value) {
    return value.data() != nullptr ? value.data() : "";
}

bool may(const std::filesystem::path& path, int mode) {
    return faccessat(AT_FDCWD, path.c_str(), mode, AT_EACCESS) == 0;
}

// A name for SQLite that says: nobody writes this file now. SQLite then needs neither locks nor the log beside it.
std::string as_immutable(const std::filesystem::path& absolute) {
    std::string uri = "file://";
    for (const char c : absolute.string()) {
        const bool special = c == '%' || c == '?' || c == '#';
        uri += special ? fmt::format("%{:02x}", static_cast<unsigned char>(c)) : std::string(1, c);
    }
    return uri + "?immutable=1";
}

// Where nothing can be written, SQLite can not make the index of the log. If log and index are there, somebody has the database open or
// left them so: they are read as they are. If neither is, nothing is in the log and the file is all there is. A log alone holds commits
// that can not be read here, and the file without them would be an older state.
bool stands_still(const std::filesystem::path& path) {
    std::error_code none;
    const bool log = std::filesystem::exists(beside(path, "-wal"), none);
    if (log && std::filesystem::exists(beside(path, "-shm"), none)) {
        return false;
    }
    if (log && std::filesystem::file_size(beside(path, "-wal"), none) > 0) {
        throw base::Error(base::ErrorKind::store_failed, "the file can not be read without being written")
            .at(path.string())
            .because("its last changes stand in " + beside(path, "-wal").string() +
                     " and are not yet in the file")
            .help("open it once as a user who may write it, or copy both files to a directory of your own");
    }
    return true;
}

}  // namespace

bool may_write(const std::filesystem::path& path) {
    const std::filesystem::path real = resolved(path);
    return may(real, W_OK) && may(real.parent_path(), W_OK | X_OK);
}

Sql embedded_sql(std::string_view text) {
    return Sql(text);
}

// By where the text stands, not by what it says: it is a constant of the program. Together with values that are bound without a copy
// (values.hpp) this is 4 % of an import.
struct Database::Cache {
    std::unordered_map<const char*, std::unique_ptr<Statement>> free;
};

Database Database::open(const std::filesystem::path& path, OpenMode mode) {
    if (path.empty()) {
        throw base::Error(base::ErrorKind::usage, "the name of a file is empty");
    }
    const bool there = std::filesystem::exists(path);
    if (mode == OpenMode::create && there) {
        throw base::Error(base::ErrorKind::conflict, "the file is already there")
            .at(path.string())
            .help("choose another name");
    }
    if (mode != OpenMode::create && !there) {
        throw base::Error(base::ErrorKind::not_found, "there is no such file").at(path.string());
    }
    Database database;
    database.m_path = path;
    database.m_cache = std::make_unique<Cache>();
    if (mode == OpenMode::read_write && !may_write(path)) {
        throw base::Error(base::ErrorKind::store_failed, "the file may not be written")
            .at(path.string())
            .because("this user may not write it, or not beside it, where every change is logged first")
            .help("what only reads works; to change it, act as its owner, or work on a copy");
    }
    // Absolute, because SQLite takes a name that begins with "file:" for a URI.
    std::string name = std::filesystem::absolute(path).string();
    int flags = flags_for(mode);
    if (mode == OpenMode::read_only && !may_write(path) && stands_still(resolved(path))) {
        name = as_immutable(name);
        flags |= SQLITE_OPEN_URI;
    }
    if (sqlite3_open_v2(name.c_str(), &database.m_handle, flags, nullptr) != SQLITE_OK) {
        throw failure(database.m_handle, "opening " + path.string());
    }
    database.configure();
    return database;
}

void Database::write_ahead() {
    run_script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
}

Database Database::in_memory() {
    Database database;
    database.m_path = ":memory:";
    database.m_cache = std::make_unique<Cache>();
    if (sqlite3_open_v2(":memory:", &database.m_handle, flags_for(OpenMode::create), nullptr) != SQLITE_OK) {
        throw failure(database.m_handle, "opening a database in memory");
    }
    database.configure();
    return database;
}

void Database::configure() {
    sqlite3_busy_timeout(m_handle, k_busy_milliseconds);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // 64 MB of pages, where there are so many: with SQLite's 2 MB an import of 41,000 rows spends a quarter of its time on reading them again.
    run_script("PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA cache_size = -65536;");
}

Database::~Database() {
    if (m_handle != nullptr) {
        m_cache.reset();
        sqlite3_close_v2(m_handle);
    }
}

Database::Database(Database&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr)), m_path(std::move(other.m_path)),
      m_cache(std::move(other.m_cache)), m_watcher(std::move(other.m_watcher)) {}

void Database::run_script(Sql script) {
    if (sqlite3_exec(m_handle, std::string(script.text()).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw failure(m_handle, "running a script", script.text().substr(0, 200));
    }
}

Database::Cached Database::prepare(Sql sql) {
    const auto found = m_cache->free.find(sql.text().data());
    if (found != m_cache->free.end() && found->second) {
        return Cached(std::move(found->second), *this, sql.text());
    }
    return Cached(std::make_unique<Statement>(*this, sql), *this, sql.text());
}

void Database::give_back(std::string_view key, std::unique_ptr<Statement> statement) {
    if (m_cache) {
        statement->reset();
        m_cache->free[key.data()] = std::move(statement);
    }
}

void Database::watch(Watcher watcher) {
    m_watcher = std::make_unique<Watcher>(std::move(watcher));
    sqlite3_update_hook(
        m_handle,
        [](void* self, int operation, const char*, const char* table, sqlite3_int64 row) {
            const Change change = operation == SQLITE_INSERT   ? Change::insert
                                  : operation == SQLITE_UPDATE ? Change::update
                                                               : Change::remove;
            (*static_cast<Watcher*>(self))(change, table, row);
        },
        m_watcher.get());
}

std::string Database::version() const {
    return sqlite3_libversion();
}

Database::Cached::Cached(std::unique_ptr<Statement> statement, Database& database, std::string_view key)
    : m_statement(std::move(statement)), m_database(&database), m_key(key) {}

Database::Cached::~Cached() {
    if (m_statement) {
        m_database->give_back(m_key, std::move(m_statement));
    }
}

// --- Statement ------------------------------------------------------------------------------------------------------------

Statement::Statement(Database& database, Sql sql) : m_database(&database) {
    const char* tail = nullptr;
    const int code =
        sqlite3_prepare_v3(database.handle(), sql.text().data(), static_cast<int>(sql.text().size()),
                           SQLITE_PREPARE_PERSISTENT, &m_statement, &tail);
    if (code != SQLITE_OK || m_statement == nullptr) {
        throw failure(database.handle(), "preparing a statement", sql.text());
    }
}

Statement::~Statement() {
    sqlite3_finalize(m_statement);
}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr)) {}

void Statement::check(int code) const {
    if (code != SQLITE_OK) {
        throw failure(m_database->handle(), "binding a value", sqlite3_sql(m_statement));
    }
}

void Statement::bind_null(int index) {
    check(sqlite3_bind_null(m_statement, index));
}
void Statement::bind_integer(int index, std::int64_t value) {
    check(sqlite3_bind_int64(m_statement, index, value));
}
void Statement::bind_text(int index, std::string_view value) {
    check(sqlite3_bind_text64(m_statement, index, memory_of(value), value.size(), SQLITE_TRANSIENT,
                              SQLITE_UTF8));
}
void Statement::bind_blob(int index, std::string_view value) {
    check(sqlite3_bind_blob64(m_statement, index, memory_of(value), value.size(), SQLITE_TRANSIENT));
}
void Statement::bind_lasting_text(int index, std::string_view value) {
    check(
        sqlite3_bind_text64(m_statement, index, memory_of(value), value.size(), SQLITE_STATIC, SQLITE_UTF8));
}
void Statement::bind_lasting_blob(int index, std::string_view value) {
    check(sqlite3_bind_blob64(m_statement, index, memory_of(value), value.size(), SQLITE_STATIC));
}

bool Statement::step() {
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        throw failure(m_database->handle(), "running a statement", sqlite3_sql(m_statement));
    }
    return code == SQLITE_ROW;
}

void Statement::reset() {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

int Statement::column_count() const {
    return sqlite3_column_count(m_statement);
}
std::string_view Statement::column_name(int column) const {
    return sqlite3_column_name(m_statement, column);
}
bool Statement::is_null(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}
bool Statement::is_integer(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_INTEGER;
}

void Statement::null_error(int column) const {
    throw base::Error(base::ErrorKind::store_failed,
                      fmt::format("the column {} is NULL", column_name(column)))
        .because(std::string("statement: ") + sqlite3_sql(m_statement));
}

std::int64_t Statement::integer(int column) const {
    if (is_null(column)) {
        null_error(column);
    }
    return sqlite3_column_int64(m_statement, column);
}
std::string_view Statement::text(int column) const {
    if (is_null(column)) {
        null_error(column);
    }
    const void* const data = sqlite3_column_text(m_statement, column);
    return {static_cast<const char*>(data),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}
std::string_view Statement::blob(int column) const {
    if (is_null(column)) {
        null_error(column);
    }
    const void* const data = sqlite3_column_blob(m_statement, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return size == 0 ? std::string_view() : std::string_view(static_cast<const char*>(data), size);
}

void Statement::append_tagged(int column, std::string& bytes) const {
    const auto append = [&bytes](char tag, std::string_view value) {
        bytes += tag;
        bytes += std::to_string(value.size());
        bytes += ':';
        bytes += value;
    };
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_NULL:
        break;
    case SQLITE_INTEGER:
        bytes += 'i';
        bytes += std::to_string(sqlite3_column_int64(m_statement, column));
        break;
    case SQLITE_TEXT:
        append('t', text(column));
        break;
    case SQLITE_BLOB:
        append('b', blob(column));
        break;
    default:
        bytes += fmt::format("r{}", sqlite3_column_double(m_statement, column));
    }
}

// --- Transactions ---------------------------------------------------------------------------------------------------------

Transaction::Transaction(Database& database) : m_database(database) {
    m_database.run_script("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (m_open) {
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit() {
    m_database.run_script("COMMIT");
    m_open = false;
}

Reading::Reading(Database& database) : m_database(database) {
    if (sqlite3_get_autocommit(m_database.handle()) != 0) {
        m_database.run_script("BEGIN");
        m_own = true;
    }
}

Reading::~Reading() {
    if (m_own) {
        sqlite3_exec(m_database.handle(), "COMMIT", nullptr, nullptr, nullptr);
    }
}

}  // namespace rapporteur::sqlite
