// SPDX-License-Identifier: EUPL-1.2
// Pandoc's names of styles, delimiters, alignments and kinds of quotation: the one table that reading and writing of
// its JSON share. Included by tree_from_json.cpp and tree_to_json.cpp only.
#pragma once

#include "base/names.hpp"
#include "document/tree.hpp"

template <>
struct rapporteur::base::Names<rapporteur::document::Style> {
    using S = rapporteur::document::Style;
    static constexpr std::array<Name<S>, 7> k_names{{{S::emphasis, "Emph"},
                                                     {S::underline, "Underline"},
                                                     {S::strong, "Strong"},
                                                     {S::strikeout, "Strikeout"},
                                                     {S::superscript, "Superscript"},
                                                     {S::subscript, "Subscript"},
                                                     {S::small_capitals, "SmallCaps"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::document::QuoteKind> {
    using Q = rapporteur::document::QuoteKind;
    static constexpr std::array<Name<Q>, 2> k_names{
        {{Q::single_marks, "SingleQuote"}, {Q::double_marks, "DoubleQuote"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::document::MathKind> {
    using M = rapporteur::document::MathKind;
    static constexpr std::array<Name<M>, 2> k_names{
        {{M::in_line, "InlineMath"}, {M::display, "DisplayMath"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::document::NumberStyle> {
    using N = rapporteur::document::NumberStyle;
    static constexpr std::array<Name<N>, 7> k_names{{{N::unstated, "DefaultStyle"},
                                                     {N::example, "Example"},
                                                     {N::decimal, "Decimal"},
                                                     {N::lower_roman, "LowerRoman"},
                                                     {N::upper_roman, "UpperRoman"},
                                                     {N::lower_alpha, "LowerAlpha"},
                                                     {N::upper_alpha, "UpperAlpha"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::document::NumberDelimiter> {
    using N = rapporteur::document::NumberDelimiter;
    static constexpr std::array<Name<N>, 4> k_names{{{N::unstated, "DefaultDelim"},
                                                     {N::period, "Period"},
                                                     {N::one_parenthesis, "OneParen"},
                                                     {N::two_parentheses, "TwoParens"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::document::Alignment> {
    using A = rapporteur::document::Alignment;
    static constexpr std::array<Name<A>, 4> k_names{{{A::unstated, "AlignDefault"},
                                                     {A::left, "AlignLeft"},
                                                     {A::right, "AlignRight"},
                                                     {A::center, "AlignCenter"}}};
};
