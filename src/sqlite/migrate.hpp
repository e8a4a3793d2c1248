// SPDX-License-Identifier: EUPL-1.2
//
// Brings a database to the schema that this program knows: numbered scripts, each in a transaction of its own, recorded by name and
// hash; user_version is the number of the last. A database newer than the program is refused; a script that was changed after it was
// applied too. Before an existing database is changed, a copy is written beside it.
#pragma once

#include "sqlite/database.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::sqlite {

struct Migration {
    int number;             // 1, 2, ...
    std::string_view name;  // "0001_initial"
    std::string_view script;
};

// What a kind of file is known by.
struct Schema {
    std::uint32_t application_id;
    std::string_view what;  // "a register", for messages
    std::vector<Migration> migrations;
};

struct MigrationResult {
    int from = 0;
    int to = 0;
    std::optional<std::filesystem::path> backup;
};

// All steps, in a file that has just been made. Error(conflict) where it holds tables already.
void create(Database& database, const Schema& schema);
// The steps that a file still lacks. Errors: conflict for a file of another kind, an empty one or a newer one, of which nothing is
// changed; store_failed where a script fails (that step is undone).
MigrationResult migrate(Database& database, const Schema& schema);
// Reading only: checks that the file is of the kind and not newer or older than the program.
void require_current(Database& database, const Schema& schema);

}  // namespace rapporteur::sqlite
