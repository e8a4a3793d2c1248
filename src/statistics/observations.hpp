// SPDX-License-Identifier: EUPL-1.2
//
// Observations from both origins as one view: cells of the tables in replies, and the rows that came another way
// (statistics.csv). A cell keeps its raw text, its reason for having no figure and its note; a total is an observation with fewer
// dimensions. Called by the tables and charts of this room; says nothing of how anything is printed.
#pragma once

#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"
#include "domain/statistics.hpp"
#include "statistics/figure.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::statistics {

struct Observed {
    std::string indicator;          // of the framework; empty in tables of several series
    std::string reply;              // the reply's local name ("government"); empty: a row of statistics.csv
    std::string question;           // likewise
    int year = 0;                   // 0 where the table has no years
    std::vector<std::string> dims;  // "sexage=f", sorted, without the year and without totals
    Figure figure;
    std::optional<domain::NoAnswer> reason;  // why there is no figure
    std::string note;
    std::string unit;
    bool revised = false;
    bool confidential = false;  // the sender refused the publication of the reply or of this answer
    std::string source;         // a source's identifier, or the reply's with its question; may be empty

    // The code of a dimension, or nothing.
    std::optional<std::string> code_of(std::string_view dimension) const;
};

// The cells of all tables of a reply. `questionnaire` (may be null) tells unit, indicator and decimals.
std::vector<Observed> observations_in(const domain::Reply& reply, const domain::Questionnaire* questionnaire);
std::vector<Observed> observations_in(const std::vector<domain::Observation>& rows);

// All of one evaluation: the newest version of each reply, then the rows. The questionnaires of its issues are asked for units.
std::vector<Observed> observations_of(const store::Register& where, const domain::EvaluationId& evaluation);

}  // namespace rapporteur::statistics
