// SPDX-License-Identifier: EUPL-1.2
//
// What a form said when it went out: its own words, question by question, as the plain text of each
// paragraph. Made by the code that makes the form, taken by the code that reads it when it comes back, so that
// the form's words are told from the respondent's. It holds no answers, and it is no file format.
#pragma once

#include "document/form_tokens.hpp"

#include <string>
#include <vector>

namespace rapporteur::document {

struct FormQuestion {
    std::string id;        // of the question; a part of a record is a question of its own
    std::string bookmark;  // within the heading; "" where the question stands without a bookmark
    std::string heading;   // "Question 12", "Places for women"
    std::vector<std::string>
        texts;                 // question text, guidance, options with their marks, head cells, in order
    bool takes_answer = true;  // false for a record, whose parts take it
    bool operator==(const FormQuestion&) const = default;
};

struct FormManifest {
    FormReference reference;
    std::vector<FormQuestion> questions;   // in the order of the form
    std::vector<std::string> other_texts;  // title, instructions, headings of sections, introductions
    bool operator==(const FormManifest&) const = default;
};

}  // namespace rapporteur::document
