// SPDX-License-Identifier: EUPL-1.2
//
// The form of evaluation.xml: the evaluation with its stage log, the persons, bodies and sources that its files introduce. Called by
// the dossier's reader and writer only. Descriptions stand in the records' namespace so that base's forms find them.
#pragma once

#include "base/xml_form.hpp"
#include "domain/evaluation.hpp"

namespace rapporteur::domain {

template <class Form>
void describe(Form& form, Mandate& mandate) {
    form.required("framework", mandate.framework);
    form.required("body", mandate.body);
    form.required("office", mandate.office);
    form.required("from", mandate.from);
    form.optional("until", mandate.until);
    form.must(!mandate.until || mandate.from <= *mandate.until, "the mandate ends before it begins",
              "exchange from and until");
}

template <class Form>
void describe(Form& form, Person& person) {
    form.required("id", person.id);
    form.required("name", person.name);
    form.optional("nationality", person.nationality);
    form.optional("email", person.email);
    form.children("mandate", person.mandates);
    form.must(person.id.text().rfind("person/", 0) == 0, "a person's identifier begins with person/",
              "such as person/anna-example");
}

template <class Form>
void describe(Form& form, BodyName& name) {
    form.optional("from", name.from);
    form.texts("text", name.name);
    form.must(!name.name.empty(), "a name without text", "add <text xml:lang=\"en\">");
}

template <class Form>
void describe(Form& form, Body& body) {
    form.required("id", body.id);
    form.required("kind", body.kind);
    form.optional("from", body.from);
    form.optional("until", body.until);
    form.optional("successor", body.successor);
    form.children("name", body.names);
    form.must(!body.names.empty(), "a body without a name",
              "add <name><text xml:lang=\"en\">...</text></name>");
}

template <class Form>
void describe(Form& form, Source& source) {
    form.required("id", source.id);
    form.required("kind", source.kind);
    form.optional("date", source.date);
    form.optional("language", source.language);
    form.optional("author", source.author);
    form.optional("citation", source.citation);
    form.optional("address", source.address);
    form.texts("title", source.title);
    form.must(!source.title.empty(), "a source without a title", "add <title xml:lang=\"en\">");
}

template <class Form>
void describe(Form& form, StageEvent& event) {
    form.required("stage", event.stage);
    form.required("act", event.act);
    form.required("date", event.date);
    form.optional("due", event.due);
    form.optional("by", event.by);
    form.content(event.reason);
    form.must(!event.reason.empty() || (event.act != StageAct::extended && event.act != StageAct::skipped),
              "a stage that is extended or skipped needs its reason",
              "write the reason as the element's text");
}

template <class Form>
void describe(Form& form, Rating& rating) {
    form.required("scale", rating.scale);
    form.optional("value", rating.value);
    form.required("date", rating.date);
}

template <class Form>
void describe(Form& form, Assignment& assignment) {
    form.required("person", assignment.person);
    form.required("role", assignment.role);
    form.optional("from", assignment.from);
    form.optional("until", assignment.until);
    form.content(assignment.reason);
    form.must(!assignment.reason.empty() || assignment.role != EvaluationRole::recused,
              "a recusal needs its reason", "write the reason as the element's text");
}

template <class Form>
void describe(Form& form, Alias& alias) {
    form.required("of", alias.of);
    form.required("scheme", alias.scheme);
    form.required("value", alias.value);
}

template <class Form>
void describe(Form& form, Evaluation& evaluation) {
    form.required("id", evaluation.id);
    form.required("round", evaluation.round);
    form.required("subject", evaluation.subject);
    form.optional("track", evaluation.track);
    form.required("opened", evaluation.opened);
    form.required("language", evaluation.language);
    form.optional("invented", evaluation.invented);
    form.texts("title", evaluation.title);
    form.list("stages", "event", evaluation.stages);
    form.list("ratings", "rating", evaluation.ratings);
    form.list("persons", "person", evaluation.persons);
    form.list("assignments", "assignment", evaluation.assignments);
    form.list("bodies", "body", evaluation.bodies);
    form.list("sources", "source", evaluation.sources);
    form.list("aliases", "alias", evaluation.aliases);
    form.must(!evaluation.title.empty(), "an evaluation without a title", "add <title xml:lang=\"en\">");
}

}  // namespace rapporteur::domain
