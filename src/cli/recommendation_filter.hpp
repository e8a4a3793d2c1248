// SPDX-License-Identifier: EUPL-1.2
// The words and the facets by which recommendations are chosen, the same options for every command that lists or exports them; and the
// sentence that says with which filter a figure was counted.
#pragma once

#include "cli/context.hpp"
#include "recommendation/finder.hpp"

#include <string>
#include <vector>

namespace rapporteur::cli {

// [WORDS]... and --framework, --subject, --round, --from, --provision, --theme, --verb, --position, --fate, --year, --language.
Argument words_argument();
std::vector<Option> filter_options();

// Error(not_found) for a value that no recommendation of the register has, with the nearest one there is.
recommendation::Wanted wanted_of(const Context& context, const recommendation::Finder& finder);

// "words \"victim support\", subject XAA or XAB, year 2021"; "everything in the register".
std::string filter_words(const recommendation::Wanted& wanted);

}  // namespace rapporteur::cli
