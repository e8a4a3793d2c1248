// SPDX-License-Identifier: EUPL-1.2
#include "publication/words.hpp"

#include "base/json.hpp"
#include "base/text.hpp"

#include <charconv>

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

// &amp; &#233; &#xE9; at the position: the character, and the position behind it.
char32_t entity(std::string_view text, std::size_t& position) {
    const std::size_t end = text.find(';', position);
    const std::string_view name = end == std::string_view::npos || end - position > 10
                                      ? ""
                                      : text.substr(position + 1, end - position - 1);
    const auto behind = [&](char32_t c) {
        position = end + 1;
        return c;
    };
    if (name.size() > 1 && name.front() == '#') {
        const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
        const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
        std::uint32_t code = 0;
        const auto read =
            std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
        return behind(read.ec == std::errc() ? code : U' ');
    }
    for (const auto& [known, c] : {std::pair{"amp", U'&'}, std::pair{"lt", U'<'}, std::pair{"gt", U'>'},
                                   std::pair{"quot", U'"'}, std::pair{"nbsp", U' '}}) {
        if (name == known) {
            return behind(c);
        }
    }
    ++position;
    return U'&';
}

std::string without_tags(std::string_view html) {
    std::string text;
    std::size_t position = 0;
    while (position < html.size()) {
        if (html[position] == '<') {
            const std::size_t end = html.find('>', position);
            position = end == std::string_view::npos ? html.size() : end + 1;
            text += ' ';
        } else if (html[position] == '&') {
            base::append_utf8(text, entity(html, position));
        } else {
            text += html[position++];
        }
    }
    return text;
}

void collect(const base::JsonValue& value, std::string& text);

void collect_text(const std::string& content, std::string& text) {
    if (base::trim(content).starts_with("{\"blocks\"")) {
        base::Problems problems;
        if (const auto tree = base::JsonValue::parse(content, "tree", problems)) {
            collect(*tree, text);
            return;
        }
    }
    text += content;
    text += ' ';
}

void collect(const base::JsonValue& value, std::string& text) {
    switch (value.kind()) {
    case base::JsonKind::text:
        collect_text(value.text(), text);
        break;
    case base::JsonKind::array:
        for (const base::JsonValue& item : value.items()) {
            collect(item, text);
        }
        break;
    case base::JsonKind::object:
        for (const base::JsonMember& member : value.members()) {
            if (member.key != "t") {  // the tags of a document tree
                collect(member.value, text);
            }
        }
        break;
    case base::JsonKind::integer:
        text += std::to_string(value.integer()) + " ";
        break;
    default:
        break;
    }
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
    for (const std::string_view ending : endings) {
        if (text.ends_with(ending)) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    std::size_t position = 0;
    while (position < text.size()) {
        const char32_t c = base::next_code_point(text, position);
        if (is_word_part(c)) {
            base::append_utf8(word, lower(c));
        } else if (c != 0xAD && !word.empty()) {  // a soft hyphen does not end a word
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

std::vector<std::string> words_of_file(std::string_view media_type, std::string_view bytes) {
    if (media_type == "application/json") {
        base::Problems problems;
        if (const auto json = base::JsonValue::parse(bytes, "json", problems)) {
            std::string text;
            collect(*json, text);
            return words_of(text);
        }
    }
    if (ends_with_any(media_type, {"html", "xml"})) {
        return words_of(without_tags(bytes));
    }
    return words_of(bytes);
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
