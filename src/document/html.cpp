// SPDX-License-Identifier: EUPL-1.2
#include "document/html.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rapporteur::document {
namespace {

bool is_void(std::string_view element) {
    constexpr std::array<std::string_view, 7> k_void{"br", "hr", "img", "col", "wbr", "input", "link"};
    return std::find(k_void.begin(), k_void.end(), element) != k_void.end();
}

}  // namespace

Html& Html::operator+=(const Html& more) {
    m_text += more.m_text;
    return *this;
}

std::string escape_html(std::string_view text) {
    std::string result;
    result.reserve(text.size() + text.size() / 16);
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
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&#39;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

HtmlBuilder& HtmlBuilder::open(const char* element) {
    end_start_tag();
    m_out += '<';
    m_out += element;
    m_open.push_back(element);
    m_in_start_tag = true;
    return *this;
}

HtmlBuilder& HtmlBuilder::attribute(const char* name, std::string_view value) {
    if (!m_in_start_tag) {
        throw base::Error(base::ErrorKind::internal, "an attribute outside a start tag").at(name);
    }
    m_out += ' ';
    m_out += name;
    m_out += "=\"";
    m_out += escape_html(value);
    m_out += '"';
    return *this;
}

HtmlBuilder& HtmlBuilder::flag(const char* name) {
    if (!m_in_start_tag) {
        throw base::Error(base::ErrorKind::internal, "an attribute outside a start tag").at(name);
    }
    m_out += ' ';
    m_out += name;
    return *this;
}

HtmlBuilder& HtmlBuilder::text(std::string_view text) {
    end_start_tag();
    m_out += escape_html(text);
    return *this;
}

HtmlBuilder& HtmlBuilder::html(const Html& html) {
    end_start_tag();
    m_out += html.text();
    return *this;
}

HtmlBuilder& HtmlBuilder::stylesheet(std::string_view css) {
    if (m_open.empty() || std::string_view(m_open.back()) != "style" ||
        css.find("</") != std::string_view::npos) {
        throw base::Error(base::ErrorKind::internal, "a stylesheet that could end its element");
    }
    end_start_tag();
    m_out += css;
    return *this;
}

HtmlBuilder& HtmlBuilder::script(std::string_view code) {
    if (m_open.empty() || std::string_view(m_open.back()) != "script" ||
        code.find("</") != std::string_view::npos || code.find("<!--") != std::string_view::npos) {
        throw base::Error(base::ErrorKind::internal, "a script that could end its element");
    }
    end_start_tag();
    m_out += code;
    return *this;
}

HtmlBuilder& HtmlBuilder::close() {
    if (m_open.empty()) {
        throw base::Error(base::ErrorKind::internal, "an end tag without a start tag");
    }
    const char* const element = m_open.back();
    m_open.pop_back();
    const bool is_empty = m_in_start_tag;
    end_start_tag();
    if (is_empty && is_void(element)) {
        return *this;
    }
    m_out += "</";
    m_out += element;
    m_out += '>';
    return *this;
}

HtmlBuilder& HtmlBuilder::newline() {
    end_start_tag();
    m_out += '\n';
    return *this;
}

HtmlBuilder& HtmlBuilder::element(const char* name, std::string_view content) {
    return open(name).text(content).close();
}

Html HtmlBuilder::finish() {
    if (!m_open.empty()) {
        throw base::Error(base::ErrorKind::internal, "an element is still open").at(m_open.back());
    }
    return Html(std::exchange(m_out, {}));
}

void HtmlBuilder::end_start_tag() {
    if (m_in_start_tag) {
        m_out += '>';
        m_in_start_tag = false;
    }
}

}  // namespace rapporteur::document
