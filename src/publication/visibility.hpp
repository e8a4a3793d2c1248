// SPDX-License-Identifier: EUPL-1.2
//
// Which answers of a reply may be published: by the framework's rules (domain/visibility.hpp) and by what its sender agreed to. Pure;
// what else of an evaluation may go out, selection.hpp says.
#pragma once

#include "domain/dossier.hpp"
#include "domain/framework.hpp"
#include "domain/questionnaire.hpp"
#include "domain/visibility.hpp"

#include <set>
#include <string>

namespace rapporteur::publication {

// The questions of a reply whose answers may be published: the reply's type is public, the reply is submitted, its
// sender has not refused, and, where consent is needed, it was given for the reply or for the answer; never an answer
// whose consent was refused or whose question is restricted. Empty: nothing of the reply may be known.
std::set<std::string> public_answers(const domain::Framework& framework, const domain::Evaluation& evaluation,
                                     const domain::Reply& reply, const domain::Questionnaire* questionnaire,
                                     domain::StageTest test);

}  // namespace rapporteur::publication
