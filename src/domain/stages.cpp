// SPDX-License-Identifier: EUPL-1.2
#include "domain/stages.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rapporteur::domain {

namespace {

using base::Date;

template <class Standings>
auto find_standing(Standings& standings, std::string_view stage) -> decltype(standings.data()) {
    for (auto& standing : standings) {
        if (standing.stage.id == stage) {
            return &standing;
        }
    }
    return nullptr;
}

// One line of the log applied.
void apply(StageStanding& standing, const StageEvent& event) {
    switch (event.act) {
    case StageAct::entered:
        standing.state = StageState::current;
        standing.entered = event.date;
        standing.settled.reset();
        standing.due = event.due;
        standing.first_due = event.due;
        standing.due_origin = event.due ? DueOrigin::log : DueOrigin::none;
        break;
    case StageAct::extended:
        if (event.due) {
            standing.first_due = standing.first_due ? standing.first_due : standing.due;
            standing.due = event.due;
            standing.due_origin = DueOrigin::extension;
        }
        break;
    case StageAct::completed:
        standing.state = StageState::completed;
        standing.settled = event.date;
        break;
    case StageAct::skipped:
        standing.state = StageState::skipped;
        standing.settled = event.date;
        break;
    }
}

// From when the framework's duration runs: the day on which what the stage follows was settled, or entered as long as it is not; of
// the first stage, the day on which the evaluation was opened.
std::optional<Date> start_of(const StageStanding& standing, const std::vector<StageStanding>& standings,
                             Date opened) {
    if (standing.stage.after.empty()) {
        return opened;
    }
    const StageStanding* const before = find_standing(standings, standing.stage.after);
    if (before == nullptr) {
        return std::nullopt;
    }
    if (before->settled) {
        return before->settled;
    }
    return standing.entered ? before->entered : std::nullopt;
}

void set_framework_dates(std::vector<StageStanding>& standings, Date opened) {
    for (StageStanding& standing : standings) {
        if (!standing.stage.within || standing.first_due) {
            continue;
        }
        if (const std::optional<Date> start = start_of(standing, standings, opened)) {
            standing.first_due = *start + *standing.stage.within;
            if (!standing.due) {
                standing.due = standing.first_due;
                standing.due_origin = DueOrigin::framework;
            }
        }
    }
}

bool is_open(const StageStanding* standing) {
    return standing != nullptr && !standing->is_settled();
}

// Whether a stage that is not optional waits, directly or further on, for this one.
bool holds_up(const std::vector<StageStanding>& standings, std::string_view stage, std::size_t depth = 0) {
    return depth < standings.size() &&
           std::any_of(standings.begin(), standings.end(), [&](const StageStanding& other) {
               return other.stage.after == stage && !other.is_settled() &&
                      other.state != StageState::current &&
                      (!other.stage.optional || holds_up(standings, other.stage.id, depth + 1));
           });
}

// --- The rules of advance, one function an act; each gives the first rule that says no ------------------------------------

using Refusal = std::optional<StageRefusal>;

StageRefusal refused(std::string text, std::string hint) {
    return {base::ErrorKind::refused, std::move(text), std::move(hint)};
}

Refusal may_enter(const std::vector<StageStanding>& standings, const StageStanding& standing,
                  const StageEvent& event) {
    const std::string stage = standing.stage.id;
    if (standing.state == StageState::current) {
        return refused(stage + " was entered on " + standing.entered->text() + " and is not completed",
                       "extend it, complete it or skip it");
    }
    if (!event.reason.empty()) {
        return std::nullopt;
    }
    if (standing.is_settled()) {
        return refused(stage + " was " + std::string(base::name_of(standing.state)) + " on " +
                           standing.settled->text(),
                       "say with --reason why it is entered again");
    }
    if (is_open(find_standing(standings, standing.stage.after))) {
        return refused(stage + " follows " + standing.stage.after +
                           ", which is neither completed nor skipped",
                       "complete or skip that first, or say with --reason why this does not wait for it");
    }
    return std::nullopt;
}

Refusal must_be_current(const StageStanding& standing, std::string_view act) {
    if (standing.state == StageState::current) {
        return std::nullopt;
    }
    if (standing.is_settled()) {
        return refused(standing.stage.id + " was " + std::string(base::name_of(standing.state)) + " on " +
                           standing.settled->text() + " already",
                       "enter it again first, with the reason, if there is more to it");
    }
    return refused(standing.stage.id + " was not entered and can not be " + std::string(act),
                   "enter it first: --act entered");
}

Refusal may_extend(const StageStanding& standing, const StageEvent& event) {
    if (Refusal no = must_be_current(standing, "extended")) {
        return no;
    }
    if (!event.due) {
        return refused("an extension needs its new date", "add --due DATE");
    }
    if (standing.due && *event.due <= *standing.due) {
        return refused("the new date " + event.due->text() + " is not later than the present one, " +
                           standing.due->text(),
                       "give a later date");
    }
    if (event.reason.empty()) {
        return refused("an extension needs its reason", "add --reason TEXT");
    }
    return std::nullopt;
}

Refusal may_skip(const StageStanding& standing, const StageEvent& event) {
    if (standing.is_settled()) {
        return must_be_current(standing, "skipped");
    }
    if (event.reason.empty() && standing.state == StageState::current) {
        return refused(standing.stage.id + " was entered on " + standing.entered->text(),
                       "say with --reason why it is given up");
    }
    if (event.reason.empty() && !standing.stage.optional) {
        return refused(standing.stage.id + " is not optional", "say with --reason why it is skipped");
    }
    return std::nullopt;
}

Refusal dates_fit(const Evaluation& evaluation, const StageStanding& standing, const StageEvent& event,
                  Date today) {
    if (event.date > today) {
        return refused("the date " + event.date.text() + " is still to come",
                       "the log says what has happened");
    }
    if (event.date < evaluation.opened) {
        return refused("the date " + event.date.text() + " lies before the evaluation was opened, on " +
                           evaluation.opened.text(),
                       "correct --date");
    }
    const std::optional<Date> last = standing.settled ? standing.settled : standing.entered;
    if (last && event.date < *last) {
        return refused("the date " + event.date.text() + " lies before the last event of " +
                           standing.stage.id + ", on " + last->text(),
                       "correct --date; lines of the log are only ever added");
    }
    if (event.due && (event.act == StageAct::completed || event.act == StageAct::skipped)) {
        return refused("what is " + std::string(base::name_of(event.act)) + " is not due any more",
                       "leave --due out");
    }
    if (event.due && *event.due < event.date) {
        return refused("it would be due on " + event.due->text() + ", before the act itself",
                       "correct --due");
    }
    return std::nullopt;
}

StageRefusal no_such_stage(const Framework& framework, const std::string& stage) {
    std::vector<std::string_view> names;
    for (const Stage& each : framework.stages) {
        names.emplace_back(each.id);
    }
    return {base::ErrorKind::not_found,
            "the framework " + framework.id.text() + " has no stage \"" + stage + "\"",
            base::did_you_mean(stage, names, "it has " + base::join(names, ", "))};
}

}  // namespace

std::vector<StageStanding> stage_standings(const Framework& framework, const Evaluation& evaluation,
                                           Date on) {
    std::vector<StageStanding> standings;
    standings.reserve(framework.stages.size());
    for (const Stage& stage : framework.stages) {
        standings.push_back({stage, StageState::pending, {}, {}, {}, {}, DueOrigin::none});
    }
    for (const StageEvent& event : evaluation.stages) {
        StageStanding* const standing = find_standing(standings, event.stage);
        if (standing != nullptr && event.date <= on) {
            apply(*standing, event);
        }
    }
    for (StageStanding& standing : standings) {
        if (standing.state == StageState::pending &&
            !is_open(find_standing(standings, standing.stage.after))) {
            standing.state = StageState::next;
        }
    }
    set_framework_dates(standings, evaluation.opened);
    return standings;
}

std::optional<int> days_left(const StageStanding& standing, Date on) {
    if (!standing.due || standing.state == StageState::skipped) {
        return std::nullopt;
    }
    return base::days_between(standing.settled ? *standing.settled : on, *standing.due);
}

std::vector<std::size_t> awaited_stages(const std::vector<StageStanding>& standings) {
    std::vector<std::size_t> awaited;
    std::vector<std::size_t> optional;
    for (std::size_t i = 0; i < standings.size(); ++i) {
        const StageStanding& each = standings[i];
        if (each.state == StageState::current || (each.state == StageState::next && !each.stage.optional)) {
            awaited.push_back(i);
        } else if (each.state == StageState::next && holds_up(standings, each.stage.id)) {
            optional.push_back(i);
        }
    }
    return awaited.empty() ? optional : awaited;
}

const StageStanding* following_stage(const std::vector<StageStanding>& standings, std::string_view stage) {
    const auto weight = [&](const StageStanding& each) {
        return !each.stage.optional ? 2 : holds_up(standings, each.stage.id) ? 1 : 0;
    };
    const StageStanding* found = nullptr;
    for (const StageStanding& each : standings) {
        if (each.stage.after == stage && !each.is_settled() &&
            (found == nullptr || weight(each) > weight(*found))) {
            found = &each;
        }
    }
    return found;
}

const StageStanding* last_settled(const std::vector<StageStanding>& standings) {
    const StageStanding* last = nullptr;
    for (const StageStanding& each : standings) {
        if (each.settled && (last == nullptr || *each.settled >= *last->settled)) {
            last = &each;
        }
    }
    return last;
}

const Assignment* recusal_of(const Evaluation& evaluation, const PersonId& person, Date on) {
    for (const Assignment& each : evaluation.assignments) {
        if (each.person == person && each.role == EvaluationRole::recused &&
            (!each.from || *each.from <= on) && (!each.until || on <= *each.until)) {
            return &each;
        }
    }
    return nullptr;
}

std::optional<StageRefusal> refusal_of(const Framework& framework, const Evaluation& evaluation,
                                       const StageEvent& event, Date today) {
    const std::vector<StageStanding> standings =
        stage_standings(framework, evaluation, Date::of(9999, 12, 31));
    const StageStanding* const standing = find_standing(standings, event.stage);
    if (standing == nullptr) {
        return no_such_stage(framework, event.stage);
    }
    if (event.by) {
        if (const Assignment* const recusal = recusal_of(evaluation, *event.by, today)) {
            return StageRefusal{base::ErrorKind::forbidden,
                                event.by->text() + " is recused in " + evaluation.id.text(),
                                "somebody else must do it", recusal->reason};
        }
    }
    Refusal no;
    switch (event.act) {
    case StageAct::entered:
        no = may_enter(standings, *standing, event);
        break;
    case StageAct::completed:
        no = must_be_current(*standing, "completed");
        break;
    case StageAct::extended:
        no = may_extend(*standing, event);
        break;
    case StageAct::skipped:
        no = may_skip(*standing, event);
        break;
    }
    return no ? no : dates_fit(evaluation, *standing, event, today);
}

}  // namespace rapporteur::domain
