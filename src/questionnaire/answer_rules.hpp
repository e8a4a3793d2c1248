// SPDX-License-Identifier: EUPL-1.2
//
// The rules of a single answer, by its question's kind. Inside this room only: check_reply calls them for every answer.
#pragma once

#include "base/problem.hpp"
#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"

#include <string>
#include <utility>

namespace rapporteur::questionnaire {

// Takes the faults of one answer; the item is the question's identifier, or that and a cell in brackets.
class AnswerFaults {
public:
    AnswerFaults(base::Problems& problems, base::Place place)
        : m_problems(problems), m_place(std::move(place)) {}

    void error(std::string text, std::string hint = "") {
        base::add_error(m_problems, m_place, std::move(text), std::move(hint));
    }
    void warning(std::string text, std::string hint = "") {
        base::add_warning(m_problems, m_place, std::move(text), std::move(hint));
    }
    AnswerFaults of_cell(const std::string& cell) const {
        base::Place place = m_place;
        place.item += "[" + cell + "]";
        return AnswerFaults(m_problems, std::move(place));
    }

private:
    base::Problems& m_problems;
    base::Place m_place;
};

// Values, explanation, length, exhibits; not the cells.
void check_answer_values(const domain::Questionnaire& questionnaire, const domain::Question& question,
                         const domain::Answer& answer, AnswerFaults& faults);

// Whether a table must be filled, or may hold some of its cells.
enum class Filling { whole, in_part };

// Cells: dimensions, codes, figures, reasons, doubles, gaps, totals.
void check_answer_cells(const domain::Questionnaire& questionnaire, const domain::Question& question,
                        const domain::Answer& answer, Filling filling, AnswerFaults& faults);

// The reason may be given for this question.
void check_reason(const domain::Question& question, domain::NoAnswer reason, AnswerFaults& faults);

}  // namespace rapporteur::questionnaire
