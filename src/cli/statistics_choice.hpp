// SPDX-License-Identifier: EUPL-1.2
// Whose figures a command of the noun "statistics" is about: an evaluation's, or all of a subject, round after round.
// Reads them; what is done with them, the commands say.
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

// The same without what is only there to be compared with; of an indicator's name too: every evaluation that has it.
std::vector<statistics::EvaluationFigures> chosen_figures(const store::Register& where,
                                                          const std::string& what);

// "--years 2012-2016"; empty where the option was not given. Error(usage) for what are no years.
std::vector<int> years_option(const Context& context);

// Error(not_found) where `name` is none of those known, with the nearest: "there are no figures by sexes".
void must_be_known(const std::string& option, const std::string& name, const std::string& message,
                   const std::vector<std::string>& known);

// Whether the text is an evaluation's identifier by its form, and whether the register has evaluations of such a subject.
bool is_evaluation(const std::string& what);
bool is_known_subject(const store::Register& where, const std::string& what);

}  // namespace rapporteur::cli
