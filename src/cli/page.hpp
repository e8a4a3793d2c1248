// SPDX-License-Identifier: EUPL-1.2
// A command's page, written once in Markdown and shown as text in a terminal and as a manual page. Pages keep to
// headings, paragraphs, lists, indented blocks and `code`; that is all this knows, and a test holds the pages to it.
// Documents go through document/, not through here.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::cli {

// Headings in capitals, code without its marks, lines as the author broke them.
std::string page_as_text(std::string_view markdown);

// The man macros (groff_man(7)); name as "rapporteur-reply-show", section 1.
std::string page_as_roff(std::string_view markdown, std::string_view name, std::string_view version);

// The lines below "## Heading", up to the next heading; empty when there is no such section.
std::string section_of(std::string_view markdown, std::string_view heading);

}  // namespace rapporteur::cli
