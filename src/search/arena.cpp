// SPDX-License-Identifier: EUPL-1.2
#include "search/arena.hpp"

#include "base/error.hpp"

namespace rapporteur::search {

void Arena::grow(Chain& chain) {
    const std::uint32_t room = chain.room == 0 ? k_first_room : room_after(chain.room);
    if (m_used + k_link + room > k_slab) {
        if (m_slabs.size() == std::size_t{1} << (32 - k_slab_bits)) {
            throw base::Error(base::ErrorKind::refused, "more text than one search index can be built of");
        }
        m_slabs.push_back(std::make_unique<std::uint8_t[]>(k_slab));
        m_used = 0;
    }
    const std::uint32_t block = (static_cast<std::uint32_t>(m_slabs.size() - 1) << k_slab_bits) + m_used;
    m_used += k_link + room;
    if (chain.room == 0) {
        chain.first = block;
    } else {
        std::memcpy(chain.end - chain.room - k_link, &block, k_link);
    }
    chain.room = room;
    chain.at = place(block + k_link);
    chain.end = chain.at + room;
}

}  // namespace rapporteur::search
