// SPDX-License-Identifier: EUPL-1.2
//
// Text that others wrote in an encoding that nobody names, as UTF-8 with LF. What was found is said, with the reason, so that a person can
// disagree. Conversion is iconv's; only the choice is made here. Who reads our own files does not call this: they are UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::base {

enum class Encoding { utf8, utf16le, utf16be, windows1252, windows1251, mac_roman };
enum class LineEnds { none, lf, crlf, cr, mixed };

struct DecodedText {
    std::string text;  // valid UTF-8, LF alone, no byte order mark
    Encoding encoding = Encoding::utf8;
    LineEnds line_ends = LineEnds::none;
    std::string reason;  // "bare CR at the ends of lines, and 31 bytes that are no UTF-8"
};

// Every byte sequence gives a text, or Error(invalid_input) where it is UTF-16 cut off or bytes that the encoding named does not have.
// `known` where a person said what it is.
DecodedText decode_text(std::string_view bytes, std::optional<Encoding> known = std::nullopt);

std::string_view name_of(Encoding encoding);    // "Mac Roman"
std::string_view option_of(Encoding encoding);  // "mac-roman"
std::string_view name_of(LineEnds line_ends);   // "CR"
std::optional<Encoding> encoding_named(std::string_view option);
std::vector<std::string> encoding_options();

}  // namespace rapporteur::base
