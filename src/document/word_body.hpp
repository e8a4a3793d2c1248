// SPDX-License-Identifier: EUPL-1.2
//
// The body of a Word document as a flat list of paragraphs and tables, as a reader of the file sees it: tracked insertions in, deletions out,
// content controls opened, text boxes below the paragraph that holds them. Reads; judges nothing. Inside the room.
#pragma once

#include "base/xml.hpp"
#include "document/form_tokens.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::document {

enum class BodyKind { paragraph, table, other };

struct BodyBlock {
    BodyKind kind = BodyKind::paragraph;
    base::XmlElement element;
    bool in_text_box = false;
    std::string text;   // of a paragraph; tabs and line breaks as one space
    std::string style;  // its identifier in the file
    std::vector<std::string> bookmarks;
    std::vector<Token> tokens;  // of the text
};

std::vector<BodyBlock> body_blocks(const base::XmlElement& document);

// The text of a paragraph, or of anything that holds paragraphs (then they are parted by line feeds).
std::string word_text(const base::XmlElement& element);

// For comparing with what was sent: white space collapsed, no-break space like any other.
std::string comparable(std::string_view text);

// A table's cells, row by row, with what each spans.
struct WordCell {
    std::string text;
    int columns = 1;
    bool continues_above = false;  // merged with the cell above
};
std::vector<std::vector<WordCell>> table_cells(const base::XmlElement& table);

// Tracked insertions and deletions, by whom.
struct TrackedChange {
    std::string author;
    std::string date;
    std::string text;
    bool deleted = false;
};
std::vector<TrackedChange> tracked_changes(const base::XmlElement& document);

}  // namespace rapporteur::document
