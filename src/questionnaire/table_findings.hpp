// SPDX-License-Identifier: EUPL-1.2
//
// What a table of figures lacks and where it contradicts itself, as values: cells with neither a figure nor a reason, and totals that are not
// what their parts add up to. check_reply says the same as problems, from the same code; requests for information ask about it. Pure.
#pragma once

#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"
#include "domain/table_totals.hpp"

#include <string>
#include <vector>

namespace rapporteur::questionnaire {

// The dim=code pairs of a cell, in the table's order: "who=women", "year=2025"; a total has the code "total".
using CellPlace = std::vector<std::string>;

struct TotalFinding {
    CellPlace place;           // of the total
    domain::WrongTotal fault;  // its rule points into the questionnaire
};

struct TableFindings {
    std::vector<CellPlace> empty;    // cells that are there, with neither a figure nor a reason
    std::vector<CellPlace> missing;  // cells that the table asks for and that are not there
    std::vector<TotalFinding> totals;
};

// Nothing for a question that is no table, or an answer without cells. A table of more than 20 000 cells is not looked through for those
// that are missing.
TableFindings table_findings(const domain::Questionnaire& questionnaire, const domain::Question& question,
                             const domain::Answer& answer);

}  // namespace rapporteur::questionnaire
