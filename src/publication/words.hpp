// SPDX-License-Identifier: EUPL-1.2
//
// Text as the leak scan compares it: a sequence of words in lower case without marks and markup, so that another
// line break, quotation mark or format does not hide a passage. Pure; used by leak_scan alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::publication {

// Letters and digits in runs, lower case (Latin and Cyrillic); everything else separates but signs without width.
std::vector<std::string> words_of(std::string_view text);

// Markdown without what is no text of the author: attributes in braces, targets of links, marks of notes.
std::string without_markup(std::string_view markdown);

}  // namespace rapporteur::publication
