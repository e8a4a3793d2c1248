// SPDX-License-Identifier: EUPL-1.2
//
// Observations: one figure of one indicator in one year, with its dimensions, or the reason why there is none. An observation
// from a reply is that reply's table cell; the ones here came another way (statistics.csv).
#pragma once

#include "domain/identifiers.hpp"
#include "domain/questionnaire.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::domain {

struct Observation {
    std::string indicator;  // of the framework
    int year = 0;
    std::vector<std::string> dims;  // "sex=f", "form=labour"; sorted; empty for the total
    std::string value;              // decimal text as published ("76.2"); empty where there is a reason
    std::optional<NoAnswer> reason;
    std::string unit;
    std::string note;
    std::string source;  // a Source's id with an optional #place
    bool operator==(const Observation&) const = default;
};

}  // namespace rapporteur::domain
