// SPDX-License-Identifier: EUPL-1.2
//
// What a table of figures says in words: its cells as printed, the source line, the notes on gaps. Inside the room; figures.cpp makes
// tables and charts of it.
#pragma once

#include "document/tree.hpp"
#include "report/material.hpp"
#include "report/words.hpp"
#include "statistics/table.hpp"

#include <string>

namespace rapporteur::report {

// "1 234", "…", "–" or the source's own word; without its mark.
std::string printed_cell(const statistics::TableCell& cell, const Words& words);
// "Number of persons", or a word for figures of several units.
std::string head_of_rows(const statistics::StatisticsTable& table, const Words& words);
// Who says so: "Government of Velsonia, reply to the questionnaire, question 41".
std::string source_line(const statistics::StatisticsTable& table, const Material& material,
                        const Words& words);
// The paragraph of notes below a table; empty where there is nothing to explain.
document::Inlines table_notes(const statistics::StatisticsTable& table, const Words& words);
// The same for a chart, whose gaps have no marks: by years.
std::string chart_notes(const statistics::StatisticsTable& table, const Words& words);

}  // namespace rapporteur::report
