// SPDX-License-Identifier: EUPL-1.2
//
// What is wrong or doubtful with the figures of an evaluation, all at once: figures that are none, totals against their parts, the same
// figure given differently by two sources or in two rounds, years left out, leaps from one year to the next. Pure: it changes nothing,
// reads no register and corrects no figure. Called by `statistics check`.
#pragma once

#include "base/names.hpp"
#include "base/problem.hpp"
#include "statistics/observations.hpp"

#include <string>
#include <vector>

namespace rapporteur::statistics {

enum class FaultKind {
    no_figure,          // "about 40", or a dash without a reason
    two_readings,       // "1,236" where decimals may occur
    figure_and_reason,  // both a figure and a reason for having none
    unexplained,        // neither
    mark_without_note,  // "5*", and nothing says what the mark means
    decimals,           // where whole numbers are counted
    below_zero,
    over_hundred,       // percent
    total,              // a total that its parts contradict, by a rule of the questionnaire
    breakdown,          // the same where no questionnaire gives a rule
    two_sources,        // the same figure given differently within an evaluation
    unmarked_revision,  // the same figure given differently in an earlier round, without the mark
    missing_year,       // between years that have figures
    leap,               // more than the tolerance from the year before
};

struct StatisticsFault {
    FaultKind kind = FaultKind::no_figure;
    domain::EvaluationId evaluation;
    base::Problem
        problem;  // file: the reply's identifier, or the evaluation's statistics.csv; item: "stat.identified[year=2012 sex=f]"
};

// How much a figure may differ from the year before without a question: both must be passed.
struct Tolerance {
    double percent = 50;
    double least = 10;  // in the figures' own unit: from two to five is no leap
};

struct CheckedStatistics {
    std::size_t figures = 0;  // observations with a number
    std::size_t without = 0;  // with a reason for having none
    std::size_t in_replies = 0;
    std::size_t in_rows = 0;
    std::size_t revised = 0;
    std::vector<StatisticsFault> faults;  // by evaluation, then as the observations stand

    std::size_t count(base::Severity severity) const;
};

// `rounds` of one subject in one framework, oldest first; those from `first` on are checked, the earlier ones are compared with.
// What a note explains (a leap, parts that overlap) is a note, not a warning.
CheckedStatistics check_statistics(const std::vector<EvaluationFigures>& rounds, std::size_t first,
                                   const Tolerance& tolerance);

}  // namespace rapporteur::statistics

template <>
struct rapporteur::base::Names<rapporteur::statistics::FaultKind> {
    using K = rapporteur::statistics::FaultKind;
    static constexpr std::array<Name<K>, 14> k_names{{{K::no_figure, "no-figure"},
                                                      {K::two_readings, "two-readings"},
                                                      {K::figure_and_reason, "figure-and-reason"},
                                                      {K::unexplained, "unexplained"},
                                                      {K::mark_without_note, "mark-without-note"},
                                                      {K::decimals, "decimals"},
                                                      {K::below_zero, "below-zero"},
                                                      {K::over_hundred, "over-hundred"},
                                                      {K::total, "total"},
                                                      {K::breakdown, "breakdown"},
                                                      {K::two_sources, "two-sources"},
                                                      {K::unmarked_revision, "unmarked-revision"},
                                                      {K::missing_year, "missing-year"},
                                                      {K::leap, "leap"}}};
};
