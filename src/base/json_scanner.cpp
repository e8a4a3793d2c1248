// SPDX-License-Identifier: EUPL-1.2
#include "base/json_scanner.hpp"

#include "base/text.hpp"

namespace rapporteur::base {

namespace {

int hexadecimal_digit(char c) {
    if (is_digit(c)) {
        return c - '0';
    }
    const char small = static_cast<char>(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

}  // namespace

bool JsonScanner::refill() {
    m_before += m_end;
    m_at = 0;
    m_in.read(m_buffer.data(), static_cast<std::streamsize>(m_buffer.size()));
    m_end = static_cast<std::size_t>(m_in.gcount());
    return m_end > 0;
}

// A value without parts, into m_text.
bool JsonScanner::read_scalar() {
    switch (m_buffer[m_at]) {
    case '"':
        return read_string();
    case 't':
        return read_word(m_text = "true");
    case 'f':
        return read_word(m_text = "false");
    case 'n':
        m_text.clear();
        return read_word("null");
    default:
        return read_number();
    }
}

// From its opening quote on, into m_text. A sequence of UTF-8 can not go on behind an escape, so that the whole may be checked at the end.
bool JsonScanner::read_string() {
    ++m_at;
    m_text.clear();
    bool all_ascii = true;
    while (is_there()) {
        const char* const begin = m_buffer.data() + m_at;
        const char* const end = m_buffer.data() + m_end;
        const char* at = begin;
        for (; at != end && static_cast<unsigned char>(*at) >= 0x20 && *at != '"' && *at != '\\'; ++at) {
            all_ascii = all_ascii && static_cast<unsigned char>(*at) < 0x80;
        }
        m_text.append(begin, at);
        m_at += static_cast<std::size_t>(at - begin);
        if (at == end) {
            continue;
        }
        ++m_at;
        if (*at == '"') {
            return all_ascii || is_valid_utf8(m_text);
        }
        if (*at != '\\' || !read_escape()) {  // what is left is a control character
            return false;
        }
    }
    return false;
}

// Behind the backslash.
bool JsonScanner::read_escape() {
    constexpr std::string_view k_written = "\"\\/bfnrt";
    constexpr std::string_view k_meant = "\"\\/\b\f\n\r\t";
    if (!is_there()) {
        return false;
    }
    const char c = m_buffer[m_at++];
    if (const std::size_t known = k_written.find(c); known != std::string_view::npos) {
        m_text += k_meant[known];
        return true;
    }
    char32_t character = 0;
    if (c != 'u' || !read_unit(character) || (character >= 0xDC00 && character <= 0xDFFF)) {
        return false;
    }
    if (character >= 0xD800 && character <= 0xDBFF) {
        char32_t second = 0;
        if (!take('\\') || !take('u') || !read_unit(second) || second < 0xDC00 || second > 0xDFFF) {
            return false;
        }
        character = 0x10000 + ((character - 0xD800) << 10U) + (second - 0xDC00);
    }
    append_utf8(m_text, character);
    return true;
}

// Four hexadecimal digits.
bool JsonScanner::read_unit(char32_t& unit) {
    unit = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = is_there() ? hexadecimal_digit(m_buffer[m_at++]) : -1;
        if (digit < 0) {
            return false;
        }
        unit = unit << 4U | static_cast<char32_t>(digit);
    }
    return true;
}

bool JsonScanner::read_number() {
    m_text = take('-') ? "-" : "";
    if (take('0')) {
        m_text += '0';
    } else if (!read_digits()) {
        return false;
    }
    if (take('.')) {
        m_text += '.';
        if (!read_digits()) {
            return false;
        }
    }
    if (stands('e') || stands('E')) {
        m_text += m_buffer[m_at++];
        if (stands('+') || stands('-')) {
            m_text += m_buffer[m_at++];
        }
        return read_digits();
    }
    return true;
}

// One at least.
bool JsonScanner::read_digits() {
    const std::size_t before = m_text.size();
    while (is_there() && is_digit(m_buffer[m_at])) {
        m_text += m_buffer[m_at++];
    }
    return m_text.size() > before;
}

bool JsonScanner::read_word(std::string_view word) {
    for (const char c : word) {
        if (!take(c)) {
            return false;
        }
    }
    return true;
}

}  // namespace rapporteur::base
