// SPDX-License-Identifier: EUPL-1.2
#include "search/document_set.hpp"

#include <algorithm>

namespace rapporteur::search {

DocumentSet DocumentSet::all(std::uint32_t size) {
    DocumentSet set(size);
    std::fill(set.m_bits.begin(), set.m_bits.end(), ~std::uint64_t{0});
    if (size % 64 != 0) {
        set.m_bits.back() = (std::uint64_t{1} << (size % 64)) - 1;
    }
    return set;
}

std::uint32_t DocumentSet::count() const {
    std::uint32_t count = 0;
    for (const std::uint64_t bits : m_bits) {
        count += static_cast<std::uint32_t>(std::popcount(bits));
    }
    return count;
}

DocumentSet& DocumentSet::operator&=(const DocumentSet& other) {
    for (std::size_t i = 0; i < m_bits.size(); ++i) {
        m_bits[i] &= other.m_bits[i];
    }
    return *this;
}

DocumentSet& DocumentSet::operator|=(const DocumentSet& other) {
    for (std::size_t i = 0; i < m_bits.size(); ++i) {
        m_bits[i] |= other.m_bits[i];
    }
    return *this;
}

DocumentSet& DocumentSet::operator-=(const DocumentSet& other) {
    for (std::size_t i = 0; i < m_bits.size(); ++i) {
        m_bits[i] &= ~other.m_bits[i];
    }
    return *this;
}

std::vector<std::uint32_t> DocumentSet::documents() const {
    std::vector<std::uint32_t> documents;
    documents.reserve(count());
    each([&documents](std::uint32_t document) { documents.push_back(document); });
    return documents;
}

}  // namespace rapporteur::search
