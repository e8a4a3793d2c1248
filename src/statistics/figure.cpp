// SPDX-License-Identifier: EUPL-1.2
#include "statistics/figure.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace rapporteur::statistics {
namespace {

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

}  // namespace

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
