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
#include "exchange/form_writer.hpp"

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

class FormBuilder : private FormWriter {
public:
    FormBuilder(const Questionnaire& questionnaire, const Issue& issue, std::string_view language,
                const std::optional<FormPart>& part, const FormRequest* request, FormTexts& texts,
                FormDocument& made)
        : FormWriter(language, made), m_questionnaire(questionnaire), m_issue(issue), m_request(request),
          m_share(issue, part, request), m_words(form_words(language)), m_texts(texts),
          m_hints(questionnaire, m_words, language) {
        m_made.manifest.reference = reference_of(questionnaire, issue, language, part, request);
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
        if (m_request != nullptr) {
            cover_of_request();
        }
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
        std::vector<std::string> lines = m_words.how;
        if (m_request == nullptr) {
            blocks(m_texts.take("intro"));
        } else {
            lines.at(k_how_tables) = m_words.request_how_tables;
            lines.insert(lines.begin(), m_words.request_how);
        }
        document::BulletList list;
        for (const std::string& line : lines) {
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
        if (m_request == nullptr) {
            blocks(m_texts.take("section:" + section.id));
            line(FormLine::guidance, m_hints.condition(section.when));
        }
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
            if (!has_put(each.id) && m_share.has(each)) {
                if (!std::exchange(m_further, true)) {
                    begin_part(document::PartKind::chapter, "further", "", m_words.further_title);
                }
                specific_question(each);
            }
        }
    }

private:
    // ---- what stands outside questions, and what stands in them

    void cover_of_request() {
        document::ReportDocument& cover = m_made.document;
        const Request& request = m_request->request;
        const Reply& reply = m_request->reply;
        cover.round =
            std::exchange(cover.title, fill(m_words.request_title, {local_name(request.id.text())}));
        cover.date_line = request.due ? fill(m_words.reply_by, {date_in_words(*request.due, m_words)}) : "";
        cover.note =
            fill(m_words.request_about, {reply.id.text(), fmt::format("{}", reply.version),
                                         date_in_words(reply.submitted.value_or(request.sent), m_words)}) +
            " " + m_words.request_note;
    }

    // ---- questions

    void question(const Question& question, int level) {
        if (!m_share.has(question)) {
            return;
        }
        Blocks text = m_texts.take("text:" + question.id.text());
        if (question.kind == QuestionKind::note) {
            end_question();
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
            takes_no_answer();
            int part = 0;
            for (const Question& each : question.parts) {
                m_part = ++part;
                this->question(each, k_part_level);
            }
            return;
        }
        ask_again(question.id, &question);
        answer(question);
    }

    static Blocks strong(Blocks content) {
        for (Block& block : content) {
            if (auto* const paragraph = block.as<document::Paragraph>()) {
                paragraph->content = {document::Inline{
                    document::Styled{document::Style::strong, std::move(paragraph->content)}}};
            }
        }
        return content;
    }

    // Of a request: what it asks about the question, and what was answered before.
    void ask_again(const QuestionId& id, const Question* question) {
        if (m_request == nullptr) {
            return;
        }
        line(FormLine::lead, m_words.what_we_ask);
        blocks(strong(m_texts.take("item:" + id.text())), FormLine::question_text);
        const Answer* const earlier = m_request->reply.find_answer(id.text());
        if (earlier == nullptr) {
            return;
        }
        const std::string prose = printed_text(m_texts.take("earlier:" + id.text()), m_language);
        const std::vector<std::string> lines =
            earlier_lines(*earlier, question, m_questionnaire, m_hints, m_language, prose);
        if (!lines.empty()) {
            line(FormLine::lead, fill(m_words.earlier_answer, {fmt::format("{}", m_request->reply.version)}));
            quote(lines);
        }
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
        ask_again(specific.id, nullptr);
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
    const FormRequest* m_request;
    FormShare m_share;
    const FormWords& m_words;
    FormTexts& m_texts;
    FormHints m_hints;
    bool m_further = false;
    int m_part = 0;
};

}  // namespace

document::FormReference reference_of(const Questionnaire& questionnaire, const Issue& issue,
                                     std::string_view language, const std::optional<FormPart>& part,
                                     const FormRequest* request) {
    return {request != nullptr ? request->request.id.text() : issue.id.text(), questionnaire.id.text(),
            std::string(language), part ? part->body.text() : "", part ? part->delegation.last_step() : 0};
}

FormDocument form_document(const Questionnaire& questionnaire, const Issue& issue, const FormNames& names,
                           std::string_view language, const std::optional<FormPart>& part,
                           const FormRequest* request) {
    FormTexts texts(questionnaire, issue, language, request);
    FormDocument made;
    FormBuilder builder(questionnaire, issue, language, part, request, texts, made);
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
