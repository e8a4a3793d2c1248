// SPDX-License-Identifier: EUPL-1.2
// Pieces of WordprocessingML, written element by element: texts are escaped, elements closed. Inside the room, for what
// Pandoc's DOCX writer does not write: tabs, bookmarks, the filled contents field.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur::document {

class OpenXml {
public:
    OpenXml& open(const char* element);
    OpenXml& attribute(const char* name, std::string_view value);
    OpenXml& text(std::string_view text);
    OpenXml& close();
    // An element without content, with one attribute or none.
    OpenXml& empty(const char* element);
    OpenXml& empty(const char* element, const char* name, std::string_view value);

    // A run of text: <w:r><w:t>. Spaces are kept.
    OpenXml& run(std::string_view text);
    OpenXml& tab();
    // A field: its code, and what is shown until it is updated.
    OpenXml& field(std::string_view code, std::string_view shown);
    OpenXml& field_begin(std::string_view code);
    OpenXml& field_end();

    std::string finish() { return std::exchange(m_out, {}); }

private:
    void end_start_tag();
    void field_mark(const char* kind);

    std::string m_out;
    std::vector<const char*> m_open;
    bool m_in_start_tag = false;
};

// & < > " ' as references.
std::string escape_xml(std::string_view text);

// Replaces every @NAME@ of a template of ours by its value, escaped.
struct Filling {
    std::string_view name;
    std::string value;
};
std::string fill_xml(std::string_view source, const std::vector<Filling>& fillings);

}  // namespace rapporteur::document
