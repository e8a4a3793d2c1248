// SPDX-License-Identifier: EUPL-1.2
//
// The rules of a framework that no grammar can say: identifiers are unique, references lead somewhere, stages form no circle, ranks
// order the verbs, patterns are RE2. Holds for whatever framework; knows none by name.
#pragma once

#include "base/problem.hpp"
#include "base/xml_places.hpp"
#include "domain/framework.hpp"

namespace rapporteur::framework {

// In part: the reader found faults. Then nothing is called missing that stands in the file and could not be read.
enum class Read { whole, in_part };

// Adds every fault. `places` gives the lines where the framework was read from a file.
void check_framework(const domain::Framework& framework, base::Problems& problems,
                     const base::XmlPlaces& places = {}, Read read = Read::whole);

}  // namespace rapporteur::framework
