// SPDX-License-Identifier: EUPL-1.2
// Sentences as they are printed: texts put into the places of a pattern, and long texts cut for a message. It knows no
// language; the words are their owners' (report/words, exchange/form_words).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::base {

// Puts texts in for {0}, {1} ...; a place without a text stays as it is.
std::string fill(std::string_view pattern, const std::vector<std::string>& texts);

// At most so many bytes, cut between characters, with "…" behind where something was cut.
std::string cut_short(std::string_view text, std::size_t bytes);

}  // namespace rapporteur::base
