// SPDX-License-Identifier: EUPL-1.2
// Writes a form paragraph by paragraph and, beside it, what it says, so that the two cannot differ. It knows no questionnaire: what is written
// in which order is form_document.cpp's. Inside the room, for that file.
#pragma once

#include "document/form_lines.hpp"
#include "document/report_document.hpp"
#include "domain/identifiers.hpp"
#include "exchange/form_document.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::exchange {

class FormWriter {
public:
    FormWriter(std::string_view language, FormDocument& made) : m_language(language), m_made(made) {}

    void begin_part(document::PartKind kind, std::string id, const std::string& number,
                    const std::string& title);
    void begin_question(const domain::QuestionId& id, int level, const std::string& heading);
    void takes_no_answer();  // the question that was begun last, a record
    // What follows belongs to no question.
    void end_question() { m_question.reset(); }
    bool has_put(const domain::QuestionId& id) const { return m_put.count(id.text()) > 0; }

    document::Blocks& out() { return m_made.document.parts.back().blocks; }

    // Words of the form: of the question that was begun, or of the form at large.
    void said(const document::Inlines& content);
    // Nothing where it is empty.
    void line(document::FormLine kind, document::Inlines content);
    void line(document::FormLine kind, const std::string& text);
    // Blocks of the questionnaire's prose; its paragraphs in that style.
    void blocks(document::Blocks content, std::optional<document::FormLine> style = {});
    // Words of the respondent's, repeated. They are none of the question's own: whoever writes them into the answer again means it.
    void quote(const std::vector<std::string>& lines);
    // A line that is known by itself, and therefore not among the form's own texts.
    void token(document::FormLine kind, const std::string& text);
    // "☐ Yes [=yes]"
    void option(document::FormLine kind, const std::string& words, const std::string& code);

protected:
    std::string_view m_language;
    FormDocument& m_made;

private:
    std::optional<std::size_t> m_question;  // that is being written
    std::set<std::string> m_put;
};

}  // namespace rapporteur::exchange
