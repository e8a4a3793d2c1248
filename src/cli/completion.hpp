// SPDX-License-Identifier: EUPL-1.2
// A bash completion script made from the table: nouns, verbs, options and the values an option may have; file names
// elsewhere. It asks no register. Called by the command completion.
#pragma once

#include <string>

namespace rapporteur::cli {

std::string bash_completion();

}  // namespace rapporteur::cli
