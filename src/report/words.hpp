// SPDX-License-Identifier: EUPL-1.2
//
// The words that a report has of its own, beside what people wrote: titles of appendices, words for gaps, sources, dates. One value a
// language, complete or it does not compile (every field is named in words_<language>.cpp). {0}, {1} stand for what is put in.
// Titles that a framework gives (an outline's appendix) come before these.
#pragma once

#include "base/date.hpp"
#include "base/phrase.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::report {

struct Words {
    std::string language;
    std::array<std::string, 12> months;  // as they stand in a date
    std::string date;                    // {0} day, {1} month, {2} year
    std::string first_of_month;          // the day of a month's first: "1", "1er"

    // cover
    std::string approved_on;
    std::string adopted_on;
    std::string draft_mark;  // across every page
    std::string draft_addressee;
    std::string sent_on;
    std::string invented;       // {0}: the subject
    std::string invented_stem;  // a note with it says so already

    // appendices
    std::string appendix;  // {0} number
    std::string recommendations_title;
    std::string recommendations_intro;
    std::string in_paragraph;  // "paragraph {0}"
    std::string bodies_title;
    std::string bodies_intro;
    std::string authorities;
    std::string international;
    std::string civil_society;
    std::string other_bodies;
    std::string comments_title;
    std::string comments_date;  // {0} who, {1} date

    // figures
    std::string total;
    std::string number_of;       // {0} unit
    std::string figures;         // heads the rows where units differ
    std::string reply_source;    // {0} who
    std::string reply_question;  // {0} number
    std::string own_figures;     // source line of rows without a source
    std::string unnamed_sender;  // of a reply whose sender is not named
    std::string not_available;
    std::string not_collected;
    std::string not_disaggregated;
    std::string not_applicable;
    std::string declined;
    std::string unknown;
    std::string revised;
    std::string legend_gap;
    std::string legend_not_applicable;
    std::string sum_of_parts;
};

// In English for a language that has no words of its own; has_words() tells.
const Words& words_in(std::string_view language);
bool has_words(std::string_view language);

// One function a language, in words_<language>.cpp.
Words english_words();
Words french_words();
Words russian_words();

using base::fill;  // the patterns' {0}, {1}
// "22 March 2018"
std::string printed_date(base::Date date, const Words& words);
// Text with a small letter turned into a capital one where it is ASCII: sentences begin with it.
std::string with_capital(std::string text);

}  // namespace rapporteur::report
