// SPDX-License-Identifier: EUPL-1.2
#include "cli/story_text.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::story;
using Lines = std::vector<std::string>;

TEST_SUITE("cli.story") {
    TEST_CASE("quotes group words and the source tree has a name") {
        CHECK(words_of("a  'b c' \"d'e\" '' $SOURCE/x", "/src") == Lines{"a", "b c", "d'e", "", "/src/x"});
    }

    TEST_CASE("what a command printed must be what the story says") {
        CHECK(matches({}, {}));
        CHECK(matches({"a", "...", "z"}, {"a", "b", "c", "z"}));
        CHECK(matches({"a", "...", "z"}, {"a", "z"}));
        CHECK(matches({"took <*> s, <*>"}, {"took 3 s, good"}));
        CHECK(!matches({"a"}, {}));
        CHECK(!matches({}, {"a"}));
        CHECK(!matches({"a", "..."}, {"b"}));
        CHECK(!matches({"...", "z"}, {"z", "a"}));
        CHECK(!matches({"took <*> s"}, {"took 3 m"}));
        CHECK(!matches({"..."}, {"a", "[exit 4]"}));
        CHECK(matches({"...", "[exit 4]"}, {"a", "[exit 4]"}));
    }

    TEST_CASE("a block is what is indented with the empty lines between") {
        const std::vector<std::string_view> lines{"    a", "", "      b", "", "prose"};
        std::size_t position = 0;
        CHECK(block_at(lines, position) == Lines{"a", "", "  b"});
        CHECK(position == 3);
        CHECK(indented({"a", "", "  b"}) == "    a\n\n      b\n");
    }
}
