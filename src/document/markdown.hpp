// SPDX-License-Identifier: EUPL-1.2
// Markdown (commonmark_x) to the tree. Many texts in one run of Pandoc, each parsed by itself, so that an unclosed
// fence or a footnote in one cannot swallow or change its neighbour; in the jail, since a text may come from anybody.
// After it the allow-list of markdown_rules.hpp. Knows no chapters and no keys' meaning: who calls (report,
// questionnaire, exchange ...) cut their files into texts before, and resolve references after.
#pragma once

#include "base/jail.hpp"
#include "base/problem.hpp"
#include "document/markdown_rules.hpp"
#include "document/pandoc.hpp"
#include "document/tree.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace rapporteur::document {

// One text: a paragraph, an answer, a comment.
struct SourceText {
    std::string key;  // names it in problems: a paragraph's key, a question's id
    std::string markdown;
    base::Origin origin = base::Origin::own_text;
    std::string file{};  // for problems; may be empty
    int first_line = 1;  // of the text in the file
};

// A text longer than this is refused: reading costs grow with it, and nobody's paragraph has 64 KiB.
constexpr std::size_t k_text_limit = 64U << 10;

struct ReadOptions {
    MarkdownRules rules;
    // For the whole run. One known input of 30 KB ("*a_ " repeated) costs Pandoc 17 s: it ends here, and is named.
    ToolLimits limits{std::chrono::seconds(5), std::chrono::milliseconds(20'000)};
};

// As many lists of blocks as texts, in their order; a text with errors gives an empty one, and the problems (key as
// Place::item, file and line where they are known) say why. Texts of the house are judged strictly: what is not
// allowed is an error. From foreign texts it is dropped, with a note. No texts: Pandoc is not started.
// Throws base::Error: tool_failed where Pandoc is missing or broken, refused for foreign text without a jail.
std::vector<Blocks> read_markdown(const std::vector<SourceText>& texts, base::Problems& problems,
                                  const ReadOptions& options = {});

}  // namespace rapporteur::document
