// SPDX-License-Identifier: EUPL-1.2
//
// The order of questions and conditions: a condition or a check looks at questions that stand earlier, and never in a circle. Inside this
// room only; called by check_questionnaire, which has parsed the conditions.
#pragma once

#include "base/problem.hpp"
#include "base/xml_places.hpp"

#include <map>
#include <string>
#include <vector>

namespace rapporteur::questionnaire {

struct Conditions {
    std::vector<std::string> order;                            // questions as they are read
    std::map<std::string, std::vector<std::string>> looks_at;  // by question: those that its conditions name
    std::map<std::string, std::vector<std::string>>
        checks_look_at;  // by question: those that its checks name
};

// Names each circle once, with its members, and every other look at a later question.
void check_order(const Conditions& conditions, base::Problems& problems, const base::XmlPlaces& places);

}  // namespace rapporteur::questionnaire
