// SPDX-License-Identifier: EUPL-1.2
//
// Public records of what was sent in: replies with answers and exhibits, comments, statistics with their hidden cells.
// What the public types are, records.hpp says.
#pragma once

#include "release/public_context.hpp"

namespace rapporteur::release {

// A cell of a table. hidden: "" shown; "small": a count below the floor; "complementary": hidden so that a small one
// cannot be computed. A hidden cell has no value and no note.
struct PublicCell {
    Names dims;
    std::string value;
    std::string reason;  // why there is no figure
    std::string hidden;
    std::string note;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("dims", s.dims)("value", s.value)("reason", s.reason)("hidden", s.hidden)("note", s.note);
    }
};

// A dimension of an answer's table with the words for its codes.
struct PublicDimension {
    std::string id;
    std::vector<Term> codes;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("codes", s.codes);
    }
};

struct PublicAnswer {
    std::string question;
    std::string number;
    Texts question_text;
    std::string state;
    std::string reason;
    Names values;
    std::vector<Term> value_names;  // of the codes of a choice
    std::string author;
    Prose prose;
    std::string unit;
    std::string indicator;
    std::vector<PublicDimension> dimensions;
    std::vector<PublicCell> cells;
    std::vector<int> exhibits;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("question", s.question)("number", s.number)("question_text", s.question_text)("state", s.state)(
            "reason", s.reason)("values", s.values)("value_names", s.value_names)("author", s.author)(
            "prose", s.prose)("unit", s.unit)("indicator", s.indicator)("dimensions", s.dimensions)(
            "cells", s.cells)("exhibits", s.exhibits);
    }
};

struct PublicExhibit {
    std::string id;
    int number = 0;
    std::string title;
    std::string file;
    std::string media_type;
    std::string language;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("number", s.number)("title", s.title)("file", s.file)("media_type", s.media_type)(
            "language", s.language);
    }
};

struct PublicReply {
    std::string id;
    std::string evaluation;
    int version = 1;
    std::string respondent;
    Names from;
    std::string language;
    std::string submitted;
    std::string letter;
    std::string questionnaire;
    int floor = 0;  // the smallest count that is shown in its tables
    std::vector<PublicAnswer> answers;
    std::vector<PublicExhibit> exhibits;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("evaluation", s.evaluation)("version", s.version)("respondent", s.respondent)(
            "from", s.from)("language", s.language)("submitted", s.submitted)("letter", s.letter)(
            "questionnaire", s.questionnaire)("floor", s.floor)("answers", s.answers)("exhibits", s.exhibits);
    }
};

struct PublicComment {
    std::string id;
    std::string evaluation;
    std::string report;
    std::string paragraph;
    std::string by;
    std::string body;
    std::string date;
    Prose prose;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("evaluation", s.evaluation)("report", s.report)("paragraph", s.paragraph)("by", s.by)(
            "body", s.body)("date", s.date)("prose", s.prose);
    }
};

struct PublicObservation {
    std::string indicator;
    int year = 0;
    PublicCell cell;
    std::string unit;
    std::string source;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("indicator", s.indicator)("year", s.year)("cell", s.cell)("unit", s.unit)("source", s.source);
    }
};

struct PublicStatistics {
    std::string id;
    std::string evaluation;
    int floor = 0;
    std::vector<PublicObservation> observations;
    template <class S, class A>
    static void fields(S& s, A& a) {
        a("id", s.id)("evaluation", s.evaluation)("floor", s.floor)("observations", s.observations);
    }
};

}  // namespace rapporteur::release
