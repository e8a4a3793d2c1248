// SPDX-License-Identifier: EUPL-1.2
//
// What makes a form one of a request for information: the request, and the reply that it points at, whose answers are quoted. Pure; it finds no
// request (requesting.hpp does). Used by whatever makes such a form and by the reader of what comes back.
#pragma once

#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"
#include "exchange/form_hints.hpp"

#include <string>
#include <vector>

namespace rapporteur::exchange {

struct FormRequest {
    domain::Request request;
    domain::Reply reply;  // the version that it points at

    // Nothing for a question that it does not ask about.
    const domain::RequestItem* find_item(const domain::QuestionId& question) const;
};

// The earlier answer as lines to be quoted: values in words, figures row by row, prose without its emphasis; `prose` is the answer's text as it
// prints. None where there was no answer. No line looks like one of the form's own (form_tokens.hpp).
std::vector<std::string> earlier_lines(const domain::Answer& answer, const domain::Question* question,
                                       const domain::Questionnaire& questionnaire, const FormHints& hints,
                                       std::string_view language, const std::string& prose);

}  // namespace rapporteur::exchange
