// SPDX-License-Identifier: EUPL-1.2
#include "statistics/figure.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace rapporteur::statistics {
namespace {

constexpr std::size_t k_most_digits = 18;
constexpr int k_most_decimals = 9;
constexpr std::string_view k_no_break_space = "\xC2\xA0";

// With spaces of all kinds as ' ' and the typographic minus as '-'.
std::string simplified(std::string_view text) {
    constexpr std::array<std::string_view, 4> k_spaces{"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\t"};
    std::string result(text);
    for (const std::string_view space : k_spaces) {
        result = base::replace_all(result, space, " ");
    }
    result = base::replace_all(result, "\xE2\x88\x92", "-");
    result = base::replace_all(result, "\xE2\x80\x99", "'");
    return std::string(base::trim(result));
}

bool is_dash(std::string_view text) {
    return text == "-" || text == "--" || text == "\xE2\x80\x93" || text == "\xE2\x80\x94";
}

// Takes marks for remarks off the end: "5*", "5 **", "5†".
std::string take_mark(std::string& text) {
    constexpr std::string_view k_dagger = "\xE2\x80\xA0";
    std::string mark;
    for (;;) {
        if (!text.empty() && text.back() == '*') {
            mark.insert(0, "*");
            text.pop_back();
        } else if (text.size() >= k_dagger.size() &&
                   std::string_view(text).substr(text.size() - k_dagger.size()) == k_dagger) {
            mark.insert(0, k_dagger);
            text.resize(text.size() - k_dagger.size());
        } else {
            break;
        }
    }
    if (!mark.empty()) {
        text = std::string(base::trim(text));
    }
    return mark;
}

struct Pieces {
    bool negative = false;
    std::vector<std::string> runs;  // of digits
    std::string separators;         // between them
};

std::optional<Pieces> pieces_of(std::string_view text) {
    Pieces pieces;
    if (!text.empty() && text.front() == '-') {
        pieces.negative = true;
        text.remove_prefix(1);
    }
    pieces.runs.emplace_back();
    for (const char c : text) {
        if (base::is_digit(c)) {
            pieces.runs.back() += c;
        } else if (c == ' ' || c == ',' || c == '.' || c == '\'') {
            pieces.separators += c;
            pieces.runs.emplace_back();
        } else {
            return std::nullopt;
        }
    }
    const bool gap = std::any_of(pieces.runs.begin(), pieces.runs.end(),
                                 [](const std::string& run) { return run.empty(); });
    return gap ? std::nullopt : std::optional<Pieces>(std::move(pieces));
}

// True where the runs from `first` to `last` (both included) are groups of three behind a head of one to three.
bool are_groups(const std::vector<std::string>& runs, std::size_t last) {
    if (runs.front().size() > 3 || (last > 0 && runs.front() == "0")) {
        return false;
    }
    for (std::size_t i = 1; i <= last; ++i) {
        if (runs[i].size() != 3) {
            return false;
        }
    }
    return true;
}

bool all_are(std::string_view separators, char c) {
    return std::all_of(separators.begin(), separators.end(), [c](char each) { return each == c; });
}

enum class Shape { whole, decimal, either, neither };

// What the separators say: groups of three, a decimal fraction at the end, both possible, or nothing of the kind.
Shape shape_of(const Pieces& pieces) {
    const std::string_view separators = pieces.separators;
    if (separators.empty()) {
        return Shape::whole;
    }
    const char last = separators.back();
    const std::string_view before = separators.substr(0, separators.size() - 1);
    const bool uniform = all_are(separators, last);
    const bool groups = uniform && are_groups(pieces.runs, pieces.runs.size() - 1);
    const bool decimal_sign = last == ',' || last == '.';
    const bool decimal = decimal_sign && before.find(last) == std::string_view::npos &&
                         (before.empty() || (all_are(before, before.front()) &&
                                             are_groups(pieces.runs, pieces.runs.size() - 2)));
    if (groups && decimal) {
        return Shape::either;
    }
    return groups ? Shape::whole : decimal ? Shape::decimal : Shape::neither;
}

std::optional<Decimal> number_from(const Pieces& pieces, bool fraction_at_end) {
    std::string text = pieces.negative ? "-" : "";
    for (std::size_t i = 0; i < pieces.runs.size(); ++i) {
        if (fraction_at_end && i + 1 == pieces.runs.size()) {
            text += '.';
        }
        text += pieces.runs[i];
    }
    return Decimal::parse(text);
}

void read_number(const std::string& text, Numbers numbers, Figure& figure) {
    const auto pieces = pieces_of(text);
    if (!pieces) {
        return;
    }
    const Shape shape = shape_of(*pieces);
    if (shape == Shape::either && numbers == Numbers::with_decimals) {
        figure.reading = Reading::ambiguous;
        return;
    }
    if (shape == Shape::neither || (shape == Shape::decimal && numbers == Numbers::whole)) {
        return;
    }
    figure.value = number_from(*pieces, shape == Shape::decimal);
    if (figure.value) {
        figure.reading = figure.mark.empty() ? Reading::number : Reading::marked;
    }
}

std::int64_t power_of_ten(int exponent) {
    std::int64_t result = 1;
    for (int i = 0; i < exponent; ++i) {
        result *= 10;
    }
    return result;
}

// Both at the larger scale.
std::pair<std::int64_t, std::int64_t> aligned(const Decimal& a, const Decimal& b) {
    const int scale = std::max(a.scale, b.scale);
    std::int64_t left = 0;
    std::int64_t right = 0;
    if (__builtin_mul_overflow(a.digits, power_of_ten(scale - a.scale), &left) ||
        __builtin_mul_overflow(b.digits, power_of_ten(scale - b.scale), &right)) {
        throw base::Error(base::ErrorKind::internal, "figures too long to compare");
    }
    return {left, right};
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
        return std::all_of(part.begin(), part.end(), base::is_digit);
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

Decimal operator+(const Decimal& a, const Decimal& b) {
    const auto [left, right] = aligned(a, b);
    Decimal sum;
    sum.scale = std::max(a.scale, b.scale);
    if (__builtin_add_overflow(left, right, &sum.digits)) {
        throw base::Error(base::ErrorKind::internal, "figures too long to add");
    }
    return sum;
}

Figure read_figure(std::string_view raw, Numbers numbers) {
    Figure figure;
    figure.raw = std::string(raw);
    std::string text = simplified(raw);
    if (text.empty()) {
        return figure;
    }
    if (is_dash(text)) {
        figure.reading = Reading::dash;
        return figure;
    }
    figure.reading = Reading::words;
    figure.mark = take_mark(text);
    read_number(text, numbers, figure);
    return figure;
}

std::string printed(const Decimal& value, std::string_view language) {
    std::string text = value.text();
    const bool negative = text.front() == '-';
    if (negative) {
        text.erase(0, 1);
    }
    const std::size_t point = text.find('.');
    std::string whole = text.substr(0, point);
    for (std::size_t at = whole.size(); at > 3;) {
        at -= 3;
        whole.insert(at, k_no_break_space);
    }
    std::string result = (negative ? "\xE2\x88\x92" : "") + whole;
    if (point != std::string::npos) {
        result += language == "en" ? '.' : ',';
        result += text.substr(point + 1);
    }
    return result;
}

}  // namespace rapporteur::statistics
