// SPDX-License-Identifier: EUPL-1.2
// Growing byte sequences by the hundred thousand in little memory: each is a chain of blocks, of 8 bytes first and of
// up to 1 KB later, out of common slabs. For the builder alone; nothing is given back before the end.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace rapporteur::search {

class Arena {
public:
    struct Chain {
        std::uint32_t first = 0;
        std::uint32_t room = 0;  // of the block being filled, all of it
        std::uint32_t bytes = 0;
        std::uint8_t* at = nullptr;  // in that block
        std::uint8_t* end = nullptr;
    };

    void append(Chain& chain, std::uint8_t byte) {
        if (chain.at == chain.end) {
            grow(chain);
        }
        *chain.at++ = byte;
        ++chain.bytes;
    }
    void append_number(Chain& chain, std::uint32_t number) {
        for (; number >= 0x80; number >>= 7U) {
            append(chain, static_cast<std::uint8_t>((number & 0x7FU) | 0x80U));
        }
        append(chain, static_cast<std::uint8_t>(number));
    }

    void copy(const Chain& chain, std::string& bytes) const {
        std::uint32_t block = chain.first;
        std::uint32_t room = k_first_room;
        for (std::uint32_t left = chain.bytes; left > 0; room = room_after(room)) {
            const std::uint32_t count = std::min(left, room);
            bytes.append(reinterpret_cast<const char*>(place(block + k_link)), count);
            left -= count;
            std::memcpy(&block, place(block), k_link);
        }
    }

private:
    static constexpr std::uint32_t k_link = 4;
    static constexpr std::uint32_t k_first_room = 8;
    static constexpr std::uint32_t k_slab_bits = 18;
    static constexpr std::uint32_t k_slab = 1U << k_slab_bits;

    static std::uint32_t room_after(std::uint32_t room) { return std::min(room * 2, std::uint32_t{1024}); }

    std::uint8_t* place(std::uint32_t at) { return &m_slabs[at >> k_slab_bits][at & (k_slab - 1)]; }
    const std::uint8_t* place(std::uint32_t at) const {
        return &m_slabs[at >> k_slab_bits][at & (k_slab - 1)];
    }

    void grow(Chain& chain);

    std::vector<std::unique_ptr<std::uint8_t[]>> m_slabs;
    std::uint32_t m_used = k_slab;  // of the last slab
};

}  // namespace rapporteur::search
