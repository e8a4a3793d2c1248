// SPDX-License-Identifier: EUPL-1.2
//
// The visible lines by which a form is found again in a Word file that came back: what goes round each answer, before each option, into the
// head cells of a table, and onto the first page. Plain ASCII without words, because respondents translate words, and visible, because what
// cannot be seen is deleted unnoticed. Written and found by this code alone; docs/word-forms.md has the whole layout and why it is so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::document {

// Which form this is: on the first page and in the running head.
struct FormReference {
    std::string issue;          // peer/XAA-2/issue/government
    std::string questionnaire;  // peer/round-2@2014.1
    std::string language;       // of the form
    std::string part{};         // the body that this part went to; "" for the whole
    int step = 0;               // of a part: the step of the delegation up to which it goes
    bool operator==(const FormReference&) const = default;
};

std::string
reference_line(const FormReference&
                   reference);  // "[@ peer/XAA-2/issue/government peer/round-2@2014.1 en XAA/body/police 12]"
std::string begin_line(std::string_view question);  // "[#legalaid.how]"
std::string end_line(std::string_view question);    // "[/#legalaid.how]"
std::string option_mark(std::string_view code);     // "[=yes]", behind the option's words
// "[sex=f form=labour]": at the end of a row's or a column's head cell, and on a line before the table of a sheet.
std::string place_mark(const std::vector<std::string>& places);
// Where the answer goes: "[...]".
inline constexpr std::string_view k_placeholder = "[...]";
// Empty and filled boxes before options; what respondents type instead is known to is_ticked().
inline constexpr std::string_view k_empty_box = "☐";
inline constexpr std::string_view k_ticked_box = "☒";

// Of a question's heading: letters, digits and underscores, at most 40. Different questions have different ones.
std::string bookmark_of(std::string_view question);

enum class TokenKind { reference, begin, end, option, places };
struct Token {
    TokenKind kind = TokenKind::begin;
    std::string question;               // begin, end
    std::string code;                   // option
    std::vector<std::string> places;    // places: "sex=f"
    std::optional<FormReference> form;  // reference
    std::size_t offset = 0;             // in the text, bytes
    std::size_t length = 0;
};
// All in a text, in order. Blanks inside the brackets and capital letters, which word processors put in, do not count.
std::vector<Token> tokens_in(std::string_view text);

// Whether the word before an option's words, or behind them, says that it was chosen: ☒ ☑ ✓ ✔ x X х Х ✗ ✘ [x] ☐x.
bool is_ticked(std::string_view word);

}  // namespace rapporteur::document
