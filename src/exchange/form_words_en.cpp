// SPDX-License-Identifier: EUPL-1.2
#include "exchange/form_words.hpp"

namespace rapporteur::exchange {

FormWords english_form_words() {
    return {
        .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September",
                   "October", "November", "December"},
        .date = "{0} {1} {2}",
        .reply_by = "Please reply by {0}",
        .cover_note =
            "The line in square brackets above tells which questionnaire this is. Please leave it where it is.",
        .invented = "{0}, its institutions, figures and persons are invented.",
        .how_title = "How to fill in this form",
        .how =
            {"Write each answer between the two grey lines that belong to the question: they begin with [# and with "
             "[/# and hold the same name. Your answer replaces the sign [...] between them.",
             "Please do not change, translate or delete these grey lines, nor other words in square brackets: by "
             "them your answers are found again.",
             "An answer in words may have several paragraphs, lists, tables, links and footnotes of your own.",
             "To choose an answer, put an x into its box or in place of it: x Yes.",
             "In tables write one figure into each cell. Where there is none, write n/a or say below the table why; "
             "0 means that there was none, an empty cell that nothing is known.",
             "Where you give no answer, tick the reason below the question.",
             "Number the documents that you annex (1, 2, 3 ...) and name their numbers in your answers.",
             "Several bodies may work on the form one after the other. Comments and tracked changes may stay in it: "
             "the text is read as if all changes had been accepted.",
             "Send the form back as a Word file (DOCX). A file saved by another word processor is read too."},
        .question = "Question {0}",
        .part = "Part {0}",
        .specific_question = "Country-specific question {0}",
        .further_title = "Further questions",
        .quoted_paragraph = "{0}, paragraph {1} of the report ({2}):",
        .quoted_recommendation = "{0}, recommendation {1}:",
        .done_since =
            "What has been done about it since? Please name the measures with their dates, what they "
            "have brought about, and what remains to be done.",
        .at_most_words = "At most {0} words.",
        .since_last_report = "Period: since the last report.",
        .since_date = "Period: since the date given in the question.",
        .restricted = "The answer to this question is kept confidential.",
        .only_if = "Only if the answer to question {0} is: {1}.",
        .repeat =
            "If there are several, copy the lines of this question, grey lines included, for each further one.",
        .exhibit = "Annex the document, and give its number, its title and its language here.",
        .exhibit_expected = "Please annex the documents and give their numbers here.",
        .tick_one = "Tick one:",
        .tick_many = "Tick all that apply:",
        .yes = "Yes",
        .partly = "Partly",
        .no = "No",
        .other = "Other, namely:",
        .explain = "Please explain:",
        .explain_if = "Please explain if you ticked: {0}.",
        .number = "A number ({0}).",
        .whole = "Whole numbers only.",
        .decimals = "Decimals: at most {0}.",
        .at_least = "Not less than {0}.",
        .at_most = "Not more than {0}.",
        .date_year = "A year, as in 2016.",
        .date_month = "Year and month, as in 2016-09.",
        .date_day = "A date: year, month and day, as in 2016-09-05.",
        .units = {{"number", "Number"}, {"persons", "Persons"}, {"cases", "Cases"}, {"places", "places"}},
        .total = "Total",
        .figure = "Figure",
        .more_rows =
            "Add rows as you need them; give the code of each in square brackets behind its name, as in the "
            "rows that are there.",
        .notes = "Notes on the figures:",
        .no_answer = "If you give no answer, the reason is:",
        .reasons = {"The information exists but cannot be given now", "This is not collected",
                    "This is collected, but not broken down so", "This does not apply to us",
                    "We do not wish to answer"},
        .request_title = "Request for further information No {0}",
        .request_note =
            "The line in square brackets above tells which request this is. Please leave it where it is.",
        .request_about = "It concerns the reply {0}, version {1}, of {2}.",
        .request_how =
            "Below each question stands what we ask about it and, where there was one, the earlier "
            "answer. The earlier answer stands as it is: write between the grey lines only what you add "
            "or correct.",
        .request_how_tables =
            "In a table fill in only the cells that change or were empty; a cell that you leave empty "
            "stays as it was. Where there is no figure, write n/a or say below the table why; 0 means "
            "that there was none.",
        .what_we_ask = "What we ask:",
        .earlier_answer = "The earlier answer (version {0}):",
        .ask_for_answer = "No answer was given. Please answer the question.",
        .ask_despite_reason =
            "This reason for no answer was given: {0}. Please answer the question, or explain why no "
            "answer is possible.",
        .ask_for_more = "Please give further information on this question.",
        .ask_about_total =
            "{0}: the total is given as {1}, and its parts add up to {2}. Which figure is right, and how "
            "does the difference arise?",
        .ask_for_cells =
            "These cells have neither a figure nor a reason for having none: {0}. Please fill them in, or "
            "say why there is no figure.",
        .and_more = "and {0} more",
        .in_new_version = "The answer stands in version {0} of the reply.",
        .as_in_version = "The answer is that of version {0} of the reply.",
    };
}

}  // namespace rapporteur::exchange
