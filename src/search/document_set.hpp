// SPDX-License-Identifier: EUPL-1.2
// A set of documents out of 0 to size - 1, one bit each: 33 KB for 268,000. Not stored; results of searches and filters.
// Sets that are combined have the same size.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace rapporteur::search {

class DocumentSet {
public:
    DocumentSet() = default;
    explicit DocumentSet(std::uint32_t size) : m_size(size), m_bits((std::size_t{size} + 63) / 64) {}
    static DocumentSet all(std::uint32_t size);

    std::uint32_t size() const { return m_size; }
    std::uint32_t count() const;
    bool contains(std::uint32_t document) const {
        return document < m_size && (m_bits[document / 64] >> (document % 64) & 1U) != 0;
    }
    // The document is below size().
    void add(std::uint32_t document) { m_bits[document / 64] |= std::uint64_t{1} << (document % 64); }
    void remove(std::uint32_t document) { m_bits[document / 64] &= ~(std::uint64_t{1} << (document % 64)); }

    DocumentSet& operator&=(const DocumentSet& other);
    DocumentSet& operator|=(const DocumentSet& other);
    DocumentSet& operator-=(const DocumentSet& other);
    bool operator==(const DocumentSet&) const = default;

    // Calls act(document) for each in ascending order.
    template <typename Act>
    void each(Act act) const {
        for (std::size_t i = 0; i < m_bits.size(); ++i) {
            for (std::uint64_t bits = m_bits[i]; bits != 0; bits &= bits - 1) {
                act(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(bits))));
            }
        }
    }
    std::vector<std::uint32_t> documents() const;

    // Becomes those of 0 to size - 1 that belongs(document) says.
    template <typename Belongs>
    void fill(Belongs belongs) {
        for (std::uint32_t first = 0; first < m_size; first += 64) {
            std::uint64_t bits = 0;
            const std::uint32_t end = m_size - first < 64 ? m_size : first + 64;
            for (std::uint32_t document = first; document < end; ++document) {
                bits |= std::uint64_t{belongs(document)} << (document % 64);
            }
            m_bits[first / 64] = bits;
        }
    }

private:
    std::uint32_t m_size = 0;
    std::vector<std::uint64_t> m_bits;
};

}  // namespace rapporteur::search
