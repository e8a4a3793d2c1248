// SPDX-License-Identifier: EUPL-1.2
// The marks of quotation of a language, outer and inner: one table for the HTML and the DOCX writer, so that both
// print the same signs. Knows English, French, German, Russian and Kazakh; English for all others.
#pragma once

#include "document/tree.hpp"

#include <string_view>

namespace rapporteur::document {

struct QuoteMarks {
    std::string_view open;
    std::string_view close;
};

QuoteMarks quote_marks(std::string_view language, QuoteKind kind);

}  // namespace rapporteur::document
