// SPDX-License-Identifier: EUPL-1.2
// A register with one small evaluation of an invented mechanism, and one with the dossiers that are shipped, for the tests of reports.
#pragma once

#include "base/problem.hpp"
#include "document/tree.hpp"
#include "domain/dossier.hpp"
#include "domain/framework.hpp"
#include "store/register.hpp"

#include <string>
#include <vector>

namespace rapporteur::report {

domain::Framework small_framework();
// peer/XAA-2: a reply of the government, one of an NGO that refused to be named, a visit, three recommendations, an interim and a
// final report of two chapters, final comments.
domain::Dossier small_dossier();
store::Register register_with(const domain::Dossier& dossier);

domain::ReportItem paragraph(std::string key, std::string markdown);
domain::ReportItem recommendation(std::string key, std::string id, std::string verb, std::string markdown);
domain::ReportItem heading(int level, std::string label, std::string section, std::string title);

const domain::ReportId k_final("peer/XAA-2/report/final");
const domain::ReportId k_interim("peer/XAA-2/report/interim");

// The text of a dossier's final report, for a test to change.
std::vector<domain::ReportItem>& final_items(domain::Dossier& dossier);

// With the shipped framework, questionnaires and XAA-1 and XAA-2; made once.
const store::Register& shipped();

// The problems that say this, as text.
std::vector<std::string> saying(const base::Problems& problems, std::string_view text);

// Every division of the class, in reading order.
std::vector<document::Div> divs_of(const document::Blocks& blocks, std::string_view name);

}  // namespace rapporteur::report
