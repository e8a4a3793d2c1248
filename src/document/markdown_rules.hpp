// SPDX-License-Identifier: EUPL-1.2
// What may stand in a text that people write: the allow-list, walked over the tree after reading. Paragraphs, lists,
// quotations, tables, notes, emphasis, links to the web, mail and paragraphs; the spans of the field (limb, evidence,
// language) and the blocks that stand for statistics and charts. No raw HTML or TeX, no divisions or headings (a
// text could pass for a recommendation), no pictures but registered ones. Called by read_markdown.
#pragma once

#include "base/jail.hpp"
#include "base/problem.hpp"
#include "document/tree.hpp"

#include <set>
#include <string>

namespace rapporteur::document {

struct MarkdownRules {
    std::set<std::string> pictures;  // targets that an image may have: pictures the register knows
};

// The text that is judged, to name it and to find lines in it.
struct JudgedText {
    const std::string& key;
    const std::string& markdown;
    const std::string& file;
    int first_line;
    base::Origin origin;
};

// The blocks with what is allowed. Own text: each thing not allowed is an error; foreign: a note, and the thing is
// dropped or becomes plain text.
Blocks allow(Blocks blocks, const JudgedText& text, const MarkdownRules& rules, base::Problems& problems);

// True for http:, https: and mailto: with something behind it and no white space or control characters, and for
// "#key".
bool is_allowed_link(std::string_view target);

}  // namespace rapporteur::document
