// SPDX-License-Identifier: EUPL-1.2
// SHA-256 (FIPS 180-4), by Nettle: names of contents, the journal's chain, manifests. Not for passwords
// and not a signature. A Digest compares bytewise; hex() is its written form.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::base {

struct Digest {
    std::array<std::uint8_t, 32> bytes{};

    std::string hex() const;  // 64 lower-case digits
    static std::optional<Digest> from_hex(std::string_view text);
    std::string_view view() const;  // the 32 bytes, for binding as a blob
    auto operator<=>(const Digest&) const = default;
};

Digest sha256(std::string_view bytes);
// Of a file of any size, in pieces. Error(not_found) where it can not be read.
Digest sha256_of_file(const std::filesystem::path& path);

// The same over parts: update() in any pieces, finish() once.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    Sha256& update(std::string_view bytes);
    Digest finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// Lower-case hexadecimal of any bytes, and back (nothing when a digit is wrong or one is missing).
std::string to_hex(std::string_view bytes);
std::optional<std::string> from_hex(std::string_view text);

// RFC 4648, with padding: as data addresses and content security policies write bytes.
std::string to_base64(std::string_view bytes);

// Unpredictable bytes from the system.
std::string random_bytes(std::size_t count);

// Equal, in a time that does not tell where they differ.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace rapporteur::base
