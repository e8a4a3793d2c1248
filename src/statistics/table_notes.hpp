// SPDX-License-Identifier: EUPL-1.2
//
// The notes of a table: which cells have something to say, and the marks that lead to it. Cells that say the same share a mark.
// Inside the room; build_table uses it.
#pragma once

#include "statistics/table.hpp"

namespace rapporteur::statistics {

class NoteCollector {
public:
    explicit NoteCollector(StatisticsTable& table) : m_table(table) {}

    // `cells` are the observations of the row, one a year, null where there is none. Within a row a note holds for the
    // neighbours with the same reason and no note of their own: a source explains a gap once.
    void add_row(TableRow& row, const std::vector<const Observed*>& cells);

private:
    std::string mark_for(TableNote note);

    StatisticsTable& m_table;
};

}  // namespace rapporteur::statistics
