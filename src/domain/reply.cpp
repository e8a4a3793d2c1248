// SPDX-License-Identifier: EUPL-1.2
#include "domain/reply.hpp"

#include <algorithm>

namespace rapporteur::domain {

const Answer* Reply::find_answer(std::string_view question) const {
    const auto found = std::find_if(answers.begin(), answers.end(),
                                    [&](const Answer& answer) { return answer.question.text() == question; });
    return found == answers.end() ? nullptr : &*found;
}

}  // namespace rapporteur::domain
