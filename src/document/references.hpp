// SPDX-License-Identifier: EUPL-1.2
// The spans and links that carry the field's meaning inside prose: evidence (kept in the register, never printed),
// limbs of a recommendation, references to paragraphs by key. Called by the report room and by publication; pure.
#pragma once

#include "base/problem.hpp"
#include "document/tree.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::document {

// The references of []{.ev ref="..."}, in reading order.
std::vector<std::string> evidence_in(const Blocks& blocks);

// Without the evidence spans, and without the space that is left double or before a full stop where one stood.
Blocks strip_evidence(Blocks blocks);

// A limb of a recommendation: [text]{.limb id=b}.
struct Limb {
    std::string id;
    std::string text;  // words alone
};
std::vector<Limb> limbs_in(const Blocks& blocks);

// The keys that [](#key) and [paragraph](#key) point to, in reading order.
std::vector<std::string> references_in(const Blocks& blocks);

// The printed number of a key ("121"), or nothing where the report has no such paragraph.
using PrintedNumber = std::function<std::optional<std::string>(std::string_view key)>;

// Gives every reference its text: [](#k7c2xq) becomes "121", [paragraph](#k7c2xq) "paragraph 121" (no-break space),
// both links of class "pref". One to no paragraph is an error at the place given, and stays as its own text.
Blocks resolve_references(Blocks blocks, const PrintedNumber& number, const base::Place& place,
                          base::Problems& problems);

}  // namespace rapporteur::document
