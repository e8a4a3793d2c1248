// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/sealing.hpp"

#include <doctest/doctest.h>

#include <utility>

using namespace rapporteur::base;

namespace {

// Every bit of a stored text counts: changed anywhere, it cannot be opened.
template <class Try>
void each_change_is_found(std::string& stored, Try attempt) {
    for (std::size_t i = 0; i < stored.size(); i += 7) {
        const char before = stored[i];
        stored[i] = static_cast<char>(before ^ 1);
        CAPTURE(i);
        CHECK_THROWS_AS(attempt(), Error);
        stored[i] = before;
    }
    CHECK_NOTHROW(attempt());
    const std::string whole = std::exchange(stored, stored.substr(0, stored.size() - 1));
    CHECK_THROWS_AS(attempt(), Error);
    stored.clear();
    CHECK_THROWS_AS(attempt(), Error);
    stored = whole;
}

}  // namespace

TEST_SUITE("base.sealing") {
    TEST_CASE("a sealed text opens for each recipient and nobody else") {
        const KeyPair first = KeyPair::generate();
        const KeyPair second = KeyPair::generate();
        const KeyPair stranger = KeyPair::generate();
        const Sealed sealed = seal("the prefect said", {first.public_key, second.public_key}, "note-1");
        CHECK(open(sealed, first, "note-1").view() == "the prefect said");
        CHECK(open(sealed, second, "note-1").view() == "the prefect said");
        CHECK_THROWS_AS(open(sealed, stranger, "note-1"), Error);
        CHECK(sealed.ciphertext.find("prefect") == std::string::npos);
        CHECK(sealed.ciphertext.size() == 16 + 16);
        CHECK(sealed.nonce.size() == 24);
        CHECK(sealed.keys[0].box.size() == 80);
        CHECK(seal("", {first.public_key}).ciphertext.size() == 16);
    }

    TEST_CASE("the same text is never sealed the same twice") {
        const KeyPair keys = KeyPair::generate();
        const Sealed one = seal("x", {keys.public_key});
        const Sealed two = seal("x", {keys.public_key});
        CHECK(one.nonce != two.nonce);
        CHECK(one.ciphertext != two.ciphertext);
        CHECK(one.keys[0].box != two.keys[0].box);
    }

    TEST_CASE("a ciphertext cannot be changed or moved to another row") {
        const KeyPair keys = KeyPair::generate();
        Sealed sealed = seal("text", {keys.public_key}, "note-1");
        CHECK_THROWS_AS(open(sealed, keys, "note-2"), Error);
        const auto attempt = [&] { return open(sealed, keys, "note-1"); };
        each_change_is_found(sealed.ciphertext, attempt);
        each_change_is_found(sealed.nonce, attempt);
        each_change_is_found(sealed.keys[0].box, attempt);
        sealed.keys.clear();  // destroying the keys destroys the note
        CHECK_THROWS_AS(attempt(), Error);
    }

    TEST_CASE("a note can be shared by somebody who can open it") {
        const KeyPair first = KeyPair::generate();
        const KeyPair later = KeyPair::generate();
        Sealed sealed = seal("text", {first.public_key});
        CHECK_THROWS_AS(share(sealed, later, later.public_key), Error);
        sealed.keys.push_back(share(sealed, first, later.public_key));
        CHECK(open(sealed, later).view() == "text");
    }

    TEST_CASE("what nobody could open is refused") {
        CHECK_THROWS_AS(seal("text", {}), Error);
    }

    TEST_CASE("a locked key opens with its passphrase alone") {
        const KeyPair keys = KeyPair::generate();
        LockedKey locked = lock(keys, "correct horse", PassphraseCost::least());
        const KeyPair again = unlock(locked, "correct horse");
        CHECK(again.secret.view() == keys.secret.view());
        CHECK(again.public_key == keys.public_key);
        CHECK_THROWS_AS(unlock(locked, "correct horsE"), Error);
        CHECK_THROWS_AS(unlock(locked, ""), Error);
        CHECK_THROWS_AS(lock(keys, ""), Error);
        CHECK(locked.encrypted_secret.size() == 48);
        CHECK(locked.encrypted_secret.find(keys.secret.view()) == std::string::npos);

        const auto attempt = [&] { return unlock(locked, "correct horse"); };
        each_change_is_found(locked.encrypted_secret, attempt);
        each_change_is_found(locked.salt, attempt);
        each_change_is_found(locked.nonce, attempt);
        locked.public_key = KeyPair::generate().public_key;
        CHECK_THROWS_AS(attempt(), Error);
    }

    TEST_CASE("a tampered cost cannot stall the program") {
        LockedKey locked = lock(KeyPair::generate(), "x", PassphraseCost::least());
        locked.cost.memory = 1ULL << 50U;
        try {
            unlock(locked, "x");
            FAIL("nothing was thrown");
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::forbidden);  // refused unread, not tried and run out of memory
        }
        locked.cost = {0, 0};
        CHECK_THROWS_AS(unlock(locked, "x"), Error);
        CHECK(PassphraseCost::sensible().memory >= 64U << 20U);
    }

    TEST_CASE("secret bytes move and leave nothing behind") {
        SecretBytes one{std::string("short")};
        SecretBytes two(std::move(one));
        CHECK(two.view() == "short");
        CHECK(one.view().empty());  // NOLINT: that is the point
        one = std::move(two);
        CHECK(one.view() == "short");
        CHECK(two.view().empty());  // NOLINT
    }

    TEST_CASE("a public key is taken from its bytes") {
        const PublicKey key = KeyPair::generate().public_key;
        CHECK(PublicKey::from_bytes(key.view()) == key);
        CHECK_FALSE(PublicKey::from_bytes("short"));
    }
}
