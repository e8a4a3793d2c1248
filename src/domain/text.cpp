// SPDX-License-Identifier: EUPL-1.2
#include "domain/text.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rapporteur::domain {

const std::string* find_text(const Texts& texts, std::string_view language) {
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [&](const LocalText& text) { return text.language == language; });
    return found == texts.end() ? nullptr : &found->text;
}

std::string_view text_in(const Texts& texts, std::string_view language) {
    if (const std::string* const text = find_text(texts, language)) {
        return *text;
    }
    return texts.empty() ? std::string_view() : std::string_view(texts.front().text);
}

bool is_language(std::string_view code) {
    return base::is_language_code(code);
}

}  // namespace rapporteur::domain
