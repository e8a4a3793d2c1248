// SPDX-License-Identifier: EUPL-1.2
//
// Text into words by the rules of docs/search.md, written a second time for the plain scan and shared with nothing that it checks: ASCII,
// Latin-1, œ and Cyrillic. What was not written twice, because it would be a copy of Unicode's tables: letters and signs of other blocks, and
// which accented letter a letter and a loose accent make; both are asked of search/letters.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::plain {

struct Word {
    std::string lowered;  // for a stemmer: with its accents
    std::string folded;   // without
    std::string written;  // as it stands in the text
    bool operator<(const Word& other) const {
        return lowered != other.lowered ? lowered < other.lowered : folded < other.folded;
    }
};

std::vector<Word> words_of(std::string_view text);

}  // namespace rapporteur::plain
