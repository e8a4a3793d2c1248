// SPDX-License-Identifier: EUPL-1.2
#include "search/marks.hpp"

#include "search/stems.hpp"
#include "search/words.hpp"

#include <algorithm>

namespace rapporteur::search {

namespace {

struct StemmedWord {
    Word word;
    std::string stem;
};

bool matches_term(const StemmedWord& here, const Term& term, const std::string& stem) {
    if (term.kind == TermKind::prefix) {
        return here.word.folded.compare(0, term.folded.size(), term.folded) == 0;
    }
    return here.word.folded == term.folded || (term.kind == TermKind::stem && here.stem == stem);
}

void mark_leaf(const Node& leaf, const std::vector<StemmedWord>& words, const Stemmer& stemmer,
               std::vector<Mark>& marks) {
    std::vector<std::string> stems;
    for (const Term& term : leaf.terms) {
        stems.push_back(stemmer.stem(term.lowered));
    }
    for (std::size_t first = 0; first + leaf.terms.size() <= words.size(); ++first) {
        std::size_t i = 0;
        while (i < leaf.terms.size() && matches_term(words[first + i], leaf.terms[i], stems[i])) {
            ++i;
        }
        if (i == leaf.terms.size()) {
            const Word& begin = words[first].word;
            const Word& end = words[first + i - 1].word;
            marks.push_back({begin.offset, end.offset + end.length - begin.offset});
        }
    }
}

// In order; those that overlap become one.
std::vector<Mark> merged(std::vector<Mark> marks) {
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.offset < b.offset; });
    std::vector<Mark> apart;
    for (const Mark& mark : marks) {
        if (apart.empty() || mark.offset >= apart.back().offset + apart.back().length) {
            apart.push_back(mark);
        } else {
            Mark& before = apart.back();
            before.length = std::max(before.length, mark.offset + mark.length - before.offset);
        }
    }
    return apart;
}

}  // namespace

std::vector<Mark> mark(std::string_view text, std::string_view language, std::string_view field,
                       const Query& query) {
    const Stemmer stemmer(language);
    std::vector<StemmedWord> words;
    WordReader reader(text);
    while (const Word* word = reader.next()) {
        words.push_back({*word, stemmer.stem(word->lowered)});
    }
    std::vector<Mark> marks;
    for (const Node* leaf : wanted_leaves(query)) {
        if (leaf->field.empty() || leaf->field == field) {
            mark_leaf(*leaf, words, stemmer, marks);
        }
    }
    return merged(std::move(marks));
}

}  // namespace rapporteur::search
