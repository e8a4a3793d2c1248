// SPDX-License-Identifier: EUPL-1.2
// A questionnaire as the form that goes out to one respondent, in the layout of docs/word-forms.md, and beside it what the
// form says, paragraph by paragraph, for the reader of what comes back. It opens no files and knows no register; the
// texts, which are Markdown, are read by Pandoc in the jail. Both results come of one pass, so that they cannot differ.
#pragma once

#include "document/form_manifest.hpp"
#include "document/report_document.hpp"
#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"
#include "exchange/form_share.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace rapporteur::exchange {

// What the cover says, in the form's language.
struct FormNames {
    std::string subject;      // "Velsonia"
    std::string body;         // who asks
    std::string round;        // "Second evaluation round"
    std::string recipient{};  // the body that it goes to; "" for the government as a whole
    bool invented = false;
};

struct FormDocument {
    document::ReportDocument document;
    document::FormManifest manifest;
    std::vector<std::string> untranslated;  // ids of questions whose text is not in the form's language
    std::size_t questions = 0;              // that take an answer
    std::size_t tables = 0;
};

// base::InvalidInput where a text is no Markdown that a form may have; base::Error where Pandoc is missing.
// `part`: of a form for one body, which has its questions and its rows of tables alone. `request`: of one that asks about answers to that issue,
// which has what it asks about alone, and quotes them.
FormDocument form_document(const domain::Questionnaire& questionnaire, const domain::Issue& issue,
                           const FormNames& names, std::string_view language,
                           const std::optional<FormPart>& part = {}, const FormRequest* request = nullptr);

// What a form says it is.
document::FormReference reference_of(const domain::Questionnaire& questionnaire, const domain::Issue& issue,
                                     std::string_view language, const std::optional<FormPart>& part,
                                     const FormRequest* request = nullptr);

// SHA-256 over every question as it was put: its identifier and the texts of the form, in their order.
std::string digest_of_questions(const document::FormManifest& manifest);

}  // namespace rapporteur::exchange
