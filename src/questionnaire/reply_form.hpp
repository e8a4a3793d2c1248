// SPDX-License-Identifier: EUPL-1.2
//
// The forms of an issue, a reply and a request as XML: what is sent out, what a respondent's system may send back, and what a
// dossier keeps. Called by the dossier and by the receiving of replies.
#pragma once

#include "base/xml_form.hpp"
#include "domain/reply.hpp"
#include "questionnaire/questionnaire_form.hpp"

namespace rapporteur::domain {

template <class Form>
void must_be_language(Form& form, const std::string& code) {
    form.must(is_language(code), "\"" + code + "\" is no language's code", "such as en");
}
template <class Form>
void must_be_questionnaire(Form& form, const QuestionnaireId& id) {
    form.must(questionnaire::parse_questionnaire_id(id.text()).has_value(),
              "\"" + id.text() + "\" is no questionnaire's identifier", "such as framework/round-2@2014.1");
}

template <class Form>
void describe(Form& form, SpecificQuestion& question) {
    form.required("id", question.id);
    form.optional("slot", question.slot);
    form.optional("recommendation", question.recommendation);
    form.texts("text", question.text);
    must_be_question_id(form, question.id.text());
    must_have_text(form, question.text, "text");
}

template <class Form>
void describe(Form& form, Issue& issue) {
    form.local("id", issue.id, "issue/");
    form.required("questionnaire", issue.questionnaire);
    form.required("respondent", issue.respondent);
    form.optional("to", issue.to);
    form.required("language", issue.language);
    form.required("sent", issue.sent);
    form.optional("due", issue.due);
    form.children("question", issue.specific);
    must_be_questionnaire(form, issue.questionnaire);
    must_be_short_id(form, issue.respondent);
    must_be_language(form, issue.language);
}

template <class Form>
void describe(Form& form, Cell& cell) {
    form.required("at", cell.dims);
    form.optional("reason", cell.reason);
    form.optional("revised", cell.revised);
    form.optional("note", cell.note);
    form.content(cell.raw);
    form.must(!cell.dims.empty(), "a cell without its place", "such as at=\"year=2016 sex=f\"");
    for (const std::string& pair : cell.dims) {
        const std::size_t equals = pair.find('=');
        form.must(equals != std::string::npos && equals > 0 && equals + 1 < pair.size() &&
                      pair.find('=', equals + 1) == std::string::npos,
                  "\"" + pair + "\" is not dimension=code", "such as year=2016");
    }
}

template <class Form>
void describe(Form& form, Answer& answer) {
    form.required("question", answer.question);
    form.optional("state", answer.state);
    form.optional("reason", answer.reason);
    form.optional("values", answer.values);
    form.optional("author", answer.author);
    form.optional("language", answer.language);
    form.optional("consent", answer.consent);
    form.optional("exhibits", answer.exhibits);
    form.children("cell", answer.cells);
    form.text_child("text", answer.text);
    form.must(
        answer.state != AnswerState::no_answer || answer.reason, "an answer that is none needs its reason",
        "add reason=\"not-available\", \"not-collected\", \"not-disaggregated\", \"not-applicable\" or \"declined\"");
    form.must(answer.state != AnswerState::answered || !answer.text.empty() || !answer.values.empty() ||
                  !answer.cells.empty() || !answer.exhibits.empty(),
              "an answer without content", "write state=\"blank\" where nothing was entered");
    must_be_question_id(form, answer.question.text());
    must_be_language(form, answer.language.empty() ? "en" : answer.language);
    form.must(
        std::all_of(answer.exhibits.begin(), answer.exhibits.end(), [](int number) { return number > 0; }),
        "exhibits are numbered from 1");
}

template <class Form>
void describe(Form& form, Exhibit& exhibit) {
    form.required("number", exhibit.number);
    form.required("file", exhibit.file);
    form.required("media-type", exhibit.media_type);
    form.optional("language", exhibit.language);
    form.optional("sha256", exhibit.sha256);
    form.content(exhibit.title);
    form.must(exhibit.number > 0, "exhibits are numbered from 1");
    form.must(base::is_ascii_token(exhibit.file) && exhibit.file.size() <= 100,
              "\"" + exhibit.file + "\" can not be an exhibit's file", "a name in ASCII without folders");
    const std::size_t slash = exhibit.media_type.find('/');
    form.must(slash != std::string::npos &&
                  exhibit.media_type.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.+-/") ==
                      std::string::npos &&
                  slash > 0 && slash + 1 < exhibit.media_type.size() &&
                  exhibit.media_type.rfind('/') == slash,
              "\"" + exhibit.media_type + "\" is no media type", "such as application/pdf");
    form.must(exhibit.sha256.empty() ||
                  (exhibit.sha256.size() == 64 &&
                   exhibit.sha256.find_first_not_of("0123456789abcdef") == std::string::npos),
              "sha256 is 64 digits of 0-9 and a-f", "leave it out to have it computed");
    must_be_language(form, exhibit.language.empty() ? "en" : exhibit.language);
}

template <class Form>
void describe(Form& form, Reply& reply) {
    form.local("id", reply.id, "reply/");
    form.required("version", reply.version);
    form.optional_local("issue", reply.issue, "issue/");
    form.required("respondent", reply.respondent);
    form.optional("from", reply.from);
    form.required("status", reply.status);
    form.required("language", reply.language);
    form.optional("submitted", reply.submitted);
    form.optional("contact", reply.contact);
    form.optional("letter", reply.letter);
    form.optional("publication", reply.publication);
    form.optional("naming", reply.naming);
    form.list("exhibits", "exhibit", reply.exhibits);
    form.children("answer", reply.answers);
    form.must(reply.status == ReplyStatus::draft || reply.submitted, "a submitted reply needs its date",
              "add submitted=\"...\"");
    form.must(reply.version > 0, "versions of a reply are numbered from 1");
    must_be_short_id(form, reply.respondent);
    must_be_language(form, reply.language);
}

template <class Form>
void describe(Form& form, RequestItem& item) {
    form.required("question", item.question);
    form.text_child("text", item.text);
    form.text_child("answer", item.answer);
    must_be_question_id(form, item.question.text());
}

template <class Form>
void describe(Form& form, Request& request) {
    form.local("number", request.id, "request/");
    form.local("reply", request.reply, "reply/");
    form.required("reply-version", request.reply_version);
    form.required("language", request.language);
    form.required("sent", request.sent);
    form.optional("due", request.due);
    form.optional("answered", request.answered);
    form.children("item", request.items);
    form.must(request.reply_version > 0, "versions of a reply are numbered from 1");
    must_be_language(form, request.language);
}

}  // namespace rapporteur::domain
