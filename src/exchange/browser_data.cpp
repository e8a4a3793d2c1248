// SPDX-License-Identifier: EUPL-1.2
#include "exchange/browser_data.hpp"

#include "document/form_tokens.hpp"
#include "exchange/browser_fields.hpp"
#include "exchange/browser_words.hpp"
#include "exchange/form_tables.hpp"
#include "exchange/word_answers.hpp"

namespace rapporteur::exchange {

using namespace domain;

namespace {

constexpr int k_data_version = 1;

void write_texts(base::JsonWriter& out, std::string_view name, const std::vector<std::string>& texts) {
    out.key(name).array();
    for (const std::string& text : texts) {
        out.value(text);
    }
    out.close();
}

// The codes that a table asks for, without its total; further ones only where it is open.
void write_dimension(base::JsonWriter& out, const Dimension& dimension, const Questionnaire& questionnaire,
                     const FormWords& words, std::string_view language) {
    const Codelist* const list = questionnaire.find_codelist(dimension.codelist);
    out.object().member("id", dimension.id).member("axis", base::name_of(dimension.axis));
    out.member("open", dimension.open || (list != nullptr && list->open));
    out.member("total", base::name_of(dimension.total));
    out.key("codes").array();
    Question alone;
    alone.dimensions = {dimension};
    alone.dimensions.front().total = TotalOrigin::none;
    for (const FormPlace& place : form_places(alone, questionnaire, words, language, dimension.axis)) {
        const std::string& pair = place.pairs.front();
        out.array().value(pair.substr(pair.find('=') + 1)).value(place.label()).close();
    }
    out.close();
    write_texts(out, "retired", [&] {
        std::vector<std::string> retired;
        for (const Code& code : list == nullptr ? std::vector<Code>() : list->codes) {
            if (!code.retired.empty()) {
                retired.push_back(code.value);
            }
        }
        return retired;
    }());
    out.close();
}

void write_table(base::JsonWriter& out, const Question& question, const Questionnaire& questionnaire,
                 const FormWords& words, std::string_view language) {
    out.key("dims").array();
    for (const Dimension& dimension : question.dimensions) {
        write_dimension(out, dimension, questionnaire, words, language);
    }
    out.close().key("totals").array();
    for (const TableTotal& total : question.totals) {
        out.object();
        write_texts(out, "over", total.over);
        out.member("rule", base::name_of(total.rule)).member("level", base::name_of(total.level)).close();
    }
    out.close().member("cellNotes", question.cell_notes);
}

void write_phrases(base::JsonWriter& out, std::string_view language) {
    out.key("words").object();
    for (const BrowserPhrase& phrase : script_phrases()) {
        out.member(phrase.name, phrase_in(phrase, language));
    }
    out.close();
    const FormWords& words = form_words(language);
    out.member("total", words.total).member("figure", words.figure);
    out.key("reasons").object();
    for (const auto& name : base::Names<NoAnswer>::k_names) {
        out.member(name.text, reason_words(words, name.value));
    }
    out.close().key("reasonWords").array();
    for (const auto& [word, reason] : words_for_no_figure()) {
        out.array().value(word).value(base::name_of(reason)).close();
    }
    out.close();
}

}  // namespace

void write_question_data(base::JsonWriter& out, const Question& question, const Questionnaire& questionnaire,
                         const FormWords& words, std::string_view language, const BrowserPlace& place) {
    out.object().member("id", question.id.text()).member("kind", base::name_of(question.kind));
    out.member("label", place.label).member("section", place.section).member("record", place.record);
    out.member("required", base::name_of(question.required)).member("restricted", question.restricted);
    write_texts(out, "conditions", place.conditions);
    out.key("reasons").array();
    for (const NoAnswer reason : reasons_of(question)) {
        out.value(base::name_of(reason));
    }
    out.close();
    write_texts(out, "explain", question.explain);
    out.member("many", question.many).member("attachments", question.attachments);
    out.member("minimum", question.minimum).member("maximum", question.maximum);
    out.member("decimals", question.decimals).member("precision", question.precision);
    out.member("maxWords", question.max_words);
    if (question.kind == QuestionKind::table) {
        write_table(out, question, questionnaire, words, language);
    }
    out.key("checks").array();
    for (const Check& check : question.checks) {
        out.object().member("test", check.test).member("level", base::name_of(check.level));
        out.member("message", text_in(check.message, language)).close();
    }
    out.close().close();
}

std::string browser_data(const Issuing& issuing, const BrowserTerms& terms,
                         const BrowserQuestions& questions) {
    base::JsonWriter out(base::JsonLayout::compact);
    const auto& respondents = issuing.questionnaire.respondents;
    out.object().member("data", k_data_version);
    out.member("evaluation", issuing.evaluation.text()).member("issue", issuing.issue.id.text());
    out.member("issueName", local_name(issuing.issue.id.text()));
    out.member("questionnaire", issuing.questionnaire.id.text()).member("language", issuing.language);
    out.member("reference", document::reference_line(reference_of(issuing.questionnaire, issuing.issue,
                                                                  issuing.language, issuing.part)));
    out.member("respondent", issuing.issue.respondent);
    out.member("principal", !respondents.empty() && respondents.front() == issuing.issue.respondent);
    out.member("to", issuing.issue.to ? issuing.issue.to->text() : "");
    out.member("stem", file_stem_of(issuing)).member("version", terms.version);
    out.key("bodies").array();
    for (const BrowserTerms::Body& body : terms.bodies) {
        out.object().member("id", body.id).member("name", body.name).close();
    }
    out.close().key("sections").array();
    for (const BrowserSection& section : questions.contents) {
        out.object().member("id", section.id).member("title", section.title).close();
    }
    out.close().key("questions").raw(questions.data);
    write_phrases(out, issuing.language);
    return out.close().finish();
}

}  // namespace rapporteur::exchange
