// SPDX-License-Identifier: EUPL-1.2
#include "exchange/form_writer.hpp"

#include "document/form_tokens.hpp"
#include "exchange/form_texts.hpp"

namespace rapporteur::exchange {

using document::Block;
using document::Blocks;
using document::FormLine;
using document::Inlines;
using domain::QuestionId;

void FormWriter::begin_part(document::PartKind kind, std::string id, const std::string& number,
                            const std::string& title) {
    m_question.reset();
    const bool bare = !number.empty() && number.back() != '.' && number.back() != ')';
    const std::string label = bare ? number + "." : number;
    m_made.document.parts.push_back({kind, {}});
    out().push_back(document::report_heading(1, std::move(id), label, document::text_inlines(title)));
    m_made.manifest.other_texts.push_back(label.empty() ? title : label + " " + title);
}

void FormWriter::begin_question(const QuestionId& id, int level, const std::string& heading) {
    m_put.insert(id.text());
    const std::string bookmark = document::bookmark_of(id.text());
    out().push_back(document::report_heading(level, bookmark, "", document::text_inlines(heading)));
    m_question = m_made.manifest.questions.size();
    m_made.manifest.questions.push_back({id.text(), bookmark, heading, {}, true});
}

void FormWriter::said(const Inlines& content) {
    std::string text = printed_text(content, m_language);
    if (!text.empty()) {
        (m_question ? m_made.manifest.questions[*m_question].texts : m_made.manifest.other_texts)
            .push_back(std::move(text));
    }
}

void FormWriter::line(FormLine kind, Inlines content) {
    if (!content.empty()) {
        said(content);
        out().push_back(document::form_line(kind, std::move(content)));
    }
}

void FormWriter::line(FormLine kind, const std::string& text) {
    line(kind, document::text_inlines(text));
}

void FormWriter::blocks(Blocks content, std::optional<FormLine> style) {
    document::Visitor visitor;
    visitor.block = [this](const Block& block) {
        if (const auto* paragraph = block.as<document::Paragraph>()) {
            said(paragraph->content);
        } else if (const auto* plain = block.as<document::Plain>()) {
            said(plain->content);
        }
    };
    document::walk(content, visitor);
    for (Block& block : content) {
        auto* const paragraph = style ? block.as<document::Paragraph>() : nullptr;
        out().push_back(paragraph == nullptr ? std::move(block)
                                             : document::form_line(*style, std::move(paragraph->content)));
    }
}

void FormWriter::token(FormLine kind, const std::string& text) {
    out().push_back(document::form_line(kind, document::text_inlines(text)));
}

void FormWriter::option(FormLine kind, const std::string& words, const std::string& code) {
    line(kind, document::marked_words(std::string(document::k_empty_box) + " " + words,
                                      document::option_mark(code)));
}

void FormWriter::takes_no_answer() {
    m_made.manifest.questions[m_question.value()].takes_answer = false;
}

void FormWriter::quote(const std::vector<std::string>& lines) {
    document::BlockQuote quote;
    for (const std::string& each : lines) {
        quote.content.push_back(Block{document::Paragraph{document::text_inlines(each)}});
        m_made.manifest.other_texts.push_back(each);
    }
    out().push_back(Block{std::move(quote)});
}

}  // namespace rapporteur::exchange
