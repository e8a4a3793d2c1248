// SPDX-License-Identifier: EUPL-1.2
// What each character is to a word: a letter with its lowered and folded form, a mark on the letter before, a joiner
// that is left out, or a separator. For words.cpp alone; the tables are data in letters.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace rapporteur::search {

enum class LetterKind : std::uint8_t { separator, letter, mark, joiner };

struct Letter {
    LetterKind kind = LetterKind::separator;
    std::uint8_t lowered_length = 0;
    std::uint8_t folded_length = 0;
    std::array<char, 4> lowered{};
    std::array<char, 4> folded{};

    std::string_view lowered_text() const { return {lowered.data(), lowered_length}; }
    std::string_view folded_text() const { return {folded.data(), folded_length}; }
};

// Below this the table is direct.
constexpr char32_t k_letters_in_table = 0x530;

const std::array<Letter, k_letters_in_table>& letter_table();

// Any character; those of the table too, only slower.
Letter letter_of(char32_t character);

// The lowered letter that a small letter and a mark behind it make (e and U+0301 make é, и and U+0306 make й), or "".
std::string_view composed(std::string_view lowered_letter, char32_t mark);

}  // namespace rapporteur::search
