// SPDX-License-Identifier: EUPL-1.2
// The public archive from the release store alone: the register need not be there. The same releases give the same
// bytes. Called by `archive build` and by tests.
#pragma once

#include "archive/site.hpp"
#include "release/store.hpp"

#include <filesystem>

namespace rapporteur::archive {

// All files of the site, by path.
Files build(const release::ReleaseStore& store);

// Writes them into a new directory beside `directory` and then takes its place, so that a reader sees the old site or the new.
// Error(conflict) where the directory holds something that is no archive, or files that no build has written.
void write_site(const Files& files, const std::filesystem::path& directory);

}  // namespace rapporteur::archive
