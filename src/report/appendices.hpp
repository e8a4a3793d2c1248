// SPDX-License-Identifier: EUPL-1.2
//
// The parts of a report that nobody writes: the list of its recommendations with their paragraphs, the bodies consulted, and the final
// comments of the government, set apart. A body that refused to be named is in none of them. Called by assembling.
#pragma once

#include "document/report_document.hpp"
#include "report/material.hpp"
#include "report/words.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace rapporteur::report {

// The recommendations with their text as printed (references resolved, evidence gone), in the report's order under the headings
// nearest to them. `number` is the appendix's. Nothing where the report has none.
struct PrintedItem {
    const MaterialItem* source = nullptr;
    document::Blocks blocks;
};
std::optional<document::Part> recommendations_part(const Material& material,
                                                   const std::vector<PrintedItem>& items, const Words& words,
                                                   std::string_view number);

// Bodies met on the visit, and those that replied and agreed to be named.
std::optional<document::Part> bodies_part(const Material& material, const Words& words,
                                          std::string_view number);

// Of a final report; nothing where there are none.
std::optional<document::Part> comments_part(const Material& material, const Words& words);

// Bodies that refused to be named in any reply of the evaluation.
std::set<std::string> bodies_not_to_be_named(const Material& material);
// Those of them, and those that were never asked, by their names in all languages.
std::vector<std::string> names_not_to_be_printed(const Material& material);

}  // namespace rapporteur::report
