// SPDX-License-Identifier: EUPL-1.2
//
// Text in languages. Every title, label and sentence that a reader may meet in more than one language is a Texts: at most one
// text a language, in the order in which they were written (the first is the master). Prose is Markdown (commonmark_x).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::domain {

struct LocalText {
    std::string language;  // BCP 47, lower case: en, fr, ru, kk
    std::string text;
    bool operator==(const LocalText&) const = default;
};

using Texts = std::vector<LocalText>;

// The text in that language, or in the first one there is; empty where there is none.
std::string_view text_in(const Texts& texts, std::string_view language);
// The text in exactly that language; nullptr where a translation is missing.
const std::string* find_text(const Texts& texts, std::string_view language);
// True for two or three lower-case letters, with an optional script or region (sr-latn).
bool is_language(std::string_view code);

}  // namespace rapporteur::domain
