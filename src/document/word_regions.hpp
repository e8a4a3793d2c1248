// SPDX-License-Identifier: EUPL-1.2
//
// Which blocks of a Word file are whose answer. The visible lines come first; where one is lost the heading's bookmark, its text or the
// question's text stands in; what stands below an answer's end and is no part of the form is taken for its continuation, and said. Every block
// is accounted for: the form's own, an answer's, or outside. Pure; inside the room.
#pragma once

#include "document/form_manifest.hpp"
#include "document/word_body.hpp"
#include "document/word_findings.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace rapporteur::document {

struct WordRegion {
    std::string question;
    std::vector<std::size_t> blocks;  // indexes, in the file's order
};

struct WordRegions {
    std::vector<WordRegion> regions;   // in the file's order; a question twice has two
    std::vector<std::size_t> outside;  // before the first question, and nobody's
};

WordRegions find_regions(const std::vector<BodyBlock>& blocks, const FormManifest& manifest,
                         WordFindings& findings);

}  // namespace rapporteur::document
