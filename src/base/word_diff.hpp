// SPDX-License-Identifier: EUPL-1.2
// What became of a text, word by word: which words stayed, went and came. White space counts for nothing but where lines
// and paragraphs end. It knows no languages and no markup, and prints nothing. Called by whatever shows two states of
// one text: replies compared, later reports.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::base {

enum class Edit { kept, removed, added };
enum class Gap { none, space, line, paragraph };  // what stands before a run of words

struct WordRun {
    Edit edit = Edit::kept;
    Gap gap = Gap::none;
    std::string text;  // words with the white space between them: a space, a line's end, or an empty line
    bool cut =
        false;  // a kept run of which only beginning and end are left: words stand in `text`, then in `rest`
    std::string rest{};        // the end, where it was cut
    std::size_t left_out = 0;  // words between
    bool operator==(const WordRun&) const = default;
};

// The runs of `removed` and `kept` give the words of `before`, those of `added` and `kept` the words of `after`, in
// their order. Where more than about four thousand words differ the runs may be coarser than need be; the words are right.
std::vector<WordRun> word_diff(std::string_view before, std::string_view after);

// The same for people: one or two words that stayed between two changes are given as removed and added, so that a new
// sentence reads as one; texts that share less than a third of their words are one removed and one added.
std::vector<WordRun> readable_word_diff(std::string_view before, std::string_view after);

// Of what stayed only so many words next to each change; the rest is counted.
std::vector<WordRun> shortened(std::vector<WordRun> runs, std::size_t context);

}  // namespace rapporteur::base
