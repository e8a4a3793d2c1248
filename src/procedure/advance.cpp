// SPDX-License-Identifier: EUPL-1.2
#include "procedure/advance.hpp"

#include "store/evaluations.hpp"
#include "store/frameworks.hpp"

#include <fmt/format.h>

namespace rapporteur::procedure {

using namespace domain;

AdvanceResult advance(store::Register& where, const EvaluationId& id, const StageEvent& event,
                      base::Date today) {
    // The change begins before anything is read: two persons who advance at the same moment see each other's line.
    store::Change change(
        where, event.by ? event.by->text() : "",
        fmt::format("evaluation advance {} {} {}", id.text(), event.stage, base::name_of(event.act)),
        event.reason);
    std::optional<Evaluation> evaluation = store::find_timeline(where, id);
    if (!evaluation) {
        evaluation = store::need_evaluation(where, id);
    }
    const std::optional<EvaluationParts> parts = parse_evaluation_id(id.text());
    const Framework framework = store::need_framework(where, parts ? parts->framework : FrameworkId());
    if (const std::optional<StageRefusal> refusal = refusal_of(framework, *evaluation, event, today)) {
        throw base::Error(refusal->kind, refusal->text)
            .at(id.text())
            .because(refusal->reason)
            .help(refusal->hint);
    }
    store::add_stage_event(change, id, event);
    AdvanceResult result;
    result.journal_entry = change.commit().value_or(0);
    evaluation->stages.push_back(event);
    for (const StageStanding& standing : stage_standings(framework, *evaluation, today)) {
        if (standing.stage.id == event.stage) {
            result.standing = standing;
        }
    }
    return result;
}

}  // namespace rapporteur::procedure
