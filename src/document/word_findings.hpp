// SPDX-License-Identifier: EUPL-1.2
//
// What is odd in a Word file that came back: what respondents did to the form besides answering, and what a foreign package holds that is no
// text. Each kind has a name that people and programs use; whether it stops a reply is decided by who reads it (exchange/word_reply).
#pragma once

#include "base/names.hpp"

#include <array>
#include <string>
#include <vector>

namespace rapporteur::document {

enum class WordFault {
    // of the package
    converted,  // from another format; the detail is its ending
    macros,
    embedded_object,
    external_link,  // a part that is fetched when the file is opened; hyperlinks are none
    // of the form
    reference_missing,
    question_missing,
    question_twice,
    question_moved,
    heading_changed,
    text_changed,
    line_lost,     // one of an answer's two lines, or both
    text_outside,  // words below an answer's end, taken for a part of it
    text_before,   // words before the first question: a letterhead, a letter
    placeholder_left,
    // of an answer
    text_box,
    tracked_changes,
    comment,
    own_table,      // in place of ours: without marks
    merged_cells,   // of a table of figures
    place_unknown,  // a row or column of a table of figures without a mark
    place_missing,
    place_twice,
    words_lost,  // that stand in the file, and nowhere in what was read
};

struct WordFinding {
    WordFault fault = WordFault::question_missing;
    std::string question;  // "" where it belongs to none
    std::string detail;    // what stands there; may be empty
};
using WordFindings = std::vector<WordFinding>;

}  // namespace rapporteur::document

template <>
struct rapporteur::base::Names<rapporteur::document::WordFault> {
    using F = rapporteur::document::WordFault;
    static constexpr std::array<Name<F>, 23> k_names{{{F::converted, "converted"},
                                                      {F::macros, "macros"},
                                                      {F::embedded_object, "embedded-object"},
                                                      {F::external_link, "external-link"},
                                                      {F::reference_missing, "reference-missing"},
                                                      {F::question_missing, "question-missing"},
                                                      {F::question_twice, "question-twice"},
                                                      {F::question_moved, "question-moved"},
                                                      {F::heading_changed, "heading-changed"},
                                                      {F::text_changed, "text-changed"},
                                                      {F::line_lost, "line-lost"},
                                                      {F::text_outside, "text-outside"},
                                                      {F::text_before, "text-before"},
                                                      {F::placeholder_left, "placeholder-left"},
                                                      {F::text_box, "text-box"},
                                                      {F::tracked_changes, "tracked-changes"},
                                                      {F::comment, "comment"},
                                                      {F::own_table, "own-table"},
                                                      {F::merged_cells, "merged-cells"},
                                                      {F::place_unknown, "place-unknown"},
                                                      {F::place_missing, "place-missing"},
                                                      {F::place_twice, "place-twice"},
                                                      {F::words_lost, "words-lost"}}};
};
