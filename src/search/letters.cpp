// SPDX-License-Identifier: EUPL-1.2
#include "search/letters.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string>

namespace rapporteur::search {

namespace {

// Latin letters with accents and the letters that they are without: one entry a character from the first on. "-" is no
// letter, "=" a letter that stays itself. From Unicode's decompositions, with ß, æ, œ, ø, đ, ł, þ and their like added.
constexpr std::string_view k_latin =  // U+00C0 to U+017F
    "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e e e e i i i i d n "
    "o o o o o - o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h "
    "h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r "
    "r r s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s ";
constexpr std::string_view k_latin_more =  // U+0180 to U+024F
    "= = = = = = = = = = = = = = = = = = = = = = = = = = = = = = = = o o = = = = = = = = = = = = = u u = = = "
    "= = = = = = = = = = = = = = = = dz dz dz lj lj lj nj nj nj a a i i o o u u u u u u u u u u = a a a a = = "
    "= = g g k k o o o o = = j dz dz dz g g = = n n a a ae ae o o a a a a e e e e i i i i o o o o r r r r u u "
    "u u s s t t = = h h = = = = = = a a e e o o o o o o o o y y = = = = = = = = = = = = = = = = = = = = = = "
    "= = = = = = ";
constexpr std::string_view k_latin_additional =  // U+1E00 to U+1EFF
    "a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h i i i i k k k k "
    "k k l l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r r r r r r r s s s s s s s s "
    "s s t t t t t t t t u u u u u u u u u u v v v v w w w w w w w w w w x x x x y y z z z z z z h t w y = s "
    "= = ss = a a a a a a a a a a a a a a a a a a a a a a a a e e e e e e e e e e e e e e e e i i i i o o o o "
    "o o o o o o o o o o o o o o o o o o o o u u u u u u u u u u u u u u y y y y y y y y = = = = = = ";

// A letter, a mark and what they make; what is not here loses its mark.
struct Composition {
    std::string_view letter;
    char32_t mark;
    std::string_view made;
};
constexpr Composition k_compositions[] = {
    {"a", 0x300, "à"}, {"e", 0x300, "è"}, {"i", 0x300, "ì"}, {"o", 0x300, "ò"}, {"u", 0x300, "ù"},
    {"a", 0x301, "á"}, {"e", 0x301, "é"}, {"i", 0x301, "í"}, {"o", 0x301, "ó"}, {"u", 0x301, "ú"},
    {"y", 0x301, "ý"}, {"a", 0x302, "â"}, {"e", 0x302, "ê"}, {"i", 0x302, "î"}, {"o", 0x302, "ô"},
    {"u", 0x302, "û"}, {"a", 0x303, "ã"}, {"n", 0x303, "ñ"}, {"o", 0x303, "õ"}, {"a", 0x308, "ä"},
    {"o", 0x308, "ö"}, {"u", 0x308, "ü"}, {"y", 0x308, "ÿ"}, {"a", 0x30A, "å"}, {"c", 0x327, "ç"},
    {"и", 0x306, "й"}, {"у", 0x306, "ў"}, {"і", 0x308, "ї"},
};

void put_letter(std::array<char, 4>& place, std::uint8_t& length, std::string_view text) {
    length = static_cast<std::uint8_t>(std::min(text.size(), place.size()));
    std::copy_n(text.begin(), length, place.begin());
}

Letter letter_from(std::string_view lowered, std::string_view folded) {
    Letter letter;
    letter.kind = LetterKind::letter;
    put_letter(letter.lowered, letter.lowered_length, lowered);
    put_letter(letter.folded, letter.folded_length, folded);
    return letter;
}

std::string utf8_of(char32_t character) {
    std::string text;
    base::append_utf8(text, character);
    return text;
}

Letter itself(char32_t character) {
    const std::string text = utf8_of(character);
    return letter_from(text, text);
}

// Only what a stemmer knows keeps its accent in the lowered form: Latin-1 less ï and ë, and œ.
std::string lowered_latin(char32_t character, std::string_view folded) {
    if (character == 0x152 || character == 0x153) {
        return "œ";
    }
    if (character == 0x178) {
        return "ÿ";
    }
    const char32_t small = character >= 0xC0 && character <= 0xDE ? character + 0x20 : character;
    if (small > 0xFF || small == 0xEB || small == 0xEF) {
        return std::string(folded);
    }
    return utf8_of(small);
}

void fill_latin(Letter* letters, char32_t first, std::string_view entries) {
    for (const std::string_view entry : base::split_words(entries)) {
        if (entry == "=") {
            *letters = itself(first);
        } else if (entry != "-") {
            *letters = letter_from(lowered_latin(first, entry), entry);
        }
        ++letters;
        ++first;
    }
}

char32_t small_cyrillic(char32_t character) {
    if (character >= 0x400 && character <= 0x40F) {
        return character + 0x50;
    }
    if (character >= 0x410 && character <= 0x42F) {
        return character + 0x20;
    }
    if (character == 0x4C0) {
        return 0x4CF;
    }
    if (character >= 0x4C1 && character <= 0x4CE) {
        return character % 2 == 1 ? character + 1 : character;
    }
    return character >= 0x460 && character % 2 == 0 && character != 0x4CF ? character + 1 : character;
}

Letter cyrillic(char32_t character) {
    if (character >= 0x482 && character <= 0x489) {
        Letter mark;
        mark.kind = character == 0x482 ? LetterKind::separator : LetterKind::mark;
        return mark;
    }
    char32_t small = small_cyrillic(character);
    if (small == 0x450 || small == 0x451) {  // ѐ, ё
        small = 0x435;
    } else if (small == 0x45D) {  // ѝ
        small = 0x438;
    }
    return itself(small);
}

// Other alphabets: a letter is what is not known to be a sign. Greek and Armenian have capitals.
bool is_sign_elsewhere(char32_t character) {
    struct Range {
        char32_t first;
        char32_t last;
    };
    constexpr Range k_signs[] = {
        {0x250 + 0x60, 0x36F}, {0x37E, 0x37E},   {0x387, 0x387},   {0x55A, 0x560 - 1}, {0x589, 0x5CF},
        {0x5F3, 0x5F4},        {0x600, 0x61F},   {0x66A, 0x66D},   {0x6D4, 0x6D4},     {0x10FB, 0x10FB},
        {0x2000, 0x2BFF},      {0x2E00, 0x303F}, {0xD800, 0xF8FF}, {0xFE00, 0xFE6F},   {0xFF00, 0xFF0F},
        {0xFF1A, 0xFF20},      {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF},   {0x1F000, 0x1FBFF},
        {0xE0000, 0x10FFFF},
    };
    return std::any_of(std::begin(k_signs), std::end(k_signs), [character](const Range& range) {
        return character >= range.first && character <= range.last;
    });
}

char32_t small_elsewhere(char32_t character) {
    if ((character >= 0x391 && character <= 0x3A9) || (character >= 0x410 && character <= 0x42F)) {
        return character + 0x20;
    }
    return character >= 0x531 && character <= 0x556 ? character + 0x30 : character;
}

Letter letter_elsewhere(char32_t character) {
    constexpr std::string_view k_ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    Letter letter;
    if ((character >= 0x300 && character <= 0x36F)) {
        letter.kind = LetterKind::mark;
    } else if ((character >= 0x200B && character <= 0x200D) || character == 0x2060 || character == 0xFEFF) {
        letter.kind = LetterKind::joiner;
    } else if (character >= 0xFB00 && character <= 0xFB06) {  // as text taken out of a PDF has them
        const std::string_view letters = k_ligatures[character - 0xFB00];
        letter = letter_from(letters, letters);
    } else if (character >= 0x250 && !is_sign_elsewhere(character)) {
        letter = itself(small_elsewhere(character));
    }
    return letter;
}

std::array<Letter, k_letters_in_table> make_table() {
    std::array<Letter, k_letters_in_table> table{};
    for (char32_t c = '0'; c <= '9'; ++c) {
        table[c] = itself(c);
    }
    for (char32_t c = 'a'; c <= 'z'; ++c) {
        table[c] = itself(c);
        table[c - 0x20] = itself(c);
    }
    table[0xAD].kind = LetterKind::joiner;
    fill_latin(&table[0xC0], 0xC0, k_latin);
    fill_latin(&table[0x180], 0x180, k_latin_more);
    table[0x18F] = itself(0x259);  // Ə
    for (char32_t c = 0x250; c < 0x400; ++c) {
        table[c] = letter_elsewhere(c);
    }
    for (char32_t c = 0x400; c < k_letters_in_table; ++c) {
        table[c] = cyrillic(c);
    }
    return table;
}

std::array<Letter, 0x100> make_additional() {
    std::array<Letter, 0x100> table{};
    fill_latin(table.data(), 0x1E00, k_latin_additional);
    return table;
}

}  // namespace

const std::array<Letter, k_letters_in_table>& letter_table() {
    static const std::array<Letter, k_letters_in_table> s_table = make_table();
    return s_table;
}

Letter letter_of(char32_t character) {
    if (character < k_letters_in_table) {
        return letter_table()[character];
    }
    if (character >= 0x1E00 && character <= 0x1EFF) {
        static const std::array<Letter, 0x100> s_additional = make_additional();
        return s_additional[character - 0x1E00];
    }
    return letter_elsewhere(character);
}

std::string_view composed(std::string_view lowered_letter, char32_t mark) {
    for (const Composition& composition : k_compositions) {
        if (composition.mark == mark && composition.letter == lowered_letter) {
            return composition.made;
        }
    }
    return {};
}

}  // namespace rapporteur::search
