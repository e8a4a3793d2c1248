// SPDX-License-Identifier: EUPL-1.2
//
// A Word document rewritten for Pandoc, so that nothing of an answer is lost or mistaken on the way: content controls opened, text boxes lifted
// out, indents taken off (Pandoc takes them for quotations), comments taken out, the form's own lines cut, and a marker paragraph before
// and behind each answer. Pure; inside the room.
#pragma once

#include "document/word_regions.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur::document {

// What of a block is the form's and no answer's.
struct Cut {
    bool whole = false;
    std::vector<std::pair<std::size_t, std::size_t>>
        ranges;  // offset and length in the block's text, ascending
};
using Cuts = std::map<std::size_t, Cut>;  // by block

// A marker's text: "rap<nonce>b3" and "rap<nonce>e3" round the fourth region, "rap<nonce>b-" and "e-" round what is outside.
std::string marker(std::string_view nonce, char side, const std::string& region);

// The part's new bytes: only what is in a region or outside, in that order.
std::string normal_document(const base::XmlElement& document, const std::vector<BodyBlock>& blocks,
                            const WordRegions& regions, const Cuts& cuts, std::string_view nonce);

}  // namespace rapporteur::document
