// SPDX-License-Identifier: EUPL-1.2
//
// What stands in a form's answer as the value of its question: ticks become codes or the reason for no answer, a line becomes a number or a
// date, cells stand at their places. Guesses nothing: what does not fit stays as it was written, and the reply's check names it. Pure.
#pragma once

#include "document/word_form.hpp"
#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur::exchange {

// An option's code of a reason for no answer begins so: "none.not-collected".
inline constexpr std::string_view k_reason_code = "none.";

// Words that stand for the reason in a cell without a figure ("n/a", "not-collected"), in small ASCII letters; the same in every form.
const std::vector<std::pair<std::string_view, domain::NoAnswer>>& words_for_no_figure();

// Nothing where nothing was answered. `question` may be null: a country-specific question, which asks for prose.
std::optional<domain::Answer> answer_of(const document::WordAnswer& word, const domain::Question* question);

}  // namespace rapporteur::exchange
