// SPDX-License-Identifier: EUPL-1.2
//
// The rules of a framework's import mappings and spellings: every row can be placed and known again, and what the source's values are said to
// mean exists. A part of check_framework.
#pragma once

#include "base/problem.hpp"
#include "base/xml_places.hpp"
#include "domain/framework.hpp"

namespace rapporteur::framework {

void check_imports(const domain::Framework& framework, base::Problems& problems,
                   const base::XmlPlaces& places);

}  // namespace rapporteur::framework
