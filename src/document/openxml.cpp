// SPDX-License-Identifier: EUPL-1.2
#include "document/openxml.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "document/html.hpp"

namespace rapporteur::document {

OpenXml& OpenXml::open(const char* element) {
    end_start_tag();
    m_out += '<';
    m_out += element;
    m_open.push_back(element);
    m_in_start_tag = true;
    return *this;
}

OpenXml& OpenXml::attribute(const char* name, std::string_view value) {
    m_out += ' ';
    m_out += name;
    m_out += "=\"";
    m_out += escape_xml(value);
    m_out += '"';
    return *this;
}

OpenXml& OpenXml::text(std::string_view text) {
    end_start_tag();
    m_out += escape_xml(text);
    return *this;
}

OpenXml& OpenXml::close() {
    const char* const element = m_open.back();
    m_open.pop_back();
    if (m_in_start_tag) {
        m_out += "/>";
        m_in_start_tag = false;
        return *this;
    }
    m_out += "</";
    m_out += element;
    m_out += '>';
    return *this;
}

OpenXml& OpenXml::empty(const char* element) {
    return open(element).close();
}

OpenXml& OpenXml::empty(const char* element, const char* name, std::string_view value) {
    return open(element).attribute(name, value).close();
}

OpenXml& OpenXml::run(std::string_view text) {
    return open("w:r").open("w:t").attribute("xml:space", "preserve").text(text).close().close();
}

OpenXml& OpenXml::tab() {
    return open("w:r").empty("w:tab").close();
}

OpenXml& OpenXml::field(std::string_view code, std::string_view shown) {
    field_begin(code);
    run(shown);
    return field_end();
}

OpenXml& OpenXml::field_begin(std::string_view code) {
    field_mark("begin");
    open("w:r").open("w:instrText").attribute("xml:space", "preserve").text(code).close().close();
    field_mark("separate");
    return *this;
}

OpenXml& OpenXml::field_end() {
    field_mark("end");
    return *this;
}

void OpenXml::end_start_tag() {
    if (m_in_start_tag) {
        m_out += '>';
        m_in_start_tag = false;
    }
}

void OpenXml::field_mark(const char* kind) {
    open("w:r").empty("w:fldChar", "w:fldCharType", kind).close();
}

std::string escape_xml(std::string_view text) {
    return escape_html(text);
}  // the same five signs

std::string fill_xml(std::string_view source, const std::vector<Filling>& fillings) {
    std::string result(source);
    for (const Filling& filling : fillings) {
        result = base::replace_all(result, "@" + std::string(filling.name) + "@", escape_xml(filling.value));
    }
    return result;
}

}  // namespace rapporteur::document
