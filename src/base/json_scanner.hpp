// SPDX-License-Identifier: EUPL-1.2
//
// JSON (RFC 8259) of any size as a stream of events, with nothing kept but the open brackets and the text at hand. For json_records alone: a
// tree of values has json.hpp. Strings are valid UTF-8 when they are given; numbers come as they are written.
//
// A scanner of our own, because a list of 268,000 records is read twice and nlohmann's lexer took a byte at a time through
// two buffers: 15 % of the whole import, where this takes 2.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::base {

class JsonScanner {
public:
    // The stream must outlive it, and nobody else may read it.
    explicit JsonScanner(std::istream& in) : m_in(in), m_buffer(std::size_t{1} << 20U) {}

    // Past white space; false at the end.
    bool skip_space() {
        while (is_there() && is_space(m_buffer[m_at])) {
            ++m_at;
        }
        return is_there();
    }
    // Past a byte order mark, if one begins here; false where it is not whole.
    bool skip_mark() { return !take('\xEF') || (take('\xBB') && take('\xBF')); }

    // One value with all that is in it; false where it is broken. Events has start_object(), end_object(), start_array(),
    // end_array(), key(text), and value(text) for what has no parts: null is "".
    template <class Events>
    bool read(Events& events);

    // The byte that was read last; 1 is the first.
    std::uint64_t position() const { return m_before + m_at; }

private:
    static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
    bool is_there() { return m_at < m_end || refill(); }
    bool refill();
    bool stands(char c) { return is_there() && m_buffer[m_at] == c; }
    bool take(char c) {
        const bool taken = stands(c);
        m_at += taken ? 1 : 0;
        return taken;
    }

    template <class Events>
    bool read_key(Events& events);
    template <class Events>
    bool read_scalar(Events& events);
    template <class Events>
    bool read_ends(Events& events);
    bool read_scalar();
    bool read_string();
    bool read_escape();
    bool read_unit(char32_t& unit);
    bool read_number();
    bool read_digits();
    bool read_word(std::string_view word);

    std::istream& m_in;
    std::vector<char> m_buffer;
    std::size_t m_at = 0;
    std::size_t m_end = 0;
    std::uint64_t m_before = 0;  // bytes before the buffer
    std::string m_open;          // brackets
    std::string m_text;
};

template <class Events>
bool JsonScanner::read(Events& events) {
    m_open.clear();
    do {
        if (!skip_space()) {
            return false;
        }
        const char c = m_buffer[m_at];
        if (c == '{' || c == '[') {
            ++m_at;
            m_open += c;
            c == '{' ? events.start_object() : events.start_array();
            skip_space();
            if (!stands(c == '{' ? '}' : ']')) {
                if (c == '{' && !read_key(events)) {
                    return false;
                }
                continue;
            }
        } else if (!read_scalar(events)) {
            return false;
        }
        if (!read_ends(events)) {
            return false;
        }
    } while (!m_open.empty());
    return true;
}

// Behind a value: what ends there, up to the beginning of the next one.
template <class Events>
bool JsonScanner::read_ends(Events& events) {
    while (!m_open.empty()) {
        skip_space();
        const bool object = m_open.back() == '{';
        if (take(',')) {
            return !object || read_key(events);
        }
        if (!take(object ? '}' : ']')) {
            return false;
        }
        m_open.pop_back();
        object ? events.end_object() : events.end_array();
    }
    return true;
}

template <class Events>
bool JsonScanner::read_key(Events& events) {
    skip_space();
    if (!stands('"') || !read_string()) {
        return false;
    }
    events.key(m_text);
    skip_space();
    return take(':');
}

template <class Events>
bool JsonScanner::read_scalar(Events& events) {
    if (!read_scalar()) {
        return false;
    }
    events.value(m_text);
    return true;
}

}  // namespace rapporteur::base
