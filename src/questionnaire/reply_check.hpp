// SPDX-License-Identifier: EUPL-1.2
//
// Whether a reply fits what was asked: each answer belongs to a question put to that respondent and has its kind of value, cells stand
// in their table and totals add up, reasons for no answer are allowed ones, what must be answered is. Changes nothing and guesses nothing.
//
// The first respondent that a questionnaire names must answer what is required; the others may answer some questions or all.
#pragma once

#include "base/problem.hpp"
#include "base/xml_places.hpp"
#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"

#include <string_view>

namespace rapporteur::questionnaire {

// A part of one body has some rows of a table; what it lacks is seen when the parts are put together.
enum class ReplyScope { whole, part };

// `issue` is what was sent, with its country-specific questions; nullptr where the reply answers none. Every fault is added, with the
// question, or "question[cell]", as its item. A question that must be answered is an error in a submitted reply, a warning in a draft.
void check_reply(const domain::Reply& reply, const domain::Questionnaire& questionnaire,
                 const domain::Issue* issue, base::Problems& problems, const base::XmlPlaces& places = {},
                 ReplyScope scope = ReplyScope::whole);

// The text of the warning for a question that should be answered and is not: whoever shows many of them may show them as one.
inline constexpr std::string_view k_no_answer = "no answer";

// The values that an expression sees of an answer: codes, a number or a date; a text as itself; the figures of cells that stand at
// `where` ("year=2016"), without totals unless `where` names one. Nothing where there is no answer.
std::vector<std::string> expression_values(const domain::Answer& answer,
                                           const std::vector<std::string>& where);

}  // namespace rapporteur::questionnaire
