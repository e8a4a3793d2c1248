// SPDX-License-Identifier: EUPL-1.2
#include "publication/words.hpp"

#include "base/text.hpp"

namespace rapporteur::publication {

namespace {

char32_t lower(char32_t c) {
    const bool latin = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
    if (latin || (c >= 0x410 && c <= 0x42F)) {
        return c + 32;
    }
    if (c >= 0x400 && c <= 0x40F) {
        return c + 80;
    }
    if (c >= 0x48A && c <= 0x4BF) {
        return c | 1U;
    }
    return c;
}

bool is_word_part(char32_t c) {
    if (c < 0x80) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    const bool mark = (c >= 0x80 && c <= 0xBF) || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x206F) ||
                      (c >= 0x3000 && c <= 0x303F) || c == 0xFEFF || c == 0xFFFD;
    return !mark;
}

// Signs without width: a soft hyphen, joiners, marks of direction, variation selectors. They do not end a word.
bool has_no_width(char32_t c) {
    return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) ||
           c == 0xFEFF;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    std::size_t position = 0;
    while (position < text.size()) {
        const char32_t c = base::next_code_point(text, position);
        if (has_no_width(c)) {
            continue;
        }
        if (is_word_part(c)) {
            base::append_utf8(word, lower(c));
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

std::string without_markup(std::string_view markdown) {
    std::string text;
    std::size_t position = 0;
    const auto skip_to = [&](char end) {
        const std::size_t found = markdown.find(end, position);
        position = found == std::string_view::npos ? markdown.size() : found + 1;
        text += ' ';
    };
    while (position < markdown.size()) {
        const std::string_view rest = markdown.substr(position);
        if (rest.starts_with("{.") || rest.starts_with("{#")) {
            skip_to('}');
        } else if (rest.starts_with("](") || rest.starts_with("](#")) {
            skip_to(')');
        } else if (rest.starts_with("[^")) {
            skip_to(']');
        } else {
            text += markdown[position++];
        }
    }
    return text;
}

}  // namespace rapporteur::publication
