// SPDX-License-Identifier: EUPL-1.2
#include "base/json.hpp"
#include "base/text.hpp"

#include <charconv>
#include <cmath>

namespace rapporteur::base {

namespace {

Error json_out_of_place(const std::string& what) {
    return Error(ErrorKind::internal, "the JSON writer was called out of order").because(what);
}

void append_escaped(std::string& result, char c) {
    constexpr std::string_view k_digits = "0123456789abcdef";
    switch (c) {
    case '"':
        result += "\\\"";
        return;
    case '\\':
        result += "\\\\";
        return;
    case '\n':
        result += "\\n";
        return;
    case '\t':
        result += "\\t";
        return;
    case '\r':
        result += "\\r";
        return;
    default:
        break;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || c == '<' || c == '>' || c == '&' || byte == 0x7F) {
        result += "\\u00";
        result += k_digits[byte >> 4U];
        result += k_digits[byte & 15U];
        return;
    }
    result += c;
}

}  // namespace

std::string json_text(std::string_view text) {
    if (const auto fault = find_invalid_utf8(text)) {
        throw Error(ErrorKind::internal, "text for JSON is not valid UTF-8")
            .because("at byte " + std::to_string(*fault));
    }
    std::string result = "\"";
    for (const char c : text) {
        append_escaped(result, c);
    }
    return result + "\"";
}

JsonWriter::JsonWriter(JsonLayout layout) : m_layout(layout) {}

void JsonWriter::line_break() {
    if (m_layout == JsonLayout::pretty) {
        m_text += '\n';
        m_text.append(m_levels.size() * 2, ' ');
    }
}

void JsonWriter::before_value() {
    if (m_done || (!m_levels.empty() && m_levels.back() == Level::object && !m_after_key)) {
        throw json_out_of_place(m_done ? "a second root" : "a value without a key");
    }
    if (!m_levels.empty() && m_levels.back() == Level::array) {
        m_text += m_first ? "" : ",";
        line_break();
    }
    m_first = false;
    m_after_key = false;
    m_done = m_levels.empty();
}

JsonWriter& JsonWriter::object() {
    before_value();
    m_text += '{';
    m_levels.push_back(Level::object);
    m_first = true;
    m_done = false;
    return *this;
}

JsonWriter& JsonWriter::array() {
    before_value();
    m_text += '[';
    m_levels.push_back(Level::array);
    m_first = true;
    m_done = false;
    return *this;
}

JsonWriter& JsonWriter::close() {
    if (m_levels.empty() || m_after_key) {
        throw json_out_of_place("close");
    }
    const Level level = m_levels.back();
    m_levels.pop_back();
    if (!m_first) {
        line_break();
    }
    m_text += level == Level::object ? '}' : ']';
    m_first = false;
    m_done = m_levels.empty();
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    if (m_levels.empty() || m_levels.back() != Level::object || m_after_key) {
        throw json_out_of_place("key " + std::string(name));
    }
    m_text += m_first ? "" : ",";
    line_break();
    m_text += json_text(name);
    m_text += m_layout == JsonLayout::pretty ? ": " : ":";
    m_first = false;
    m_after_key = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    before_value();
    m_text += json_text(text);
    return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t number) {
    return raw(std::to_string(number));
}

JsonWriter& JsonWriter::value(double number) {
    if (!std::isfinite(number)) {
        throw Error(ErrorKind::internal, "JSON has no form for NaN and infinity");
    }
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number);
    return raw({buffer, static_cast<std::size_t>(end.ptr - buffer)});
}

JsonWriter& JsonWriter::value(bool truth) {
    return raw(truth ? "true" : "false");
}

JsonWriter& JsonWriter::null() {
    return raw("null");
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    before_value();
    m_text += json;
    return *this;
}

std::string JsonWriter::finish() {
    if (!m_done) {
        throw json_out_of_place("finish before the root is closed");
    }
    if (m_layout == JsonLayout::pretty) {
        m_text += '\n';
    }
    return std::move(m_text);
}

}  // namespace rapporteur::base
