// SPDX-License-Identifier: EUPL-1.2
//
// A form that came back as a Word file: which words answer which question, what was ticked, the figures of tables, comments and tracked changes
// apart, and every oddity by name. Anchors are found in the package itself and only then is Pandoc run, once, in the jail, on a rewritten
// document; what stands in the file and was not found again is named. Knows questions by their identifiers alone: what they ask, and what a
// finding means for a reply, is exchange/word_reply's. docs/word-forms.md says how it was measured.
#pragma once

#include "base/problem.hpp"
#include "document/form_manifest.hpp"
#include "document/tree.hpp"
#include "document/word_findings.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::document {

struct WordOption {
    std::string code;
    bool ticked = false;
};

struct WordFigure {
    std::vector<std::string> places;  // sheet, row, column: "sex=f", "year=2015"
    std::string text;                 // as it stands, ends trimmed
};

struct WordAnswer {
    std::string question;
    Blocks blocks;                    // without options, placeholders and tables of figures
    std::string markdown;             // the same, commonmark_x
    std::vector<WordOption> options;  // in the file's order
    std::vector<WordFigure> figures;
    bool empty() const { return markdown.empty() && !has_ticks() && !has_figures(); }
    bool has_ticks() const;
    bool has_figures() const;
};

struct WordComment {
    std::string author;
    std::string date;
    std::string text;
    std::string question;  // within whose answer it stands; "" for none
};

struct WordForm {
    std::optional<FormReference> reference;  // as the file says it
    std::vector<WordAnswer> answers;         // in the file's order; a question twice has two
    std::string outside;                     // Markdown of what belongs to no answer
    std::vector<WordComment> comments;
    WordFindings findings;
    std::size_t words = 0;  // of the file, as counted for the audit
};

// The reference alone: to find out which form a file is, before its manifest can be made. Nothing, and problems, where it is no Word package.
struct WordReference {
    std::optional<FormReference> reference;
};
std::optional<WordReference> read_word_reference(std::string_view bytes, const std::string& file,
                                                 base::Problems& problems);

// Nothing, and problems, where the file can not be read at all. Error(tool_failed) where Pandoc fails, Error(refused) without a jail.
std::optional<WordForm> read_word_form(std::string_view bytes, const std::string& file,
                                       const FormManifest& manifest, base::Problems& problems);

}  // namespace rapporteur::document
