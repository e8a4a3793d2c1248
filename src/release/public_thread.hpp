// SPDX-License-Identifier: EUPL-1.2
//
// Public records of a recommendation's thread: the recommendation with its links, assessments, claims, the committee's
// recommendations, measures. What the public types are, records.hpp says.
#pragma once

#include "release/public_context.hpp"

namespace rapporteur::release {

struct PublicLimb {
    std::string id;
    std::string text;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("text", s.text);
    }
};

struct PublicAsk {
    std::string id;
    std::string limb;
    Texts text;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("limb", s.limb)("text", s.text);
    }
};

// asserted_by: a body, or the body of the mechanism for which a person said it.
struct PublicLink {
    std::string type;
    std::string to;
    std::string asserted_by;
    std::string asserted;
    std::string note;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("type", s.type)("to", s.to)("asserted_by", s.asserted_by)("asserted", s.asserted)("note", s.note);
    }
};

// A pointer to something public.
struct PublicEvidence {
    std::string ref;
    std::string note;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("ref", s.ref)("note", s.note);
    }
};

struct PublicRecommendation {
    std::string id;
    std::string evaluation;
    std::string kind;
    std::string report;            // in which it stands; empty for a list
    std::string paragraph;         // key
    std::string paragraph_number;  // as printed
    std::string number;            // as its source numbers it
    std::string date;
    std::string verb;
    int rank = 0;  // of the verb; 0: none
    Names provisions;
    Names themes;
    Names groups;
    Names from;
    Names addressees;
    std::string position;
    std::string reissue_of;
    Prose prose;
    std::vector<PublicLimb> limbs;
    std::vector<PublicAsk> asks;
    std::vector<PublicLink> links;
    std::vector<PublicEvidence> sources;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("evaluation", s.evaluation)("kind", s.kind)("report", s.report)(
            "paragraph", s.paragraph)("paragraph_number",
                                      s.paragraph_number)("number", s.number)("date", s.date)("verb", s.verb)(
            "rank", s.rank)("provisions", s.provisions)("themes", s.themes)("groups", s.groups)(
            "from", s.from)("addressees", s.addressees)("position", s.position)("reissue_of", s.reissue_of)(
            "prose", s.prose)("limbs", s.limbs)("asks", s.asks)("links", s.links)("sources", s.sources);
    }
};

struct PublicAssessment {
    std::string recommendation;  // with ".b" for a limb
    bool not_examined = false;
    std::string scale;
    std::string value;
    std::string date;
    std::string meeting;
    Texts reason;
    std::vector<PublicEvidence> evidence;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("recommendation", s.recommendation)("not_examined", s.not_examined)("scale", s.scale)(
            "value", s.value)("date", s.date)("meeting", s.meeting)("reason", s.reason)("evidence",
                                                                                        s.evidence);
    }
};

struct PublicAssessments {
    std::string evaluation;  // in which they were adopted
    std::vector<PublicAssessment> assessments;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("evaluation", s.evaluation)("assessments", s.assessments);
    }
};

struct PublicClaim {
    std::string id;
    std::string evaluation;
    std::string recommendation;
    std::string by;
    std::string body;
    std::string date;
    std::string value;
    Texts text;
    std::vector<PublicEvidence> evidence;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("evaluation", s.evaluation)("recommendation", s.recommendation)("by", s.by)(
            "body", s.body)("date", s.date)("value", s.value)("text", s.text)("evidence", s.evidence);
    }
};

struct PublicCommitteeRecommendation {
    std::string id;
    std::string evaluation;
    std::string symbol;
    std::string date;
    std::string meeting;
    std::string report_by;
    Names takes_up;
    Prose prose;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("evaluation", s.evaluation)("symbol", s.symbol)("date", s.date)("meeting", s.meeting)(
            "report_by", s.report_by)("takes_up", s.takes_up)("prose", s.prose);
    }
};

struct PublicMeasureBody {
    std::string body;
    std::string role;
    std::string from;
    std::string until;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("body", s.body)("role", s.role)("from", s.from)("until", s.until);
    }
};

struct PublicIndicatorValue {
    std::string date;
    std::string value;
    std::string note;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("date", s.date)("value", s.value)("note", s.note);
    }
};

struct PublicMeasure {
    std::string id;
    std::string evaluation;
    std::string status;
    std::string start;
    std::string due;
    std::string done;
    std::string region;
    std::string cost;
    std::string funding;
    std::string indicator;
    std::string baseline;
    std::string target;
    Texts activity;
    std::vector<PublicMeasureBody> bodies;
    std::vector<PublicIndicatorValue> values;
    Names recommendations;
    std::vector<PublicEvidence> evidence;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("evaluation", s.evaluation)("status", s.status)("start", s.start)("due", s.due)(
            "done", s.done)("region", s.region)("cost", s.cost)("funding", s.funding)(
            "indicator", s.indicator)("baseline", s.baseline)("target", s.target)("activity", s.activity)(
            "bodies", s.bodies)("values", s.values)("recommendations", s.recommendations)("evidence",
                                                                                          s.evidence);
    }
};

}  // namespace rapporteur::release
