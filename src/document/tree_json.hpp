// SPDX-License-Identifier: EUPL-1.2
// Pandoc's JSON in and out of the tree. Deterministic: equal trees give equal bytes. Used by the code that runs
// Pandoc and by whoever stores a tree as a cache; not a format for people.
#pragma once

#include "document/tree.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::document {

// "pandoc-api-version", e.g. {1, 22, 2, 1}. Pandoc refuses JSON of another minor version.
using ApiVersion = std::vector<int>;

// A document as Pandoc passes it: metadata (plain texts only) and blocks.
struct TreeDocument {
    ApiVersion api_version;
    std::map<std::string, std::string> metadata;
    Blocks blocks;
    std::vector<std::size_t> cut;  // reading: indexes of the blocks that lost what lay below the depth limit
};

// The deepest nesting of blocks and inlines that is read; deeper text is nobody's prose.
constexpr int k_tree_depth_limit = 64;

// Reads what Pandoc wrote. Error(tool_failed) for what is not Pandoc's JSON or holds a kind of node that the tree
// does not know. Metadata is not read.
TreeDocument tree_from_json(std::string_view json);

// Pandoc's JSON, one line, keys sorted.
std::string tree_to_json(const TreeDocument& document);

}  // namespace rapporteur::document
