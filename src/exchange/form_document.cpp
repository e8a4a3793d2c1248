// SPDX-License-Identifier: EUPL-1.2
#include "exchange/form_document.hpp"

#include "base/digest.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "document/form_lines.hpp"
#include "document/form_tokens.hpp"
#include "document/quote_marks.hpp"
#include "exchange/asked.hpp"
#include "exchange/form_hints.hpp"
#include "exchange/form_tables.hpp"
#include "exchange/form_texts.hpp"
#include "exchange/form_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace rapporteur::exchange {

using namespace domain;
using document::Block;
using document::Blocks;
using document::FormLine;
using document::Inlines;

namespace {

constexpr int k_question_level = 2;
constexpr int k_part_level = 3;
constexpr std::size_t k_longest_heading = 80;  // a part's text that is longer stands below its heading

class FormBuilder {
public:
    FormBuilder(const Questionnaire& questionnaire, const Issue& issue, std::string_view language,
                const std::optional<FormPart>& part, FormTexts& texts, FormDocument& made)
        : m_questionnaire(questionnaire), m_issue(issue), m_share(issue, part), m_language(language),
          m_words(form_words(language)), m_texts(texts), m_made(made),
          m_hints(questionnaire, m_words, language) {
        m_made.manifest.reference = reference_of(questionnaire, issue, language, part);
    }

    void cover(const FormNames& names) {
        document::ReportDocument& out = m_made.document;
        out.use = document::DocumentUse::to_fill_in;
        out.language = m_language;
        out.words = document::report_words(m_language);
        out.body = names.body;
        out.title = text_in(m_questionnaire.title, m_language);
        out.state = names.subject;
        const bool said =
            base::lower_ascii(out.title).find(base::lower_ascii(names.round)) != std::string::npos;
        out.round = said ? "" : names.round;
        out.subtitle = names.recipient;
        out.symbol = document::reference_line(m_made.manifest.reference);
        out.date_line = m_issue.due ? fill(m_words.reply_by, {date_in_words(*m_issue.due, m_words)}) : "";
        out.note = m_words.cover_note;
        if (names.invented) {
            out.note += " " + fill(m_words.invented, {names.subject});
        }
        for (const std::string* text :
             {&out.body, &out.title, &out.state, &out.subtitle, &out.round, &out.date_line, &out.note}) {
            if (!text->empty()) {
                m_made.manifest.other_texts.push_back(*text);
            }
        }
    }

    void instructions() {
        begin_part(document::PartKind::front, "how", "", m_words.how_title);
        blocks(m_texts.take("intro"));
        document::BulletList list;
        for (const std::string& line : m_words.how) {
            list.items.push_back({Block{document::Plain{document::text_inlines(line)}}});
        }
        blocks({Block{std::move(list)}});
    }

    void section(const Section& section) {
        if (!m_share.has(section)) {
            return;
        }
        begin_part(document::PartKind::chapter, "s" + document::bookmark_of(section.id).substr(1),
                   section.number, std::string(text_in(section.title, m_language)));
        blocks(m_texts.take("section:" + section.id));
        line(FormLine::guidance, m_hints.condition(section.when));
        for (const Question& each : section.questions) {
            question(each, k_question_level);
        }
        for (const Slot& slot : section.slots) {
            specific_questions(slot.id);
        }
        for (const Section& inner : section.sections) {
            this->section(inner);
        }
    }

    // Of slots that this respondent's sections do not have: nothing that was asked may be lost.
    void further_questions() {
        for (const SpecificQuestion& each : m_issue.specific) {
            if (m_put.count(each.id.text()) == 0 && m_share.has(each)) {
                if (!std::exchange(m_further, true)) {
                    begin_part(document::PartKind::chapter, "further", "", m_words.further_title);
                }
                specific_question(each);
            }
        }
    }

private:
    // ---- what stands outside questions, and what stands in them

    void begin_part(document::PartKind kind, std::string id, const std::string& number,
                    const std::string& title) {
        m_question.reset();
        const bool bare = !number.empty() && number.back() != '.' && number.back() != ')';
        const std::string label = bare ? number + "." : number;
        m_made.document.parts.push_back({kind, {}});
        out().push_back(document::report_heading(1, std::move(id), label, document::text_inlines(title)));
        m_made.manifest.other_texts.push_back(label.empty() ? title : label + " " + title);
    }

    void begin_question(const QuestionId& id, int level, const std::string& heading) {
        m_put.insert(id.text());
        const std::string bookmark = document::bookmark_of(id.text());
        out().push_back(document::report_heading(level, bookmark, "", document::text_inlines(heading)));
        m_question = m_made.manifest.questions.size();
        m_made.manifest.questions.push_back({id.text(), bookmark, heading, {}, true});
    }

    Blocks& out() { return m_made.document.parts.back().blocks; }

    void said(const Inlines& content) {
        std::string text = printed_text(content, m_language);
        if (!text.empty()) {
            (m_question ? m_made.manifest.questions[*m_question].texts : m_made.manifest.other_texts)
                .push_back(std::move(text));
        }
    }

    void line(FormLine kind, Inlines content) {
        if (!content.empty()) {
            said(content);
            out().push_back(document::form_line(kind, std::move(content)));
        }
    }
    void line(FormLine kind, const std::string& text) { line(kind, document::text_inlines(text)); }

    // Blocks of the questionnaire's prose; its paragraphs in that style.
    void blocks(Blocks content, std::optional<FormLine> style = {}) {
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
            out().push_back(paragraph == nullptr
                                ? std::move(block)
                                : document::form_line(*style, std::move(paragraph->content)));
        }
    }

    // ---- questions

    void question(const Question& question, int level) {
        if (!m_share.has(question)) {
            return;
        }
        Blocks text = m_texts.take("text:" + question.id.text());
        if (question.kind == QuestionKind::note) {
            m_question.reset();
            blocks(std::move(text), FormLine::question_text);
            return;
        }
        note_translation(question.id, question.text);
        const std::string heading = heading_of(question, text, level);
        begin_question(question.id, level, heading);
        if (!text.empty() && printed_text(text, m_language) != heading) {
            blocks(std::move(text), FormLine::question_text);
        }
        blocks(m_texts.take("guidance:" + question.id.text()), FormLine::guidance);
        line(FormLine::guidance, m_hints.condition(question.when));
        line(FormLine::guidance, m_hints.of(question));
        if (question.kind == QuestionKind::record) {
            m_made.manifest.questions[m_question.value()].takes_answer = false;
            int part = 0;
            for (const Question& each : question.parts) {
                m_part = ++part;
                this->question(each, k_part_level);
            }
            return;
        }
        answer(question);
    }

    std::string heading_of(const Question& question, const Blocks& text, int level) const {
        if (level == k_question_level) {
            return fill(m_words.question, {question.number.empty() ? question.id.text() : question.number});
        }
        std::string printed = printed_text(text, m_language);
        if (text.size() == 1 && !printed.empty() && base::display_width(printed) <= k_longest_heading) {
            return printed;
        }
        return fill(m_words.part, {question.number.empty() ? fmt::format("{}", m_part) : question.number});
    }

    void note_translation(const QuestionId& id, const Texts& text) {
        if (!text.empty() && find_text(text, m_language) == nullptr) {
            m_made.untranslated.push_back(id.text());
        }
    }

    void specific_questions(const std::string& slot) {
        for (const SpecificQuestion& each : m_issue.specific) {
            if (each.slot == slot && m_share.has(each)) {
                specific_question(each);
            }
        }
    }

    void specific_question(const SpecificQuestion& specific) {
        note_translation(specific.id, specific.text);
        begin_question(
            specific.id, k_question_level,
            fill(m_words.specific_question, {fmt::format("{}", &specific - m_issue.specific.data() + 1)}));
        blocks(m_texts.take("specific:" + specific.id.text()), FormLine::question_text);
        Question like;
        like.id = specific.id;
        answer(like);
    }

    // ---- the answer and the lines round it

    void answer(const Question& question) {
        ++m_made.questions;
        token(FormLine::begin, document::begin_line(question.id.text()));
        switch (question.kind) {
        case QuestionKind::yesno:
            option(FormLine::option, m_words.yes, "yes");
            if (question.partly) {
                option(FormLine::option, m_words.partly, "partly");
            }
            option(FormLine::option, m_words.no, "no");
            line(FormLine::lead, m_hints.explanation(question));
            break;
        case QuestionKind::choice:
            choices(question);
            line(FormLine::lead, m_hints.explanation(question));
            break;
        case QuestionKind::table:
            tables(question);
            line(FormLine::lead, m_words.notes);
            break;
        default:
            break;
        }
        token(FormLine::answer, std::string(document::k_placeholder));
        reasons(question.no_answers);
        token(FormLine::end, document::end_line(question.id.text()));
    }

    // A line that is known by itself, and therefore not among the form's own texts.
    void token(FormLine kind, const std::string& text) {
        out().push_back(document::form_line(kind, document::text_inlines(text)));
    }

    void option(FormLine kind, const std::string& words, const std::string& code) {
        line(kind, document::marked_words(std::string(document::k_empty_box) + " " + words,
                                          document::option_mark(code)));
    }

    void choices(const Question& question) {
        const Codelist* const list = m_questionnaire.find_codelist(question.codelist);
        bool has_other = false;
        for (const Code& code : list == nullptr ? std::vector<Code>() : list->codes) {
            if (code.retired.empty()) {
                has_other = has_other || code.value == "other";
                option(FormLine::option, std::string(text_in(code.label, m_language)), code.value);
            }
        }
        if (!has_other && (question.other || (list != nullptr && list->open))) {
            option(FormLine::option, m_words.other, "other");
        }
    }

    void tables(const Question& question) {
        const RowFilter rows = [&](const std::vector<std::string>& pairs) {
            return m_share.has_row(question, pairs);
        };
        for (FormSheet& sheet : form_sheets(question, m_questionnaire, m_words, m_language, rows)) {
            line(FormLine::sheet, std::move(sheet.title));
            said(document::text_inlines(sheet.table.corner));
            for (const auto* heads : {&sheet.table.columns, &sheet.table.rows}) {
                for (const Inlines& head : *heads) {
                    said(head);
                }
            }
            out().push_back(document::form_table(sheet.table));
            ++m_made.tables;
        }
    }

    void reasons(std::vector<NoAnswer> allowed) {
        if (allowed.empty()) {
            allowed = {NoAnswer::not_available, NoAnswer::not_collected, NoAnswer::not_disaggregated,
                       NoAnswer::not_applicable, NoAnswer::declined};
        }
        line(FormLine::lead, m_words.no_answer);
        for (const NoAnswer each : allowed) {
            option(FormLine::reason, reason_words(m_words, each), "none." + std::string(base::name_of(each)));
        }
    }

    const Questionnaire& m_questionnaire;
    const Issue& m_issue;
    FormShare m_share;
    std::string_view m_language;
    const FormWords& m_words;
    FormTexts& m_texts;
    FormDocument& m_made;
    FormHints m_hints;
    std::optional<std::size_t> m_question;  // that is being written
    std::set<std::string> m_put;
    bool m_further = false;
    int m_part = 0;
};

}  // namespace

document::FormReference reference_of(const Questionnaire& questionnaire, const Issue& issue,
                                     std::string_view language, const std::optional<FormPart>& part) {
    return {issue.id.text(), questionnaire.id.text(), std::string(language), part ? part->body.text() : "",
            part ? part->delegation.last_step() : 0};
}

FormDocument form_document(const Questionnaire& questionnaire, const Issue& issue, const FormNames& names,
                           std::string_view language, const std::optional<FormPart>& part) {
    FormTexts texts(questionnaire, issue, language);
    FormDocument made;
    FormBuilder builder(questionnaire, issue, language, part, texts, made);
    builder.cover(names);
    builder.instructions();
    for (const Section& each : questionnaire.sections) {
        builder.section(each);
    }
    builder.further_questions();
    const document::ReportDocument& cover = made.document;
    for (const std::string& text :
         {cover.body, cover.title, cover.subtitle, cover.state, cover.round, cover.date_line, cover.note,
          document::title_with_state(cover), cover.words.contents}) {
        made.manifest.other_texts.push_back(text);
    }
    return made;
}

std::string digest_of_questions(const document::FormManifest& manifest) {
    std::string all;
    for (const document::FormQuestion& question : manifest.questions) {
        all += question.id + "\n" + question.heading + "\n";
        for (const std::string& text : question.texts) {
            all += text + "\n";
        }
        all += "\n";
    }
    return base::sha256(all).hex();
}

}  // namespace rapporteur::exchange
