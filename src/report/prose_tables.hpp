// SPDX-License-Identifier: EUPL-1.2
//
// Tables that an author wrote by hand: a paragraph wholly in bold right above one is its caption ("**Table A: Acts**"), so that it
// stays with the table in every format and is read out with it. Column widths are left to the writers. Pure; called by assembling.
#pragma once

#include "document/tree.hpp"

namespace rapporteur::report {

// At the top level of a paragraph's blocks; what is no table stays as it is.
document::Blocks with_captions(document::Blocks blocks);

}  // namespace rapporteur::report
