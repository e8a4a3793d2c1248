// SPDX-License-Identifier: EUPL-1.2
//
// Decimal numbers as people write them, exact. Sums of figures and comparisons of them are made with these, never with floating-point
// numbers. Reads digits only: what a respondent may have meant by other signs is for the statistics room to say. Called by the checks of
// tables, wherever they stand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::base {

// A decimal number, exact: 762 with scale 1 is 76.2.
struct Decimal {
    std::int64_t digits = 0;
    int scale = 0;  // digits behind the point, 0 to 9

    // Digits with an optional minus and an optional point: "76.2". Nothing for other text or for more than 18 digits.
    static std::optional<Decimal> parse(std::string_view text);
    std::string text() const;  // "76.2"
    double approximate() const;
};
// Equal values are equal whatever their scale: 76.20 is 76.2.
bool operator==(const Decimal& a, const Decimal& b);
bool operator<(const Decimal& a, const Decimal& b);
// Nothing beyond 18 digits.
std::optional<Decimal> checked_sum(const Decimal& a, const Decimal& b);
// Error(internal) beyond 18 digits.
Decimal operator+(const Decimal& a, const Decimal& b);
Decimal operator-(const Decimal& a, const Decimal& b);

}  // namespace rapporteur::base
