// SPDX-License-Identifier: EUPL-1.2
#include "base/encoding.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace rapporteur::base;
using namespace std::string_literals;

TEST_SUITE("base.encoding") {
    TEST_CASE("UTF-8 stays as it is, without its mark and with LF") {
        const DecodedText text = decode_text("\xEF\xBB\xBF"
                                             "caf\xC3\xA9\r\nb\r\n");
        CHECK(text.text == "caf\xC3\xA9\nb\n");
        CHECK(text.encoding == Encoding::utf8);
        CHECK(text.line_ends == LineEnds::crlf);
        CHECK(text.reason == "a byte order mark");
    }
    TEST_CASE("bare CR and a byte of Mac Roman") {
        // 8E is é in Mac Roman and Ž in Windows-1252.
        const DecodedText text = decode_text("expos\x8E\rnext\r");
        CHECK(text.text == "expos\xC3\xA9\nnext\n");
        CHECK(text.encoding == Encoding::mac_roman);
        CHECK(text.line_ends == LineEnds::cr);
        CHECK(text.reason.find("CR alone") != std::string::npos);
    }
    TEST_CASE("Western Windows text, with its curled quotes") {
        const DecodedText text = decode_text("l\x92\xE9tat, \x93oui\x94\n");
        CHECK(text.encoding == Encoding::windows1252);
        CHECK(text.text == "l\xE2\x80\x99\xC3\xA9tat, \xE2\x80\x9Coui\xE2\x80\x9D\n");
    }
    TEST_CASE("Mac Roman with LF") {
        CHECK(decode_text("expos\x8E, \x8F \x88 \n").encoding == Encoding::mac_roman);
    }
    TEST_CASE("Cyrillic of Windows") {
        const DecodedText text = decode_text("\xE7\xE0\xEA\xEE\xED\n");
        CHECK(text.encoding == Encoding::windows1251);
        CHECK(text.text == "\xD0\xB7\xD0\xB0\xD0\xBA\xD0\xBE\xD0\xBD\n");
    }
    TEST_CASE("UTF-16 by its mark, cut off it is refused") {
        CHECK(decode_text("\xFF\xFE"
                          "a\0\xE9\0"s)
                  .text == "a\xC3\xA9");
        CHECK(decode_text("\xFE\xFF\0a"s).text == "a");
        CHECK_THROWS_AS(decode_text("\xFF\xFE"
                                    "a"),
                        Error);
    }
    TEST_CASE("what a person says holds, and is refused where it can not be") {
        CHECK(decode_text("\x8E", Encoding::windows1252).text == "\xC5\xBD");
        CHECK_THROWS_AS(decode_text("\x8E", Encoding::utf8), Error);
    }
    TEST_CASE("mixed ends of lines are named") {
        const DecodedText text = decode_text("a\nb\r\nc\rd");
        CHECK(text.line_ends == LineEnds::mixed);
        CHECK(text.text == "a\nb\nc\nd");
        CHECK(decode_text("a").line_ends == LineEnds::none);
    }
    TEST_CASE("names and options belong together") {
        for (const std::string& option : encoding_options()) {
            const auto encoding = encoding_named(option);
            REQUIRE(encoding);
            CHECK(option_of(*encoding) == option);
        }
        CHECK(!encoding_named("ebcdic"));
    }
    TEST_CASE("whatever bytes come, the text is UTF-8 without CR") {
        const auto seed = std::random_device{}();
        INFO("seed " << seed);
        std::mt19937 random(seed);
        for (int round = 0; round < 500; ++round) {
            std::string bytes;
            const std::string plain = "\r\na,\"";
            for (std::size_t i = random() % 60; i > 0; --i) {
                bytes +=
                    random() % 4 == 0 ? static_cast<char>(random() % 256) : plain[random() % plain.size()];
            }
            try {
                const DecodedText text = decode_text(bytes);
                CHECK(is_valid_utf8(text.text));
                CHECK(text.text.find('\r') == std::string::npos);
            } catch (const Error& error) {
                CHECK(error.kind() == ErrorKind::invalid_input);
            }
        }
    }
}
