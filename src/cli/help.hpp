// SPDX-License-Identifier: EUPL-1.2
// What rapporteur says about itself: the list of commands, the verbs of a noun, the page of a command. All of it comes
// from the table and the pages. Called by main for --help, and by the command help.
#pragma once

#include "cli/command.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace rapporteur::cli {

// Width in columns; 0 is taken as 80.
std::string overview(std::size_t width);
std::string help_of_noun(std::string_view noun, std::size_t width);
std::string help_of_command(const Command& command);

}  // namespace rapporteur::cli
