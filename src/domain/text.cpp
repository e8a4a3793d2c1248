// SPDX-License-Identifier: EUPL-1.2
#include "domain/text.hpp"

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
    const std::size_t dash = code.find('-');
    const std::string_view primary = code.substr(0, dash);
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto lower_or_digit = [&](char c) { return lower(c) || (c >= '0' && c <= '9'); };
    if (primary.size() < 2 || primary.size() > 3 || !std::all_of(primary.begin(), primary.end(), lower)) {
        return false;
    }
    const std::string_view region =
        dash == std::string_view::npos ? std::string_view("xx") : code.substr(dash + 1);
    return region.size() >= 2 && region.size() <= 8 &&
           std::all_of(region.begin(), region.end(), lower_or_digit);
}

}  // namespace rapporteur::domain
