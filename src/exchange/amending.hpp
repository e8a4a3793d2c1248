// SPDX-License-Identifier: EUPL-1.2
//
// A reply as it stands after answers to a request: figures take the place of the same figures, values and reasons that of the earlier ones;
// everything else stays. What is prose stays with the request. Pure. Called by request_answer.
#pragma once

#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"

#include <string>
#include <vector>

namespace rapporteur::exchange {

struct Amendment {
    std::vector<domain::Answer> answers;  // of the reply, all
    std::vector<std::string> changed;     // questions whose answer is another than before
    std::vector<std::string> repeated;    // questions that were answered with just what the reply has
};

// `came` are the answers to the request; `language` is theirs. Of a table, cells that are not given stay, and one whose figure or reason is
// another than before is marked as revised. A reason for no answer never takes away an answer that is there.
Amendment amend(const domain::Reply& reply, const std::vector<domain::Answer>& came,
                const domain::Questionnaire& questionnaire, const std::string& language);

}  // namespace rapporteur::exchange
