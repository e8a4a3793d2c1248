// SPDX-License-Identifier: EUPL-1.2
// The pages of the public archive, each group in a file of its own. Every page is made from Records; every figure on one says
// with which filter it was counted.
#pragma once

#include "archive/site.hpp"

namespace rapporteur::archive {

void add_index_pages(Site& site);       // start, frameworks, subjects with their matrix, all recommendations
void add_evaluation_pages(Site& site);  // evaluations, reports, comments
void add_recommendation_pages(Site& site);  // recommendations with their chain, measures
void add_reply_pages(Site& site);           // replies with their tables
void add_other_pages(Site& site);           // bodies, sources, tombstones, the log

// Breadcrumbs down to an evaluation.
std::vector<Crumb> crumbs_of(const Records& records, const std::string& evaluation);
// Whether what an identifier names is of an invented state, as the framework declared it when it was published.
bool is_invented(const Records& records, const std::string& identifier);

// What a recommendation asks for, in the words of its asks, else of its text; cut between words.
std::string short_text(const release::PublicRecommendation& r, std::size_t length);

}  // namespace rapporteur::archive
