// SPDX-License-Identifier: EUPL-1.2
// The manual, made from the table and the pages: one man page for rapporteur with all commands in it, or one for a
// command. Called by the command manual; packaging writes the files from it.
#pragma once

#include "cli/command.hpp"

#include <string>

namespace rapporteur::cli {

std::string manual_of_program();
std::string manual_of(const Command& command);

}  // namespace rapporteur::cli
