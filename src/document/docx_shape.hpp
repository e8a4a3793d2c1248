// SPDX-License-Identifier: EUPL-1.2
// A report as the blocks that Pandoc's DOCX writer shall write: cover, contents field filled with entries, headings
// with their labels, and paragraphs in the styles of templates/report/docx/styles.xml. Numbers are literal text and
// each numbered paragraph holds its own bookmark, so that a paragraph is found again in a file that came back.
// Inside the room, for report_docx.cpp.
#pragma once

#include "document/report_document.hpp"

#include <functional>
#include <set>
#include <string>

namespace rapporteur::document {

struct DocxShape {
    Blocks blocks;
    std::set<std::string> new_page;   // identifiers of the headings that begin a page
    std::set<std::string> languages;  // of spans: each has a character style "Language <tag>"
};

// picture_file gives the file of a picture's PNG by its name, relative to where Pandoc runs.
DocxShape docx_shape(const ReportDocument& report,
                     const std::function<std::string(const std::string&)>& picture_file);

// "For the authorities of Xania · Sent on 3 March 2026"
std::string draft_line(const DraftMark& draft);

}  // namespace rapporteur::document
