// SPDX-License-Identifier: EUPL-1.2
//
// The form of framework.xml: an instrument and its procedure as data.
#pragma once

#include "base/xml_form.hpp"
#include "domain/framework.hpp"

namespace rapporteur::domain {

template <class Form>
void must_be_slug(Form& form, const std::string& id) {
    form.must(is_slug(id), "\"" + id + "\" can not be an identifier", "lower-case letters, digits, hyphens");
}

template <class Form>
void must_be_named(Form& form, const Texts& name, std::string_view element = "name") {
    form.must(!name.empty(), "nothing says how it is called",
              "add <" + std::string(element) + " xml:lang=\"en\">");
}

// How a provision is written in references: letters, digits, dots and hyphens.
inline bool is_provision(std::string_view id) {
    return id.size() <= 20 && base::is_ascii_token(id) && id.find('_') == std::string_view::npos;
}

template <class Form>
void describe(Form& form, FrameworkLanguage& language) {
    form.required("code", language.code);
    form.required("role", language.role);
    form.must(is_language(language.code), "\"" + language.code + "\" is no language's code", "such as en");
}

template <class Form>
void describe(Form& form, MonitoringBody& body) {
    form.required("id", body.id);
    form.texts("name", body.name);
    must_be_slug(form, body.id);
    must_be_named(form, body.name);
}

template <class Form>
void describe(Form& form, RespondentKind& kind) {
    form.required("id", kind.id);
    form.texts("name", kind.name);
    must_be_slug(form, kind.id);
    must_be_named(form, kind.name);
}

template <class Form>
void describe(Form& form, Provision& provision) {
    form.required("id", provision.id);
    form.optional("parent", provision.parent);
    form.required("label", provision.label);
    form.texts("title", provision.title);
    form.must(is_provision(provision.id), "\"" + provision.id + "\" can not be a provision's identifier",
              "such as 12 or 12.1.d");
}

template <class Form>
void describe(Form& form, Spelling& spelling) {
    form.content(spelling.text);
}

template <class Form>
void describe(Form& form, Theme& theme) {
    form.required("id", theme.id);
    form.texts("name", theme.name);
    form.children("spelling", theme.spellings);
    must_be_slug(form, theme.id);
    must_be_named(form, theme.name);
}

template <class Form>
void describe(Form& form, VerbPattern& pattern) {
    form.required("language", pattern.language);
    form.optional("repeated", pattern.repeated);
    form.content(pattern.pattern);
    form.must(is_language(pattern.language), "\"" + pattern.language + "\" is no language's code",
              "such as en");
}

template <class Form>
void describe(Form& form, Verb& verb) {
    form.required("id", verb.id);
    form.required("rank", verb.rank);
    form.texts("name", verb.name);
    form.texts("meaning", verb.meaning);
    form.children("pattern", verb.patterns);
    form.must(verb.rank >= 1, "a verb's rank begins at 1", "1 is the most urgent");
    must_be_slug(form, verb.id);
    must_be_named(form, verb.name);
}

template <class Form>
void describe(Form& form, ScaleValue& value) {
    form.required("id", value.id);
    form.required("rank", value.rank);
    form.texts("name", value.name);
    must_be_slug(form, value.id);
    must_be_named(form, value.name);
}

template <class Form>
void describe(Form& form, Scale& scale) {
    form.required("id", scale.id);
    form.required("used-for", scale.used_for);
    form.texts("name", scale.name);
    form.children("value", scale.values);
    must_be_slug(form, scale.id);
    must_be_named(form, scale.name);
    form.must(scale.used_for == "recommendation" || scale.used_for == "subject",
              "\"" + scale.used_for + "\" is nothing that a scale grades", "recommendation or subject");
}

template <class Form>
void describe(Form& form, Stage& stage) {
    form.required("id", stage.id);
    form.required("actor", stage.actor);
    form.optional("after", stage.after);
    form.optional("within", stage.within);
    form.optional("optional", stage.optional);
    form.texts("name", stage.name);
    must_be_slug(form, stage.id);
    must_be_named(form, stage.name);
}

template <class Form>
void describe(Form& form, VisibilityRule& rule) {
    form.optional("from-stage", rule.from_stage);
    form.required("visibility", rule.visibility);
    form.optional("needs-consent", rule.needs_consent);
}

template <class Form>
void describe(Form& form, DocumentType& document) {
    form.required("id", document.id);
    form.texts("name", document.name);
    form.children("visible", document.visibility);
    must_be_slug(form, document.id);
    must_be_named(form, document.name);
}

template <class Form>
void describe(Form& form, RecommendationKind& kind) {
    form.required("id", kind.id);
    form.required("by", kind.by);
    form.texts("name", kind.name);
    must_be_slug(form, kind.id);
    must_be_named(form, kind.name);
}

template <class Form>
void describe(Form& form, Rule& rule) {
    form.required("id", rule.id);
    form.required("value", rule.value);
    form.optional("confirmed", rule.confirmed, true);
    form.content(rule.source);
    must_be_slug(form, rule.id);
}

template <class Form>
void describe(Form& form, Indicator& indicator) {
    form.required("id", indicator.id);
    form.required("unit", indicator.unit);
    form.texts("name", indicator.name);
    form.texts("counting-rule", indicator.counting_rule);
    must_be_slug(form, indicator.id);
    must_be_named(form, indicator.name);
}

template <class Form>
void describe(Form& form, OutlineSection& section) {
    form.required("id", section.id);
    form.required("kind", section.kind);
    form.optional("parent", section.parent);
    form.optional("label", section.label);
    form.optional("provisions", section.provisions);
    form.texts("title", section.title);
    must_be_slug(form, section.id);
    must_be_named(form, section.title, "title");
}

template <class Form>
void describe(Form& form, Round& round) {
    form.required("id", round.id);
    form.optional("number", round.number);
    form.optional("launched", round.launched);
    form.optional("provisions", round.provisions);
    form.optional("questionnaire", round.questionnaire);
    form.texts("name", round.name);
    form.texts("theme", round.theme);
    form.list("outline", "section", round.outline);
    must_be_slug(form, round.id);
    must_be_named(form, round.name);
}

template <class Form>
void describe(Form& form, SubjectName& name) {
    form.optional("from", name.from);
    form.texts("text", name.name);
    must_be_named(form, name.name, "text");
}

template <class Form>
void describe(Form& form, Subject& subject) {
    form.required("code", subject.code);
    form.required("kind", subject.kind);
    form.optional("invented", subject.invented);
    form.optional("since", subject.since);
    form.children("name", subject.names);
    form.children("spelling", subject.spellings);
    form.must(is_subject_code(subject.code.text()), "\"" + subject.code.text() + "\" is no subject's code",
              "such as XAA");
    form.must(!subject.names.empty(), "a subject without a name",
              "add <name><text xml:lang=\"en\">...</text></name>");
}

template <class Form>
void describe(Form& form, ValueTranslation& value) {
    form.required("written", value.written);
    form.required("means", value.means);
}

template <class Form>
void describe(Form& form, ImportColumn& column) {
    form.required("name", column.name);
    form.required("into", column.into);
    form.optional("key", column.key);
    form.optional("separator", column.separator);
    form.optional("part", column.part);
    form.optional("language", column.language);
    form.optional("scale", column.scale);
    form.optional("form", column.form);
    form.children("value", column.values);
}

template <class Form>
void describe(Form& form, ImportMapping& mapping) {
    form.required("id", mapping.id);
    form.required("format", mapping.format);
    form.optional("kind", mapping.kind);
    form.optional("language", mapping.language);
    form.optional("stage", mapping.stage);
    form.texts("name", mapping.name);
    form.children("column", mapping.columns);
    must_be_slug(form, mapping.id);
    must_be_named(form, mapping.name);
}

template <class Form>
void describe(Form& form, Framework& framework) {
    form.required("id", framework.id);
    form.required("version", framework.version);
    form.optional("instrument", framework.instrument);
    form.texts("name", framework.name);
    form.list("languages", "language", framework.languages);
    form.list("bodies", "body", framework.bodies);
    form.list("respondents", "respondent", framework.respondents);
    form.list("provisions", "provision", framework.provisions);
    form.list("themes", "theme", framework.themes);
    form.list("verbs", "verb", framework.verbs);
    form.list("scales", "scale", framework.scales);
    form.list("stages", "stage", framework.stages);
    form.list("documents", "document", framework.documents);
    form.list("kinds", "kind", framework.kinds);
    form.list("rules", "rule", framework.rules);
    form.list("indicators", "indicator", framework.indicators);
    form.list("rounds", "round", framework.rounds);
    form.list("subjects", "subject", framework.subjects);
    form.list("imports", "import", framework.imports);
    form.must(is_slug(framework.id.text()), "\"" + framework.id.text() + "\" is no framework's identifier",
              "lower-case letters and digits");
    must_be_named(form, framework.name);
}

}  // namespace rapporteur::domain
