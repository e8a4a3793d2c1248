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

#include <map>
#include <memory>
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

// A reply as far as its tables need it.
struct AnsweredForm {
    std::string respondent;                                      // respondent kind
    std::shared_ptr<const domain::Questionnaire> questionnaire;  // null where the reply answers none
    bool must_be_whole() const;  // of the respondent whom the questionnaire names first
};

// All of one evaluation: the newest version of each reply, then the rows.
struct EvaluationFigures {
    domain::EvaluationId evaluation;
    std::vector<Observed> observations;
    std::map<std::string, AnsweredForm, std::less<>> forms;  // by the reply's local name

    // The question that a cell answers; null for rows and where the questionnaire is not known. Looks through the questionnaire.
    const domain::Question* question_of(const Observed& one) const;
    // Where it stands: "peer/XAA-2/reply/government", "peer/XAA-2/statistics.csv".
    std::string origin_of(const Observed& one) const;
};
EvaluationFigures figures_of(const store::Register& where, const domain::EvaluationId& evaluation);
// Of the evaluations of a subject in one framework, oldest first; up to and with `last` where it is given.
std::vector<EvaluationFigures> figures_of_rounds(const store::Register& where,
                                                 const domain::FrameworkId& framework,
                                                 const domain::SubjectId& subject,
                                                 const std::optional<domain::EvaluationId>& last = {});

// The observations of figures_of by themselves.
std::vector<Observed> observations_of(const store::Register& where, const domain::EvaluationId& evaluation);

}  // namespace rapporteur::statistics
