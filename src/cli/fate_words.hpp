// SPDX-License-Identifier: EUPL-1.2
// A fate in words, always with where it comes from: "derived: repeated by peer/XAA-2/r02, as urgent". One wording for
// every command that shows fates.
#pragma once

#include "domain/fate.hpp"

#include <string>
#include <vector>

namespace rapporteur::cli {

std::string words(const domain::Fate& fate);
// Without who and when: for a narrow column. "derived: repeated, as urgent".
std::string short_words(const domain::Fate& fate);
// Joined with "; "; "" for none.
std::string short_words(const std::vector<domain::Fate>& fates);

}  // namespace rapporteur::cli
