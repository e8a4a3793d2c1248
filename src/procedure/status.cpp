// SPDX-License-Identifier: EUPL-1.2
#include "procedure/status.hpp"

#include "store/evaluations.hpp"
#include "store/frameworks.hpp"
#include "store/people.hpp"

#include <algorithm>

namespace rapporteur::procedure {

using namespace domain;

namespace {

bool holds(const std::optional<base::Date>& from, const std::optional<base::Date>& until, base::Date on) {
    return (!from || *from <= on) && (!until || on <= *until);
}

// A monitoring body acts in an evaluation by those assigned to it who have a mandate in that body; the respondent that must answer (the
// first) by its contact person.
bool acts_for(const store::Register& where, const Framework& framework, std::string_view actor,
              const Assignment& assignment, base::Date on) {
    if (assignment.role == EvaluationRole::contact_person) {
        return !framework.respondents.empty() && framework.respondents.front().id == actor;
    }
    if (assignment.role != EvaluationRole::rapporteur && assignment.role != EvaluationRole::secretariat) {
        return false;
    }
    const std::optional<Person> person = store::find_person(where, assignment.person);
    return person &&
           std::any_of(person->mandates.begin(), person->mandates.end(), [&](const Mandate& mandate) {
               return mandate.framework == framework.id && mandate.body == actor &&
                      holds(mandate.from, mandate.until, on);
           });
}

std::vector<PersonId> persons_of(const store::Register& where, const Framework& framework,
                                 const Evaluation& evaluation, std::string_view actor, base::Date on) {
    std::vector<PersonId> persons;
    for (const Assignment& each : evaluation.assignments) {
        if (holds(each.from, each.until, on) && recusal_of(evaluation, each.person, on) == nullptr &&
            acts_for(where, framework, actor, each, on)) {
            persons.push_back(each.person);
        }
    }
    return persons;
}

}  // namespace

std::string actor_name(const Framework& framework, std::string_view actor, std::string_view language) {
    for (const MonitoringBody& body : framework.bodies) {
        if (body.id == actor) {
            return std::string(text_in(body.name, language));
        }
    }
    for (const RespondentKind& kind : framework.respondents) {
        if (kind.id == actor) {
            return std::string(text_in(kind.name, language));
        }
    }
    return std::string(actor);
}

std::string short_name(std::string_view name) {
    const std::size_t open = name.rfind('(');
    const bool abbreviated = open != std::string_view::npos && open > 0 && name.back() == ')' &&
                             name.find(' ', open) == std::string_view::npos;
    return std::string(abbreviated ? name.substr(open + 1, name.size() - open - 2) : name);
}

std::string subject_name(const Framework& framework, const SubjectId& code, std::string_view language,
                         base::Date at) {
    const Subject* const subject = framework.find_subject(code.text());
    if (subject == nullptr || subject->names.empty()) {
        return code.text();
    }
    const SubjectName* name = &subject->names.front();
    for (const SubjectName& each : subject->names) {
        if (!each.from || *each.from <= at) {
            name = &each;
        }
    }
    return std::string(text_in(name->name, language));
}

const Framework& StatusReader::framework(const FrameworkId& id) {
    const auto found = m_frameworks.find(id);
    return found != m_frameworks.end()
               ? found->second
               : m_frameworks.emplace(id, store::need_framework(m_where, id)).first->second;
}

EvaluationStatus StatusReader::of(const EvaluationId& id) {
    std::optional<Evaluation> evaluation = store::find_timeline(m_where, id);
    // need_evaluation says what there is instead.
    EvaluationStatus status =
        status_of(evaluation ? std::move(*evaluation) : store::need_evaluation(m_where, id));
    const Framework& framework = this->framework(parse_evaluation_id(id.text()).value().framework);
    for (AwaitedStage& awaited : status.awaited) {
        awaited.persons = persons_of(m_where, framework, status.evaluation, awaited.actor, m_on);
    }
    return status;
}

std::vector<EvaluationStatus> StatusReader::all(std::string_view framework, std::string_view subject) {
    std::vector<EvaluationStatus> statuses;
    for (const EvaluationId& id : store::list_evaluations(m_where, framework, subject)) {
        std::optional<Evaluation> evaluation = store::find_timeline(m_where, id);
        if (evaluation && evaluation->opened <= m_on) {
            statuses.push_back(status_of(std::move(*evaluation)));
        }
    }
    return statuses;
}

EvaluationStatus StatusReader::status_of(Evaluation evaluation) {
    EvaluationStatus status;
    status.id = evaluation.id;
    status.subject = evaluation.subject;
    status.evaluation = std::move(evaluation);
    const std::optional<EvaluationParts> parts = parse_evaluation_id(status.id.text());
    const Framework& framework = this->framework(parts ? parts->framework : FrameworkId());
    status.subject_name = subject_name(framework, status.subject, m_language, m_on);
    const std::string& round = status.evaluation.round.text();
    if (const Round* const found = framework.find_round(round.substr(round.find('/') + 1))) {
        status.round_name = text_in(found->name, m_language);
    }
    status.standings = stage_standings(framework, status.evaluation, m_on);
    if (const StageStanding* const last = last_settled(status.standings)) {
        status.last_stage = last->stage.id;
        status.last_stage_name = text_in(last->stage.name, m_language);
        status.last_date = last->settled;
    }
    for (const std::size_t index : awaited_stages(status.standings)) {
        status.awaited.push_back(awaited_stage(framework, status, index));
    }
    return status;
}

AwaitedStage StatusReader::awaited_stage(const Framework& framework, const EvaluationStatus& status,
                                         std::size_t index) const {
    const StageStanding& standing = status.standings[index];
    AwaitedStage awaited;
    awaited.stage = standing.stage.id;
    awaited.name = text_in(standing.stage.name, m_language);
    awaited.state = standing.state;
    awaited.optional = standing.stage.optional;
    awaited.entered = standing.entered;
    awaited.due = standing.due;
    awaited.days_left = days_left(standing, m_on);
    awaited.actor = standing.stage.actor;
    awaited.actor_name = actor_name(framework, standing.stage.actor, m_language);
    if (const StageStanding* const next = following_stage(status.standings, standing.stage.id)) {
        awaited.following = next->stage.id;
        awaited.following_name = text_in(next->stage.name, m_language);
    }
    return awaited;
}

}  // namespace rapporteur::procedure
