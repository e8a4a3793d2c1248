// SPDX-License-Identifier: EUPL-1.2
//
// The forms of recommendations.xml and measures.xml. A recommendation that stands in a report has its text, verb and provisions in its
// paragraph; here are its links, asks, addressees, the group's assessments and others' claims.
#pragma once

#include "base/xml_form.hpp"
#include "domain/measure.hpp"
#include "domain/recommendation.hpp"
#include "dossier/report_form.hpp"

namespace rapporteur::domain {

struct MeasureFile {
    std::vector<Measure> measures;
};

template <class Form>
void describe(Form& form, Link& link) {
    form.required("type", link.type);
    form.required("to", link.to);
    form.optional("by", link.asserted_by);
    form.optional("date", link.asserted);
    form.content(link.note);
}

template <class Form>
void describe(Form& form, Limb& limb) {
    form.required("id", limb.id);
    form.texts("text", limb.text);
}

template <class Form>
void describe(Form& form, Ask& ask) {
    form.required("id", ask.id);
    form.optional("limb", ask.limb);
    form.texts("text", ask.text);
}

template <class Form>
void describe(Form& form, Recommendation& recommendation) {
    form.local("id", recommendation.id, "");
    form.required("kind", recommendation.kind);
    form.optional("paragraph", recommendation.paragraph);
    form.optional("number", recommendation.number);
    form.optional("date", recommendation.date);
    form.optional("verb", recommendation.verb);
    form.optional("provisions", recommendation.provisions);
    form.optional("themes", recommendation.themes);
    form.optional("groups", recommendation.groups);
    form.optional("from", recommendation.from);
    form.optional("addressees", recommendation.addressees);
    form.optional("position", recommendation.position);
    form.optional("reissue-of", recommendation.reissue_of);
    form.texts("text", recommendation.text);
    form.children("limb", recommendation.limbs);
    form.children("ask", recommendation.asks);
    form.children("continues", recommendation.links);
    form.children("source", recommendation.sources);
    form.must(recommendation.paragraph.empty() != recommendation.text.empty(),
              "a recommendation has either a paragraph or a text of its own",
              "keep paragraph=\"...\" where a report holds the text, otherwise <text>");
    form.must(recommendation.paragraph.empty() ||
                  (recommendation.verb.empty() && recommendation.provisions.empty()),
              "verb and provisions stand in the report's paragraph", "remove them here");
}

template <class Form>
void describe(Form& form, Assessment& assessment) {
    form.required("recommendation", assessment.recommendation);
    form.optional("not-examined", assessment.not_examined);
    form.optional("scale", assessment.scale);
    form.optional("value", assessment.value);
    form.required("date", assessment.date);
    form.optional("meeting", assessment.meeting);
    form.texts("reason", assessment.reason);
    form.children("evidence", assessment.evidence);
    form.must(assessment.not_examined == assessment.value.empty() &&
                  assessment.scale.empty() == assessment.value.empty(),
              "an assessment is either not-examined=\"true\" or a value of a scale",
              "give scale and value, or not-examined alone");
}

template <class Form>
void describe(Form& form, Claim& claim) {
    form.local("number", claim.id, "claim/");
    form.required("recommendation", claim.recommendation);
    form.required("by", claim.by);
    form.optional("body", claim.body);
    form.required("date", claim.date);
    form.required("value", claim.value);
    form.texts("text", claim.text);
    form.children("evidence", claim.evidence);
}

template <class Form>
void describe(Form& form, CommitteeRecommendation& recommendation) {
    form.local("number", recommendation.id, "committee/");
    form.required("symbol", recommendation.symbol);
    form.required("date", recommendation.date);
    form.optional("meeting", recommendation.meeting);
    form.optional("report-by", recommendation.report_by);
    form.optional("takes-up", recommendation.takes_up);
    form.texts("text", recommendation.text);
}

template <class Form>
void describe(Form& form, RecommendationList& list) {
    form.children("recommendation", list.recommendations);
    form.children("assessment", list.assessments);
    form.children("claim", list.claims);
    form.children("committee-recommendation", list.committee);
}

template <class Form>
void describe(Form& form, MeasureBody& body) {
    form.required("body", body.body);
    form.required("role", body.role);
    form.optional("from", body.from);
    form.optional("until", body.until);
}

template <class Form>
void describe(Form& form, IndicatorValue& value) {
    form.required("date", value.date);
    form.required("value", value.value);
    form.content(value.note);
}

template <class Form>
void describe(Form& form, Measure& measure) {
    form.required("id", measure.id);
    form.required("status", measure.status);
    form.optional("start", measure.start);
    form.optional("due", measure.due);
    form.optional("done", measure.done);
    form.optional("region", measure.region);
    form.optional("cost", measure.cost);
    form.optional("funding", measure.funding);
    form.required("recommendations", measure.recommendations);
    form.texts("activity", measure.activity);
    form.text_child("indicator", measure.indicator);
    form.text_child("baseline", measure.baseline);
    form.text_child("target", measure.target);
    form.children("body", measure.bodies);
    form.children("value", measure.values);
    form.children("evidence", measure.evidence);
    form.must(!measure.activity.empty(), "a measure without its activity", "add <activity xml:lang=\"en\">");
    form.must(!measure.recommendations.empty(), "a measure without a recommendation",
              "name the recommendations that it answers");
}

template <class Form>
void describe(Form& form, MeasureFile& file) {
    form.children("measure", file.measures);
}

}  // namespace rapporteur::domain
