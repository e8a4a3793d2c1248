// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "sqlite/database.hpp"
#include "sqlite/values.hpp"
#include "support/other_user.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;

namespace {

namespace fs = std::filesystem;

// Readable for all, writable for the owner; the directory may be entered.
void protect(const fs::path& directory, const char* directory_mode) {
    for (const auto& entry : fs::directory_iterator(directory)) {
        fs::permissions(entry.path(), fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
    }
    fs::permissions(directory, directory_mode == std::string("closed")
                                   ? fs::perms::owner_read | fs::perms::owner_exec | fs::perms::group_read |
                                         fs::perms::group_exec | fs::perms::others_read |
                                         fs::perms::others_exec
                                   : fs::perms::all);
}

sqlite::Database with_one_row(const fs::path& path) {
    sqlite::Database db = sqlite::Database::open(path, sqlite::OpenMode::create);
    db.write_ahead();
    db.run_script("CREATE TABLE thing (id INTEGER); INSERT INTO thing VALUES (1);");
    return db;
}

int rows_for_other_user(const fs::path& path) {
    return support::as_user_without_rights([&] {
        sqlite::Database db = sqlite::Database::open(path, sqlite::OpenMode::read_only);
        int rows = 0;
        sqlite::first(db, "SELECT count(*) FROM thing", sqlite::with(), rows);
        return rows;
    });
}

}  // namespace

TEST_SUITE("sqlite.read_only") {
    TEST_CASE("what may not be written is read and nothing is left beside it") {
        for (const char* const mode : {"closed", "open"}) {
            INFO(mode);
            const support::ScratchDir scratch;
            // What means something in an address is part of the name.
            const fs::path path = scratch / "r %41?x=1#y.db";
            { const sqlite::Database db = with_one_row(path); }
            protect(scratch.path(), mode);
            CHECK(rows_for_other_user(path) == 1);
            CHECK(base::list_directory(scratch.path()).size() == 1);
            CHECK(support::as_user_without_rights([&] { return sqlite::may_write(path) ? 1 : 0; }) == 0);
            fs::permissions(scratch.path(), fs::perms::owner_all);
        }
    }

    TEST_CASE("what counts is where the file is and not where a link to it is") {
        const support::ScratchDir scratch;
        fs::create_directory(scratch / "links");
        fs::create_directory(scratch / "files");
        { const sqlite::Database db = with_one_row(scratch / "files/r.db"); }
        fs::create_symlink(scratch / "files/r.db", scratch / "links/r.db");
        fs::permissions(scratch / "files/r.db", fs::perms::all);
        fs::permissions(scratch / "files", fs::perms::all);
        fs::permissions(scratch.path(), fs::perms::all);
        const auto may_write = [&] {
            return support::as_user_without_rights(
                [&] { return sqlite::may_write(scratch / "links/r.db") ? 1 : 0; });
        };
        protect(scratch / "files", "open");
        CHECK(may_write() == 0);
        fs::permissions(scratch / "files/r.db", fs::perms::all);
        CHECK(may_write() == 1);
        fs::permissions(scratch / "links", fs::perms::owner_read | fs::perms::owner_exec |
                                               fs::perms::others_read | fs::perms::others_exec);
        CHECK(may_write() == 1);
        fs::permissions(scratch / "links", fs::perms::owner_all);
    }

    TEST_CASE("what another process has only logged so far is read too") {
        const support::ScratchDir scratch;
        const sqlite::Database writer = with_one_row(scratch / "r.db");
        protect(scratch.path(), "closed");
        REQUIRE(fs::file_size(scratch / "r.db-wal") > 0);
        CHECK(rows_for_other_user(scratch / "r.db") == 1);
        fs::permissions(scratch.path(), fs::perms::owner_all);
    }

    TEST_CASE("a file whose log can not be read is refused and not read without it") {
        const support::ScratchDir scratch;
        fs::create_directory(scratch / "copy");
        {
            const sqlite::Database writer = with_one_row(scratch / "r.db");
            fs::copy(scratch / "r.db", scratch / "copy/r.db");
            fs::copy(scratch / "r.db-wal", scratch / "copy/r.db-wal");
        }
        fs::permissions(scratch.path(), fs::perms::all);
        protect(scratch / "copy", "closed");
        const int said = support::as_user_without_rights([&] {
            try {
                sqlite::Database::open(scratch / "copy/r.db", sqlite::OpenMode::read_only);
                return 0;
            } catch (const base::Error& error) {
                return error.kind() == base::ErrorKind::store_failed &&
                               base::describe(error).find("r.db-wal") != std::string::npos
                           ? 1
                           : 2;
            }
        });
        CHECK(said == 1);
        fs::permissions(scratch / "copy", fs::perms::owner_all);
    }

    TEST_CASE("opening for writing says at once that it may not be") {
        const support::ScratchDir scratch;
        { const sqlite::Database db = with_one_row(scratch / "r.db"); }
        protect(scratch.path(), "closed");
        const int said = support::as_user_without_rights([&] {
            try {
                sqlite::Database::open(scratch / "r.db", sqlite::OpenMode::read_write);
                return 0;
            } catch (const base::Error& error) {
                return error.kind() == base::ErrorKind::store_failed &&
                               base::describe(error).find("may not be written") != std::string::npos
                           ? 1
                           : 2;
            }
        });
        CHECK(said == 1);
        fs::permissions(scratch.path(), fs::perms::owner_all);
    }
}
