// SPDX-License-Identifier: EUPL-1.2
#include "base/names.hpp"
#include "base/strong.hpp"
#include "base/text.hpp"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>
#include <type_traits>
#include <unordered_set>

using namespace rapporteur::base;
using namespace std::string_literals;

namespace {
enum class Stage { open, closed, lost };
struct SubjectTag {};
struct BodyTag {};
using Subject = Strong<SubjectTag>;
using Body = Strong<BodyTag>;
}  // namespace

template <>
struct rapporteur::base::Names<Stage> {
    static constexpr std::array<Name<Stage>, 2> k_names{{{Stage::open, "open"}, {Stage::closed, "closed"}}};
};

TEST_SUITE("base.text") {
    TEST_CASE("valid UTF-8 is told from invalid at the first faulty byte") {
        CHECK(is_valid_utf8(""));
        CHECK(is_valid_utf8("Әділет – ﷽ \U0001F600 \U0010FFFF"));
        CHECK(is_valid_utf8("a\0b"s));
        CHECK(find_invalid_utf8("ab\xFFz") == 2U);
        CHECK(find_invalid_utf8("a\x80") == 1U);             // a lone continuation
        CHECK(find_invalid_utf8("\xC0\xAF") == 0U);          // overlong, 2 bytes
        CHECK(find_invalid_utf8("\xE0\x80\xAF") == 0U);      // overlong, 3 bytes
        CHECK(find_invalid_utf8("\xF0\x80\x80\xAF") == 0U);  // overlong, 4 bytes
        CHECK(find_invalid_utf8("x\xED\xA0\x80") == 1U);     // a surrogate
        CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0U);  // above U+10FFFF
        CHECK(find_invalid_utf8("\xF5\x80\x80\x80") == 0U);
        CHECK(find_invalid_utf8("ab\xE2\x82") == 2U);      // cut off
        CHECK(is_valid_utf8("\xED\x9F\xBF\xEE\x80\x80"));  // round the surrogates
    }

    TEST_CASE("every code point survives encoding and decoding") {
        for (char32_t c = 0; c <= 0x10FFFF; c += (c < 0x900 ? 1 : 61)) {
            if (c >= 0xD800 && c <= 0xDFFF) {
                continue;
            }
            std::string text;
            append_utf8(text, c);
            REQUIRE(is_valid_utf8(text));
            std::size_t position = 0;
            REQUIRE(next_code_point(text, position) == c);
            REQUIRE(position == text.size());
        }
    }

    TEST_CASE("lines are counted from one") {
        CHECK(line_of("a\nb\nc", 0) == 1);
        CHECK(line_of("a\nb\nc", 1) == 1);
        CHECK(line_of("a\nb\nc", 2) == 2);
        CHECK(line_of("a\nb\nc", 99) == 3);
    }

    TEST_CASE("trimming leaves a no-break space alone") {
        CHECK(trim(" \t\r\n a b \v\f") == "a b");
        CHECK(trim("   ") == "");
        CHECK(trim("\u00A0a") == "\u00A0a");
        CHECK(collapse_spaces("  a \n\t b ") == "a b");
    }

    TEST_CASE("splitting keeps empty parts and lines keep their count") {
        CHECK(split("a,b,", ',') == std::vector<std::string_view>{"a", "b", ""});
        CHECK(split("", ',') == std::vector<std::string_view>{""});
        CHECK(split_lines("a\r\nb\n\nc") == std::vector<std::string_view>{"a", "b", "", "c"});
        CHECK(split_lines("a\n") == std::vector<std::string_view>{"a"});
        CHECK(split_lines("\n") == std::vector<std::string_view>{""});
        CHECK(split_lines("").empty());
        CHECK(split_words(" a  b\n").size() == 2);
        CHECK(join(std::vector<std::string>{"a", "b"}, ", ") == "a, b");
        CHECK(replace_all("aXbXX", "X", "YX") == "aYXbYXYX");
        CHECK(replace_all("abc", "", "x") == "abc");
    }

    TEST_CASE("tokens are ASCII and begin with a letter or digit") {
        CHECK(is_ascii_token("XAA-2"));
        CHECK(is_ascii_token("r07.b_c"));
        CHECK_FALSE(is_ascii_token(""));
        CHECK_FALSE(is_ascii_token("-a"));
        CHECK_FALSE(is_ascii_token("../a"));
        CHECK_FALSE(is_ascii_token("a b"));
        CHECK_FALSE(is_ascii_token("é"));
    }

    TEST_CASE("the nearest candidate is found within a slip or two") {
        const std::vector<std::string_view> commands{"load", "dump", "status", "questionnaire"};
        CHECK(nearest("laod", commands) == "load");
        CHECK(nearest("Status", commands) == "status");
        CHECK(nearest("questionaire", commands) == "questionnaire");
        CHECK_FALSE(nearest("publish", commands));
        CHECK_FALSE(nearest("x", {}));
    }

    TEST_CASE("widths follow the terminal") {
        CHECK(display_width("Қазақстан") == 9);
        CHECK(display_width("日本") == 4);
        CHECK(display_width("e\u0301") == 1);
        CHECK(fit("Қазақ", 7) == "Қазақ  ");
        CHECK(fit("Қазақстан", 5) == "Қаза…");
        CHECK(display_width(fit("日本語", 4)) == 4);
        CHECK(fit("abc", 0) == "");
    }

    TEST_CASE("wrapping breaks at spaces and keeps newlines") {
        CHECK(wrap("aa bb cc", 5) == "aa bb\ncc");
        CHECK(wrap("aa bb cc", 7, "  ") == "  aa bb\n  cc");
        CHECK(wrap("toolongaword x", 4) == "toolongaword\nx");
        CHECK(wrap("a\n\nb", 10) == "a\n\nb");
        CHECK(wrap("peer/XAA-2/recommendation x", 12, "", LongWords::cut) ==
              "peer/XAA-2/\nrecommendati\non x");
        CHECK(wrap("aa", 1, "", LongWords::cut) == "a\na");
        CHECK(wrap("2026-11-21T08:00:00Z", 12, "", LongWords::cut) == "2026-11-21T\n08:00:00Z");
    }

    TEST_CASE("nothing that a terminal would obey is printed") {
        CHECK(printable("a\x1b[31mb\xc2\x9bm\tc\n") == "a\xEF\xBF\xBD[31mb\xEF\xBF\xBDm\tc\n");
        CHECK(printable("Қазақстан") == "Қазақстан");
    }
}

TEST_SUITE("base.names") {
    TEST_CASE("names go both ways and a gap in the table is an error of ours") {
        CHECK(name_of(Stage::closed) == "closed");
        CHECK(from_name<Stage>("open") == Stage::open);
        CHECK_FALSE(from_name<Stage>("Open"));
        CHECK(all_names<Stage>().size() == 2);
        CHECK(names_list<Stage>() == "open, closed");
        CHECK_THROWS_AS(name_of(Stage::lost), Error);
    }

    TEST_CASE("strong texts of two kinds do not mix") {
        static_assert(!std::is_convertible_v<Subject, Body>);
        static_assert(!std::is_convertible_v<std::string, Subject>);
        static_assert(!std::is_constructible_v<Subject, Body>);
        CHECK(Subject("a") < Subject("b"));
        CHECK(Subject().empty());
        CHECK(std::unordered_set<Subject>{Subject("a"), Subject("a")}.size() == 1);
    }
}
