// SPDX-License-Identifier: EUPL-1.2
// Files compiled into the binary (templates, schemas, migrations, pages of help). cmake/Assets.cmake makes
// the table:
//   rapporteur_assets(rapporteur_archive ${PROJECT_SOURCE_DIR}/templates PREFIX "" FILES archive/page.html
//   ...)
// defines  namespace rapporteur::assets { const base::AssetTable& rapporteur_archive(); }, to be declared
// where used.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::base {

struct AssetRow {
    const char* name;
    const char* begin;
    const char* end;
};

struct AssetTable {
    const AssetRow* rows;
    std::size_t count;
};

// Error(internal) when there is none of that name.
std::string_view find(const AssetTable& table, std::string_view name);
std::vector<std::string_view> names(const AssetTable& table);

// The table, or, where it has the file, a directory given at run time (--templates). Names cannot leave the
// directory.
class Assets {
public:
    explicit Assets(const AssetTable& table,
                    std::optional<std::filesystem::path> override_directory = std::nullopt);
    std::string get(std::string_view name) const;

private:
    const AssetTable* m_table;
    std::optional<std::filesystem::path> m_directory;
};

}  // namespace rapporteur::base
