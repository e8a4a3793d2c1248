// SPDX-License-Identifier: EUPL-1.2
#include "base/digest.hpp"
#include "base/error.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::base;

TEST_SUITE("base.digest") {
    // FIPS 180-4 examples (NIST, "SHA256.pdf") and the empty message.
    TEST_CASE("the known answers") {
        CHECK(sha256("").hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        CHECK(sha256("abc").hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").hex() ==
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    }

    TEST_CASE("a million letters, in pieces of any size") {
        const std::string million(1'000'000, 'a');
        const std::string expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
        CHECK(sha256(million).hex() == expected);
        Sha256 hash;
        std::size_t size = 1;
        for (std::size_t at = 0; at < million.size(); at += size, size = size % 200 + 1) {
            hash.update(std::string_view(million).substr(at, size));
        }
        CHECK(hash.finish().hex() == expected);
    }

    TEST_CASE("parts give the digest of the whole and only once") {
        Sha256 hash;
        hash.update("a").update("").update("bc");
        CHECK(hash.finish() == sha256("abc"));
        CHECK_THROWS_AS(hash.finish(), Error);
        CHECK_THROWS_AS(hash.update("x"), Error);
    }

    TEST_CASE("hexadecimal goes both ways") {
        const Digest digest = sha256("abc");
        CHECK(Digest::from_hex(digest.hex()) == digest);
        CHECK_FALSE(Digest::from_hex("ab"));
        CHECK_FALSE(Digest::from_hex(digest.hex().substr(1) + "g"));
        CHECK(digest.view().size() == 32);
        CHECK(to_hex(std::string_view("\x00\xFF", 2)) == "00ff");
        CHECK(from_hex("00FF") == std::string("\x00\xFF", 2));
        CHECK_FALSE(from_hex("0"));
    }

    TEST_CASE("random bytes differ and comparison works") {
        CHECK(random_bytes(16).size() == 16);
        CHECK(random_bytes(16) != random_bytes(16));
        CHECK(equal_in_constant_time("abc", "abc"));
        CHECK_FALSE(equal_in_constant_time("abc", "abd"));
        CHECK_FALSE(equal_in_constant_time("abc", "ab"));
    }
}
