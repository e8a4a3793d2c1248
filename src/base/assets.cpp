// SPDX-License-Identifier: EUPL-1.2
#include "base/assets.hpp"

#include "base/error.hpp"
#include "base/file.hpp"

#include <utility>

namespace rapporteur::base {

std::string_view find(const AssetTable& table, std::string_view name) {
    for (std::size_t i = 0; i < table.count; ++i) {
        const AssetRow& row = table.rows[i];
        if (name == row.name) {
            return {row.begin, static_cast<std::size_t>(row.end - row.begin)};
        }
    }
    throw Error(ErrorKind::internal, "no embedded file of this name").at(std::string(name));
}

std::vector<std::string_view> names(const AssetTable& table) {
    std::vector<std::string_view> list;
    for (std::size_t i = 0; i < table.count; ++i) {
        list.emplace_back(table.rows[i].name);
    }
    return list;
}

Assets::Assets(const AssetTable& table, std::optional<std::filesystem::path> override_directory)
    : m_table(&table), m_directory(std::move(override_directory)) {
    if (m_directory && !std::filesystem::is_directory(*m_directory)) {
        throw Error(ErrorKind::not_found, "no such directory of templates").at(m_directory->string());
    }
}

std::string Assets::get(std::string_view name) const {
    const std::string_view embedded = find(*m_table, name);
    if (m_directory) {
        const std::filesystem::path path = *m_directory / std::filesystem::path(name);
        if (std::filesystem::exists(path)) {
            constexpr ByteLimit k_limit{16U << 20};
            return read_file(path, k_limit);
        }
    }
    return std::string(embedded);
}

}  // namespace rapporteur::base
