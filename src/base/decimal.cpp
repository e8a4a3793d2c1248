// SPDX-License-Identifier: EUPL-1.2
#include "base/decimal.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace rapporteur::base {
namespace {

constexpr std::size_t k_most_digits = 18;
constexpr int k_most_decimals = 9;

std::int64_t power_of_ten(int exponent) {
    std::int64_t result = 1;
    for (int i = 0; i < exponent; ++i) {
        result *= 10;
    }
    return result;
}

__extension__ using Wide = __int128;  // 18 digits at another scale of up to 9 places fit well

// Both at the larger scale.
std::pair<Wide, Wide> aligned(const Decimal& a, const Decimal& b) {
    const int scale = std::max(a.scale, b.scale);
    return {Wide(a.digits) * power_of_ten(scale - a.scale), Wide(b.digits) * power_of_ten(scale - b.scale)};
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
    Decimal result;
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) {
        text.remove_prefix(1);
    }
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction =
        point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    const auto only_digits = [](std::string_view part) {
        return std::all_of(part.begin(), part.end(), is_digit);
    };
    if (whole.empty() || !only_digits(whole) || !only_digits(fraction) ||
        (point != std::string_view::npos && fraction.empty()) ||
        whole.size() + fraction.size() > k_most_digits ||
        fraction.size() > static_cast<std::size_t>(k_most_decimals)) {
        return std::nullopt;
    }
    for (const std::string_view part : {whole, fraction}) {
        for (const char c : part) {
            result.digits = result.digits * 10 + (c - '0');
        }
    }
    result.scale = static_cast<int>(fraction.size());
    if (negative) {
        result.digits = -result.digits;
    }
    return result;
}

std::string Decimal::text() const {
    std::string result = std::to_string(digits < 0 ? -digits : digits);
    if (scale > 0) {
        const auto places = static_cast<std::size_t>(scale);
        if (result.size() <= places) {
            result.insert(0, places + 1 - result.size(), '0');
        }
        result.insert(result.size() - places, ".");
    }
    return digits < 0 ? "-" + result : result;
}

double Decimal::approximate() const {
    return static_cast<double>(digits) / static_cast<double>(power_of_ten(scale));
}

bool operator==(const Decimal& a, const Decimal& b) {
    const auto [left, right] = aligned(a, b);
    return left == right;
}

bool operator<(const Decimal& a, const Decimal& b) {
    const auto [left, right] = aligned(a, b);
    return left < right;
}

std::optional<Decimal> checked_sum(const Decimal& a, const Decimal& b) {
    const auto [left, right] = aligned(a, b);
    const Wide sum = left + right;
    constexpr Wide k_limit = Wide(1'000'000'000) * 1'000'000'000;
    if (sum >= k_limit || sum <= -k_limit) {
        return std::nullopt;
    }
    return Decimal{static_cast<std::int64_t>(sum), std::max(a.scale, b.scale)};
}

Decimal operator+(const Decimal& a, const Decimal& b) {
    if (const auto sum = checked_sum(a, b)) {
        return *sum;
    }
    throw Error(ErrorKind::internal, "figures too long to add");
}

Decimal operator-(const Decimal& a, const Decimal& b) {
    Decimal negative = b;
    negative.digits = -negative.digits;
    return a + negative;
}

}  // namespace rapporteur::base
