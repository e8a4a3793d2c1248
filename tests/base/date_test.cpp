// SPDX-License-Identifier: EUPL-1.2
#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/error.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::base;
using rapporteur::support::ScopedVariable;

TEST_SUITE("base.date") {
    TEST_CASE("a date is read exactly and written the same") {
        for (const char* text :
             {"2026-11-21", "0001-01-01", "9999-12-31", "2024-02-29", "1970-01-01", "2000-02-29"}) {
            REQUIRE(Date::parse(text));
            CHECK(Date::parse(text)->text() == text);
        }
        for (const char* text :
             {"", "2026-1-1", "2026-13-01", "2026-00-10", "2026-04-31", "2023-02-29", "1900-02-29",
              "0000-01-01", "2026/01/01", "2026-01-01 ", "+026-01-01", "2026-01-0a"}) {
            CAPTURE(text);
            CHECK_FALSE(Date::parse(text));
        }
    }

    TEST_CASE("parts and the day of the week") {
        const Date date = Date::of(2026, 11, 21);
        CHECK(date.year() == 2026);
        CHECK(date.month() == 11);
        CHECK(date.day() == 21);
        CHECK(date.weekday() == 6);
        CHECK(Date::of(2026, 11, 22).weekday() == 7);
        CHECK_THROWS_AS(Date::of(2026, 2, 29), Error);
        CHECK(Date() == Date::of(1970, 1, 1));
    }

    TEST_CASE("adding months clamps to the month's last day") {
        CHECK(Date::of(2026, 1, 31).add_months(1).text() == "2026-02-28");
        CHECK(Date::of(2024, 1, 31).add_months(1).text() == "2024-02-29");
        CHECK(Date::of(2026, 12, 31).add_months(2).text() == "2027-02-28");
        CHECK(Date::of(2026, 3, 31).add_months(-1).text() == "2026-02-28");
        CHECK(Date::of(2026, 1, 15).add_months(-13).text() == "2024-12-15");
        CHECK(Date::of(2026, 12, 1).add_months(12).text() == "2027-12-01");
        CHECK_THROWS_AS(Date::of(9999, 12, 1).add_months(1), Error);
        CHECK_THROWS_AS(Date::of(1, 1, 1).add_months(-1), Error);
    }

    TEST_CASE("adding days and counting them agree over the whole calendar") {
        const Date first = Date::of(1, 1, 1);
        CHECK(days_between(first, Date::of(9999, 12, 31)) == 3652058);
        for (int days = 0; days < 3652058; days += 997) {
            const Date date = first.add_days(days);
            REQUIRE(days_between(first, date) == days);
            REQUIRE(Date::parse(date.text()) == date);
        }
        CHECK(days_between(Date::of(2026, 3, 1), Date::of(2026, 2, 28)) == -1);
        CHECK_THROWS_AS(first.add_days(-1), Error);
        CHECK_THROWS_AS(Date::of(9999, 12, 31).add_days(1), Error);
        CHECK_THROWS_AS(Date::of(2026, 1, 1).add_days(2'000'000'000), Error);
    }

    TEST_CASE("an instant is a second in UTC") {
        const auto instant = Instant::parse("2026-11-21T03:04:05Z");
        REQUIRE(instant);
        CHECK(instant->text() == "2026-11-21T03:04:05Z");
        CHECK(instant->date().text() == "2026-11-21");
        CHECK(Instant().text() == "1970-01-01T00:00:00Z");
        CHECK(Instant::from_seconds(-1).text() == "1969-12-31T23:59:59Z");
        CHECK(instant->add(std::chrono::hours(21)).text() == "2026-11-22T00:04:05Z");
        for (const char* text : {"2026-11-21", "2026-11-21T24:00:00Z", "2026-11-21T03:60:00Z",
                                 "2026-11-21T03:00:60Z", "2026-11-21t03:00:00Z", "2026-11-21T03:00:00",
                                 "2026-02-30T03:00:00Z", "2026-11-21T03:00:00+01:00"}) {
            CAPTURE(text);
            CHECK_FALSE(Instant::parse(text));
        }
        CHECK_THROWS_AS(Instant::from_seconds(INT64_MAX), Error);
        CHECK_THROWS_AS(Instant().add(std::chrono::seconds::max()), Error);
    }

    TEST_CASE("a period is read and written with the units it came in") {
        for (const char* text : {"P5M", "P2Y", "P14D", "P1Y6M", "P3W", "P1Y2M3W4D", "P12M"}) {
            REQUIRE(Period::parse(text));
            CHECK(Period::parse(text)->text() == text);
        }
        for (const char* text : {"", "P", "5M", "P5", "PM", "P5M1Y", "P1M1M", "PT5H", "P-1D", "P1.5Y",
                                 "P99999D", "p5m", "P5M "}) {
            CAPTURE(text);
            CHECK_FALSE(Period::parse(text));
        }
        CHECK(Period::parse("P0D")->text() == "P0D");
        CHECK(Period::parse("P1Y6M")->words() == "1 year 6 months");
        CHECK(Period().words() == "0 days");
    }

    TEST_CASE("a period is added in months first and then in days") {
        CHECK((Date::of(2026, 1, 31) + *Period::parse("P1M1D")).text() == "2026-03-01");
        CHECK((Date::of(2026, 1, 31) + *Period::parse("P1Y")).text() == "2027-01-31");
        CHECK((Date::of(2026, 1, 31) + *Period::parse("P2W")).text() == "2026-02-14");
        CHECK((Date::of(2024, 2, 29) - *Period::parse("P1Y")).text() == "2023-02-28");
    }
}

TEST_SUITE("base.clock") {
    TEST_CASE("the clock can be stopped from outside") {
        const ScopedVariable stopped("SOURCE_DATE_EPOCH", "1795219200");
        CHECK(now().text() == "2026-11-21T00:00:00Z");
        CHECK(today().text() == "2026-11-21");
    }

    TEST_CASE("a clock set to nonsense is refused") {
        for (const char* value : {"soon", "-1", "12x", "99999999999999999999"}) {
            const ScopedVariable stopped("SOURCE_DATE_EPOCH", value);
            CAPTURE(value);
            CHECK_THROWS_AS(now(), Error);
        }
    }

    TEST_CASE("the clock runs when nothing stops it") {
        const ScopedVariable running("SOURCE_DATE_EPOCH", nullptr);
        CHECK(now() > Instant::from_seconds(1'700'000'000));
    }
}
