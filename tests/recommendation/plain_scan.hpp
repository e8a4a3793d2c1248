// SPDX-License-Identifier: EUPL-1.2
//
// What the finder says, said a second time without an index: all recommendations of a register are read by plain calls of the store, and a
// question is answered by going through every word of every text. Facets are read from the rows in a way of their own, too. Shared with what
// is checked: Snowball's stems, Markdown as it is read on a screen, and what follows from later reports (fates); rewriting these would be
// absurd. No ranks: tests/search/search_property_test.cpp has them.
#pragma once

#include "domain/evaluation.hpp"
#include "domain/framework.hpp"
#include "recommendation/finder.hpp"
#include "recommendation/plain_words.hpp"
#include "store/register.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace rapporteur::plain {

enum class TermKind { form, exact, beginning };

struct Term {
    TermKind kind = TermKind::form;
    Word word;
};

// Words side by side, or one.
struct Sought {
    std::vector<Term> terms;
    bool denied = false;
};

// The same question, as it is typed and as it is meant.
struct Question {
    recommendation::Wanted wanted;
    std::vector<std::vector<Sought>> groups;  // none: all recommendations
    bool any_group = true;  // a group is all of its parts, and any group will do; or the other way round
};

struct Answer {
    std::vector<std::string> ids;  // sorted
    std::vector<search::FacetCounts> facets;
};

class Scan {
public:
    struct Text {
        std::size_t language = 0;        // its place among languages()
        std::vector<std::size_t> words;  // their places in vocabulary()
    };
    struct Recommendation {
        std::string id;
        std::vector<Text> texts;
        std::vector<std::vector<std::string>> facets;  // in the order of facet_names(); sorted, each once
    };

    explicit Scan(const store::Register& where);

    const std::vector<Recommendation>& recommendations() const { return m_all; }
    const std::vector<std::string>& languages() const { return m_languages; }
    const std::vector<Word>& vocabulary() const { return m_vocabulary; }
    const std::vector<std::string>& values_of(std::size_t facet) const { return m_values[facet]; }
    std::size_t words() const;  // in all texts

    Answer answer(const Question& question) const;

private:
    using Agreeing = std::vector<std::vector<char>>;  // by language, for each word of the vocabulary

    void read(const store::Register& where, const domain::Evaluation& evaluation);
    void add_text(Recommendation& to, const std::string& language, const std::string& markdown);
    void number_values();
    const std::vector<std::size_t>& stems_of(const std::string& language) const;
    Agreeing agreeing(const Term& term) const;
    std::vector<char> holders(const Sought& sought, const std::vector<std::string>& languages) const;
    std::vector<char> with_words(const Question& question) const;
    std::vector<char> with_choice(const search::Choice& choice) const;
    search::FacetCounts count(std::size_t facet, const std::vector<char>& result,
                              const std::vector<char>& without_own, const Question& question) const;

    std::vector<Recommendation> m_all;
    std::vector<std::string> m_languages;
    std::vector<Word> m_vocabulary;
    std::map<Word, std::size_t> m_places;
    mutable std::map<std::string, std::size_t> m_numbers;             // of folded words and of stems
    std::vector<std::size_t> m_folded;                                // of the vocabulary
    mutable std::map<std::string, std::vector<std::size_t>> m_stems;  // by language, of the vocabulary
    std::map<std::string, domain::Framework> m_frameworks;
    std::vector<std::vector<std::string>> m_values;             // of each facet, sorted
    std::vector<std::vector<std::vector<std::size_t>>> m_held;  // of each facet and row: places among them
};

}  // namespace rapporteur::plain
