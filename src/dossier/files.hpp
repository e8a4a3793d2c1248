// SPDX-License-Identifier: EUPL-1.2
//
// A dossier as files: reading a directory into values, and the canonical files of values. Says nothing about the register.
#pragma once

#include "base/problem.hpp"
#include "domain/dossier.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace rapporteur::dossier {

// Reads all files below the directory. Faults of every file are added; the dossier is complete only where there is no error. Files
// that are no part of a dossier are named.
domain::Dossier read_files(const std::filesystem::path& directory, base::Problems& problems);

// Relative path -> bytes, in the one canonical form.
std::map<std::string, std::string> write_files(const domain::Dossier& dossier);

}  // namespace rapporteur::dossier
