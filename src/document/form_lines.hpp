// SPDX-License-Identifier: EUPL-1.2
// The lines of a form as blocks that the writers know: the text of a question, guidance, the visible lines round an
// answer, options, the place of the answer. Each has a class in HTML and a style in Word (docs/word-forms.md). What
// stands in them, and in which order, is for the room that makes the form.
#pragma once

#include "document/tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::document {

enum class FormLine { question_text, guidance, begin, end, lead, option, reason, sheet, answer };

Block form_line(FormLine kind, Inlines content);

// "Women [sex=f]": words, and behind them a mark in small print. Either may be empty.
Inlines marked_words(std::string_view words, const std::string& mark);

// A table to be filled in: heads of columns and rows with their marks, and empty cells.
struct FormTable {
    std::string corner;  // above the heads of the rows: what is counted
    std::vector<Inlines> columns;
    std::vector<Inlines> rows;
};
Block form_table(const FormTable& table);

// ---- inside the room: such a line as Pandoc's DOCX writer shall write it -----------------------------------------
bool is_form_line(const Attr& attr);
Block form_line_for_word(Div line);

}  // namespace rapporteur::document
