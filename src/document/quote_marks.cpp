// SPDX-License-Identifier: EUPL-1.2
#include "document/quote_marks.hpp"

#include <array>

namespace rapporteur::document {
namespace {

struct LanguageRow {
    std::string_view language;
    QuoteMarks outer;
    QuoteMarks inner;
};

constexpr std::array<LanguageRow, 4> k_rows{{{"fr", {"«\u00A0", "\u00A0»"}, {"“", "”"}},
                                             {"ru", {"«", "»"}, {"„", "“"}},
                                             {"kk", {"«", "»"}, {"„", "“"}},
                                             {"de", {"„", "“"}, {"‚", "‘"}}}};

}  // namespace

QuoteMarks quote_marks(std::string_view language, QuoteKind kind) {
    LanguageRow found{"en", {"“", "”"}, {"‘", "’"}};
    for (const LanguageRow& row : k_rows) {
        if (language.substr(0, 2) == row.language) {
            found = row;
        }
    }
    return kind == QuoteKind::double_marks ? found.outer : found.inner;
}

}  // namespace rapporteur::document
