// SPDX-License-Identifier: EUPL-1.2
//
// A table of figures by year, as the blocks of a report ask for it: which figures (a question of a reply, or an indicator), by which
// dimension, in which years, with which filters. Every gap keeps its reason: a place without a figure is never an empty cell.
// Pure values; the words of notes and sources are the report's.
#pragma once

#include "base/problem.hpp"
#include "statistics/observations.hpp"
#include "statistics/vocabulary.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::statistics {

// ```{.statistics question=stat.support by=series years=2012-2016}```, or {.chart indicator=... kind=bars}.
struct TableRequest {
    std::string question;              // the cells of this question of `reply`, or
    std::string indicator;             // the rows of statistics.csv of this indicator
    std::string reply = "government";  // the reply's local name
    std::string by;                    // a dimension, or "total"
    std::string kind;                  // charts: bars, stacked-bars, lines
    std::vector<int> years;
    std::vector<std::pair<std::string, std::string>> filters;  // group=women
};

// From a block's attributes. Faults are added with that place; nothing where there are any.
std::optional<TableRequest> read_request(const std::vector<std::pair<std::string, std::string>>& attributes,
                                         const base::Place& place, base::Problems& problems);

// "2012-2016", "2015", "2012,2014,2016"; at most 60. Empty for anything else.
std::vector<int> read_years(std::string_view text);

// Does the table made for the request print this observation: as a part, or as the total that the source gives?
bool prints(const TableRequest& request, const Observed& one);

enum class CellState {
    figure,   // value is set
    words,    // something that is no number was answered; raw says what
    reason,   // no figure, and a reason for it
    unknown,  // no figure and no reason: the source has no such row
};

struct TableCell {
    CellState state = CellState::unknown;
    std::string raw;
    std::optional<Decimal> value;
    std::string suffix;  // the sender's own mark behind the number: "*"
    std::optional<domain::NoAnswer> reason;
    std::string mark;  // of its note: "a"; empty where there is nothing to say
};

enum class RowKind { part, given_total, computed_total };

struct TableRow {
    RowKind kind = RowKind::part;
    std::string code;
    std::string label;             // empty for totals: the report's word
    std::vector<TableCell> cells;  // one a year
};

// What there is to say of a cell or several; the report puts it into words.
struct TableNote {
    std::string mark;
    CellState state = CellState::figure;
    std::optional<domain::NoAnswer> reason;
    bool revised = false;
    std::string text;  // the source's own words; may be empty
};

// A given total that is not the sum of its parts.
struct Disagreement {
    int year = 0;
    Decimal sum;
    Decimal total;
};

struct StatisticsTable {
    std::vector<int> years;
    std::vector<TableRow> rows;  // the total last
    std::vector<TableNote> notes;
    std::vector<std::string> sources;  // identifiers, each once, in order
    std::string unit;                  // where all figures have one
    bool confidential = false;         // figures whose publication was refused stand in it
    std::vector<Disagreement> disagreements;

    bool has_figures() const;
};

// Rows in the vocabulary's order; where it knows none, the largest first and "other" last. A total is given (the source's own), or
// computed for complete years where the reply's totals of the same indicator show that the parts are the whole.
StatisticsTable build_table(const std::vector<Observed>& observations, const TableRequest& request,
                            const Vocabulary& vocabulary);

}  // namespace rapporteur::statistics
