// SPDX-License-Identifier: EUPL-1.2
//
// A finding: what the group holds, on its evidence. Evidence is a pointer to an answer, note, exhibit, statistic, earlier
// paragraph, law, judgment or published source.
#pragma once

#include "domain/identifiers.hpp"
#include "domain/text.hpp"

#include <string>
#include <vector>

namespace rapporteur::domain {

struct Evidence {
    Reference ref;
    std::string note;
    bool operator==(const Evidence&) const = default;
};

struct Finding {
    FindingId id;
    std::vector<std::string> provisions;
    std::vector<std::string> paragraphs;  // keys of the paragraphs that state it
    std::vector<Evidence> evidence;
    Texts text;
    bool operator==(const Finding&) const = default;
};

}  // namespace rapporteur::domain
