// SPDX-License-Identifier: EUPL-1.2
#include "search/shelf.hpp"

namespace rapporteur::search {

std::optional<std::string> MemoryShelf::get(std::string_view key) const {
    const auto blob = m_blobs.find(key);
    return blob == m_blobs.end() ? std::nullopt : std::optional(blob->second);
}

void MemoryShelf::put(std::string_view key, std::string_view bytes) {
    m_blobs.insert_or_assign(std::string(key), std::string(bytes));
}

std::size_t MemoryShelf::bytes() const {
    std::size_t bytes = 0;
    for (const auto& [key, blob] : m_blobs) {
        bytes += key.size() + blob.size();
    }
    return bytes;
}

}  // namespace rapporteur::search
