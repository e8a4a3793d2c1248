// SPDX-License-Identifier: EUPL-1.2
// A table as Pandoc's DOCX writer shall write it: cells in styles of ours, the share of each column in the width. Lines,
// head and shading are those of the table style in templates/report/docx/styles.xml. Inside the room, for docx_shape.cpp.
#pragma once

#include "document/tree.hpp"

namespace rapporteur::document {

// Blocks in a paragraph style of styles.xml, by its name ("Table Text").
Block styled(const char* style, Blocks content);

// Lines without space below them made paragraphs, which take a style.
Blocks as_paragraphs(Blocks blocks);

Table table_for_word(Table table);

}  // namespace rapporteur::document
