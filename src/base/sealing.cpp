// SPDX-License-Identifier: EUPL-1.2
#include "base/sealing.hpp"

#include "base/digest.hpp"
#include "base/error.hpp"

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace rapporteur::base {

namespace {

static_assert(crypto_box_PUBLICKEYBYTES == 32 && crypto_box_SECRETKEYBYTES == 32);
constexpr std::size_t k_message_key_bytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t k_nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t k_tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

void need_sodium() {
    static const int s_ready = sodium_init();
    if (s_ready < 0) {
        throw Error(ErrorKind::internal, "libsodium cannot start");
    }
}

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* raw(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

Error cannot_be_opened() {
    return Error(ErrorKind::forbidden, "the sealed text cannot be opened")
        .because("it is not sealed to this key, or it was changed");
}

// Bound to the ciphertext without being stored: what it is and where it belongs.
std::string bound_data(std::string_view purpose, std::string_view context) {
    return "rapporteur " + std::string(purpose) + "\n" + std::string(context);
}

std::string encrypt(std::string_view message, std::string_view nonce, std::string_view key,
                    const std::string& bound) {
    std::string ciphertext(message.size() + k_tag_bytes, '\0');
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(ciphertext), &length, raw(message), message.size(),
                                               raw(bound), bound.size(), nullptr, raw(nonce), raw(key));
    return ciphertext;
}

std::optional<SecretBytes> decrypt(std::string_view ciphertext, std::string_view nonce, std::string_view key,
                                   const std::string& bound) {
    if (ciphertext.size() < k_tag_bytes || nonce.size() != k_nonce_bytes ||
        key.size() != k_message_key_bytes) {
        return std::nullopt;
    }
    std::string message(ciphertext.size() - k_tag_bytes, '\0');
    unsigned long long length = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(message), &length, nullptr, raw(ciphertext),
                                                   ciphertext.size(), raw(bound), bound.size(), raw(nonce),
                                                   raw(key)) != 0) {
        return std::nullopt;
    }
    return SecretBytes(std::move(message));
}

SecretBytes key_from_passphrase(std::string_view passphrase, std::string_view salt,
                                const PassphraseCost& cost) {
    // A record that asks for more than libsodium's highest setting was tampered with: it would only stall us.
    if (salt.size() != crypto_pwhash_SALTBYTES || cost.operations < crypto_pwhash_OPSLIMIT_MIN ||
        cost.operations > crypto_pwhash_OPSLIMIT_SENSITIVE || cost.memory < crypto_pwhash_MEMLIMIT_MIN ||
        cost.memory > crypto_pwhash_MEMLIMIT_SENSITIVE) {
        throw Error(ErrorKind::forbidden, "the locked key cannot be opened")
            .because("its record was changed");
    }
    std::string key(k_message_key_bytes, '\0');
    if (crypto_pwhash(raw(key), key.size(), passphrase.data(), passphrase.size(), raw(salt), cost.operations,
                      cost.memory, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw Error(ErrorKind::internal, "there is not enough memory to open a key")
            .because(std::to_string(cost.memory >> 20U) + " MiB are needed");
    }
    return SecretBytes(std::move(key));
}

SealedKey seal_key(std::string_view key, const PublicKey& recipient) {
    SealedKey sealed{recipient, std::string(key.size() + crypto_box_SEALBYTES, '\0')};
    if (crypto_box_seal(raw(sealed.box), raw(key), key.size(), recipient.bytes.data()) != 0) {
        throw Error(ErrorKind::refused, "a recipient's public key is not one");
    }
    return sealed;
}

SecretBytes message_key(const Sealed& sealed, const KeyPair& keys) {
    for (const SealedKey& candidate : sealed.keys) {
        if (candidate.recipient == keys.public_key &&
            candidate.box.size() == k_message_key_bytes + crypto_box_SEALBYTES) {
            std::string key(k_message_key_bytes, '\0');
            if (crypto_box_seal_open(raw(key), raw(candidate.box), candidate.box.size(),
                                     keys.public_key.bytes.data(), raw(keys.secret.view())) == 0) {
                return SecretBytes(std::move(key));
            }
        }
    }
    throw cannot_be_opened();
}

}  // namespace

std::string_view PublicKey::view() const {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::optional<PublicKey> PublicKey::from_bytes(std::string_view bytes) {
    PublicKey key;
    if (bytes.size() != key.bytes.size()) {
        return std::nullopt;
    }
    std::copy(raw(bytes), raw(bytes) + bytes.size(), key.bytes.begin());
    return key;
}

SecretBytes::SecretBytes(std::string bytes) : m_bytes(std::move(bytes)) {
    sodium_memzero(bytes.data(), bytes.capacity());  // short strings are copied, not moved
}
SecretBytes::~SecretBytes() {
    wipe();
}
SecretBytes::SecretBytes(SecretBytes&& other) noexcept : m_bytes(std::move(other.m_bytes)) {
    other.wipe();
}
SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        other.wipe();
    }
    return *this;
}
void SecretBytes::wipe() noexcept {
    sodium_memzero(m_bytes.data(), m_bytes.capacity());
    m_bytes.clear();
}

KeyPair KeyPair::generate() {
    need_sodium();
    KeyPair keys;
    std::string secret(crypto_box_SECRETKEYBYTES, '\0');
    crypto_box_keypair(keys.public_key.bytes.data(), raw(secret));
    keys.secret = SecretBytes(std::move(secret));
    return keys;
}

PassphraseCost PassphraseCost::sensible() {
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}
PassphraseCost PassphraseCost::least() {
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

LockedKey lock(const KeyPair& keys, std::string_view passphrase, PassphraseCost cost) {
    need_sodium();
    if (passphrase.empty()) {
        throw Error(ErrorKind::refused, "a key is not kept without a passphrase");
    }
    LockedKey locked{keys.public_key, random_bytes(crypto_pwhash_SALTBYTES), random_bytes(k_nonce_bytes), "",
                     cost};
    const SecretBytes key = key_from_passphrase(passphrase, locked.salt, cost);
    locked.encrypted_secret =
        encrypt(keys.secret.view(), locked.nonce, key.view(), bound_data("key", keys.public_key.view()));
    return locked;
}

KeyPair unlock(const LockedKey& locked, std::string_view passphrase) {
    need_sodium();
    const SecretBytes key = key_from_passphrase(passphrase, locked.salt, locked.cost);
    auto secret = decrypt(locked.encrypted_secret, locked.nonce, key.view(),
                          bound_data("key", locked.public_key.view()));
    if (!secret || secret->view().size() != crypto_box_SECRETKEYBYTES) {
        throw Error(ErrorKind::forbidden, "the locked key cannot be opened")
            .because("the passphrase is not the right one, or the record was changed");
    }
    return {locked.public_key, std::move(*secret)};
}

Sealed seal(std::string_view message, const std::vector<PublicKey>& recipients, std::string_view context) {
    need_sodium();
    if (recipients.empty()) {
        throw Error(ErrorKind::refused, "nobody would be able to open the sealed text")
            .help("name a recipient who has a key");
    }
    const SecretBytes key(random_bytes(k_message_key_bytes));
    Sealed sealed;
    sealed.nonce = random_bytes(k_nonce_bytes);
    sealed.ciphertext = encrypt(message, sealed.nonce, key.view(), bound_data("note", context));
    for (const PublicKey& recipient : recipients) {
        sealed.keys.push_back(seal_key(key.view(), recipient));
    }
    return sealed;
}

SecretBytes open(const Sealed& sealed, const KeyPair& keys, std::string_view context) {
    need_sodium();
    const SecretBytes key = message_key(sealed, keys);
    auto message = decrypt(sealed.ciphertext, sealed.nonce, key.view(), bound_data("note", context));
    if (!message) {
        throw cannot_be_opened();
    }
    return std::move(*message);
}

SealedKey share(const Sealed& sealed, const KeyPair& keys, const PublicKey& recipient) {
    need_sodium();
    const SecretBytes key = message_key(sealed, keys);
    return seal_key(key.view(), recipient);
}

}  // namespace rapporteur::base
