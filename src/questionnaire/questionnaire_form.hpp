// SPDX-License-Identifier: EUPL-1.2
//
// The form of a questionnaire file: one version, several languages in one file.
#pragma once

#include "base/xml_form.hpp"
#include "domain/expression.hpp"
#include "domain/questionnaire.hpp"
#include "questionnaire/values.hpp"

namespace rapporteur::domain {

// An attribute of few words, which may be left out.
template <class Form>
void must_be_one_of(Form& form, std::string_view attribute, const std::string& value,
                    const std::vector<std::string_view>& words) {
    form.must(value.empty() || std::find(words.begin(), words.end(), value) != words.end(),
              "\"" + value + "\" can not be the attribute " + std::string(attribute),
              "one of " + base::join(words, ", "));
}

// Identifiers of sections, codelists, dimensions, slots, respondents.
template <class Form>
void must_be_short_id(Form& form, const std::string& id) {
    form.must(is_slug(id), "\"" + id + "\" can not be an identifier",
              "lower-case letters, digits, dots, hyphens");
}
template <class Form>
void must_be_short_ids(Form& form, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
        must_be_short_id(form, id);
    }
}
template <class Form>
void must_be_question_id(Form& form, const std::string& id) {
    form.must(questionnaire::is_question_id(id), "\"" + id + "\" can not be a question's identifier",
              "a letter, then letters, digits, dots, hyphens; up to 40");
}
template <class Form>
void must_have_text(Form& form, const Texts& texts, std::string_view element) {
    form.must(!texts.empty(), "the text is missing", "add <" + std::string(element) + " xml:lang=\"en\">");
}

template <class Form>
void describe(Form& form, QuestionnaireLanguage& language) {
    form.required("code", language.code);
    form.required("role", language.role);
    form.must(language.role == "master" || language.role == "official" || language.role == "courtesy",
              "an unknown role of a language", "master, official or courtesy");
    form.must(is_language(language.code), "\"" + language.code + "\" is no language's code", "such as en");
}

template <class Form>
void describe(Form& form, Code& code) {
    form.required("v", code.value);
    form.optional("since", code.since);
    form.optional("retired", code.retired);
    form.texts("label", code.label);
    form.must(base::is_ascii_token(code.value) && code.value.size() <= 60 && code.value != "total",
              "\"" + code.value + "\" can not be a code",
              "letters, digits, dots, hyphens; total is kept for totals");
    must_have_text(form, code.label, "label");
}

template <class Form>
void describe(Form& form, Codelist& codelist) {
    form.required("id", codelist.id);
    form.optional("open", codelist.open);
    form.children("code", codelist.codes);
    must_be_short_id(form, codelist.id);
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
    must_be_short_id(form, dimension.id);
    const auto is_year = [](const std::string& year) {
        return year.empty() ||
               (year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos);
    };
    form.must(is_year(dimension.from) && is_year(dimension.to) &&
                  (dimension.to.empty() || dimension.from <= dimension.to),
              "the years of a dimension run from an earlier to a later one",
              "such as from=\"2012\" to=\"2016\"");
}

template <class Form>
void describe(Form& form, TableTotal& total) {
    form.required("over", total.over);
    form.required("rule", total.rule);
    form.required("level", total.level);
    form.must(!total.over.empty(), "a total over no dimension", "name the dimension whose parts add up");
    must_be_short_ids(form, total.over);
}

template <class Form>
void describe(Form& form, Check& check) {
    form.required("test", check.test);
    form.required("level", check.level);
    form.texts("message", check.message);
    must_have_text(form, check.message, "message");
}

// The element of the question's kind, with what counts for that kind.
template <class Form>
void describe_kind(Form& form, Question& question) {
    switch (question.kind) {
    case QuestionKind::narrative:
        form.optional("max-words", question.max_words);
        form.optional("period", question.period);
        must_be_one_of(form, "period", question.period, {"since-last-report", "since-date"});
        break;
    case QuestionKind::yesno:
        form.optional("partly", question.partly);
        form.optional("explain", question.explain);
        for (const std::string& value : question.explain) {
            must_be_one_of(form, "explain", value, {"yes", "no", "partly", "always"});
        }
        break;
    case QuestionKind::choice:
        form.required("codelist", question.codelist);
        form.optional("many", question.many);
        form.optional("other", question.other);
        form.optional("explain", question.explain);
        for (const std::string& value : question.explain) {
            must_be_one_of(form, "explain", value, {"always"});
        }
        break;
    case QuestionKind::number:
        form.optional("unit", question.unit);
        form.optional("min", question.minimum);
        form.optional("max", question.maximum);
        form.optional("decimals", question.decimals);
        form.must((question.minimum.empty() || parse_decimal(question.minimum)) &&
                      (question.maximum.empty() || parse_decimal(question.maximum)),
                  "min and max are numbers", "such as min=\"0\"");
        break;
    case QuestionKind::date:
        form.required("precision", question.precision);
        must_be_one_of(form, "precision", question.precision, {"year", "month", "day"});
        form.must(!question.precision.empty(), "a date without its precision", "year, month or day");
        break;
    case QuestionKind::record:
        form.optional("repeat", question.repeat);
        form.children("question", question.parts);
        form.must(!question.parts.empty(), "a record without parts", "add <question>");
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
        must_be_one_of(form, "source", question.followup_source, {"recommendation", "undertaking", "answer"});
        form.must(!question.followup_source.empty(), "a follow-up of nothing",
                  "recommendation, undertaking or answer");
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
    must_be_question_id(form, question.id.text());
    must_be_short_ids(form, question.respondents);
    must_be_short_ids(form, question.themes);
    must_be_one_of(form, "attachments", question.attachments, {"no", "allowed", "expected"});
}

template <class Form>
void describe(Form& form, Slot& slot) {
    form.required("id", slot.id);
    form.required("kind", slot.kind);
    form.optional("question", slot.question);
    must_be_short_id(form, slot.id);
    form.must(slot.question.empty() || questionnaire::is_question_id(slot.question),
              "\"" + slot.question + "\" can not be a question's identifier");
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
    must_be_short_id(form, section.id);
    must_be_short_ids(form, section.respondents);
    must_have_text(form, section.title, "title");
}

template <class Form>
void describe(Form& form, MigrationStep& step) {
    form.required("act", step.act);
    form.optional("from", step.from);
    form.optional("to", step.to);
    form.optional("substance", step.substance);
    form.optional("codelist", step.codelist);
    must_be_one_of(form, "substance", step.substance, {"same", "narrower", "wider"});
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
    form.must(rapporteur::questionnaire::parse_questionnaire_id(questionnaire.id.text()).has_value(),
              "\"" + questionnaire.id.text() + "\" is no questionnaire's identifier",
              "such as framework/round-2@2014.1");
    form.must(!questionnaire.respondents.empty(), "a questionnaire that nobody answers",
              "name the respondents");
    must_be_short_ids(form, questionnaire.respondents);
    must_have_text(form, questionnaire.title, "title");
}

}  // namespace rapporteur::domain
