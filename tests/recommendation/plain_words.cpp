// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/plain_words.hpp"

#include "search/letters.hpp"

#include <cstdint>
#include <iterator>

namespace rapporteur::plain {

namespace {

constexpr std::size_t k_longest_word = 96;  // bytes, in each form

enum class Kind { separator, letter, mark, joiner };

struct Letter {
    Kind kind = Kind::separator;
    std::string lowered;
    std::string folded;
};

std::string utf8(char32_t c) {
    const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    if (c < 0x80) {
        return {byte(c)};
    }
    if (c < 0x800) {
        return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
    }
    if (c < 0x10000) {
        return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
    }
    return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)),
            byte(0x80 | (c & 0x3F))};
}

// A register's texts are UTF-8: the import and the gate of XML see to that.
char32_t take(std::string_view text, std::size_t& at) {
    const auto first = static_cast<unsigned char>(text[at++]);
    int more = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    char32_t c = more == 0 ? first : first & (0x3FU >> static_cast<unsigned>(more));
    for (; more > 0 && at < text.size(); --more) {
        c = c << 6U | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    }
    return c;
}

Letter plain_letter(const std::string& text) {
    return {Kind::letter, text, text};
}

// à is a, and keeps its accent for the stemmer; ï and ë do not.
Letter latin_1(char32_t c) {
    static const char* const s_without[] = {"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e",
                                            "e", "i", "i", "i", "i", "d", "n",  "o", "o", "o", "o",
                                            "o", "",  "o", "u", "u", "u", "u",  "y", "th"};
    if (c == 0xDF) {
        return {Kind::letter, "ß", "ss"};
    }
    if (c == 0xFF) {
        return {Kind::letter, "ÿ", "y"};
    }
    const char32_t small = c < 0xE0 ? c + 0x20 : c;
    const std::string without = s_without[small - 0xE0];
    if (without.empty()) {
        return {};
    }
    return {Kind::letter, small == 0xEB || small == 0xEF ? without : utf8(small), without};
}

Letter cyrillic(char32_t c) {
    if (c >= 0x482 && c <= 0x489) {
        return {c == 0x482 ? Kind::separator : Kind::mark, "", ""};
    }
    if (c < 0x410) {
        c += 0x50;
    } else if (c < 0x430) {
        c += 0x20;
    } else if (c == 0x4C0) {
        c = 0x4CF;
    } else if (c > 0x4C0 && c < 0x4CF) {
        c += c % 2 == 1 ? 1 : 0;
    } else if (c >= 0x460 && c != 0x4CF) {
        c += c % 2 == 0 ? 1 : 0;
    }
    return plain_letter(utf8(c == 0x450 || c == 0x451 ? 0x435 : c == 0x45D ? 0x438 : c));
}

Letter elsewhere(char32_t c) {
    const search::Letter known = search::letter_of(c);
    switch (known.kind) {
    case search::LetterKind::letter:
        return {Kind::letter, std::string(known.lowered_text()), std::string(known.folded_text())};
    case search::LetterKind::mark:
        return {Kind::mark, "", ""};
    case search::LetterKind::joiner:
        return {Kind::joiner, "", ""};
    case search::LetterKind::separator:
        break;
    }
    return {};
}

Letter letter_of(char32_t c) {
    if (c < 0x80) {
        const bool capital = c >= 'A' && c <= 'Z';
        const bool taken = capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        return taken ? plain_letter(utf8(capital ? c + 0x20 : c)) : Letter();
    }
    if (c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF) {
        return {Kind::joiner, "", ""};
    }
    if (c < 0xC0 || (c >= 0x2010 && c <= 0x206F)) {
        return {};
    }
    if (c <= 0xFF) {
        return latin_1(c);
    }
    if (c == 0x152 || c == 0x153) {
        return {Kind::letter, "œ", "oe"};
    }
    return c >= 0x400 && c < 0x530 ? cyrillic(c) : elsewhere(c);
}

class Filler {
public:
    void letter(const Letter& letter) {
        m_full = m_full || m_word.lowered.size() + letter.lowered.size() > k_longest_word ||
                 m_word.folded.size() + letter.folded.size() > k_longest_word;
        if (!m_full) {
            m_last = letter;
            m_word.lowered += letter.lowered;
            m_word.folded += letter.folded;
        }
    }
    void mark(char32_t mark) {
        const std::string made(search::composed(m_last.lowered, mark));
        if (m_full || made.empty()) {
            return;
        }
        m_word.lowered.resize(m_word.lowered.size() - m_last.lowered.size());
        m_word.folded.resize(m_word.folded.size() - m_last.folded.size());
        std::size_t at = 0;
        letter(letter_of(take(made, at)));
    }
    Word take_word(std::string_view written) {
        m_word.written = written;
        return std::move(m_word);
    }

private:
    Word m_word;
    Letter m_last;
    bool m_full = false;
};

}  // namespace

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = at;
        Letter letter = letter_of(take(text, at));
        if (letter.kind != Kind::letter) {
            continue;
        }
        Filler word;
        std::size_t end = at;
        char32_t c = 0;
        for (;;) {
            if (letter.kind == Kind::letter) {
                word.letter(letter);
            } else if (letter.kind == Kind::mark) {
                word.mark(c);
            }
            end = at;
            if (at == text.size()) {
                break;
            }
            c = take(text, at);
            letter = letter_of(c);
            if (letter.kind == Kind::separator) {
                break;
            }
        }
        words.push_back(word.take_word(text.substr(begin, end - begin)));
    }
    return words;
}

}  // namespace rapporteur::plain
