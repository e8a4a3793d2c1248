// SPDX-License-Identifier: EUPL-1.2
// The manifest: the SHA-256 of every file of the site, sorted by path, in the form that sha256sum -c reads. Anyone can verify a
// copy; the program names each file that was changed, removed or added.
#pragma once

#include "base/problem.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace rapporteur::archive {

inline constexpr const char* k_manifest_name = "manifest.sha256";

std::string write_manifest(const std::map<std::string, std::string>& files);

struct Verified {
    std::size_t files = 0;
    base::Problems problems;
};

// Files of a built site that its manifest does not name: somebody put them there. Sorted.
std::vector<std::string> files_beside_manifest(const std::filesystem::path& directory);

// Error(not_found) where the directory has no manifest.
Verified verify_directory(const std::filesystem::path& directory);

}  // namespace rapporteur::archive
