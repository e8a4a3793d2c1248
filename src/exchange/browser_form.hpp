// SPDX-License-Identifier: EUPL-1.2
// A questionnaire as one HTML file that is filled in with a browser, without a network: the questions as a document that can
// be read without its script, what the script needs of them as data, and the script and style themselves, held to their
// hashes by a content security policy. The same pass writes a question and its data, so that they cannot differ.
// What the script does is in templates/form/*.js; what comes back is an XML reply, which the reception reads as any other.
// Called by issue make.
#pragma once

#include "exchange/form_document.hpp"
#include "exchange/issuing.hpp"
#include "store/register.hpp"

#include <string>
#include <vector>

namespace rapporteur::exchange {

// What the register knows and the form offers, so that nobody has to write an identifier.
struct BrowserTerms {
    struct Body {
        std::string id;
        std::string name;  // in the form's language
    };
    std::vector<Body> bodies;  // of the state, that may have written an answer; none for an issue to one body
    int version = 1;           // that the reply would have
};

// Reads only. Other respondents are never among the bodies: who else answers is nobody's business.
BrowserTerms browser_terms(const store::Register& where, const Issuing& issuing);

// The file's bytes. `form` is the same questionnaire as form_document() made it: its headings and its cover are used.
// base::InvalidInput and base::Error as form_document().
std::string browser_form(const Issuing& issuing, const FormDocument& form, const BrowserTerms& terms);

}  // namespace rapporteur::exchange
