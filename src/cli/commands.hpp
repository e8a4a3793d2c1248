// SPDX-License-Identifier: EUPL-1.2
// The table of commands (its rows are in commands.def) and the look-ups in it. Nothing that does not work stands in
// the table. Called by parsing, help, the manual, completion and the tests that walk it.
#pragma once

#include "cli/command.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::cli {

// In the order of commands.def.
const std::vector<Command>& commands();

// Null when there is none.
const Command* find_command(std::string_view noun, std::string_view verb);

// The nouns in the order of the table, each once, without the empty one.
std::vector<std::string_view> nouns();
// The verbs of a noun, in the order of the table; empty when there is no such noun. "" gives those without a noun.
std::vector<std::string_view> verbs_of(std::string_view noun);

// The page of a command: commands/<file_stem>.md, which is help and manual.
std::string_view page_of(const Command& command);

}  // namespace rapporteur::cli
