// SPDX-License-Identifier: EUPL-1.2
#include "statistics/figure.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace rapporteur::statistics;

TEST_SUITE_BEGIN("statistics.figure");

TEST_CASE("six answers that look alike stay six answers") {
    struct Row {
        const char* raw;
        Reading reading;
        const char* value;
    };
    constexpr Row k_rows[] = {
        {"1 234", Reading::number, "1234"}, {"1,236", Reading::number, "1236"}, {"n/a", Reading::words, ""},
        {"-", Reading::dash, ""},           {"5*", Reading::marked, "5"},       {"", Reading::empty, ""},
        {"  ", Reading::empty, ""},         {"0", Reading::number, "0"},        {"–", Reading::dash, ""},
    };
    for (const Row& row : k_rows) {
        CAPTURE(row.raw);
        const Figure figure = read_figure(row.raw);
        CHECK(figure.raw == row.raw);
        CHECK(figure.reading == row.reading);
        CHECK((figure.value ? figure.value->text() : "") == row.value);
    }
    CHECK(read_figure("5*").mark == "*");
}

TEST_CASE("groups of three are read however they are divided") {
    for (const char* raw : {"1234567", "1 234 567", "1,234,567", "1.234.567", "1'234'567",
                            "1\u00A0234\u00A0567", "1\u202F234\u202F567"}) {
        CAPTURE(raw);
        REQUIRE(read_figure(raw).value);
        CHECK(read_figure(raw).value->text() == "1234567");
    }
}

TEST_CASE("what is no number is left alone") {
    for (const char* raw : {"1,23", "12 34", "1 2345", "1,234 567", "<5", "about 40", "5-7", "1..2", "1,",
                            ",5", "--5", "0,123", "1e3", "12a", "1234567890123456789"}) {
        CAPTURE(raw);
        CHECK_FALSE(read_figure(raw).value);
    }
}

TEST_CASE("where decimals may occur a lone group is ambiguous") {
    CHECK(read_figure("1,236", Numbers::with_decimals).reading == Reading::ambiguous);
    CHECK_FALSE(read_figure("1,236", Numbers::with_decimals).value);
    CHECK(read_figure("12,5", Numbers::with_decimals).value->text() == "12.5");
    CHECK(read_figure("1 234,5", Numbers::with_decimals).value->text() == "1234.5");
    CHECK(read_figure("1,234.56", Numbers::with_decimals).value->text() == "1234.56");
    CHECK(read_figure("1.234.567,8", Numbers::with_decimals).value->text() == "1234567.8");
    CHECK(read_figure("-3.5", Numbers::with_decimals).value->text() == "-3.5");
    CHECK(read_figure("−3", Numbers::whole).value->text() == "-3");
    CHECK_FALSE(read_figure("12,5", Numbers::whole).value);
}

TEST_CASE("printed figures are read back as they were") {
    const unsigned seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::int64_t> any(-1'000'000'000, 1'000'000'000);
    for (int i = 0; i < 2000; ++i) {
        const Decimal value{any(random), 0};
        const std::string text = printed(value, i % 2 == 0 ? "en" : "fr");
        CAPTURE(text);
        const Figure figure = read_figure(text);
        REQUIRE(figure.value);
        CHECK(*figure.value == value);
    }
    CHECK(printed(*Decimal::parse("42000"), "en") == "42\u00A0000");
    CHECK(printed(*Decimal::parse("999"), "en") == "999");
    CHECK(printed(*Decimal::parse("1234.5"), "en") == "1\u00A0234.5");
    CHECK(printed(*Decimal::parse("1234.5"), "ru") == "1\u00A0234,5");
    CHECK(printed(*Decimal::parse("-7"), "en") == "−7");
}

TEST_SUITE_END();
