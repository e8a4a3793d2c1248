// SPDX-License-Identifier: EUPL-1.2
// The questions of a browser form: their HTML, and their data for the script, written in one pass. Opens no files and knows no
// register. Inside the room, for browser_form.cpp.
//
// Identifiers in the HTML: q--ID the question, h--ID its heading, t--ID its text, s--ID how far it is, f--ID its findings.
// What the script looks for: data-question, data-entry, data-field, data-at, data-row, data-act.
#pragma once

#include "document/html.hpp"
#include "exchange/browser_form.hpp"

#include <string>
#include <vector>

namespace rapporteur::exchange {

struct BrowserSection {
    std::string id;
    std::string title;  // with its number
};

struct BrowserQuestions {
    document::Html intro;
    document::Html sections;
    std::vector<BrowserSection> contents;
    std::string data;  // a JSON array, one object a question that takes an answer
};

BrowserQuestions browser_questions(const Issuing& issuing, const FormDocument& form,
                                   const BrowserTerms& terms);

}  // namespace rapporteur::exchange
