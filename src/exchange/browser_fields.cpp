// SPDX-License-Identifier: EUPL-1.2
#include "exchange/browser_fields.hpp"

#include "base/text.hpp"
#include "exchange/browser_words.hpp"

namespace rapporteur::exchange {

using namespace domain;
using document::Html;
using document::HtmlBuilder;

namespace {

class FieldWriter {
public:
    FieldWriter(const Question& question, const FieldFrame& frame)
        : m_question(question), m_frame(frame), m_id(question.id.text()) {}

    Html write(FieldPlace place) {
        m_out.open("div").attribute("class", "answer").newline();
        by_kind();
        beside(place);
        m_out.open("ul").attribute("class", "findings").attribute("id", "f--" + m_id).close().newline();
        m_out.close().newline();
        return m_out.finish();
    }

private:
    std::string said(std::string_view name) const { return page_words(name, m_frame.language); }

    void by_kind() {
        switch (m_question.kind) {
        case QuestionKind::yesno:
            yesno();
            text(m_frame.hints.explanation(m_question), Size::large);
            break;
        case QuestionKind::choice:
            choice();
            text(m_frame.hints.explanation(m_question), Size::large);
            break;
        case QuestionKind::number:
            value("decimal", unit_words(m_frame.words, m_question.unit));
            text(m_frame.words.explain, Size::small);
            break;
        case QuestionKind::date:
            value("text", "");
            text(m_frame.words.explain, Size::small);
            break;
        case QuestionKind::table:
            write_tables(m_out, m_question, m_frame);
            text(m_frame.words.notes, Size::small);
            break;
        case QuestionKind::attachment:
            exhibits();
            text(said("answer"), Size::small);
            break;
        default:
            text(said("answer"), Size::large);
            break;
        }
    }

    // The name of a field begins with the question's heading: whoever hears it alone knows where it stands.
    HtmlBuilder& named(const std::string& label) {
        return m_out.attribute("aria-labelledby", "h--" + m_id + " " + label);
    }
    std::string described() const { return "t--" + m_id + " f--" + m_id; }

    enum class Size { small, large };
    void text(const std::string& label, Size size) {
        m_out.open("label").attribute("id", "xl--" + m_id).attribute("for", "x--" + m_id);
        m_out.text(label).close().newline();
        m_out.open("textarea").attribute("id", "x--" + m_id).attribute("data-field", "text");
        m_out.attribute("rows", size == Size::large ? "4" : "2").attribute("autocomplete", "off");
        named("xl--" + m_id).attribute("aria-describedby", described() + " c--" + m_id).close().newline();
        m_out.open("p").attribute("class", "count").attribute("id", "c--" + m_id).close().newline();
    }

    void value(const char* mode, const std::string& unit) {
        m_out.open("label").attribute("id", "vl--" + m_id).attribute("for", "v--" + m_id);
        m_out.text(said("answer")).close().newline();
        m_out.open("p").attribute("class", "value").open("input").attribute("type", "text");
        m_out.attribute("id", "v--" + m_id).attribute("data-field", "value").attribute("inputmode", mode);
        m_out.attribute("autocomplete", "off").attribute("size", "14");
        named("vl--" + m_id).attribute("aria-describedby", described()).close();
        m_out.text(unit.empty() ? "" : " " + unit).close().newline();
    }

    void begin_choice(const std::string& lead) {
        m_out.open("fieldset").attribute("aria-describedby", described()).newline();
        m_out.element("legend", lead).newline();
    }
    void option(const char* type, const std::string& code, const std::string& label) {
        const std::string id = code.empty() ? "v0--" + m_id : "v--" + m_id + "--" + code;
        m_out.open("p").attribute("class", code.empty() ? "option none" : "option").open("input");
        m_out.attribute("type", type).attribute("id", id).attribute("name", "v--" + m_id);
        m_out.attribute("value", code).attribute("data-field", "choice").attribute("autocomplete", "off");
        if (code.empty()) {
            m_out.flag("checked");
        }
        m_out.close().open("label").attribute("for", id).text(label).close().close().newline();
    }

    void yesno() {
        begin_choice(m_frame.words.tick_one);
        option("radio", "yes", m_frame.words.yes);
        if (m_question.partly) {
            option("radio", "partly", m_frame.words.partly);
        }
        option("radio", "no", m_frame.words.no);
        option("radio", "", said("not_said"));
        m_out.close().newline();
    }

    void choice() {
        const char* const type = m_question.many ? "checkbox" : "radio";
        begin_choice(m_question.many ? m_frame.words.tick_many : m_frame.words.tick_one);
        const Codelist* const list = m_frame.questionnaire.find_codelist(m_question.codelist);
        bool has_other = false;
        for (const Code& code : list == nullptr ? std::vector<Code>() : list->codes) {
            if (code.retired.empty()) {
                has_other = has_other || code.value == "other";
                option(type, code.value, std::string(text_in(code.label, m_frame.language)));
            }
        }
        if (!has_other && (m_question.other || (list != nullptr && list->open))) {
            option(type, "other", m_frame.words.other);
        }
        if (!m_question.many) {
            option(type, "", said("not_said"));
        }
        m_out.close().newline();
    }

    // ---- beside the answer

    void begin_field(const std::string& prefix, const std::string& label) {
        m_out.open("p").attribute("class", "field");
        m_out.open("label").attribute("id", prefix + "l--" + m_id).attribute("for", prefix + "--" + m_id);
        m_out.text(label).close().text(" ");
    }
    void begin_select(const std::string& prefix, const std::string& label, const char* field) {
        begin_field(prefix, label);
        m_out.open("select").attribute("id", prefix + "--" + m_id).attribute("data-field", field);
        named(prefix + "l--" + m_id).attribute("autocomplete", "off").newline();
    }
    void end_select() { m_out.close().close().newline(); }
    void option_of(const std::string& code, const std::string& label) {
        m_out.open("option").attribute("value", code).text(label).close().newline();
    }

    void exhibits() {
        begin_field("e", said("exhibit_numbers"));
        m_out.open("input").attribute("type", "text").attribute("id", "e--" + m_id);
        m_out.attribute("data-field", "exhibits").attribute("autocomplete", "off").attribute("size", "12");
        named("el--" + m_id).attribute("aria-describedby", "f--" + m_id).close().close().newline();
    }

    void beside(FieldPlace place) {
        m_out.open("div").attribute("class", "beside").newline();
        begin_select("r", m_frame.words.no_answer, "reason");
        write_reason_options(m_out, m_question, m_frame);
        end_select();
        const bool wanted = m_question.attachments != "no" && m_question.kind != QuestionKind::attachment;
        if (wanted && (place == FieldPlace::question || !m_question.attachments.empty())) {
            exhibits();
        }
        if (!m_frame.terms.bodies.empty()) {
            begin_select("a", said("author"), "author");
            option_of("", said("not_said"));
            for (const BrowserTerms::Body& body : m_frame.terms.bodies) {
                option_of(body.id, body.name);
            }
            end_select();
        }
        if (m_frame.asks_consent && !m_question.restricted) {
            begin_select("p", said("consent"), "consent");
            option_of("unset", said("consent_unset"));
            option_of("given", m_frame.words.yes);
            option_of("refused", m_frame.words.no);
            end_select();
        }
        m_out.close().newline();
    }

    const Question& m_question;
    const FieldFrame& m_frame;
    const std::string m_id;
    HtmlBuilder m_out;
};

}  // namespace

std::vector<NoAnswer> reasons_of(const Question& question) {
    if (!question.no_answers.empty()) {
        return question.no_answers;
    }
    return {NoAnswer::not_available, NoAnswer::not_collected, NoAnswer::not_disaggregated,
            NoAnswer::not_applicable, NoAnswer::declined};
}

void write_reason_options(HtmlBuilder& out, const Question& question, const FieldFrame& frame) {
    out.open("option").attribute("value", "").text(page_words("no_reason", frame.language)).close().newline();
    for (const NoAnswer reason : reasons_of(question)) {
        out.open("option").attribute("value", base::name_of(reason));
        out.text(reason_words(frame.words, reason)).close().newline();
    }
}

Html answer_fields(const Question& question, const FieldFrame& frame, FieldPlace place) {
    return FieldWriter(question, frame).write(place);
}

}  // namespace rapporteur::exchange
