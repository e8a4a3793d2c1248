// SPDX-License-Identifier: EUPL-1.2
// Text into words, in the one way that index, query and highlighting share. Any bytes will do: what is not UTF-8
// separates words. Knows no language; stems are in stems.hpp.
//
// A word is a run of letters and digits. Everything else separates, apostrophes and hyphens too: "women's" is women and
// s, "l'accès" is l and acces, "anti-trafficking" is anti and trafficking; a query does the same and looks for them side
// by side. Soft hyphens and characters of no width are left out, so that a word broken for print stays one word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::search {

struct Word {
    std::string lowered;  // small letters, ё as е, ï as i, ë as e, other accents kept: what is stemmed
    std::string
        folded;  // and without accents (é as e, œ as oe; й, ә, қ are letters of their own): what is compared
    std::uint32_t offset = 0;    // where the word begins in the text, in bytes
    std::uint32_t length = 0;    // in bytes of the text
    std::uint32_t position = 0;  // 0 for the first word of the text
};

// A word is known by its first so many bytes, folded and lowered alike; longer ones are not told apart behind them.
constexpr std::size_t k_longest_word = 96;

// Goes through a text without an allocation for each word.
class WordReader {
public:
    explicit WordReader(std::string_view text) : m_text(text) {}

    // The next word, valid until the next call; nullptr at the end.
    const Word* next();

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    std::uint32_t m_position = 0;
    Word m_word;
};

std::vector<Word> words_of(std::string_view text);

// The letters of a word or of a stem without their accents.
std::string folded(std::string_view lowered);

}  // namespace rapporteur::search
