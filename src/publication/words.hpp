// SPDX-License-Identifier: EUPL-1.2
//
// Text as the leak scan compares it: a sequence of words in lower case without marks and markup, so that another
// line break, quotation mark or format does not hide a passage. Pure; used by leak_scan alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::publication {

// Letters and digits in runs, lower case (Latin and Cyrillic); everything else separates.
std::vector<std::string> words_of(std::string_view text);

// The words of a file's content by its media type: HTML and XML without tags and with references resolved, JSON by
// its texts, other text as it is. A text in JSON that is itself a document tree is read as one.
std::vector<std::string> words_of_file(std::string_view media_type, std::string_view bytes);

// Markdown without what is no text of the author: attributes in braces, targets of links, marks of notes.
std::string without_markup(std::string_view markdown);

}  // namespace rapporteur::publication
