// SPDX-License-Identifier: EUPL-1.2
// The words that a form has of its own, beside what the questionnaire asks: headings, instructions, options, reasons.
// One value a language, complete or it does not compile (every field is named in form_words_<language>.cpp). {0} stands for what is
// put in. They are for people: no code finds anything by them (form_tokens.hpp does).
#pragma once

#include "base/date.hpp"
#include "base/phrase.hpp"
#include "domain/questionnaire.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::exchange {

// The line of FormWords::how that is about tables.
inline constexpr std::size_t k_how_tables = 4;

struct FormWords {
    std::array<std::string, 12> months;  // as they stand in a date
    std::string date;                    // {0} day, {1} month, {2} year
    std::string reply_by;                // {0} date
    std::string cover_note;
    std::string invented;  // {0} the state

    std::string how_title;
    std::vector<std::string> how;

    std::string question;           // {0} number
    std::string part;               // {0} number
    std::string specific_question;  // {0} number
    std::string further_title;      // of questions that stand in no section

    std::string
        quoted_paragraph;  // {0} round, {1} number of the paragraph, {2} the recommendation's identifier
    std::string quoted_recommendation;  // of one that stands in no report: {0} round, {1} identifier
    std::string done_since;

    std::string at_most_words;  // {0}
    std::string since_last_report;
    std::string since_date;
    std::string restricted;
    std::string only_if;  // {0} number of a question, {1} its answer
    std::string repeat;
    std::string exhibit;           // how to name an annex
    std::string exhibit_expected;  // that one is asked for

    std::string tick_one;
    std::string tick_many;
    std::string yes;
    std::string partly;
    std::string no;
    std::string other;
    std::string explain;
    std::string explain_if;  // {0} values

    std::string number;    // {0} unit
    std::string whole;     // no decimals
    std::string decimals;  // {0}
    std::string at_least;  // {0}
    std::string at_most;   // {0}
    std::string date_year;
    std::string date_month;
    std::string date_day;

    std::vector<std::pair<std::string, std::string>>
        units;  // of questionnaires; others are printed as they are
    std::string total;
    std::string figure;  // heads a column where there is no other head
    std::string more_rows;
    std::string notes;

    std::string no_answer;               // before the reasons
    std::array<std::string, 5> reasons;  // in the order of domain::NoAnswer

    // Of a request for further information.
    std::string request_title;  // {0} number
    std::string request_note;
    std::string request_about;       // {0} reply, {1} version, {2} date
    std::string request_how;         // what is special about it
    std::string request_how_tables;  // in place of the line of `how` about tables
    std::string what_we_ask;
    std::string earlier_answer;      // {0} version
    std::string ask_for_answer;      // where none was given
    std::string ask_despite_reason;  // {0} reason
    std::string ask_for_more;        // where nothing else is said
    std::string ask_about_total;     // {0} place, {1} total, {2} sum of the parts
    std::string ask_for_cells;       // {0} places
    std::string and_more;            // {0} number
    std::string in_new_version;      // {0} version of the reply that has what came
    std::string as_in_version;       // {0} version of the reply that has the same
};

// In English for a language that has no words of its own.
const FormWords& form_words(std::string_view language);

const std::string& reason_words(const FormWords& words, domain::NoAnswer reason);
std::string unit_words(const FormWords& words, const std::string& unit);
using base::fill;  // the patterns' {0}, {1}
std::string date_in_words(base::Date date, const FormWords& words);

// One function a language.
FormWords english_form_words();
FormWords french_form_words();
FormWords russian_form_words();

}  // namespace rapporteur::exchange
