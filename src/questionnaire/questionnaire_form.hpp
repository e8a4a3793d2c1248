// SPDX-License-Identifier: EUPL-1.2
//
// The form of a questionnaire file: one version, several languages in one file.
#pragma once

#include "base/xml_form.hpp"
#include "domain/questionnaire.hpp"

namespace rapporteur::domain {

template <class Form>
void describe(Form& form, QuestionnaireLanguage& language) {
    form.required("code", language.code);
    form.required("role", language.role);
    form.must(language.role == "master" || language.role == "official" || language.role == "courtesy",
              "an unknown role of a language", "master, official or courtesy");
}

template <class Form>
void describe(Form& form, Code& code) {
    form.required("v", code.value);
    form.optional("since", code.since);
    form.optional("retired", code.retired);
    form.texts("label", code.label);
}

template <class Form>
void describe(Form& form, Codelist& codelist) {
    form.required("id", codelist.id);
    form.optional("open", codelist.open);
    form.children("code", codelist.codes);
}

template <class Form>
void describe(Form& form, Dimension& dimension) {
    form.required("id", dimension.id);
    form.required("axis", dimension.axis);
    form.optional("codelist", dimension.codelist);
    form.optional("from", dimension.from);
    form.optional("to", dimension.to);
    form.optional("open", dimension.open);
    form.optional("total", dimension.total);
    form.must(dimension.codelist.empty() != dimension.from.empty() &&
                  dimension.from.empty() == dimension.to.empty(),
              "a dimension has either a codelist or years",
              "give codelist=\"...\", or from=\"2012\" to=\"2016\"");
}

template <class Form>
void describe(Form& form, TableTotal& total) {
    form.required("over", total.over);
    form.required("rule", total.rule);
    form.required("level", total.level);
}

template <class Form>
void describe(Form& form, Check& check) {
    form.required("test", check.test);
    form.required("level", check.level);
    form.texts("message", check.message);
}

// The element of the question's kind, with what counts for that kind.
template <class Form>
void describe_kind(Form& form, Question& question) {
    switch (question.kind) {
    case QuestionKind::narrative:
        form.optional("max-words", question.max_words);
        form.optional("period", question.period);
        break;
    case QuestionKind::yesno:
        form.optional("partly", question.partly);
        form.optional("explain", question.explain);
        break;
    case QuestionKind::choice:
        form.required("codelist", question.codelist);
        form.optional("many", question.many);
        form.optional("other", question.other);
        form.optional("explain", question.explain);
        break;
    case QuestionKind::number:
        form.optional("unit", question.unit);
        form.optional("min", question.minimum);
        form.optional("max", question.maximum);
        form.optional("decimals", question.decimals);
        break;
    case QuestionKind::date:
        form.required("precision", question.precision);
        break;
    case QuestionKind::record:
        form.optional("repeat", question.repeat);
        form.children("question", question.parts);
        break;
    case QuestionKind::table:
        form.required("unit", question.unit);
        form.optional("indicator", question.indicator);
        form.optional("cell-notes", question.cell_notes);
        form.children("dim", question.dimensions);
        form.children("total", question.totals);
        form.must(!question.dimensions.empty(), "a table without dimensions", "add <dim>");
        break;
    case QuestionKind::followup:
        form.required("source", question.followup_source);
        form.optional("measures", question.followup_measures);
        break;
    case QuestionKind::attachment:
    case QuestionKind::note:
        break;
    }
}

template <class Form>
void describe(Form& form, Question& question) {
    form.required("id", question.id);
    form.optional("number", question.number);
    form.optional("since", question.since);
    form.optional("provisions", question.provisions);
    form.optional("themes", question.themes);
    form.optional("required", question.required);
    form.optional("for", question.respondents);
    form.optional("restricted", question.restricted);
    form.optional("attachments", question.attachments);
    form.optional("when", question.when);
    form.optional("noanswer", question.no_answers);
    form.texts("text", question.text);
    form.texts("guidance", question.guidance);
    static const std::vector<std::string_view> k_kinds = {"narrative", "yesno",  "choice", "number",
                                                          "date",      "record", "table",  "attachment",
                                                          "followup",  "note"};
    std::string kind = Form::k_reading ? "" : std::string(base::name_of(question.kind));
    form.choice(k_kinds, kind, [&question](std::string_view name, auto& inner) {
        question.kind = base::from_name<QuestionKind>(name).value_or(question.kind);
        describe_kind(inner, question);
    });
    form.children("check", question.checks);
    form.must(!question.text.empty(), "a question without text", "add <text xml:lang=\"en\">");
}

template <class Form>
void describe(Form& form, Slot& slot) {
    form.required("id", slot.id);
    form.required("kind", slot.kind);
    form.optional("question", slot.question);
}

template <class Form>
void describe(Form& form, Section& section) {
    form.required("id", section.id);
    form.optional("number", section.number);
    form.optional("for", section.respondents);
    form.optional("when", section.when);
    form.texts("title", section.title);
    form.texts("intro", section.intro);
    form.children("question", section.questions);
    form.children("slot", section.slots);
    form.children("section", section.sections);
}

template <class Form>
void describe(Form& form, MigrationStep& step) {
    form.required("act", step.act);
    form.optional("from", step.from);
    form.optional("to", step.to);
    form.optional("substance", step.substance);
    form.optional("codelist", step.codelist);
}

template <class Form>
void describe(Form& form, Migration& migration) {
    form.required("from", migration.from);
    form.children("step", migration.steps);
}

template <class Form>
void describe(Form& form, Questionnaire& questionnaire) {
    form.required("id", questionnaire.id);
    form.required("status", questionnaire.status);
    form.optional("supersedes", questionnaire.supersedes);
    form.optional("adopted", questionnaire.adopted);
    form.required("respondents", questionnaire.respondents);
    form.texts("title", questionnaire.title);
    form.texts("intro", questionnaire.intro);
    form.list("languages", "language", questionnaire.languages);
    form.list("codelists", "codelist", questionnaire.codelists);
    form.children("section", questionnaire.sections);
    form.children("migration", questionnaire.migrations);
}

}  // namespace rapporteur::domain
