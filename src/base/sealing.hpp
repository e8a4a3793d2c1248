// SPDX-License-Identifier: EUPL-1.2
// Notes that only named persons can open: each message under a key of its own (XChaCha20-Poly1305), that key
// sealed to each recipient's public key (X25519 sealed box). Secret keys rest under a passphrase (argon2id).
// All by libsodium. Destroying the sealed keys destroys the note. Decides nothing about who is a recipient,
// and stores nothing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::base {

struct PublicKey {
    std::array<std::uint8_t, 32> bytes{};
    bool operator==(const PublicKey&) const = default;
    std::string_view view() const;
    static std::optional<PublicKey> from_bytes(std::string_view bytes);
};

// Bytes that are wiped when they go; they can be moved, not copied.
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(std::string bytes);
    ~SecretBytes();
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;

    std::string_view view() const { return m_bytes; }

private:
    void wipe() noexcept;
    std::string m_bytes;
};

struct KeyPair {
    PublicKey public_key;
    SecretBytes secret;  // 32 bytes

    static KeyPair generate();
};

// What argon2id may cost. sensible() is libsodium's MODERATE (0.7 s, 256 MiB); the least is for tests.
struct PassphraseCost {
    std::uint64_t operations;
    std::uint64_t memory;  // bytes
    static PassphraseCost sensible();
    static PassphraseCost least();
};

// A key pair at rest. All fields may be stored in the open.
struct LockedKey {
    PublicKey public_key;
    std::string salt;              // 16 bytes
    std::string nonce;             // 24 bytes
    std::string encrypted_secret;  // 32 bytes and 16 of authentication
    PassphraseCost cost;
};

LockedKey lock(const KeyPair& keys, std::string_view passphrase,
               PassphraseCost cost = PassphraseCost::sensible());
// Error(forbidden) for a wrong passphrase or a changed record: the two cannot be told apart.
KeyPair unlock(const LockedKey& locked, std::string_view passphrase);

struct SealedKey {
    PublicKey recipient;
    std::string box;  // 80 bytes: the message's key, readable by the recipient alone
};

struct Sealed {
    std::string nonce;       // 24 bytes
    std::string ciphertext;  // message and 16 bytes of authentication
    std::vector<SealedKey> keys;
};

// context (for example the note's id) is not stored but must be the same on opening: a ciphertext cannot be
// moved to another row. Error(refused) when nobody would be able to open it.
Sealed seal(std::string_view message, const std::vector<PublicKey>& recipients,
            std::string_view context = "");
// Error(forbidden) when the keys' owner is no recipient, or something was changed.
SecretBytes open(const Sealed& sealed, const KeyPair& keys, std::string_view context = "");
// The same note's key for one more recipient, by somebody who can open it.
SealedKey share(const Sealed& sealed, const KeyPair& keys, const PublicKey& recipient);

}  // namespace rapporteur::base
