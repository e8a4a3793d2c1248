// SPDX-License-Identifier: EUPL-1.2
// The fields of one question in a browser form, by its kind, and those that stand beside every answer: the reason for none,
// annexed documents, who wrote it, whether it may be published. HTML alone; the script finds them by their data attributes
// (browser_questions.hpp lists them). Inside the room, for browser_questions.cpp.
#pragma once

#include "document/html.hpp"
#include "exchange/browser_form.hpp"
#include "exchange/form_hints.hpp"

#include <string>

namespace rapporteur::exchange {

// What all fields of a form have in common.
struct FieldFrame {
    const domain::Questionnaire& questionnaire;
    const FormWords& words;
    const FormHints& hints;
    const BrowserTerms& terms;
    const FormShare& share;
    std::string language;
    bool asks_consent = false;  // for each answer: of respondents other than the first
};

enum class FieldPlace { question, part };  // a part of a record has less beside it

document::Html answer_fields(const domain::Question& question, const FieldFrame& frame, FieldPlace place);

// The reasons that may be given for no answer, where the question names none: all.
std::vector<domain::NoAnswer> reasons_of(const domain::Question& question);

// Writes the options of a choice of reasons, the first being none.
void write_reason_options(document::HtmlBuilder& out, const domain::Question& question,
                          const FieldFrame& frame);

// The tables of a question, rows of the respondent's own, and the place for reasons and notes of single cells.
void write_tables(document::HtmlBuilder& out, const domain::Question& question, const FieldFrame& frame);

}  // namespace rapporteur::exchange
