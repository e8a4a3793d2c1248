// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "base/xml.hpp"

namespace rapporteur::base {

namespace {

// XML 1.0, production 2 (Char).
void check_characters(std::string_view text) {
    if (const auto fault = find_invalid_utf8(text)) {
        throw Error(ErrorKind::invalid_input, "text for an XML file is not valid UTF-8")
            .because("at byte " + std::to_string(*fault));
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
        const bool noncharacter =
            c == '\xEF' && (text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF");
        if (control || noncharacter) {
            throw Error(ErrorKind::invalid_input, "text has a character that XML cannot hold")
                .because("at byte " + std::to_string(i));
        }
    }
}

enum class Where { text, attribute };

std::string escape(std::string_view text, Where where) {
    check_characters(text);
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '\r':
            result += "&#13;";
            break;
        case '"':
            result += where == Where::attribute ? "&quot;" : "\"";
            break;
        case '\n':
            result += where == Where::attribute ? "&#10;" : "\n";
            break;
        case '\t':
            result += where == Where::attribute ? "&#9;" : "\t";
            break;
        default:
            result += c;
        }
    }
    return result;
}

Error xml_out_of_place(const std::string& what) {
    return Error(ErrorKind::internal, "the XML writer was called out of order").because(what);
}

}  // namespace

std::string xml_escape_text(std::string_view text) {
    return escape(text, Where::text);
}
std::string xml_escape_attribute(std::string_view value) {
    return escape(value, Where::attribute);
}

XmlWriter::XmlWriter() : m_text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

XmlWriter& XmlWriter::open(std::string_view name) {
    if (m_done || name.empty()) {
        throw xml_out_of_place("open " + std::string(name));
    }
    if (!m_levels.empty()) {
        Level& parent = m_levels.back();
        if (parent.state == State::text) {
            throw xml_out_of_place("an element inside the text of " + parent.name);
        }
        if (parent.state == State::tag) {
            m_text += ">\n";
            parent.state = State::children;
        }
    }
    m_text += std::string(m_levels.size(), ' ') + "<" + std::string(name);
    m_levels.push_back({std::string(name), State::tag});
    return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
    if (m_levels.empty() || m_levels.back().state != State::tag) {
        throw xml_out_of_place("attribute " + std::string(name));
    }
    m_text += " " + std::string(name) + "=\"" + xml_escape_attribute(value) + "\"";
    return *this;
}

XmlWriter& XmlWriter::text(std::string_view text) {
    if (m_levels.empty() || m_levels.back().state == State::children) {
        throw xml_out_of_place("text beside elements");
    }
    if (text.empty()) {
        return *this;
    }
    if (m_levels.back().state == State::tag) {
        m_text += ">";
        m_levels.back().state = State::text;
    }
    m_text += xml_escape_text(text);
    return *this;
}

XmlWriter& XmlWriter::close() {
    if (m_levels.empty()) {
        throw xml_out_of_place("close without open");
    }
    const Level level = m_levels.back();
    m_levels.pop_back();
    if (level.state == State::tag) {
        m_text += "/>\n";
    } else {
        if (level.state == State::children) {
            m_text += std::string(m_levels.size(), ' ');
        }
        m_text += "</" + level.name + ">\n";
    }
    m_done = m_levels.empty();
    return *this;
}

XmlWriter& XmlWriter::element(std::string_view name, std::string_view text_of_it) {
    return open(name).text(text_of_it).close();
}

std::string XmlWriter::finish() {
    if (!m_done) {
        throw xml_out_of_place("finish before the root is closed");
    }
    return std::move(m_text);
}

}  // namespace rapporteur::base
