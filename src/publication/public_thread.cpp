// SPDX-License-Identifier: EUPL-1.2
#include "base/names.hpp"
#include "base/text.hpp"
#include "publication/copying.hpp"

#include <algorithm>

namespace rapporteur::publication {

using namespace domain;

namespace {

release::Prose prose_of(const Texts& texts) {
    return texts.empty() ? release::Prose{} : release::Prose{texts.front().language, texts.front().text, ""};
}

// Where the recommendation stands in the adopted report; null for one of a list.
const ReportItem* item_of(const Selection& selection, const Recommendation& recommendation) {
    if (!selection.report || recommendation.paragraph.empty()) {
        return nullptr;
    }
    for (const Chapter& chapter : selection.report->chapters) {
        for (const ReportItem& item : chapter.items) {
            if (item.key == recommendation.paragraph && chapter.language == selection.report->language) {
                return &item;
            }
        }
    }
    return nullptr;
}

void copy_place(Copying& copying, const Recommendation& r, release::PublicRecommendation& copy) {
    copy.verb = r.verb;
    copy.provisions = r.provisions;
    copy.date = text_of(r.date);
    copy.prose = prose_of(r.text);
    if (const ReportItem* const item = item_of(copying.selection, r)) {
        const Report& report = *copying.selection.report;
        copy.report = report.id.text();
        copy.paragraph = r.paragraph;
        copy.paragraph_number = printed_numbers(report)[r.paragraph];
        copy.verb = item->verb;
        copy.provisions = item->provisions;
        copy.date = copy.date.empty() ? text_of(report.date) : copy.date;
        copy.prose = {report.language, item->markdown, ""};
    }
    if (const Verb* const verb = copying.material.framework.find_verb(copy.verb)) {
        copy.rank = verb->rank;
    }
}

release::PublicRecommendation copy_of(Copying& copying, const Recommendation& r) {
    release::PublicRecommendation copy;
    copy.id = r.id.text();
    copy.evaluation = copying.evaluation();
    copy.kind = r.kind;
    copy.number = r.number;
    copy_place(copying, r, copy);
    copy.themes = r.themes;
    copy.groups = r.groups;
    for (const Reference& from : r.from) {
        copy.from.push_back(copying.body(BodyId(from.text())));
    }
    for (const Reference& addressee : r.addressees) {
        copy.addressees.push_back(copying.body(BodyId(addressee.text())));
    }
    copy.position = base::name_of(r.position);
    copy.reissue_of = r.reissue_of ? r.reissue_of->text() : "";
    for (const Limb& limb : r.limbs) {
        copy.limbs.push_back(
            {limb.id, std::string(text_in(limb.text, copying.material.dossier.evaluation.language))});
    }
    for (const Ask& ask : r.asks) {
        copy.asks.push_back({ask.id, ask.limb, ask.text});
    }
    for (const Link& link : r.links) {
        copy.links.push_back({std::string(base::name_of(link.type)), link.to.text(),
                              copying.on_behalf_of(link.asserted_by, link.asserted), text_of(link.asserted),
                              link.note});
    }
    copy.sources = copying.evidence(r.sources);
    return copy;
}

// A claim is known where all that it rests on may be named; one that rests on nothing only where its respondent's
// replies need no consent. Empty: it is known.
std::string why_withheld(const Copying& copying, const Claim& claim) {
    const Material& material = copying.material;
    std::vector<std::string> hidden;
    for (const Evidence& evidence : claim.evidence) {
        if (!may_be_named(material, copying.selection, evidence.ref)) {
            hidden.push_back(evidence.ref.text());
        }
    }
    if (!hidden.empty()) {
        return "not public: " + base::join(hidden, ", ");
    }
    const Access access =
        access_of(material.framework, material.dossier.evaluation, "reply-" + claim.by, StageTest::entered);
    const bool known = access.visibility == Visibility::public_ && !access.needs_consent;
    return known || !claim.evidence.empty() ? "" : "it names nothing that it rests on";
}

void copy_assessments(Copying& copying) {
    const auto& all = copying.material.dossier.recommendations.assessments;
    if (all.empty()) {
        return;
    }
    release::PublicAssessments& copy = copying.out.assessments.emplace();
    copy.evaluation = copying.evaluation();
    for (const Assessment& a : all) {
        copy.assessments.push_back({a.recommendation.text(), a.not_examined, a.scale, a.value, a.date.text(),
                                    a.meeting, a.reason, copying.evidence(a.evidence)});
    }
}

void copy_claim(Copying& copying, const Claim& claim) {
    release::PublicClaim& copy = copying.out.claims.emplace_back();
    copy.id = claim.id.text();
    copy.evaluation = copying.evaluation();
    copy.recommendation = claim.recommendation.text();
    copy.by = claim.by;
    copy.body = copying.body(claim.body);
    copy.date = claim.date;
    copy.value = base::name_of(claim.value);
    copy.text = claim.text;
    copy.evidence = copying.evidence(claim.evidence);
}

}  // namespace

void copy_thread(Copying& copying) {
    const RecommendationList& list = copying.material.dossier.recommendations;
    if (copying.selection.recommendations) {
        for (const Recommendation& recommendation : list.recommendations) {
            if (stands_in_public(copying.selection, recommendation)) {
                copying.out.recommendations.push_back(copy_of(copying, recommendation));
            }
        }
        copy_assessments(copying);
        for (const Claim& claim : list.claims) {
            const std::string why = why_withheld(copying, claim);
            if (why.empty()) {
                copy_claim(copying, claim);
            } else {
                copying.out.withheld.push_back({claim.id.text(), why});
            }
        }
    }
    for (const CommitteeRecommendation& c : list.committee) {
        if (!copying.selection.committee) {
            break;
        }
        release::PublicCommitteeRecommendation& copy = copying.out.committee.emplace_back();
        copy.id = c.id.text();
        copy.evaluation = copying.evaluation();
        copy.symbol = c.symbol;
        copy.date = c.date.text();
        copy.meeting = c.meeting;
        copy.report_by = text_of(c.report_by);
        for (const RecommendationId& id : c.takes_up) {
            copy.takes_up.push_back(id.text());
        }
        copy.prose = prose_of(c.text);
    }
}

void copy_measures(Copying& copying) {
    for (const Measure& m : copying.material.dossier.measures) {
        release::PublicMeasure& copy = copying.out.measures.emplace_back();
        copy.id = m.id.text();
        copy.evaluation = copying.evaluation();
        copy.status = base::name_of(m.status);
        copy.start = text_of(m.start);
        copy.due = text_of(m.due);
        copy.done = text_of(m.done);
        copy.region = m.region;
        copy.cost = m.cost;
        copy.funding = m.funding;
        copy.indicator = m.indicator;
        copy.baseline = m.baseline;
        copy.target = m.target;
        copy.activity = m.activity;
        for (const MeasureBody& b : m.bodies) {
            copy.bodies.push_back({copying.body(b.body), std::string(base::name_of(b.role)), text_of(b.from),
                                   text_of(b.until)});
        }
        for (const IndicatorValue& v : m.values) {
            copy.values.push_back({v.date.text(), v.value, v.note});
        }
        for (const Reference& r : m.recommendations) {
            copy.recommendations.push_back(r.text());
        }
        copy.evidence = copying.evidence(m.evidence);
    }
}

}  // namespace rapporteur::publication
