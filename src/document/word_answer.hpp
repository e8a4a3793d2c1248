// SPDX-License-Identifier: EUPL-1.2
//
// What of an answer's blocks is no prose: options with their ticks, tables of figures with their places, placeholders. Says too what is to be
// cut before the prose is read. Pure; inside the room, for word_form.
#pragma once

#include "document/word_form.hpp"
#include "document/word_normal.hpp"

namespace rapporteur::document {

// Fills the answer's options and figures; cuts grow by what was read here.
void read_answer_parts(const std::vector<BodyBlock>& blocks, const WordRegion& region,
                       const FormQuestion& question, WordAnswer& answer, Cuts& cuts, WordFindings& findings);

}  // namespace rapporteur::document
