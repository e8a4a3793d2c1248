// SPDX-License-Identifier: EUPL-1.2
#include "base/phrase.hpp"

namespace rapporteur::base {

std::string fill(std::string_view pattern, const std::vector<std::string>& texts) {
    std::string result;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool place = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
        const auto index = place ? static_cast<std::size_t>(pattern[at + 1] - '0') : texts.size();
        if (index < texts.size()) {
            result += texts[index];
            at += 2;
        } else {
            result += pattern[at];
        }
    }
    return result;
}

std::string cut_short(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) {
        return std::string(text);
    }
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) {
        --bytes;
    }
    return std::string(text.substr(0, bytes)) + "…";
}

}  // namespace rapporteur::base
