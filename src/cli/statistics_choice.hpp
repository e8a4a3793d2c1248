// SPDX-License-Identifier: EUPL-1.2
// Whose figures a command of the noun "statistics" is about: an evaluation's, or all of a subject, round after round.
#pragma once

#include "cli/context.hpp"
#include "statistics/observations.hpp"
#include "store/register.hpp"

#include <string>
#include <vector>

namespace rapporteur::cli {

// The rounds of one subject in one framework, oldest first; `first` is the first of those that were asked for, the earlier ones are
// there to be compared with.
struct ChosenRounds {
    std::vector<statistics::EvaluationFigures> rounds;
    std::size_t first = 0;
};

// Of an evaluation's identifier, or a subject's code: every framework that has evaluations of it. Error(not_found) for what the
// register does not have.
std::vector<ChosenRounds> chosen_rounds(const store::Register& where, const std::string& what);

// Whether the text is an evaluation's identifier by its form, and whether the register has evaluations of such a subject.
bool is_evaluation(const std::string& what);
bool is_known_subject(const store::Register& where, const std::string& what);

}  // namespace rapporteur::cli
