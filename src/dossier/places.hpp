// SPDX-License-Identifier: EUPL-1.2
//
// Where in a dossier's files the things stand of which a check speaks: checks know identifiers, people look for lines. Reads the
// files again, and only those that have a fault.
#pragma once

#include "base/problem.hpp"

#include <cstddef>
#include <string>

namespace rapporteur::dossier {

// Gives the problems from `first` on that have an item and no line the line of that item, and those of issues, replies and
// requests their file. `directory` is the dossier's, `evaluation` its identifier. What is not found stays as it is.
void add_lines(base::Problems& problems, std::size_t first, const std::string& directory,
               const std::string& evaluation);

}  // namespace rapporteur::dossier
