// SPDX-License-Identifier: EUPL-1.2
#include "search/blob.hpp"

#include "base/error.hpp"

#include <cstring>

namespace rapporteur::search {

namespace {

constexpr char k_blob_version = 1;
constexpr std::size_t k_blob_head = 5;

// Eight bytes at a step, by multiplication and shift; the low half of what comes out.
std::uint32_t checksum(std::string_view bytes) {
    constexpr std::uint64_t k_multiplier = 0x9E3779B97F4A7C15;
    std::uint64_t sum = bytes.size() * k_multiplier + 1;
    const auto mix = [&sum](std::uint64_t word) {
        sum = (sum ^ word) * k_multiplier;
        sum ^= sum >> 32U;
    };
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        mix(word);
    }
    std::uint64_t last = 0;
    for (std::size_t i = at; i < bytes.size(); ++i) {
        last = last << 8U | static_cast<unsigned char>(bytes[i]);
    }
    mix(last);
    return static_cast<std::uint32_t>(sum * k_multiplier >> 32U);
}

std::string head_of(std::string_view payload) {
    std::string head(1, k_blob_version);
    const std::uint32_t sum = checksum(payload);
    for (unsigned shift = 0; shift < 32; shift += 8) {
        head.push_back(static_cast<char>(sum >> shift & 0xFFU));
    }
    return head;
}

}  // namespace

void blob_is_damaged(std::string_view key) {
    throw base::Error(base::ErrorKind::store_failed, "the search index is damaged")
        .at(std::string(key))
        .help("build the index again; it holds nothing that is not elsewhere");
}

void append_text(std::string& bytes, std::string_view text) {
    append_varint(bytes, text.size());
    bytes.append(text);
}

void put_blob(ShelfWriter& shelf, std::string_view key, std::string_view payload) {
    std::string bytes = head_of(payload);
    bytes.append(payload);
    shelf.put(key, bytes);
}

Blob::Blob(std::string key, std::string bytes)
    : m_key(std::move(key)), m_bytes(std::move(bytes)), m_begin(k_blob_head) {
    if (m_bytes.size() < k_blob_head) {
        blob_is_damaged(m_key);
    }
    if (m_bytes[0] != k_blob_version) {
        throw base::Error(base::ErrorKind::store_failed,
                          "the search index is of another version of the program")
            .at(m_key)
            .help("build the index again; it holds nothing that is not elsewhere");
    }
    if (std::string_view(m_bytes).substr(0, k_blob_head) != head_of(payload())) {
        blob_is_damaged(m_key);
    }
}

Blob get_blob(const Shelf& shelf, const std::string& key) {
    std::optional<std::string> bytes = shelf.get(key);
    if (!bytes) {
        throw base::Error(base::ErrorKind::store_failed, "a part of the search index is missing")
            .at(key)
            .help("build the index again; it holds nothing that is not elsewhere");
    }
    return {key, std::move(*bytes)};
}

std::uint32_t BlobReader::rest_of_number(std::uint32_t number) {
    for (unsigned shift = 7; shift <= 28; shift += 7) {
        const std::uint32_t next = byte();
        if (shift == 28 && next > 0x0F) {
            damaged();
        }
        number |= (next & 0x7FU) << shift;
        if (next < 0x80) {
            return number;
        }
    }
    damaged();
}

std::uint64_t BlobReader::long_number() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
        const std::uint64_t next = byte();
        number |= (next & 0x7FU) << shift;
        if (next < 0x80) {
            return number;
        }
    }
    damaged();
}

}  // namespace rapporteur::search
