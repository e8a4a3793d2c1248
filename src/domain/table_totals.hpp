// SPDX-License-Identifier: EUPL-1.2
//
// The totals of a statistics table against the sums of their parts, by the rules that the questionnaire gives; which codes a dimension
// asks for. Pure; says nothing of how a figure is read from what was typed, nor of how serious a fault is for whom. Called by the check of
// a reply and by the check of an evaluation's statistics, so that both add up in one way.
#pragma once

#include "base/decimal.hpp"
#include "domain/questionnaire.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::domain {

// The code that stands for a total in a cell's place.
inline constexpr std::string_view k_total_code = "total";

// The code of each dimension, in the table's order.
using TablePlace = std::vector<std::string>;

struct TableFigure {
    TablePlace place;
    std::optional<base::Decimal> value;  // nothing: the cell has no figure
};

// A total that its parts contradict.
struct WrongTotal {
    const TableTotal* rule = nullptr;
    TablePlace place;
    std::vector<base::Decimal> parts;  // those with a figure, in the table's order
    base::Decimal sum;
    base::Decimal total;
    bool complete = false;  // every part that the table asks for has its figure
};

// The codes of the dimension's list that are in use, or its years; without the total.
std::vector<std::string> codes_asked(const Questionnaire& questionnaire, const Dimension& dimension);

// `figures`: one for each cell, each place once and as long as the question has dimensions. Parts that are not all known can only
// prove a total too small. Sums beyond 18 digits are not compared.
std::vector<WrongTotal> wrong_totals(const Questionnaire& questionnaire, const Question& question,
                                     const std::vector<TableFigure>& figures);

// "the parts add up to 71 + 4 + 17 = 92, not 88"
std::string in_words(const WrongTotal& fault);
// "71 + 4 + 17 = 92", or "92" for one part or more than ten.
std::string sum_in_words(const std::vector<base::Decimal>& parts, const base::Decimal& sum);

}  // namespace rapporteur::domain
