// SPDX-License-Identifier: EUPL-1.2
//
// Replies that came back as .odt, .rtf or an old .doc: recognised by their bytes, never by their names, and turned into .docx by LibreOffice in the
// jail. Reads no form and keeps nothing: what came is what the register stores, the copy is only read.
#pragma once

#include "base/problem.hpp"
#include "document/word_findings.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::document {

enum class WordFormat {
    docx,  // or another ZIP: what is in it is the package's gate to say
    odt,
    rtf,
    doc,
    encrypted,  // a package with a password
    other,      // nothing that this program reads as a form
};
WordFormat word_format(std::string_view bytes);

struct WordCopy {
    std::optional<std::string> docx;  // nothing where the bytes are a .docx already
    WordFindings findings;            // that it was converted; macros, which the copy has no more
};

// Nothing, and problems, where it cannot be converted: no LibreOffice, no jail that LibreOffice runs in, a password, a damaged file.
std::optional<WordCopy> copy_as_docx(std::string_view bytes, const std::string& file,
                                     base::Problems& problems);

}  // namespace rapporteur::document
