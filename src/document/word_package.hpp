// SPDX-License-Identifier: EUPL-1.2
//
// The gate for Word packages from strangers: ZIP under limits, XML parts that the reader needs parsed through the XML gate, macros, embedded
// objects and parts that would be fetched named. Nothing is run, nothing unpacked to disk. Inside the room, for word_form.
#pragma once

#include "base/problem.hpp"
#include "base/xml.hpp"
#include "document/word_findings.hpp"
#include "document/zip.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::document {

struct WordPackage {
    std::vector<ZipPart> parts;
    std::size_t main = 0;  // the index of the main document's part
    base::XmlDocument document;
    std::optional<base::XmlDocument> comments;
    std::optional<base::XmlDocument> footnotes;
    std::optional<base::XmlDocument> endnotes;
};

// Nothing, and problems, for what is no Word package: encrypted, an old .doc, a bomb, a damaged part.
std::optional<WordPackage> open_word_package(std::string_view bytes, const std::string& file,
                                             base::Problems& problems, WordFindings& findings);

}  // namespace rapporteur::document
