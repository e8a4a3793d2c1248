// SPDX-License-Identifier: EUPL-1.2
// The text of a story (tests/cli/README.md): its blocks, its commands' words, and whether what a command printed is
// what the story says. Runs nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::story {

// "one 'two words' $SOURCE/x" to its words. Quotes group; nothing else is special.
std::vector<std::string> words_of(std::string_view line, const std::string& source);

// The indented lines from a position on, without their indent; the position moves behind them. Empty lines count
// only between others.
std::vector<std::string> block_at(const std::vector<std::string_view>& lines, std::size_t& position);

std::string indented(const std::vector<std::string>& block);

// "<*>" stands for any text within a line; "..." alone for any number of lines.
bool matches(const std::vector<std::string>& expected, const std::vector<std::string>& actual);

}  // namespace rapporteur::story
