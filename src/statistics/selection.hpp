// SPDX-License-Identifier: EUPL-1.2
//
// Some of the figures of several evaluations, in long form: each as it was written beside the number that was read, series by series,
// what several sources say of one year side by side. Pure; hides nothing. Called by `statistics show`.
#pragma once

#include "statistics/observations.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::statistics {

enum class Origins { all, replies, rows };

struct Selection {
    std::string indicator;   // "": any
    std::string question;    // "": any
    std::vector<int> years;  // empty: any
    // The dimensions by which figures are wanted, with the totals over them: observations with no other dimensions than these. "total":
    // none at all. Nothing: whatever there is.
    std::optional<std::vector<std::string>> by;
    Origins origins = Origins::all;
};

struct Listed {
    const EvaluationFigures* evaluation = nullptr;
    const Observed* one = nullptr;
};

// What heads a series: the subject with its framework, and the indicator, or the question where a table has several series.
struct Heading {
    std::string framework;
    std::string subject;
    std::string name;
    std::string unit;
    bool operator==(const Heading&) const = default;
};
Heading heading_of(const Listed& listed);

// Together by heading; below it by dimensions in the order in which they first stand, year, evaluation, origin. `evaluations` must
// outlive the result.
std::vector<Listed> select(const std::vector<EvaluationFigures>& evaluations, const Selection& selection);

// The figure's number, or nothing: "83". A table that is printed shows it plain; printed() is for reports.
std::string value_text(const Observed& one);
// What was written where it is something else than the number: "1 234", "n/a", "5*"; else "".
std::string raw_where_it_differs(const Observed& one);

// The indicators, questions and dimensions that there are: for what a misspelt one could have been.
std::vector<std::string> indicators_in(const std::vector<EvaluationFigures>& evaluations);
std::vector<std::string> questions_in(const std::vector<EvaluationFigures>& evaluations);
std::vector<std::string> dimensions_in(const std::vector<EvaluationFigures>& evaluations);

}  // namespace rapporteur::statistics
