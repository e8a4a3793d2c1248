// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/matrix.hpp"

#include "store/evaluations.hpp"
#include "store/frameworks.hpp"

#include <fmt/format.h>

namespace rapporteur::recommendation {

namespace {

// Which later evaluation a fate belongs to: an assessment's is the one that made it, a link's the one of the later recommendation.
domain::EvaluationId round_of(const domain::Fate& fate) {
    return domain::evaluation_of(fate.by).value_or(domain::EvaluationId());
}

MatrixRow read_row(const store::Register& where, const domain::Recommendation& recommendation,
                   const domain::Framework& framework, const std::vector<domain::EvaluationId>& later) {
    MatrixRow row;
    row.placed = place(where, recommendation);
    row.rounds.resize(later.size());
    for (const domain::Fate& fate : read_fates(where, recommendation.id, row.placed.verb, framework)) {
        if (fate.source == domain::FateSource::claimed) {
            row.claims.push_back(fate);
            continue;
        }
        for (std::size_t i = 0; i < later.size(); ++i) {
            if (round_of(fate) == later[i]) {
                row.rounds[i].push_back(fate);
            }
        }
    }
    return row;
}

}  // namespace

Matrix read_matrix(const store::Register& where, const domain::FrameworkId& framework,
                   const domain::SubjectId& subject) {
    const sqlite::Reading reading(where.database());
    const domain::Framework rules = store::need_framework(where, framework);
    const std::vector<domain::EvaluationId> evaluations =
        store::list_evaluations(where, framework.text(), subject.text());
    if (evaluations.empty()) {
        throw base::Error(
            base::ErrorKind::not_found,
            fmt::format("the register has no evaluation of {} in {}", subject.text(), framework.text()))
            .help("see what there is with: rapporteur evaluation list");
    }
    Matrix matrix{subject.text(), framework.text(), {}};
    for (std::size_t i = 0; i < evaluations.size(); ++i) {
        MatrixBlock& block = matrix.blocks.emplace_back();
        block.evaluation = evaluations[i];
        block.later.assign(evaluations.begin() + static_cast<std::ptrdiff_t>(i) + 1, evaluations.end());
        for (const domain::Recommendation& recommendation :
             store::list_recommendations(where, evaluations[i])) {
            block.rows.push_back(read_row(where, recommendation, rules, block.later));
        }
    }
    return matrix;
}

}  // namespace rapporteur::recommendation
