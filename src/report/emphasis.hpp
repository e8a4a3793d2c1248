// SPDX-License-Identifier: EUPL-1.2
//
// Setting given words in bold where they stand in a text: the verb of a recommendation in the list that repeats it, or in a
// recommendation whose author set nothing in bold. Pure.
#pragma once

#include "document/tree.hpp"

#include <string_view>

namespace rapporteur::report {

// The first place, within one line of text, where these words follow each other (spaces of any kind between them) becomes
// bold. Where they do not stand so, the blocks come back as they were.
document::Blocks with_strong_words(document::Blocks blocks, std::string_view words);

// Whether something in the blocks is bold.
bool has_strong(const document::Blocks& blocks);

}  // namespace rapporteur::report
