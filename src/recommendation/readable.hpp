// SPDX-License-Identifier: EUPL-1.2
//
// Markdown of a recommendation as a person reads it on a terminal: spans, evidence marks, emphasis and footnote marks are taken off,
// list items keep a line each. For print and the web the document room parses it properly; this is for one screen.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::recommendation {

std::string readable(std::string_view markdown);

// Its beginning, at most `length` characters, cut at a word with "…".
std::string beginning(std::string_view text, std::size_t length);

}  // namespace rapporteur::recommendation
