// SPDX-License-Identifier: EUPL-1.2
// Small work on text: all text inside the program is valid UTF-8, checked where it comes in. Nothing here
// knows languages; lower() and is_ascii_token() are for codes and names, not for prose (stems are in
// search/). Called by everybody.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::base {

// Byte offset of the first fault of UTF-8 (Unicode 15, table 3-7: no overlong forms, no surrogates, nothing
// above U+10FFFF, nothing cut off), or nothing. NUL is valid UTF-8; who does not want it says so.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);

// The next code point of valid UTF-8 at position, which moves on behind it. Faulty bytes come as U+FFFD, one
// by one.
char32_t next_code_point(std::string_view text, std::size_t& position);
void append_utf8(std::string& text, char32_t code_point);

// 1 for offset 0; counts the newlines before the offset.
int line_of(std::string_view text, std::size_t offset);

// White space here is space, tab, CR, LF, FF, VT: ASCII only, so that a no-break space stays where an author
// put it.
bool is_space(char c);
// 0 to 9, of ASCII alone.
bool is_digit(char c);
std::string_view trim(std::string_view text);
std::string collapse_spaces(std::string_view text);  // runs of white space become one space, ends trimmed

// "a,b," at ',' gives "a", "b", "": never an empty list.
std::vector<std::string_view> split(std::string_view text, char separator);
// Words between runs of white space; empty text gives no words.
std::vector<std::string_view> split_words(std::string_view text);
// Lines without their LF or CRLF; a final newline opens no further line. Empty text has no lines.
std::vector<std::string_view> split_lines(std::string_view text);

bool contains(const std::vector<std::string>& texts, std::string_view text);  // as one of them, whole
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string join(const std::vector<std::string_view>& parts, std::string_view separator);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);
std::string lower_ascii(std::string_view text);

// One or more of A-Z a-z 0-9 . _ - and beginning with a letter or digit: what ids and codes are made of.
bool is_ascii_token(std::string_view text);
// Two or three lower-case letters with an optional script or region: en, kk, sr-latn.
bool is_language_code(std::string_view text);

// The candidate most like the word (edit distance with neighbours swapped, letters' case ignored), if it is
// near enough to be a slip of the keys: "Did you mean ...". The first of equals.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string_view>& candidates);

// A message's hint: "did you mean verbs?", or what is said where nothing known is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates,
                         const std::string& otherwise = "");

// Columns in a terminal: 0 for combining marks and controls, 2 for East Asian wide forms and emoji, else 1.
std::size_t display_width(std::string_view text);

// Text broken at spaces into lines of at most width columns. Newlines in it are kept. A longer word stands alone, or is
// cut, best after a slash or a hyphen.
enum class LongWords { stand_alone, cut };
std::string wrap(std::string_view text, std::size_t width, std::string_view indent = "",
                 LongWords long_words = LongWords::stand_alone);

// For a terminal: control characters (escape sequences begin with one) as U+FFFD; line ends and tabs stay.
std::string printable(std::string_view text);

// Padded with spaces on the right to width columns, or cut with an ellipsis.
std::string fit(std::string_view text, std::size_t width);

}  // namespace rapporteur::base
