// SPDX-License-Identifier: EUPL-1.2
//
// The parts of the check, each over its own kind of comparison, and the list that they write to. Inside the room; check.cpp calls them.
#pragma once

#include "statistics/check.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur::statistics {

// One observation of one round.
struct Spot {
    std::size_t round = 0;
    std::size_t index = 0;  // among the round's observations
    bool operator==(const Spot&) const = default;
};

// All rounds with the questions of their cells found once, and the faults found so far.
class CheckWork {
public:
    CheckWork(const std::vector<EvaluationFigures>& rounds, std::size_t first);

    const std::vector<EvaluationFigures>& rounds() const { return m_rounds; }
    bool is_checked(std::size_t round) const { return round >= m_first; }
    const Observed& at(Spot spot) const { return m_rounds[spot.round].observations[spot.index]; }
    const domain::Question* question_at(Spot spot) const { return m_questions[spot.round][spot.index]; }
    // Whether the unit counts whole things: some questionnaire's table of it takes no decimals.
    bool is_whole(const std::string& unit) const { return m_whole_units.count(unit) > 0; }

    // "year=2012 sexage=total", as the cell or row is addressed where it stands.
    std::string address(Spot spot) const;
    // Where another figure stands, as far as that differs from this one: "peer/XAA-1/reply/government#stat.identified".
    std::string other(Spot spot, Spot seen_from) const;

    void add(FaultKind kind, base::Severity severity, Spot spot, std::string text, std::string hint = "");
    // At a place other than the observation's own: "stat.identified[year=2013]".
    void add_at(FaultKind kind, base::Severity severity, Spot spot, const std::string& where,
                std::string text, std::string hint = "");
    // In the order of the observations.
    std::vector<StatisticsFault> take_faults();

private:
    struct Found {
        Spot spot;
        StatisticsFault fault;
    };
    const std::vector<EvaluationFigures>& m_rounds;
    std::size_t m_first;
    std::vector<std::vector<const domain::Question*>> m_questions;
    std::set<std::string> m_whole_units;
    std::vector<Found> m_found;
};

// What counts: the unit is a share of a hundred.
bool is_percent(std::string_view unit);

// Each observation by itself.
void check_cells(CheckWork& work);
// Totals of replies' tables by their questionnaire's rules, and years that a table asks for and that stand nowhere in it.
void check_tables(CheckWork& work);
// Totals against breakdowns where no questionnaire gives a rule.
void check_breakdowns(CheckWork& work);
// The same figure from several sources and rounds, years between, leaps.
void check_series(CheckWork& work, const Tolerance& tolerance);

}  // namespace rapporteur::statistics
