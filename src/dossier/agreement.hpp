// SPDX-License-Identifier: EUPL-1.2
//
// Whether what is loaded together, and what the register has of other evaluations, says one thing of each shared person, body and
// source. Two that disagree are faults, both named: the last read would win otherwise. One evaluation alone may change what
// it alone introduces.
#pragma once

#include "base/problem.hpp"
#include "domain/evaluation.hpp"

#include <string>
#include <vector>

namespace rapporteur::dossier {

struct Statement {
    std::string where;  // a file, or "the register (peer/XAA-1)"
    const domain::Evaluation* evaluation = nullptr;
};

// `loaded` against one another and against `others`, which are not loaded.
void check_agreement(const std::vector<Statement>& loaded, const std::vector<Statement>& others,
                     base::Problems& problems);

}  // namespace rapporteur::dossier
