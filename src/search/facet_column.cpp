// SPDX-License-Identifier: EUPL-1.2
#include "search/facet_column.hpp"

#include "search/blob.hpp"
#include "search/layout.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace rapporteur::search {

namespace {

std::uint8_t width_for(std::size_t sets) {
    return sets <= 0x100 ? 1 : sets <= 0x10000 ? 2 : 4;
}

std::string facet_key(std::string_view facet) {
    return "facets/" + std::string(facet);
}

std::vector<std::uint32_t> read_set(BlobReader& reader, std::size_t values) {
    std::vector<std::uint32_t> set;
    std::uint32_t value = 0;
    for (std::uint32_t count = reader.number_to(values); count > 0; --count) {
        const std::uint32_t distance = reader.number_to(values);
        value += distance;
        if (value >= values || (!set.empty() && distance == 0)) {
            reader.damaged();
        }
        set.push_back(value);
    }
    return set;
}

// The rest of the blob, least byte first, which is how the machines we know have them.
template <typename Number>
std::vector<Number> read_numbers(BlobReader& reader, std::uint32_t count, std::size_t sets) {
    static_assert(std::endian::native == std::endian::little);
    std::vector<Number> numbers(count);
    if (reader.left() != count * sizeof(Number)) {
        reader.damaged();
    }
    if (count > 0) {
        std::memcpy(numbers.data(), reader.bytes(reader.left()).data(), count * sizeof(Number));
    }
    Number greatest = 0;
    for (const Number number : numbers) {
        greatest = std::max(greatest, number);
    }
    if (greatest >= sets) {
        reader.damaged();
    }
    return numbers;
}

}  // namespace

void write_column(const FacetData& data, std::string_view facet, ShelfWriter& shelf) {
    std::string bytes;
    append_varint(bytes, data.set_of.size());
    append_varint(bytes, data.values.size());
    for (const std::string& value : data.values) {
        append_text(bytes, value);
    }
    append_varint(bytes, data.sets.size());
    for (const std::vector<std::uint32_t>& set : data.sets) {
        append_varint(bytes, set.size());
        std::uint32_t before = 0;
        for (const std::uint32_t value : set) {
            append_varint(bytes, value - before);
            before = value;
        }
    }
    const unsigned width = width_for(data.sets.size());
    bytes.reserve(bytes.size() + data.set_of.size() * width);
    for (const std::uint32_t set : data.set_of) {
        for (unsigned i = 0; i < width; ++i) {
            bytes.push_back(static_cast<char>(set >> (8 * i) & 0xFFU));
        }
    }
    put_blob(shelf, facet_key(facet), bytes);
}

FacetColumn::FacetColumn(const Shelf& shelf, std::string_view facet) {
    const Blob blob = get_blob(shelf, facet_key(facet));
    BlobReader reader(blob);
    m_documents = reader.number_to(k_most_documents);
    for (std::uint32_t count = reader.number(); count > 0; --count) {
        m_values.emplace_back(reader.text());
    }
    if (!std::is_sorted(m_values.begin(), m_values.end())) {
        reader.damaged();
    }
    for (std::uint32_t count = reader.number(); count > 0; --count) {
        m_sets.push_back(read_set(reader, m_values.size()));
    }
    if (m_sets.empty() || !m_sets.front().empty()) {
        reader.damaged();
    }
    switch (width_for(m_sets.size())) {
    case 1:
        m_column = read_numbers<std::uint8_t>(reader, m_documents, m_sets.size());
        break;
    case 2:
        m_column = read_numbers<std::uint16_t>(reader, m_documents, m_sets.size());
        break;
    default:
        m_column = read_numbers<std::uint32_t>(reader, m_documents, m_sets.size());
        break;
    }
}

std::vector<std::uint64_t> FacetColumn::count(const DocumentSet& documents) const {
    std::vector<std::uint64_t> by_set(m_sets.size());
    std::visit(
        [&](const auto& column) {
            documents.each([&](std::uint32_t document) { ++by_set[column[document]]; });
        },
        m_column);
    std::vector<std::uint64_t> counts(m_values.size() + 1);
    counts.back() = by_set.front();
    for (std::size_t i = 0; i < m_sets.size(); ++i) {
        for (const std::uint32_t value : m_sets[i]) {
            counts[value] += by_set[i];
        }
    }
    return counts;
}

DocumentSet FacetColumn::documents_with(const std::vector<std::string>& values) const {
    std::vector<std::uint8_t> wanted(m_values.size());
    bool none = false;
    for (const std::string& value : values) {
        const auto place = std::lower_bound(m_values.begin(), m_values.end(), value);
        if (place != m_values.end() && *place == value) {
            wanted[static_cast<std::size_t>(place - m_values.begin())] = 1;
        }
        none = none || value.empty();
    }
    std::vector<std::uint8_t> chosen(m_sets.size());
    for (std::size_t i = 0; i < m_sets.size(); ++i) {
        chosen[i] = std::any_of(m_sets[i].begin(), m_sets[i].end(),
                                [&wanted](std::uint32_t value) { return wanted[value] != 0; });
    }
    chosen.front() = none;
    DocumentSet documents(m_documents);
    std::visit(
        [&](const auto& column) {
            documents.fill([&](std::uint32_t document) { return chosen[column[document]] != 0; });
        },
        m_column);
    return documents;
}

}  // namespace rapporteur::search
