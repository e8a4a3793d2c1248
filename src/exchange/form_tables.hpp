// SPDX-License-Identifier: EUPL-1.2
// The tables of figures that a question becomes in a form: one for each combination of its sheets' codes, with the mark
// of its place in every head; and the places alone, for forms that are no paper. Pure. Codes that are no longer used are left out.
#pragma once

#include "document/form_lines.hpp"
#include "domain/questionnaire.hpp"
#include "exchange/form_words.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::exchange {

// A place along one axis of a table: what it is called, and the dim=code pairs that it stands for.
struct FormPlace {
    std::vector<std::string> labels;
    std::vector<std::string> pairs;
    bool computed = false;  // a total that is worked out and not asked for

    // "Women, Sexual exploitation"; "" where the axis has no dimension.
    std::string label() const;
};

// Whether totals that are worked out have places of their own.
enum class ComputedTotals { left_out, shown };

// All combinations of the codes of an axis, the last dimension changing fastest; one without pairs where it has none.
std::vector<FormPlace> form_places(const domain::Question& question,
                                   const domain::Questionnaire& questionnaire, const FormWords& words,
                                   std::string_view language, domain::Axis axis,
                                   ComputedTotals computed = ComputedTotals::left_out);

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
