// SPDX-License-Identifier: EUPL-1.2
//
// The stages of an evaluation: where each stands at a date, when it is due, what must happen next, and which acts the rules allow.
// Driven by the framework's stages and the evaluation's log alone; no stage is known by name. Pure: the clock is the caller's. A late
// or missing step does not stop the procedure: it needs a reason, and the reason stands in the log.
// Called by procedure/ (status, advance), by visibility.hpp, and by tests.
#pragma once

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/names.hpp"
#include "domain/evaluation.hpp"
#include "domain/framework.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::domain {

enum class StageState {
    pending,  // what it follows is not settled yet
    next,     // may be entered now
    current,  // entered, not completed
    completed,
    skipped
};

// Where the due date comes from. A date that the log sets overrides the framework's duration; an extension overrides both.
enum class DueOrigin { none, framework, log, extension };

struct StageStanding {
    Stage stage;
    StageState state = StageState::pending;
    std::optional<base::Date> entered;    // last
    std::optional<base::Date> settled;    // completed or skipped, last
    std::optional<base::Date> due;        // also of what is settled
    std::optional<base::Date> first_due;  // before extensions
    DueOrigin due_origin = DueOrigin::none;

    bool is_settled() const { return state == StageState::completed || state == StageState::skipped; }
};

// One for each stage of the framework, in its order, from the lines of the log up to that date.
std::vector<StageStanding> stage_standings(const Framework& framework, const Evaluation& evaluation,
                                           base::Date on);

// Days until the due date: negative when it has passed. Of a settled stage: against the day on which it was completed. Nothing without
// a due date, and for what was skipped.
std::optional<int> days_left(const StageStanding& standing, base::Date on);

// What is waited for: the stages that are current, and those that may be entered and are not optional. Where nothing is, the optional
// ones on which a stage that is not optional waits. Nothing: the evaluation is concluded. Indexes into the standings.
std::vector<std::size_t> awaited_stages(const std::vector<StageStanding>& standings);

// The stage that follows this one and is not settled: one that is not optional, else one that such a one waits for, else any; nullptr
// where there is none.
const StageStanding* following_stage(const std::vector<StageStanding>& standings, std::string_view stage);

// The stage that was settled last; nullptr where none is.
const StageStanding* last_settled(const std::vector<StageStanding>& standings);

// Why an act is not allowed; the kind is not_found for an unknown stage, forbidden for a recused person, refused for a rule.
struct StageRefusal {
    base::ErrorKind kind = base::ErrorKind::refused;
    std::string text;
    std::string hint;      // what to do
    std::string reason{};  // of a recusal
};

// Whether the event may be added to the log today: the one transition function. `event.by` is who acts. Nothing: it may.
std::optional<StageRefusal> refusal_of(const Framework& framework, const Evaluation& evaluation,
                                       const StageEvent& event, base::Date today);

// The person's recusal in this evaluation on that day, if there is one.
const Assignment* recusal_of(const Evaluation& evaluation, const PersonId& person, base::Date on);

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::StageState> {
    using S = rapporteur::domain::StageState;
    static constexpr std::array<Name<S>, 5> k_names{{{S::pending, "pending"},
                                                     {S::next, "next"},
                                                     {S::current, "current"},
                                                     {S::completed, "completed"},
                                                     {S::skipped, "skipped"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::DueOrigin> {
    using D = rapporteur::domain::DueOrigin;
    static constexpr std::array<Name<D>, 4> k_names{
        {{D::none, "none"}, {D::framework, "framework"}, {D::log, "log"}, {D::extension, "extension"}}};
};
