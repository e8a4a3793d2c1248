// SPDX-License-Identifier: EUPL-1.2
//
// The matrix: each recommendation to one subject with what became of it in each later round, and what is claimed of it. A cell says where
// each fate comes from (adopted, derived), or that the recommendation was not examined in that round, or nothing: then nothing is known.
#pragma once

#include "recommendation/thread.hpp"

#include <string>
#include <vector>

namespace rapporteur::recommendation {

struct MatrixRow {
    Placed placed;
    std::vector<std::vector<domain::Fate>>
        rounds;  // one list for each later evaluation, in the order of Matrix::evaluations
    std::vector<domain::Fate> claims;  // by whomever, by date
};

struct MatrixBlock {
    domain::EvaluationId evaluation;  // whose recommendations these are
    std::vector<domain::EvaluationId> later;
    std::vector<MatrixRow> rows;
};

struct Matrix {
    std::string subject;
    std::string framework;
    std::vector<MatrixBlock> blocks;  // by round, the oldest first
};

// Error(not_found) where the register has no evaluation of the subject in the framework.
Matrix read_matrix(const store::Register& where, const domain::FrameworkId& framework,
                   const domain::SubjectId& subject);

}  // namespace rapporteur::recommendation
