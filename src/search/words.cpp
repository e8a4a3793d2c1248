// SPDX-License-Identifier: EUPL-1.2
#include "search/words.hpp"

#include "base/text.hpp"
#include "search/letters.hpp"

#include <cstring>

namespace rapporteur::search {

namespace {

// Two bytes cover Latin with accents and Cyrillic; the rest goes the long way.
char32_t character_at(std::string_view text, std::size_t& at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        ++at;
        return first;
    }
    if (first >= 0xC2 && first <= 0xDF && at + 1 < text.size()) {
        const auto second = static_cast<unsigned char>(text[at + 1]);
        if ((second & 0xC0U) == 0x80) {
            at += 2;
            return static_cast<char32_t>((first & 0x1FU) << 6U | (second & 0x3FU));
        }
    }
    return base::next_code_point(text, at);
}

// Takes letters into both forms of a word until it has as many bytes as a word may have. Letters are copied as four bytes
// whatever their length; the next one lies over what is too much.
class WordFiller {
public:
    void add(const Letter& letter) {
        m_full = m_full || m_lowered_length + letter.lowered_length > k_longest_word ||
                 m_folded_length + letter.folded_length > k_longest_word;
        if (!m_full) {
            m_last = letter.lowered_length;
            m_last_folded = letter.folded_length;
            std::memcpy(m_lowered.data() + m_lowered_length, letter.lowered.data(), letter.lowered.size());
            std::memcpy(m_folded.data() + m_folded_length, letter.folded.data(), letter.folded.size());
            m_lowered_length += m_last;
            m_folded_length += m_last_folded;
        }
    }

    void mark(char32_t mark) {
        if (m_full) {
            return;
        }
        const std::string_view last(m_lowered.data() + m_lowered_length - m_last, m_last);
        if (const std::string_view made = composed(last, mark); !made.empty()) {
            std::size_t at = 0;
            const Letter letter = letter_of(base::next_code_point(made, at));
            m_lowered_length -= m_last;
            m_folded_length -= m_last_folded;
            add(letter);
        }
    }

    void fill(Word& word) const {
        word.lowered.assign(m_lowered.data(), m_lowered_length);
        word.folded.assign(m_folded.data(), m_folded_length);
    }

private:
    std::array<char, k_longest_word + sizeof(Letter::lowered)> m_lowered;
    std::array<char, k_longest_word + sizeof(Letter::folded)> m_folded;
    std::size_t m_lowered_length = 0;
    std::size_t m_folded_length = 0;
    std::size_t m_last = 0;
    std::size_t m_last_folded = 0;
    bool m_full = false;
};

}  // namespace

const Word* WordReader::next() {
    const std::array<Letter, k_letters_in_table>& table = letter_table();
    Letter far;
    const auto letter_for = [&table, &far](char32_t character) -> const Letter& {
        if (character < k_letters_in_table) {
            return table[character];
        }
        far = letter_of(character);
        return far;
    };
    while (m_at < m_text.size()) {
        const std::size_t begin = m_at;
        const Letter& first = letter_for(character_at(m_text, m_at));
        if (first.kind != LetterKind::letter) {
            continue;
        }
        WordFiller filler;
        filler.add(first);
        std::size_t end = m_at;
        while (m_at < m_text.size()) {
            std::size_t after = m_at;
            const char32_t character = character_at(m_text, after);
            const Letter& letter = letter_for(character);
            if (letter.kind == LetterKind::separator) {
                break;
            }
            m_at = after;
            if (letter.kind == LetterKind::letter) {
                filler.add(letter);
            } else if (letter.kind == LetterKind::mark) {
                filler.mark(character);
            }
            end = letter.kind == LetterKind::joiner ? end : after;
        }
        filler.fill(m_word);
        m_word.offset = static_cast<std::uint32_t>(begin);
        m_word.length = static_cast<std::uint32_t>(end - begin);
        m_word.position = m_position++;
        return &m_word;
    }
    return nullptr;
}

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    WordReader reader(text);
    while (const Word* word = reader.next()) {
        words.push_back(*word);
    }
    return words;
}

std::string folded(std::string_view lowered) {
    std::string text;
    for (std::size_t at = 0; at < lowered.size();) {
        text.append(letter_of(character_at(lowered, at)).folded_text());
    }
    return text;
}

}  // namespace rapporteur::search
