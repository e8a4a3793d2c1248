// SPDX-License-Identifier: EUPL-1.2
// Stems by Snowball: English, French, Russian. Words of other languages are their own stems. The only user of
// libstemmer. Folding before (words.hpp) is such that Snowball's JavaScript gives the same stems in a browser.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace rapporteur::search {

// One language's stemmer; not to be shared between threads.
class Stemmer {
public:
    explicit Stemmer(
        std::string_view language);  // "en", "en-gb", "ru"; any other text is a language without stems
    ~Stemmer();
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;

    // Whether the language has a stemmer; if not, the stem is the folded word.
    bool changes_words() const;
    // Of a lowered word (words.hpp); without accents, so that a word typed without them mostly finds those with them.
    std::string stem(std::string_view lowered) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace rapporteur::search
