// SPDX-License-Identifier: EUPL-1.2
//
// Invented texts in English, French and Russian: made-up words out of syllables with endings of the language, 30,000 a language, as often
// as Zipf says. The same seed gives the same texts. Says nothing; for benchmarks and tests that want many words, not sense.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace rapporteur::support {

const std::vector<std::string>& invented_languages();  // en, fr, ru

// By rank, 0 for the commonest; the language by its place.
std::string invented_word(std::size_t rank, std::size_t language);

class InventedTexts {
public:
    explicit InventedTexts(unsigned seed);

    // Half English, some French, some Russian, as in the archives there are.
    std::size_t language();
    const std::string& word(std::size_t language);
    // Small letters, a space or a comma between words.
    std::string text(std::size_t language, std::size_t words);
    // As people write: sentences with capitals, joints, apostrophes, quotes and dashes.
    std::string prose(std::size_t language, std::size_t words);
    std::size_t below(std::size_t end) { return m_random() % end; }

private:
    std::mt19937 m_random;
    std::vector<double> m_sums;
    std::vector<std::string> m_vocabulary;
};

}  // namespace rapporteur::support
