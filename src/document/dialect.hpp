// SPDX-License-Identifier: EUPL-1.2
// The Markdown that prose is written in: what Pandoc reads chapters as, and what answers of Word files become. It says
// nothing of what a text may hold; that is markdown_rules.hpp. Inside the room.
#pragma once

#include <string_view>

namespace rapporteur::document {

// commonmark_x without what would turn signs of prose into something else ($5 and $6, :word:) or read metadata. That
// "-raw_html" has no effect in Pandoc 2.17 is why the allow-list looks for it.
inline constexpr std::string_view k_dialect =
    "commonmark_x-yaml_metadata_block-tex_math_dollars-emoji-gfm_auto_identifiers-implicit_header_references-raw_tex"
    "-task_lists";

}  // namespace rapporteur::document
