// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace rapporteur::base {

namespace {

unsigned byte_at(std::string_view bytes, std::size_t position) {
    return static_cast<unsigned char>(bytes[position]);
}

bool continues(std::string_view bytes, std::size_t position, unsigned low = 0x80, unsigned high = 0xBF) {
    return position < bytes.size() && byte_at(bytes, position) >= low && byte_at(bytes, position) <= high;
}

// Length of the well-formed sequence at position, 0 when there is none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view bytes, std::size_t position) {
    const unsigned lead = byte_at(bytes, position);
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return 0;
    }
    if (lead < 0xE0) {
        return continues(bytes, position + 1) ? 2 : 0;
    }
    if (lead < 0xF0) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return continues(bytes, position + 1, low, high) && continues(bytes, position + 2) ? 3 : 0;
    }
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
    return continues(bytes, position + 1, low, high) && continues(bytes, position + 2) &&
                   continues(bytes, position + 3)
               ? 4
               : 0;
}

struct Range {
    char32_t first;
    char32_t last;
};

// Combining marks and formats that take no column; the blocks that occur in the records' languages and Latin.
constexpr std::array<Range, 14> k_zero_width{{{0x0300, 0x036F},
                                              {0x0483, 0x0489},
                                              {0x0591, 0x05BD},
                                              {0x0610, 0x061A},
                                              {0x064B, 0x065F},
                                              {0x0670, 0x0670},
                                              {0x06D6, 0x06DC},
                                              {0x1AB0, 0x1AFF},
                                              {0x1DC0, 0x1DFF},
                                              {0x200B, 0x200F},
                                              {0x202A, 0x202E},
                                              {0x2060, 0x2064},
                                              {0x20D0, 0x20F0},
                                              {0xFE00, 0xFE0F}}};

// East Asian Wide and Fullwidth (UAX 11), in whole blocks.
constexpr std::array<Range, 11> k_wide{{{0x1100, 0x115F},
                                        {0x2E80, 0x303E},
                                        {0x3041, 0x33FF},
                                        {0x3400, 0x4DBF},
                                        {0x4E00, 0xA4CF},
                                        {0xA960, 0xA97F},
                                        {0xAC00, 0xD7A3},
                                        {0xF900, 0xFAFF},
                                        {0xFE30, 0xFE6F},
                                        {0xFF00, 0xFF60},
                                        {0x1F300, 0x1FAFF}}};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t c) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [c](const Range& range) { return c >= range.first && c <= range.last; });
}

std::size_t column_width(char32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || is_in(k_zero_width, c) || c == 0xFEFF) {
        return 0;
    }
    return is_in(k_wide, c) || (c >= 0x20000 && c <= 0x3FFFD) ? 2 : 1;
}

// Optimal string alignment distance: insert, delete, change, swap of neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> previous(b.size() + 1);
    std::vector<std::size_t> current(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        previous[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                current[j] = std::min(current[j], before[j - 2] + 1);
            }
        }
        before.swap(previous);
        previous.swap(current);
    }
    return previous[b.size()];
}

template <class Parts>
std::string join_parts(const Parts& parts, std::string_view separator) {
    std::string text;
    bool first = true;
    for (const auto& part : parts) {
        if (!first) {
            text += separator;
        }
        first = false;
        text += part;
    }
    return text;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
    std::size_t position = 0;
    while (position < bytes.size()) {
        if (byte_at(bytes, position) < 0x80) {
            ++position;
            continue;
        }
        const std::size_t length = sequence_length(bytes, position);
        if (length == 0) {
            return position;
        }
        position += length;
    }
    return std::nullopt;
}

bool is_valid_utf8(std::string_view bytes) {
    return !find_invalid_utf8(bytes).has_value();
}

char32_t next_code_point(std::string_view text, std::size_t& position) {
    const std::size_t length = sequence_length(text, position);
    if (length <= 1) {
        const unsigned byte = byte_at(text, position);
        ++position;
        return length == 1 ? static_cast<char32_t>(byte) : U'\uFFFD';
    }
    constexpr std::array<unsigned, 5> k_lead_bits{0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t code_point = byte_at(text, position) & k_lead_bits.at(length);
    for (std::size_t i = 1; i < length; ++i) {
        code_point = (code_point << 6U) | (byte_at(text, position + i) & 0x3FU);
    }
    position += length;
    return code_point;
}

void append_utf8(std::string& text, char32_t code_point) {
    const auto add = [&text](char32_t value) {
        text += static_cast<char>(static_cast<unsigned char>(value));
    };
    if (code_point < 0x80) {
        add(code_point);
    } else if (code_point < 0x800) {
        add(0xC0U | (code_point >> 6U));
        add(0x80U | (code_point & 0x3FU));
    } else if (code_point < 0x10000) {
        add(0xE0U | (code_point >> 12U));
        add(0x80U | ((code_point >> 6U) & 0x3FU));
        add(0x80U | (code_point & 0x3FU));
    } else {
        add(0xF0U | (code_point >> 18U));
        add(0x80U | ((code_point >> 12U) & 0x3FU));
        add(0x80U | ((code_point >> 6U) & 0x3FU));
        add(0x80U | (code_point & 0x3FU));
    }
}

int line_of(std::string_view text, std::size_t offset) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string collapse_spaces(std::string_view text) {
    return join(split_words(text), " ");
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
        if (end == std::string_view::npos) {
            return parts;
        }
        begin = end + 1;
    }
}

std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t position = 0;
    while (position < text.size()) {
        while (position < text.size() && is_space(text[position])) {
            ++position;
        }
        const std::size_t begin = position;
        while (position < text.size() && !is_space(text[position])) {
            ++position;
        }
        if (position > begin) {
            words.push_back(text.substr(begin, position - begin));
        }
    }
    return words;
}

std::vector<std::string_view> split_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    if (text.empty()) {
        return lines;
    }
    if (text.back() == '\n') {
        text.remove_suffix(1);
    }
    lines = split(text, '\n');
    for (std::string_view& line : lines) {
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
    }
    return lines;
}

bool contains(const std::vector<std::string>& texts, std::string_view text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    return join_parts(parts, separator);
}
std::string join(const std::vector<std::string_view>& parts, std::string_view separator) {
    return join_parts(parts, separator);
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
    std::string result;
    if (from.empty()) {
        return std::string(text);
    }
    std::size_t begin = 0;
    for (;;) {
        const std::size_t found = text.find(from, begin);
        if (found == std::string_view::npos) {
            result += text.substr(begin);
            return result;
        }
        result += text.substr(begin, found - begin);
        result += to;
        begin = found + from.size();
    }
}

std::string lower_ascii(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return result;
}

bool is_ascii_token(std::string_view text) {
    const auto alphanumeric = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    return !text.empty() && alphanumeric(text.front()) && std::all_of(text.begin(), text.end(), [&](char c) {
        return alphanumeric(c) || c == '.' || c == '_' || c == '-';
    });
}

bool is_language_code(std::string_view text) {
    const std::size_t dash = text.find('-');
    const std::string_view primary = text.substr(0, dash);
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto lower_or_digit = [&](char c) { return lower(c) || (c >= '0' && c <= '9'); };
    if (primary.size() < 2 || primary.size() > 3 || !std::all_of(primary.begin(), primary.end(), lower)) {
        return false;
    }
    const std::string_view region =
        dash == std::string_view::npos ? std::string_view("xx") : text.substr(dash + 1);
    return region.size() >= 2 && region.size() <= 8 &&
           std::all_of(region.begin(), region.end(), lower_or_digit);
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    const std::string wanted = lower_ascii(word);
    const std::size_t near_enough = std::max<std::size_t>(1, wanted.size() / 3);
    std::optional<std::string> best;
    std::size_t best_distance = near_enough + 1;
    for (const std::string_view candidate : candidates) {
        const std::size_t difference = candidate.size() > wanted.size() ? candidate.size() - wanted.size()
                                                                        : wanted.size() - candidate.size();
        if (difference >= best_distance) {
            continue;
        }
        const std::size_t distance = edit_distance(wanted, lower_ascii(candidate));
        if (distance < best_distance) {
            best_distance = distance;
            best = std::string(candidate);
        }
    }
    return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates,
                         const std::string& otherwise) {
    const std::optional<std::string> near = nearest(word, candidates);
    return near ? "did you mean " + *near + "?" : otherwise;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    std::size_t position = 0;
    while (position < text.size()) {
        width += column_width(next_code_point(text, position));
    }
    return width;
}

namespace {

// As much of a word as fits into `width` columns: up to its last "/" or "-" there, or between a date and its time, else just so
// much. At least one character.
std::string_view head_of_word(std::string_view word, std::size_t width) {
    std::size_t position = 0;
    std::size_t column = 0;
    std::size_t joint = 0;
    while (position < word.size()) {
        std::size_t next = position;
        column += column_width(next_code_point(word, next));
        if (column > width && position > 0) {
            break;
        }
        const char c = word[position];
        const bool before_time = c == 'T' && position > 0 && is_digit(word[position - 1]);
        joint = c == '/' || c == '-' || before_time ? next : joint;
        position = next;
    }
    return word.substr(0, joint == 0 ? position : joint);
}

}  // namespace

std::string wrap(std::string_view text, std::size_t width, std::string_view indent, LongWords long_words) {
    std::string result;
    const std::size_t margin = display_width(indent);
    const std::size_t room = width > margin ? width - margin : 1;
    for (const std::string_view line : split(text, '\n')) {
        if (!result.empty()) {
            result += '\n';
        }
        std::size_t column = 0;
        for (std::string_view word : split_words(line)) {
            while (!word.empty()) {
                const bool cut = long_words == LongWords::cut && display_width(word) > room;
                const std::string_view piece = cut ? head_of_word(word, room) : word;
                const std::size_t piece_width = display_width(piece);
                if (column > 0 && column + 1 + piece_width > width) {
                    result += '\n';
                    column = 0;
                }
                result += column == 0 ? indent : std::string_view(" ");
                column += (column == 0 ? margin : 1) + piece_width;
                result += piece;
                word.remove_prefix(piece.size());
                if (!word.empty()) {
                    column = width;  // the rest of a cut word begins a line
                }
            }
        }
    }
    return result;
}

std::string printable(std::string_view text) {
    std::string result;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t begin = position;
        const char32_t c = next_code_point(text, position);
        const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0);
        result += control ? std::string_view("\xEF\xBF\xBD") : text.substr(begin, position - begin);
    }
    return result;
}

std::string fit(std::string_view text, std::size_t width) {
    const std::size_t natural = display_width(text);
    if (natural <= width) {
        return std::string(text) + std::string(width - natural, ' ');
    }
    if (width == 0) {
        return "";
    }
    std::size_t position = 0;
    std::size_t column = 0;
    while (position < text.size()) {
        std::size_t next = position;
        const std::size_t step = column_width(next_code_point(text, next));
        if (column + step > width - 1) {
            break;
        }
        column += step;
        position = next;
    }
    return std::string(text.substr(0, position)) + "\u2026" + std::string(width - column - 1, ' ');
}

}  // namespace rapporteur::base
