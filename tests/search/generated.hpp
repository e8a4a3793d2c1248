// SPDX-License-Identifier: EUPL-1.2
// Documents at random for the tests of search: recommendations of a sort in English, French, Russian and Kazakh, with
// real inflections, titles, texts and facets; and a plain scan of them, which knows nothing of the index and the query
// reader. Splitting text into words and the stems are shared with what is tested; they have tests of their own.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace rapporteur::generated {

struct Text {
    std::size_t field = 0;
    std::string language;
    std::string text;
};

struct Document {
    std::vector<Text> texts;
    std::vector<std::vector<std::string>> facets;  // values of each
};

const std::vector<std::string>& field_names();  // title, text
const std::vector<double>& field_weights();
const std::vector<std::string>& facet_names();  // state, theme, fate

using Random = std::mt19937;
std::size_t below(Random& random, std::size_t end);

std::string random_word(Random& random);  // in any language
Document random_document(Random& random);

// A query as it is meant.
struct Wish {
    enum class Kind { form, exact, prefix, phrase, joint, all, any, none } kind = Kind::form;
    std::vector<std::string> words;  // of a phrase or joint several; else one
    bool open_end = false;           // of a phrase or joint: the last word is a beginning
    std::string field;
    std::vector<Wish> parts;
};

// Words, beginnings and phrases that mostly occur in the documents.
Wish random_wish(Random& random, const std::vector<Document>& documents, int depth);
std::string written(const Wish& wish);

// How often it occurs in a document, by weight of the fields; 0 for not at all. For wishes that are one leaf.
double occurrences(const Wish& wish, const Document& document, const std::vector<std::string>& languages);
bool fulfils(const Document& document, const Wish& wish, const std::vector<std::string>& languages);

// BM25 of each document, over the leaves that are not under a none.
std::vector<double> scores(const std::vector<Document>& documents, const Wish& wish,
                           const std::vector<std::string>& languages);

}  // namespace rapporteur::generated
