// SPDX-License-Identifier: EUPL-1.2
//
// What of a questionnaire stands in one form: what is put to the respondent and, of a part, what was given to one of its bodies; of a request,
// what it asks about. Pure; used by whatever makes a form or counts what was to be answered in one.
#pragma once

#include "domain/delegation.hpp"
#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"
#include "exchange/form_request.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::exchange {

// A form that goes to one body of the respondent, with what was its to answer then.
struct FormPart {
    domain::BodyId body;
    domain::Delegation delegation;
};

class FormShare {
public:
    // `part`: nothing for the form as a whole.
    FormShare(const domain::Issue& issue, const std::optional<FormPart>& part,
              const FormRequest* request = nullptr)
        : m_issue(issue), m_part(part), m_request(request) {}

    bool has(const domain::Question& question) const;
    bool has(const domain::Section& section) const;  // something in it
    bool has(const domain::SpecificQuestion& specific) const;
    bool has_row(const domain::Question& question, const std::vector<std::string>& pairs) const;

private:
    bool is_whole() const { return !m_part && m_request == nullptr; }
    bool is_given(const domain::QuestionId& question) const;

    const domain::Issue& m_issue;
    const std::optional<FormPart>& m_part;
    const FormRequest* m_request;
};

}  // namespace rapporteur::exchange
