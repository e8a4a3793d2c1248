// SPDX-License-Identifier: EUPL-1.2
#include "support/invented_texts.hpp"

#include <algorithm>
#include <array>

namespace rapporteur::support {

namespace {

constexpr std::size_t k_words = 30'000;  // a language

// Of its first letter; the syllables begin with a to z, é or Cyrillic а to п.
void capitalise(std::string& word) {
    const auto first = static_cast<unsigned char>(word[0]);
    if (first < 0x80) {
        word[0] = static_cast<char>(first - 'a' + 'A');
    } else if (first == 0xC3) {
        word[1] = static_cast<char>(static_cast<unsigned char>(word[1]) - 0x20);
    } else if (first == 0xD0) {
        word[1] = static_cast<char>(static_cast<unsigned char>(word[1]) - 0x20);
    } else if (first == 0xD1) {  // р to я, of which the capitals are in the block before
        word[0] = '\xD0';
        word[1] = static_cast<char>(static_cast<unsigned char>(word[1]) + 0x20);
    }
}

}  // namespace

const std::vector<std::string>& invented_languages() {
    static const std::vector<std::string> s_languages = {"en", "fr", "ru"};
    return s_languages;
}

std::string invented_word(std::size_t rank, std::size_t language) {
    static const std::vector<std::vector<std::string>> s_syllables = {
        {"tra", "fic", "lab", "vic", "tim", "pro", "tec", "dis", "cri", "min", "at", "or", "re", "com", "men",
         "de"},
        {"vic", "ti", "ex", "ploi", "pro", "cé", "du", "re", "con", "nais", "é", "tat", "dé", "li", "an",
         "ce"},
        {"жер", "тв", "тор", "гов", "ля", "лю", "дь", "пра", "во", "го", "су", "дар", "ст", "ре", "ко",
         "мен"}};
    static const std::vector<std::vector<std::string>> s_endings = {
        {"", "s", "ing", "ed", "ion"}, {"", "s", "ée", "er", "tion"}, {"а", "ы", "ами", "ов", "ость"}};
    std::string word;
    for (std::size_t rest = rank / 5 + 7; rest > 0; rest /= 16) {
        word += s_syllables[language][rest % 16];
    }
    return word + s_endings[language][rank % 5];
}

InventedTexts::InventedTexts(unsigned seed) : m_random(seed) {
    double sum = 0;
    for (std::size_t rank = 0; rank < k_words; ++rank) {
        sum += 1 / (static_cast<double>(rank) + 2.7);
        m_sums.push_back(sum);
    }
    for (std::size_t language = 0; language < invented_languages().size(); ++language) {
        for (std::size_t rank = 0; rank < k_words; ++rank) {
            m_vocabulary.push_back(invented_word(rank, language));
        }
    }
}

std::size_t InventedTexts::language() {
    const std::uint64_t draw = m_random() % 10;
    return draw < 5 ? 0 : draw < 8 ? 1 : 2;
}

const std::string& InventedTexts::word(std::size_t language) {
    const double draw =
        m_sums.back() * static_cast<double>(m_random()) / static_cast<double>(std::mt19937::max());
    const auto place = std::lower_bound(m_sums.begin(), m_sums.end(), draw) - m_sums.begin();
    return m_vocabulary[language * k_words + static_cast<std::size_t>(place)];
}

std::string InventedTexts::text(std::size_t language, std::size_t words) {
    std::string text;
    for (; words > 0; --words) {
        text += word(language);
        text += words % 9 == 0 ? ", " : " ";
    }
    return text;
}

std::string InventedTexts::prose(std::size_t language, std::size_t words) {
    static constexpr std::array<const char*, 8> s_rare = {"-", "’", " – ", "/", "; ", ": ", " (sic) ", "'"};
    std::string text;
    bool begins = true;
    for (; words > 0; --words) {
        std::string next = word(language);
        const bool quoted = below(40) == 0;
        if (begins || below(25) == 0) {
            capitalise(next);
        }
        text += quoted ? "“" + next + "”" : next;
        begins = words == 1 || below(14) == 0;
        const std::size_t draw = below(100);
        text += begins ? ". " : draw < 8 ? ", " : draw < 16 ? s_rare[draw - 8] : " ";
    }
    text.pop_back();
    return text;
}

}  // namespace rapporteur::support
