// SPDX-License-Identifier: EUPL-1.2
#include "base/date.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <array>
#include <limits>

namespace rapporteur::base {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int32_t k_first_day = -719162;  // 0001-01-01
constexpr std::int32_t k_last_day = 2932896;   // 9999-12-31
constexpr std::int64_t k_day_seconds = 86'400;

year_month_day civil(std::int32_t days) {
    return year_month_day{sys_days{std::chrono::days{days}}};
}

// Exactly count digits at position, as a number.
std::optional<int> digits(std::string_view text, std::size_t position, std::size_t count) {
    int number = 0;
    if (position + count > text.size()) {
        return std::nullopt;
    }
    for (std::size_t i = position; i < position + count; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

std::optional<std::int32_t> days_of(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return static_cast<std::int32_t>(sys_days{date}.time_since_epoch().count());
}

std::int32_t checked_days(std::int64_t days) {
    if (days < k_first_day || days > k_last_day) {
        throw Error(ErrorKind::invalid_input, "a date must lie in the years 1 to 9999");
    }
    return static_cast<std::int32_t>(days);
}

}  // namespace

Date Date::of(int year, int month, int day) {
    const auto days = days_of(year, month, day);
    if (!days) {
        throw Error(ErrorKind::invalid_input,
                    fmt::format("there is no day {:04}-{:02}-{:02}", year, month, day));
    }
    return Date(*days);
}

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const auto days = days_of(*year, *month, *day);
    return days ? std::optional<Date>(Date(*days)) : std::nullopt;
}

Date Date::from_days(std::int32_t days_since_1970) {
    return Date(checked_days(days_since_1970));
}

int Date::year() const {
    return static_cast<int>(civil(m_days).year());
}
int Date::month() const {
    return static_cast<int>(static_cast<unsigned>(civil(m_days).month()));
}
int Date::day() const {
    return static_cast<int>(static_cast<unsigned>(civil(m_days).day()));
}
int Date::weekday() const {
    return static_cast<int>(std::chrono::weekday{sys_days{std::chrono::days{m_days}}}.iso_encoding());
}

std::string Date::text() const {
    return fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

Date Date::add_days(int days) const {
    return Date(checked_days(std::int64_t{m_days} + days));
}

Date Date::add_months(int months) const {
    const std::int64_t index = std::int64_t{year()} * 12 + (month() - 1) + months;
    if (index < 12 || index > 9999 * 12 + 11) {
        throw Error(ErrorKind::invalid_input, "a date must lie in the years 1 to 9999");
    }
    const auto year_number = std::chrono::year{static_cast<int>(index / 12)};
    const auto month_number = std::chrono::month{static_cast<unsigned>(index % 12 + 1)};
    const auto last =
        std::chrono::year_month_day_last{year_number, std::chrono::month_day_last{month_number}};
    const auto kept = std::min(civil(m_days).day(), last.day());
    const sys_days result{year_month_day{year_number, month_number, kept}};
    return Date(static_cast<std::int32_t>(result.time_since_epoch().count()));
}

int days_between(Date from, Date to) {
    return to.days_since_1970() - from.days_since_1970();
}

Instant Instant::from_seconds(std::int64_t seconds_since_1970) {
    constexpr std::int64_t k_first = k_first_day * k_day_seconds;
    constexpr std::int64_t k_last = k_last_day * k_day_seconds + k_day_seconds - 1;
    if (seconds_since_1970 < k_first || seconds_since_1970 > k_last) {
        throw Error(ErrorKind::invalid_input, "a time must lie in the years 1 to 9999");
    }
    return Instant(seconds_since_1970);
}

std::optional<Instant> Instant::parse(std::string_view text) {
    if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z') {
        return std::nullopt;
    }
    const auto date = Date::parse(text.substr(0, 10));
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    if (!date || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    return Instant(date->days_since_1970() * k_day_seconds + *hour * 3600 + *minute * 60 + *second);
}

Date Instant::date() const {
    const std::int64_t days = m_seconds / k_day_seconds - (m_seconds % k_day_seconds < 0 ? 1 : 0);
    return Date::from_days(static_cast<std::int32_t>(days));
}

std::string Instant::text() const {
    const Date day = date();
    const std::int64_t rest = m_seconds - day.days_since_1970() * k_day_seconds;
    return fmt::format("{}T{:02}:{:02}:{:02}Z", day.text(), rest / 3600, rest / 60 % 60, rest % 60);
}

Instant Instant::add(std::chrono::seconds span) const {
    constexpr std::int64_t k_most = 2 * std::int64_t{k_last_day} * k_day_seconds;
    if (span.count() > k_most || span.count() < -k_most) {
        throw Error(ErrorKind::invalid_input, "a time must lie in the years 1 to 9999");
    }
    return from_seconds(m_seconds + span.count());
}

std::optional<Period> Period::parse(std::string_view text) {
    if (text.size() < 3 || text.front() != 'P') {
        return std::nullopt;
    }
    text.remove_prefix(1);
    Period period;
    const std::array<std::pair<char, int*>, 4> units{
        {{'Y', &period.years}, {'M', &period.months}, {'W', &period.weeks}, {'D', &period.days}}};
    for (const auto& unit : units) {
        const std::size_t length = std::min(text.find_first_not_of("0123456789"), text.size());
        if (length == text.size() || text[length] != unit.first) {
            continue;
        }
        if (length == 0 || length > 4) {
            return std::nullopt;
        }
        *unit.second = *digits(text, 0, length);
        text.remove_prefix(length + 1);
    }
    return text.empty() ? std::optional<Period>(period) : std::nullopt;
}

std::string Period::text() const {
    std::string result = "P";
    const auto add = [&result](int count, char unit) {
        if (count != 0) {
            result += std::to_string(count) + unit;
        }
    };
    add(years, 'Y');
    add(months, 'M');
    add(weeks, 'W');
    add(days, 'D');
    return result == "P" ? "P0D" : result;
}

std::string Period::words() const {
    std::string result;
    const auto add = [&result](int count, std::string_view unit) {
        if (count != 0) {
            result += fmt::format("{}{} {}{}", result.empty() ? "" : " ", count, unit, count == 1 ? "" : "s");
        }
    };
    add(years, "year");
    add(months, "month");
    add(weeks, "week");
    add(days, "day");
    return result.empty() ? "0 days" : result;
}

Date operator+(Date date, const Period& period) {
    return date.add_months(period.years * 12 + period.months).add_days(period.weeks * 7 + period.days);
}

Date operator-(Date date, const Period& period) {
    return date.add_months(-(period.years * 12 + period.months)).add_days(-(period.weeks * 7 + period.days));
}

}  // namespace rapporteur::base
