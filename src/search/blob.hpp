// SPDX-License-Identifier: EUPL-1.2
// The bytes of a blob on the shelf: a version, a checksum, then numbers as varints (seven bits a byte, least first) and
// texts behind their length. Reading never leaves the bytes: what does not fit is a base::Error (store_failed). The
// checksum finds accidents, not forgery; that forged bytes do no harm is the reader's bounds. For this room alone.
#pragma once

#include "search/shelf.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur::search {

[[noreturn]] void blob_is_damaged(std::string_view key);

inline void append_varint(std::string& bytes, std::uint64_t number) {
    for (; number >= 0x80; number >>= 7U) {
        bytes.push_back(static_cast<char>((number & 0x7FU) | 0x80U));
    }
    bytes.push_back(static_cast<char>(number));
}

void append_text(std::string& bytes, std::string_view text);

// Puts the payload under the key with version and checksum before it.
void put_blob(ShelfWriter& shelf, std::string_view key, std::string_view payload);

// The payload of what get_blob read.
class Blob {
public:
    Blob() = default;
    Blob(std::string key, std::string bytes);  // sees to version and checksum

    const std::string& key() const { return m_key; }
    std::string_view payload() const { return std::string_view(m_bytes).substr(m_begin); }

private:
    std::string m_key;
    std::string m_bytes;
    std::size_t m_begin = 0;
};

Blob get_blob(const Shelf& shelf, const std::string& key);

// Reads part of a blob from its beginning to its end; the blob outlives it.
class BlobReader {
public:
    BlobReader(const Blob& blob, std::string_view part)
        : m_blob(&blob), m_at(part.data()), m_end(m_at + part.size()) {}
    explicit BlobReader(const Blob& blob) : BlobReader(blob, blob.payload()) {}

    bool done() const { return m_at == m_end; }
    std::size_t left() const { return static_cast<std::size_t>(m_end - m_at); }
    [[noreturn]] void damaged() const { blob_is_damaged(m_blob->key()); }

    std::uint8_t byte() {
        if (m_at == m_end) {
            damaged();
        }
        return static_cast<std::uint8_t>(*m_at++);
    }
    std::uint32_t number() {
        std::uint32_t number = byte();
        if (number < 0x80) {
            return number;
        }
        return rest_of_number(number & 0x7FU);
    }
    std::uint64_t long_number();
    // At most limit.
    std::uint32_t number_to(std::uint64_t limit) {
        const std::uint32_t n = number();
        if (n > limit) {
            damaged();
        }
        return n;
    }
    std::string_view bytes(std::size_t count) {
        if (count > left()) {
            damaged();
        }
        m_at += count;
        return {m_at - count, count};
    }
    std::string_view text() { return bytes(number()); }
    // Passes over so many numbers.
    void skip_numbers(std::uint32_t count) {
        for (; count > 0; --count) {
            while ((byte() & 0x80U) != 0) {
            }
        }
    }

private:
    std::uint32_t rest_of_number(std::uint32_t number);

    const Blob* m_blob;
    const char* m_at;
    const char* m_end;
};

}  // namespace rapporteur::search
