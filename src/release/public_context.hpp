// SPDX-License-Identifier: EUPL-1.2
//
// Public records of the frame: frameworks, subjects, bodies, sources, evaluations and the text of reports. What the
// public types are, records.hpp says. publication/ fills them, the archive reads them.
#pragma once

#include "domain/text.hpp"

#include <string>
#include <vector>

namespace rapporteur::release {

using domain::Texts;
using Names = std::vector<std::string>;  // identifiers or tokens

// Text as a tree (Pandoc's JSON), from which pages are made, and its words alone. Evidence is no longer in it.
struct Prose {
    std::string language;
    std::string text;
    std::string tree;
    bool empty() const { return text.empty() && tree.empty(); }
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("language", s.language)("text", s.text)("tree", s.tree);
    }
};

// An entry of a framework's lists: a theme, a stage, a respondent kind, a body of the mechanism.
struct Term {
    std::string id;
    Texts name;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("name", s.name);
    }
};

struct PublicProvision {
    std::string id;
    std::string parent;
    std::string label;
    Texts title;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("parent", s.parent)("label", s.label)("title", s.title);
    }
};

// A verb or a value of a scale; rank 1 comes first.
struct RankedTerm {
    std::string id;
    int rank = 0;
    Texts name;
    Texts meaning;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("rank", s.rank)("name", s.name)("meaning", s.meaning);
    }
};

struct PublicScale {
    std::string id;
    Texts name;
    std::vector<RankedTerm> values;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("name", s.name)("values", s.values);
    }
};

struct PublicIndicator {
    std::string id;
    std::string unit;
    Texts name;
    Texts counting_rule;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("unit", s.unit)("name", s.name)("counting_rule", s.counting_rule);
    }
};

struct PublicRound {
    std::string id;
    std::string number;
    Texts name;
    Texts theme;
    std::string launched;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("number", s.number)("name", s.name)("theme", s.theme)("launched", s.launched);
    }
};

struct PublicFramework {
    std::string id;
    std::string version;
    Texts name;
    std::string instrument;
    std::vector<Term> bodies;
    std::vector<Term> respondents;
    std::vector<PublicProvision> provisions;
    std::vector<Term> themes;
    std::vector<RankedTerm> verbs;
    std::vector<PublicScale> scales;
    std::vector<Term> stages;
    std::vector<Term> kinds;  // of recommendation
    std::vector<PublicIndicator> indicators;
    std::vector<PublicRound> rounds;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("version", s.version)("name", s.name)("instrument", s.instrument)("bodies", s.bodies)(
            "respondents", s.respondents)("provisions", s.provisions)("themes", s.themes)("verbs", s.verbs)(
            "scales", s.scales)("stages", s.stages)("kinds", s.kinds)("indicators", s.indicators)("rounds",
                                                                                                  s.rounds);
    }
};

// A name that a thing bore from a day on ("" from the beginning).
struct DatedName {
    std::string from;
    Texts name;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("from", s.from)("name", s.name);
    }
};

struct PublicSubject {
    std::string framework;
    std::string code;
    std::string kind;
    bool invented = false;
    std::string since;
    std::vector<DatedName> names;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("framework", s.framework)("code", s.code)("kind", s.kind)("invented", s.invented)("since", s.since)(
            "names", s.names);
    }
};

struct PublicBody {
    std::string id;
    std::string kind;
    std::string from;
    std::string until;
    std::string successor;
    std::vector<DatedName> names;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("kind", s.kind)("from", s.from)("until", s.until)("successor", s.successor)("names",
                                                                                                  s.names);
    }
};

struct PublicSource {
    std::string id;
    std::string kind;
    Texts title;
    std::string author;
    std::string date;
    std::string language;
    std::string citation;
    std::string address;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("kind", s.kind)("title", s.title)("author", s.author)("date", s.date)(
            "language", s.language)("citation", s.citation)("address", s.address);
    }
};

// A line of the stage log, without who and why.
struct PublicStageEvent {
    std::string stage;
    std::string act;
    std::string date;
    std::string due;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("stage", s.stage)("act", s.act)("date", s.date)("due", s.due);
    }
};

struct PublicEvaluation {
    std::string id;
    std::string framework;
    std::string round;
    std::string subject;
    std::string track;
    std::string opened;
    Texts title;
    std::string language;
    bool invented = false;
    std::vector<PublicStageEvent> stages;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("framework", s.framework)("round", s.round)("subject", s.subject)("track", s.track)(
            "opened", s.opened)("title", s.title)("language", s.language)("invented", s.invented)("stages",
                                                                                                  s.stages);
    }
};

// What stands in a report, in order: kind is heading, text, paragraph or recommendation.
struct PublicItem {
    std::string kind;
    int level = 0;
    std::string label;
    std::string section;
    std::string key;
    std::string number;  // as printed
    std::string recommendation;
    std::string verb;
    Names provisions;
    Prose prose;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("kind", s.kind)("level", s.level)("label", s.label)("section", s.section)("key", s.key)("number",
                                                                                                  s.number)(
            "recommendation", s.recommendation)("verb", s.verb)("provisions", s.provisions)("prose", s.prose);
    }
};

struct PublicReport {
    std::string id;
    std::string evaluation;
    std::string kind;
    std::string symbol;
    std::string language;
    std::string date;
    std::string meeting;
    Texts title;
    Texts note;
    std::vector<PublicItem> items;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("evaluation", s.evaluation)("kind", s.kind)("symbol", s.symbol)("language", s.language)(
            "date", s.date)("meeting", s.meeting)("title", s.title)("note", s.note)("items", s.items);
    }
};

}  // namespace rapporteur::release
