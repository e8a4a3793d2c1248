// SPDX-License-Identifier: EUPL-1.2
// The files of templates/ that this room needs, compiled in; a directory set at run time overrides them one by one.
// Used inside the room alone, but for use_templates(), which the command line calls.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace rapporteur::document {

// "report/report.css" and the like. Error(internal) when there is none of that name.
std::string asset(std::string_view name);

// From now on the files in this directory (laid out like templates/) come before those compiled in.
void use_templates(const std::filesystem::path& directory);

}  // namespace rapporteur::document
