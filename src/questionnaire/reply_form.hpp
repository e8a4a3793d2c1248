// SPDX-License-Identifier: EUPL-1.2
//
// The forms of an issue, a reply and a request as XML: what is sent out, what a respondent's system may send back, and what a
// dossier keeps. Called by the dossier and by the receiving of replies.
#pragma once

#include "base/xml_form.hpp"
#include "domain/reply.hpp"

namespace rapporteur::domain {

template <class Form>
void describe(Form& form, SpecificQuestion& question) {
    form.required("id", question.id);
    form.optional("slot", question.slot);
    form.optional("recommendation", question.recommendation);
    form.texts("text", question.text);
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
}

template <class Form>
void describe(Form& form, Cell& cell) {
    form.required("at", cell.dims);
    form.optional("reason", cell.reason);
    form.optional("revised", cell.revised);
    form.optional("note", cell.note);
    form.content(cell.raw);
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
}

template <class Form>
void describe(Form& form, Exhibit& exhibit) {
    form.required("number", exhibit.number);
    form.required("file", exhibit.file);
    form.required("media-type", exhibit.media_type);
    form.optional("language", exhibit.language);
    form.optional("sha256", exhibit.sha256);
    form.content(exhibit.title);
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
}

template <class Form>
void describe(Form& form, RequestItem& item) {
    form.required("question", item.question);
    form.text_child("text", item.text);
    form.text_child("answer", item.answer);
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
}

}  // namespace rapporteur::domain
