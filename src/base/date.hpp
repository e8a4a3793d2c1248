// SPDX-License-Identifier: EUPL-1.2
// Days, moments and spans as the records write them: ISO 8601, Gregorian calendar, UTC. Values only: what
// time it is is asked of clock.hpp. A Date is a day anywhere (a deadline, an adoption), an Instant is a
// second in UTC.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::base {

// A day between 0001-01-01 and 9999-12-31, proleptic Gregorian.
class Date {
public:
    constexpr Date() = default;  // 1970-01-01

    // Error(invalid_input) when there is no such day.
    static Date of(int year, int month, int day);
    // Exactly "yyyy-mm-dd".
    static std::optional<Date> parse(std::string_view text);
    static Date from_days(std::int32_t days_since_1970);

    int year() const;
    int month() const;    // 1 to 12
    int day() const;      // 1 to 31
    int weekday() const;  // ISO 8601: Monday 1 to Sunday 7
    std::int32_t days_since_1970() const { return m_days; }
    std::string text() const;  // "2026-11-21"

    // Error(invalid_input) when the result leaves the years 1 to 9999.
    Date add_days(int days) const;
    // The day of the month is kept, or the month's last day taken: 2026-01-31 and a month is 2026-02-28.
    Date add_months(int months) const;

    auto operator<=>(const Date&) const = default;

private:
    explicit constexpr Date(std::int32_t days) : m_days(days) {}
    std::int32_t m_days = 0;
};

// to - from in days: negative when to is earlier.
int days_between(Date from, Date to);

// A second in UTC, in the same years.
class Instant {
public:
    constexpr Instant() = default;  // 1970-01-01T00:00:00Z
    static Instant from_seconds(std::int64_t seconds_since_1970);
    // Exactly "yyyy-mm-ddThh:mm:ssZ"; no leap second.
    static std::optional<Instant> parse(std::string_view text);

    std::int64_t seconds_since_1970() const { return m_seconds; }
    Date date() const;         // in UTC
    std::string text() const;  // "2026-11-21T03:00:00Z"
    Instant add(std::chrono::seconds span) const;

    auto operator<=>(const Instant&) const = default;

private:
    explicit constexpr Instant(std::int64_t seconds) : m_seconds(seconds) {}
    std::int64_t m_seconds = 0;
};

// A span of the calendar as ISO 8601 writes it, in whole years, months, weeks and days: "P5M", "P2Y", "P14D",
// "P1Y6M". Units stay as written (P12M is not P1Y), so that text() gives back what was parsed.
struct Period {
    int years = 0;
    int months = 0;
    int weeks = 0;
    int days = 0;

    static std::optional<Period>
    parse(std::string_view text);  // at least one unit, each once, in order, up to 9999
    std::string text() const;      // "P0D" when all are 0
    std::string words() const;     // "1 year 6 months"

    bool operator==(const Period&) const = default;
};

// Years and months first (clamped as in add_months), then weeks and days.
Date operator+(Date date, const Period& period);
Date operator-(Date date, const Period& period);

}  // namespace rapporteur::base
