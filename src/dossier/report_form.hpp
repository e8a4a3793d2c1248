// SPDX-License-Identifier: EUPL-1.2
//
// The forms of report/<kind>/report.xml (what is on the cover; the chapters are Markdown files beside it), findings.xml
// and comments.xml.
#pragma once

#include "base/xml_form.hpp"
#include "domain/comment.hpp"
#include "domain/finding.hpp"
#include "domain/report.hpp"

namespace rapporteur::domain {

struct FindingFile {
    std::vector<Finding> findings;
};
struct CommentFile {
    std::vector<Comment> comments;
};

template <class Form>
void describe(Form& form, Report& report) {
    form.required("kind", report.kind);
    form.required("status", report.status);
    form.optional("symbol", report.symbol);
    form.required("language", report.language);
    form.optional("date", report.date);
    form.optional("sent", report.sent);
    form.optional("meeting", report.meeting);
    form.texts("title", report.title);
    form.texts("note", report.note);
    form.must(report.status != ReportStatus::adopted || report.date,
              "an adopted report needs the date of its adoption", "add date=\"...\"");
}

template <class Form>
void describe(Form& form, Evidence& evidence) {
    form.required("ref", evidence.ref);
    form.content(evidence.note);
    form.must(is_reference(evidence.ref.text()), "\"" + evidence.ref.text() + "\" is no reference",
              "such as peer/XAA-2/reply/government#question");
}

template <class Form>
void describe(Form& form, Finding& finding) {
    form.local("number", finding.id, "finding/");
    form.optional("provisions", finding.provisions);
    form.optional("paragraphs", finding.paragraphs);
    form.texts("text", finding.text);
    form.children("evidence", finding.evidence);
}

template <class Form>
void describe(Form& form, FindingFile& file) {
    form.children("finding", file.findings);
}

template <class Form>
void describe(Form& form, Comment& comment) {
    form.local("number", comment.id, "comment/");
    form.required("kind", comment.kind);
    form.required("report", comment.report);
    form.optional("paragraph", comment.paragraph);
    form.required("by", comment.by);
    form.optional("body", comment.body);
    form.required("date", comment.date);
    form.required("language", comment.language);
    form.optional("outcome", comment.outcome);
    form.optional("responded", comment.responded);
    form.text_child("text", comment.text);
    form.text_child("response", comment.response);
    form.must(!comment.text.empty(), "a comment without text", "add <text>");
    form.must(comment.outcome == ResponseOutcome::open || !comment.response.empty(),
              "a response without its reason", "add <response>");
}

template <class Form>
void describe(Form& form, CommentFile& file) {
    form.children("comment", file.comments);
}

}  // namespace rapporteur::domain
