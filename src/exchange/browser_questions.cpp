// SPDX-License-Identifier: EUPL-1.2
#include "exchange/browser_questions.hpp"

#include "base/json.hpp"
#include "document/tree_html.hpp"
#include "exchange/asked.hpp"
#include "exchange/browser_data.hpp"
#include "exchange/browser_fields.hpp"
#include "exchange/browser_words.hpp"
#include "exchange/form_texts.hpp"

#include <set>

namespace rapporteur::exchange {

using namespace domain;
using document::Html;
using document::HtmlBuilder;

namespace {

// What a hint says here: nobody copies lines, and what is to be ticked stands above the boxes themselves.
FormWords words_of_hints(std::string_view language) {
    FormWords words = form_words(language);
    words.tick_one.clear();
    words.tick_many.clear();
    words.repeat = page_words("repeat", language);
    words.more_rows = page_words("more_rows", language);
    return words;
}

class QuestionsBuilder {
public:
    QuestionsBuilder(const Issuing& issuing, const FormDocument& form, const BrowserTerms& terms)
        : m_issuing(issuing), m_form(form), m_words(form_words(issuing.language)),
          m_hint_words(words_of_hints(issuing.language)),
          m_texts(issuing.questionnaire, issuing.issue, issuing.language),
          m_hints(issuing.questionnaire, m_hint_words, issuing.language),
          m_share(issuing.issue, issuing.part),
          m_frame{issuing.questionnaire, m_words, m_hints, terms, m_share, issuing.language, asks_consent()},
          m_data(base::JsonLayout::compact) {}

    BrowserQuestions build() {
        BrowserQuestions made;
        made.intro = prose(m_texts.take("intro"), "intro");
        m_data.array();
        for (const Section& each : m_issuing.questionnaire.sections) {
            section(each, {});
        }
        further_questions();
        m_data.close();
        made.sections = m_out.finish();
        made.contents = std::move(m_contents);
        made.data = m_data.finish();
        return made;
    }

private:
    std::string said(std::string_view name) const { return page_words(name, m_issuing.language); }

    bool asks_consent() const {
        const auto& respondents = m_issuing.questionnaire.respondents;
        return respondents.empty() || respondents.front() != m_issuing.issue.respondent;
    }

    Html prose(document::Blocks blocks, const std::string& name) const {
        document::HtmlOptions options;
        options.language = m_issuing.language;
        options.heading_shift = 3;
        options.id_prefix = "n--" + name + "--";
        return document::to_html(blocks, options);
    }

    // ---- sections

    void begin_section(const std::string& id, const std::string& title) {
        m_section = id;
        m_contents.push_back({id, title});
        m_out.open("section").attribute("class", "part").attribute("id", "sec--" + id);
        m_out.attribute("aria-labelledby", "sech--" + id).attribute("data-section", id).newline();
        m_out.open("h2").attribute("id", "sech--" + id).text(title).close().newline();
    }

    void section(const Section& section, std::vector<std::string> conditions) {
        if (!m_share.has(section)) {
            return;
        }
        if (!section.when.empty()) {
            conditions.push_back(section.when);
        }
        const bool bare =
            !section.number.empty() && section.number.back() != '.' && section.number.back() != ')';
        const std::string number = section.number + (bare ? ". " : section.number.empty() ? "" : " ");
        begin_section(section.id, number + std::string(text_in(section.title, m_issuing.language)));
        guidance(prose(m_texts.take("section:" + section.id), section.id));
        guidance(m_hints.condition(section.when));
        for (const Question& each : section.questions) {
            question(each, conditions, "", "");
        }
        for (const Slot& slot : section.slots) {
            for (const SpecificQuestion& each : m_issuing.issue.specific) {
                if (each.slot == slot.id && m_share.has(each)) {
                    specific_question(each);
                }
            }
        }
        m_out.close().newline();
        for (const Section& inner : section.sections) {
            this->section(inner, conditions);
        }
    }

    void further_questions() {
        bool begun = false;
        for (const SpecificQuestion& each : m_issuing.issue.specific) {
            if (m_put.count(each.id.text()) == 0 && m_share.has(each)) {
                if (!std::exchange(begun, true)) {
                    begin_section("further", m_words.further_title);
                }
                specific_question(each);
            }
        }
        if (begun) {
            m_out.close().newline();
        }
    }

    void guidance(const Html& html) {
        if (!html.empty()) {
            m_out.open("div").attribute("class", "guidance").html(html).close().newline();
        }
    }
    void guidance(const std::string& text) {
        if (!text.empty()) {
            m_out.open("p").attribute("class", "guidance").text(text).close().newline();
        }
    }

    // ---- questions

    const document::FormQuestion* put_as(const std::string& id) const {
        for (const document::FormQuestion& each : m_form.manifest.questions) {
            if (each.id == id) {
                return &each;
            }
        }
        return nullptr;
    }

    void begin_question(const Question& question, const char* element, document::Blocks text) {
        const std::string& id = question.id.text();
        const document::FormQuestion* const put = put_as(id);
        const std::string heading = put == nullptr ? id : put->heading;
        m_put.insert(id);
        m_out.open("div")
            .attribute("class", "question")
            .attribute("id", "q--" + id)
            .attribute("role", "group");
        m_out.attribute("aria-labelledby", "h--" + id).attribute("data-question", id);
        m_out.attribute("data-kind", base::name_of(question.kind)).newline();
        m_out.open(element).attribute("id", "h--" + id).text(heading).close().newline();
        m_out.open("p").attribute("class", "state live").attribute("id", "s--" + id).close().newline();
        m_out.open("div").attribute("class", "asked").attribute("id", "t--" + id);
        if (!text.empty() && printed_text(text, m_issuing.language) != heading) {
            m_out.html(prose(std::move(text), id));
        }
        m_out.close().newline();
        guidance(prose(m_texts.take("guidance:" + id), id + "--g"));
        guidance(m_hints.condition(question.when));
        guidance(m_hints.of(question));
        if (question.required == Required::block) {
            guidance(said("must_answer"));
        }
        m_out.open("p")
            .attribute("class", "not-asked")
            .flag("hidden")
            .text(said("not_asked"))
            .close()
            .newline();
    }

    void question(const Question& question, std::vector<std::string> conditions, const std::string& record,
                  const std::string& heading) {
        if (!m_share.has(question)) {
            return;
        }
        document::Blocks text = m_texts.take("text:" + question.id.text());
        if (question.kind == QuestionKind::note) {
            m_out.open("div").attribute("class", "note").html(prose(std::move(text), question.id.text()));
            m_out.close().newline();
            return;
        }
        if (!question.when.empty()) {
            conditions.push_back(question.when);
        }
        begin_question(question, record.empty() ? "h3" : "h5", std::move(text));
        const document::FormQuestion* const put = put_as(question.id.text());
        BrowserPlace place{m_section, put == nullptr ? question.id.text() : put->heading, record, conditions};
        if (!heading.empty()) {
            place.label = heading + ": " + place.label;
        }
        if (question.kind == QuestionKind::record) {
            entries(question, place);
        } else {
            m_out.html(
                answer_fields(question, m_frame, record.empty() ? FieldPlace::question : FieldPlace::part));
            write_question_data(m_data, question, m_issuing.questionnaire, m_words, m_issuing.language,
                                place);
        }
        m_out.close().newline();
    }

    void entries(const Question& record, const BrowserPlace& place) {
        m_out.open("div").attribute("class", "entries").attribute("data-record", record.id.text());
        m_out.newline().open("div").attribute("class", "entry").attribute("data-entry", "0").newline();
        m_out.open("h4").attribute("class", record.repeat ? "entry-title" : "entry-title alone");
        m_out.text(fill(said("entry"), {"1"})).close().newline();
        for (const Question& part : record.parts) {
            question(part, place.conditions, record.repeat ? record.id.text() : "-", place.label);
        }
        m_out.close().newline().close().newline();
        if (record.repeat) {
            m_out.open("p").attribute("class", "live");
            for (const auto& [act, words] : {std::pair<const char*, const char*>{"add-entry", "add_entry"},
                                             {"remove-entry", "remove_entry"}}) {
                m_out.open("button").attribute("type", "button").attribute("data-act", act);
                m_out.attribute("data-record", record.id.text()).text(said(words)).close().text(" ");
            }
            m_out.close().newline();
        }
    }

    void specific_question(const SpecificQuestion& specific) {
        Question like;
        like.id = specific.id;
        like.required = Required::warn;
        begin_question(like, "h3", m_texts.take("specific:" + specific.id.text()));
        m_out.html(answer_fields(like, m_frame, FieldPlace::question));
        m_out.close().newline();
        // Nothing that is put to one state alone depends on a condition: the reception counts it as asked.
        const document::FormQuestion* const put = put_as(specific.id.text());
        write_question_data(m_data, like, m_issuing.questionnaire, m_words, m_issuing.language,
                            {m_section, put == nullptr ? specific.id.text() : put->heading, "", {}});
    }

    const Issuing& m_issuing;
    const FormDocument& m_form;
    const FormWords& m_words;
    const FormWords m_hint_words;
    FormTexts m_texts;
    FormHints m_hints;
    FormShare m_share;
    FieldFrame m_frame;
    HtmlBuilder m_out;
    base::JsonWriter m_data;
    std::vector<BrowserSection> m_contents;
    std::set<std::string> m_put;
    std::string m_section;  // that is being written
};

}  // namespace

BrowserQuestions browser_questions(const Issuing& issuing, const FormDocument& form,
                                   const BrowserTerms& terms) {
    return QuestionsBuilder(issuing, form, terms).build();
}

}  // namespace rapporteur::exchange
