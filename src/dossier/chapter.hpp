// SPDX-License-Identifier: EUPL-1.2
//
// A chapter's file: commonmark_x with one fenced div a paragraph (docs/data-model.md, "A chapter file"). Here the frame is read
// line by line; the prose inside is kept as it is and parsed elsewhere, each paragraph on its own. Writing gives the
// canonical form.
#pragma once

#include "base/problem.hpp"
#include "domain/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::dossier {

// Headings, numbered paragraphs and recommendations in order. Text outside of them, nested divs, unknown attributes, missing or
// malformed keys are problems with their line.
std::vector<domain::ReportItem> read_chapter(std::string_view bytes, const std::string& file,
                                             base::Problems& problems);

std::string write_chapter(const std::vector<domain::ReportItem>& items);

// What prose points at: other paragraphs ("#k7c2xq"), evidence (ref="..."), limbs (id=a).
struct Mentions {
    std::vector<std::string> paragraphs;
    std::vector<std::string> evidence;
    std::vector<std::string> limbs;
};
Mentions mentions_in(std::string_view markdown);

}  // namespace rapporteur::dossier
