// SPDX-License-Identifier: EUPL-1.2
#include "exchange/browser_form.hpp"

#include "base/assets.hpp"
#include "base/digest.hpp"
#include "document/page.hpp"
#include "exchange/browser_data.hpp"
#include "exchange/browser_questions.hpp"
#include "exchange/browser_words.hpp"
#include "store/people.hpp"
#include "store/replies.hpp"

#include <algorithm>
#include <array>

namespace rapporteur::assets {
const base::AssetTable& rapporteur_exchange();
}  // namespace rapporteur::assets

namespace rapporteur::exchange {

using namespace domain;
using document::Html;
using document::HtmlBuilder;
using document::PageList;
using document::PageValues;

namespace {

// In the order in which they build on each other; one script in the file.
constexpr std::array<std::string_view, 11> k_scripts{
    "form/figures.js",      "form/expression.js", "form/model.js", "form/checks.js",
    "form/table-checks.js", "form/reply-xml.js",  "form/lock.js",  "form/fields.js",
    "form/tables.js",       "form/files.js",      "form/start.js"};

std::string asset(std::string_view name) {
    return std::string(base::find(assets::rapporteur_exchange(), name));
}

// Nothing of it is seen from outside, and nothing from outside can take its names.
std::string whole_script() {
    std::string script = "\"use strict\";\n(() => {\n";
    for (const std::string_view name : k_scripts) {
        script += asset(name);
    }
    return script + "start();\n})();\n";
}

// Everything is forbidden but this script and this style, known by their hashes: no address can be reached, so that
// what is written here can not leave but as a file that a person saves.
std::string policy_for(const std::string& script, const std::string& style) {
    const auto source = [](const std::string& bytes) {
        return "'sha256-" + base::to_base64(base::sha256(bytes).view()) + "'";
    };
    return "default-src 'none'; script-src " + source(script) + "; style-src " + source(style) +
           "; base-uri 'none'; form-action 'none'";
}

Html script_of(const std::string& code, const char* id, const char* type) {
    HtmlBuilder out;
    out.open("script");
    if (*id != '\0') {
        out.attribute("type", type).attribute("id", id);
    }
    return out.script(code).close().finish();
}

// A body that can write an answer of the State.
bool speaks_for_state(const Body& body) {
    constexpr std::array<BodyKind, 5> k_others{BodyKind::ngo, BodyKind::union_, BodyKind::business,
                                               BodyKind::international, BodyKind::other};
    return std::find(k_others.begin(), k_others.end(), body.kind) == k_others.end();
}

class FormPage {
public:
    FormPage(const Issuing& issuing, const FormDocument& form, const BrowserTerms& terms)
        : m_issuing(issuing), m_form(form), m_terms(terms), m_words(form_words(issuing.language)) {}

    std::string write() {
        const BrowserQuestions questions = browser_questions(m_issuing, m_form, m_terms);
        const std::string script = whole_script();
        const std::string style = asset("form/browser-form.css");
        HtmlBuilder stylesheet;
        stylesheet.open("style").stylesheet(style).close();
        m_values.set("language", m_issuing.language).set("policy", policy_for(script, style));
        m_values.set("stylesheet", stylesheet.finish());
        m_values.set("script", script_of(script, "", ""));
        m_values.set("data",
                     script_of(browser_data(m_issuing, m_terms, questions), "form-data", "application/json"));
        cover();
        phrases();
        m_values.set("how", how());
        m_values.set("intro", questions.intro).set("questions", questions.sections);
        PageList sections;
        for (const BrowserSection& section : questions.contents) {
            sections.push_back(PageValues()
                                   .set("anchor", document::Url("#sec--" + section.id))
                                   .set("id", section.id)
                                   .set("title", section.title));
        }
        m_values.set("contents", std::move(sections));
        reply_fields();
        return document::PageTemplate("form/browser-form.html", asset("form/browser-form.html"))
            .render(m_values)
            .text();
    }

private:
    std::string said(std::string_view name) const { return page_words(name, m_issuing.language); }

    void cover() {
        const document::ReportDocument& cover = m_form.document;
        m_values.set("page_title", document::title_with_state(cover));
        m_values.set("body", cover.body).set("title", cover.title).set("state", cover.state);
        m_values.set("round", cover.round).set("recipient", cover.subtitle).set("due", cover.date_line);
        m_values.set("invented",
                     m_issuing.names.invented ? fill(m_words.invented, {m_issuing.names.subject}) : "");
        m_values.set("issue", m_issuing.issue.id.text());
        m_values.set("questionnaire", m_issuing.questionnaire.id.text());
        m_values.set("how_title", m_words.how_title);
    }

    void phrases() {
        for (const char* const name : {"skip",         "offline",     "noscript",        "sections",
                                       "tools",        "about_reply", "letter",          "publication",
                                       "naming",       "exhibits",    "exhibits_note",   "add_exhibit",
                                       "findings",     "save",        "save_as",         "open",
                                       "write",        "save_title",  "save_how",        "locked",
                                       "unlocked",     "passphrase",  "passphrase_hint", "passphrase_again",
                                       "unlock_title", "unlock",      "cancel",          "write_title",
                                       "status",       "draft",       "submitted",       "version",
                                       "submitted_on", "write_now",   "confirm",         "refuse",
                                       "undecided",    "to_top"}) {
            m_values.set(name, said(name));
        }
        m_values.set("yes", m_words.yes).set("no", m_words.no);
    }

    Html how() const {
        HtmlBuilder out;
        out.open("ul");
        for (const char* const name :
             {"how_any_order", "how_save", "how_lock", "how_text", "how_figures", "how_send"}) {
            out.element("li", said(name));
        }
        return out.close().finish();
    }

    void reply_fields() {
        PageList bodies;
        for (const BrowserTerms::Body& body : m_terms.bodies) {
            bodies.push_back(PageValues().set("body_id", body.id).set("body_name", body.name));
        }
        m_values.set_shown("asks_from", !m_terms.bodies.empty());
        m_values.set("from", said("from")).set("bodies", std::move(bodies));
    }

    const Issuing& m_issuing;
    const FormDocument& m_form;
    const BrowserTerms& m_terms;
    const FormWords& m_words;
    PageValues m_values;
};

}  // namespace

BrowserTerms browser_terms(const store::Register& where, const Issuing& issuing) {
    BrowserTerms terms;
    const ReplyId reply(issuing.evaluation.text() + "/reply/" + local_name(issuing.issue.id.text()));
    if (const std::optional<Reply> there = store::find_reply(where, reply)) {
        terms.version = there->status == ReplyStatus::draft ? there->version : there->version + 1;
    }
    const std::optional<EvaluationParts> parts = parse_evaluation_id(issuing.evaluation.text());
    if (issuing.issue.to || !parts) {
        return terms;
    }
    for (const Body& body : store::list_bodies(where, parts->subject)) {
        const bool is_gone = body.until && *body.until < issuing.issue.sent;
        if (speaks_for_state(body) && !is_gone) {
            terms.bodies.push_back(
                {body.id.text(), store::body_name(where, body.id, issuing.language, issuing.issue.sent)});
        }
    }
    return terms;
}

std::string browser_form(const Issuing& issuing, const FormDocument& form, const BrowserTerms& terms) {
    return FormPage(issuing, form, terms).write();
}

}  // namespace rapporteur::exchange
