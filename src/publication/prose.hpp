// SPDX-License-Identifier: EUPL-1.2
//
// Turns the Markdown in public records into document trees and their words, all in one run of the reader: references
// to paragraphs get their printed numbers, evidence is stripped. What can not be printed is a problem, and nothing is
// published then.
#pragma once

#include "base/problem.hpp"
#include "publication/public_records.hpp"

namespace rapporteur::publication {

void print_prose(PublicRecords& records, const Material& material, base::Problems& problems);

}  // namespace rapporteur::publication
