// SPDX-License-Identifier: EUPL-1.2
// Questions and answers as text in a terminal: what reply show, reply compare and questionnaire show have in common. No JSON, and nothing
// of what a command chooses to print.
#pragma once

#include "exchange/readable_reply.hpp"

#include <cstddef>
#include <string>

namespace rapporteur::cli {

// What stands below a question's number.
inline constexpr std::string_view k_answer_indent = "    ";

// For wrapping: a pipe's lines are as long as they get.
std::size_t text_width(std::size_t terminal_width);

// The number in the margin and the text beside it, with a line's end.
std::string numbered_text(const std::string& number, const std::string& text, std::size_t width);

// A section's title with a line below it; an empty line before.
std::string section_heading(const std::string& title, std::size_t width);

// State, values, table, text and exhibits, whatever of them is there: paragraphs, each with an empty line before it.
std::string answer_paragraphs(const exchange::ReadableAnswer& answer, std::size_t width);

}  // namespace rapporteur::cli
