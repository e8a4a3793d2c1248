// SPDX-License-Identifier: EUPL-1.2
#include "base/json.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace rapporteur::base;
using namespace std::string_literals;

namespace {

JsonValue parsed(std::string_view bytes) {
    Problems problems;
    const auto value = JsonValue::parse(bytes, "t.json", problems);
    INFO((problems.empty() ? "" : describe(problems.front())));
    REQUIRE(value.has_value());
    return *value;
}

Problem refused(std::string_view bytes, JsonLimits limits = {}) {
    Problems problems;
    CAPTURE(bytes.substr(0, 200));
    REQUIRE_FALSE(JsonValue::parse(bytes, "t.json", problems, limits).has_value());
    REQUIRE(problems.size() == 1);
    return problems.front();
}

}  // namespace

TEST_SUITE("base.json") {
    TEST_CASE("the pretty form is one member a line") {
        JsonWriter writer;
        writer.object().member("id", "r07").member("n", 3).member("share", 0.1).member("open", true);
        writer.member("none", std::optional<std::string>()).key("list").array().value("a").value(2).close();
        writer.key("empty").object().close().key("nothing").array().close().close();
        CHECK(writer.finish() == "{\n  \"id\": \"r07\",\n  \"n\": 3,\n  \"share\": 0.1,\n  \"open\": true,\n"
                                 "  \"none\": null,\n  \"list\": [\n    \"a\",\n    2\n  ],\n"
                                 "  \"empty\": {},\n  \"nothing\": []\n}\n");
    }

    TEST_CASE("the compact form has no white space") {
        JsonWriter writer(JsonLayout::compact);
        writer.array().object().member("a", 1).member("b", std::size_t{2}).close().null().close();
        CHECK(writer.finish() == "[{\"a\":1,\"b\":2},null]");
    }

    TEST_CASE("text is escaped so that it can stand in HTML") {
        CHECK(json_text("a\"\\\n\t\r\x01</script>&é") ==
              "\"a\\\"\\\\\\n\\t\\r\\u0001\\u003c/script\\u003e\\u0026é\"");
        CHECK_THROWS_AS(json_text("\xFF"), Error);
    }

    TEST_CASE("calls out of order are errors of ours") {
        CHECK_THROWS_AS(JsonWriter().finish(), Error);
        CHECK_THROWS_AS(JsonWriter().close(), Error);
        CHECK_THROWS_AS(JsonWriter().key("a"), Error);
        CHECK_THROWS_AS(JsonWriter().object().value(1), Error);
        CHECK_THROWS_AS(JsonWriter().object().key("a").close(), Error);
        CHECK_THROWS_AS(JsonWriter().value(1).value(2), Error);
        CHECK_THROWS_AS(JsonWriter().array().close().array(), Error);
        CHECK_THROWS_AS(JsonWriter().value(std::numeric_limits<double>::infinity()), Error);
    }

    TEST_CASE("what is written is read back the same") {
        JsonWriter writer;
        writer.object()
            .member("z", "Ә \"<>\n")
            .member("a", -5)
            .member("d", 1.0 / 3)
            .key("l")
            .array()
            .null()
            .close()
            .close();
        const JsonValue value = parsed(writer.finish());
        CHECK(value.at("z").text() == "Ә \"<>\n");
        CHECK(value.at("a").integer() == -5);
        CHECK(value.at("d").number() == 1.0 / 3);
        CHECK(value.at("l").at(0).is_null());
        CHECK(value.members().front().key == "z");
        CHECK(value.size() == 4);
        CHECK_FALSE(value.find("q"));
    }

    TEST_CASE("a value keeps its document alive") {
        const JsonValue inner = parsed("{\"a\":{\"b\":[1,true,\"x\"]}}").at("a").at("b");
        CHECK(inner.items().size() == 3);
        CHECK(inner.at(1).boolean());
        CHECK(inner.at(2).text() == "x");
    }

    TEST_CASE("the wrong kind is told with its path") {
        const JsonValue value = parsed("{\"a\":[{\"b\":1.5}]}");
        try {
            value.at("a").at(0).at("b").text();
            FAIL("not thrown");
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::invalid_input);
            CHECK(error.where() == "/a/0/b");
            CHECK(error.message() == "JSON has a number where text should stand");
        }
        CHECK_THROWS_AS(value.at("missing"), Error);
        CHECK_THROWS_AS(value.at("a").at(1), Error);
        CHECK_THROWS_AS(value.at("a").at(0).at("b").integer(), Error);
        CHECK_THROWS_AS(value.items(), Error);
        CHECK_THROWS_AS(value.at("a").members(), Error);
    }

    TEST_CASE("hostile JSON is refused with its line") {
        for (const char* bytes : {"", "{", "[1,]", "{\"a\":1,}", "nul", "01", "\"\x01\"", "[1] 2", "'a'",
                                  "{a:1}", "NaN", "\"\\ud800\"", "// c\n1", "+1", "1e999"}) {
            refused(bytes);
        }
        CHECK(refused("{\n\"a\": 1,\n\"a\": 2}").text == "the key \"a\" stands twice in an object");
        CHECK(refused("{\n\"a\": 1,\n\"a\": 2}").place.line == 3);
        CHECK(refused("[1,\n2,\n}").place.line == 3);
        CHECK(refused("[\n\"\xC0\xAF\"]").place.line == 2);
        CHECK(refused("[\"\xED\xA0\x80\"]").text == "not valid UTF-8");
        refused("[1\0]"s);
        CHECK(refused(std::string(129, '[') + std::string(129, ']')).text ==
              "values stand more than 128 deep");
        refused(std::string(1'000'000, '['));
        CHECK(refused("[1,2]", {4, 10}).text == "larger than 4 bytes");
        parsed(std::string(128, '[') + std::string(128, ']'));
    }

    TEST_CASE("large numbers are kept or become fractions") {
        CHECK(parsed("9223372036854775807").integer() == INT64_MAX);
        CHECK(parsed("-9223372036854775808").integer() == INT64_MIN);
        CHECK(parsed("9223372036854775808").kind() == JsonKind::number);
        CHECK(parsed("7").number() == 7.0);
    }
}
