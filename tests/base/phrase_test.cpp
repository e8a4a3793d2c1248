// SPDX-License-Identifier: EUPL-1.2
#include "base/phrase.hpp"
#include "base/text.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::base;

TEST_SUITE("base.phrase") {
    TEST_CASE("texts go into their places and a place without one stays") {
        CHECK(fill("{1} and {0}", {"a", "b"}) == "b and a");
        CHECK(fill("{0}{2}", {"a"}) == "a{2}");
        CHECK(fill("{x} {", {"a"}) == "{x} {");
    }

    TEST_CASE("a text is cut between characters") {
        CHECK(cut_short("short", 5) == "short");
        CHECK(cut_short("shorter", 5) == "short…");
        for (std::size_t bytes = 0; bytes < 12; ++bytes) {
            CAPTURE(bytes);
            const std::string cut = cut_short("жаба и змея", bytes);
            CHECK(is_valid_utf8(cut));
            CHECK(cut.size() <= bytes + std::string("…").size());
        }
    }
}
