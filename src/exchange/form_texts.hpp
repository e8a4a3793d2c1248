// SPDX-License-Identifier: EUPL-1.2
// The prose of a form: what the questionnaire and the issue say in Markdown, read in one run of Pandoc and handed out
// text by text; and what of it stands in a paragraph once it is printed. Inside the room, for form_document.cpp.
#pragma once

#include "document/tree.hpp"
#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"
#include "exchange/form_request.hpp"

#include <map>
#include <string>
#include <string_view>

namespace rapporteur::exchange {

class FormTexts {
public:
    // Keys: "intro", "section:ID", "text:ID", "guidance:ID", "specific:ID"; of a request "item:ID", "earlier:ID".
    // base::InvalidInput where one is no Markdown that a form may have.
    FormTexts(const domain::Questionnaire& questionnaire, const domain::Issue& issue,
              std::string_view language, const FormRequest* request = nullptr);

    // Nothing where the text is empty.
    document::Blocks take(const std::string& key);

private:
    std::map<std::string, document::Blocks> m_texts;
};

// The words as they are printed, with the marks of quotation of the language.
std::string printed_text(const document::Inlines& content, std::string_view language);
std::string printed_text(const document::Blocks& content, std::string_view language);

}  // namespace rapporteur::exchange
