// SPDX-License-Identifier: EUPL-1.2
// The tables of figures that a question becomes in a form: one for each combination of its sheets' codes, with the mark
// of its place in every head. Pure. Totals that are worked out and codes that are no longer used are left out.
#pragma once

#include "document/form_lines.hpp"
#include "domain/questionnaire.hpp"
#include "exchange/form_words.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::exchange {

struct FormSheet {
    document::Inlines title;  // with the mark of the sheet; empty where the question has no sheets
    document::FormTable table;
};

// Whether a row, given as its dim=code pairs, stands in the form.
using RowFilter = std::function<bool(const std::vector<std::string>& pairs)>;

std::vector<FormSheet> form_sheets(const domain::Question& question,
                                   const domain::Questionnaire& questionnaire, const FormWords& words,
                                   std::string_view language, const RowFilter& has_row);

// Whether respondents may add rows of their own.
bool takes_more_rows(const domain::Question& question, const domain::Questionnaire& questionnaire);

}  // namespace rapporteur::exchange
