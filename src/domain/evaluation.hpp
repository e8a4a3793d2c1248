// SPDX-License-Identifier: EUPL-1.2
//
// An evaluation: one subject in one round of one framework, with its stage log. Which stages there are, in which order and how
// long they last, the framework says; the log says what happened. A late or missing step does not stop the procedure.
#pragma once

#include "base/date.hpp"
#include "base/names.hpp"
#include "domain/identifiers.hpp"
#include "domain/people.hpp"
#include "domain/source.hpp"
#include "domain/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::domain {

enum class StageAct { entered, completed, extended, skipped };

// One line of the stage log; lines are only ever added.
struct StageEvent {
    std::string stage;  // id of a stage of the framework
    StageAct act = StageAct::entered;
    base::Date date;
    std::optional<base::Date> due;  // of what was entered or extended
    std::optional<PersonId> by;
    std::string reason;  // needed for extended and skipped
    bool operator==(const StageEvent&) const = default;
};

// An identifier that others use for one of our things (a symbol, HUDOC's or UHRI's number, an adopted citation).
struct Alias {
    Reference of;        // full identifier of our thing
    std::string scheme;  // symbol, hudoc, uhri, citation...
    std::string value;
    bool operator==(const Alias&) const = default;
};

// A rating of the subject as a whole, on a scale of the framework; a series over the evaluations of a subject. "" where the source lists the
// subject and gives it none.
struct Rating {
    std::string scale;
    std::string value;
    base::Date date;
    bool operator==(const Rating&) const = default;
};

// A thing whose publication its sender has agreed to or refused; the default is in the framework's visibility rules.
enum class Consent { unset, given, refused };

struct Evaluation {
    EvaluationId id;
    RoundId round;
    SubjectId subject;
    std::string track;  // "" or "urgent"
    base::Date opened;
    Texts title;            // "Second evaluation round: XAA"
    std::string language;   // master language of its reports
    bool invented = false;  // the content is invented, and every page made from it says so
    std::vector<StageEvent> stages;
    std::vector<Rating> ratings{};
    std::vector<Assignment> assignments;
    std::vector<Alias> aliases;
    // Those who and what this evaluation's files introduce, in the order in which its dossier lists them.
    std::vector<Person> persons;
    std::vector<Body> bodies;
    std::vector<Source> sources;
    bool operator==(const Evaluation&) const = default;
};

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::StageAct> {
    using A = rapporteur::domain::StageAct;
    static constexpr std::array<Name<A>, 4> k_names{{{A::entered, "entered"},
                                                     {A::completed, "completed"},
                                                     {A::extended, "extended"},
                                                     {A::skipped, "skipped"}}};
};

template <>
struct rapporteur::base::Names<rapporteur::domain::Consent> {
    using C = rapporteur::domain::Consent;
    static constexpr std::array<Name<C>, 3> k_names{
        {{C::unset, "unset"}, {C::given, "given"}, {C::refused, "refused"}}};
};
