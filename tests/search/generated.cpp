// SPDX-License-Identifier: EUPL-1.2
#include "generated.hpp"

#include "search/stems.hpp"
#include "search/words.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>

namespace rapporteur::generated {

namespace {

struct Family {
    const char* beginning;
    std::vector<const char*> endings;
};

using Families = std::vector<Family>;

const std::map<std::string, Families>& families() {
    static const std::map<std::string, Families> s_families = {
        {"en",
         {{"traffick", {"ing", "ers", "er", "ed"}},
          {"discriminat", {"ion", "ory", "ing", "ed", "e", "es"}},
          {"victim", {"", "s", "'s", "isation"}},
          {"anti-traffick", {"ing"}},
          {"recommend", {"s", "ed", "ation", "ations"}},
          {"support", {"", "s", "ing", "ive"}},
          {"child", {"", "ren", "ren's", "hood"}},
          {"identif", {"y", "ied", "ication", "ies"}},
          {"the", {""}},
          {"of", {""}},
          {"and", {""}},
          {"on", {""}},
          {"person", {"", "s", "al"}},
          {"forced", {""}},
          {"labour", {"", "s", "er"}},
          {"na", {"ive", "ïve", "tion", "tional"}}}},
        {"fr",
         {{"victime", {"", "s"}},
          {"exploit", {"ation", "é", "ée", "ées", "er", "ees"}},
          {"discriminat", {"ion", "ions", "oire", "oires"}},
          {"recommand", {"e", "ation", "ations", "ant"}},
          {"proc", {"édure", "édures", "ès", "es"}},
          {"l'", {"État", "accès", "enfant", "etat"}},
          {"de", {"", "s"}},
          {"la", {""}},
          {"et", {""}},
          {"on", {""}},
          {"cœur", {"", "s"}},
          {"Noël", {""}},
          {"fo", {"rcé", "rcée"}},
          {"support", {"", "er", "é"}},
          {"enfant", {"", "s"}}}},
        {"ru",
         {{"жертв", {"а", "ы", "", "ам", "ами", "у"}},
          {"рекоменд", {"ация", "ации", "аций", "овать", "ует"}},
          {"дискриминаци", {"я", "и", "ей", "онный"}},
          {"торговл", {"я", "и", "ей", "ю"}},
          {"люд", {"ей", "ьми", "и"}},
          {"реб", {"ёнок", "енок", "ёнка"}},
          {"и", {""}},
          {"в", {""}},
          {"с", {""}},
          {"права", {"", "м", "х", "ми"}},
          {"государств", {"о", "а", "енный", "ом"}},
          {"район", {"", "а", "ный"}}}},
        {"kk",
         {{"құқық", {"", "тар", "тары", "ы"}},
          {"адам", {"", "дар", "ның"}},
          {"қазақстан", {"", "ның"}},
          {"on", {""}}}},
    };
    return s_families;
}

const std::vector<std::string>& languages() {
    static const std::vector<std::string> s_languages = {"en", "en", "fr", "ru", "kk"};
    return s_languages;
}

std::string word_in(Random& random, const std::string& language) {
    const Families& all = families().at(language);
    const Family& family = all[std::min(below(random, all.size()), below(random, all.size()))];
    std::string word = family.beginning;
    word += family.endings[below(random, family.endings.size())];
    if (below(random, 6) == 0 && word[0] >= 'a' && word[0] <= 'z') {
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
    }
    return word;
}

std::string text_in(Random& random, const std::string& language, std::size_t words) {
    const char* separators[] = {" ", " ", " ", " ", " ", " ", ", ", ". ", "-", " – ", "\n", "/"};
    std::string text;
    for (; words > 0; --words) {
        const std::string& spoken =
            below(random, 20) == 0 ? languages()[below(random, languages().size())] : language;
        text += word_in(random, spoken) + separators[below(random, std::size(separators))];
    }
    return text;
}

using search::Word;

bool takes_part(const Text& text, const std::string& field, const std::vector<std::string>& spoken) {
    return (field.empty() || field_names()[text.field] == field) &&
           (spoken.empty() || std::find(spoken.begin(), spoken.end(), text.language) != spoken.end());
}

bool begins(const std::string& word, const std::string& beginning) {
    return word.rfind(beginning, 0) == 0;
}

// One wished word against one of a text.
bool agrees(const Word& here, const Word& wished, Wish::Kind kind, bool open,
            const search::Stemmer& stemmer) {
    if (open) {
        return begins(here.folded, wished.folded);
    }
    const bool same = here.folded == wished.folded;
    const bool by_form = kind == Wish::Kind::form || kind == Wish::Kind::joint;
    return same || (by_form && stemmer.stem(here.lowered) == stemmer.stem(wished.lowered));
}

std::vector<const Wish*> leaves(const Wish& wish) {
    if (wish.kind == Wish::Kind::none) {
        const Wish& denied = wish.parts.front();
        return denied.kind == Wish::Kind::none ? leaves(denied.parts.front()) : std::vector<const Wish*>();
    }
    if (wish.parts.empty()) {
        return {&wish};
    }
    std::vector<const Wish*> all;
    for (const Wish& part : wish.parts) {
        const auto more = leaves(part);
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

}  // namespace

const std::vector<std::string>& field_names() {
    static const std::vector<std::string> s_names = {"title", "text"};
    return s_names;
}

const std::vector<double>& field_weights() {
    static const std::vector<double> s_weights = {2.5, 1};
    return s_weights;
}

const std::vector<std::string>& facet_names() {
    static const std::vector<std::string> s_names = {"state", "theme", "fate"};
    return s_names;
}

std::size_t below(Random& random, std::size_t end) {
    return random() % end;
}

std::string random_word(Random& random) {
    return word_in(random, languages()[below(random, languages().size())]);
}

Document random_document(Random& random) {
    Document document;
    for (std::size_t texts = below(random, 4); texts > 0; --texts) {
        Text& text = document.texts.emplace_back();
        text.field = below(random, 3) == 0 ? 0 : 1;
        text.language = languages()[below(random, languages().size())];
        text.text = text_in(random, text.language, 1 + below(random, text.field == 0 ? 5 : 25));
    }
    document.facets.resize(facet_names().size());
    if (below(random, 10) != 0) {
        document.facets[0] = {"S" + std::to_string(below(random, 300))};
    }
    for (std::size_t themes = below(random, 4); themes > 0; --themes) {
        document.facets[1].push_back("тема " + std::to_string(below(random, 9)));
    }
    document.facets[2] = {std::vector<std::string>{"kept", "dropped", "open"}[below(random, 3)]};
    return document;
}

Wish random_wish(Random& random, const std::vector<Document>& documents, int depth) {
    Wish wish;
    const std::size_t kind = below(random, depth > 0 ? 9 : 5);
    if (kind >= 5) {
        wish.kind = kind == 8 ? Wish::Kind::none : kind == 7 ? Wish::Kind::any : Wish::Kind::all;
        for (std::size_t i = wish.kind == Wish::Kind::none ? 1 : 2 + below(random, 2); i > 0; --i) {
            wish.parts.push_back(random_wish(random, documents, depth - 1));
        }
        return wish;
    }
    wish.kind = static_cast<Wish::Kind>(kind);
    wish.field = below(random, 4) == 0 ? field_names()[below(random, field_names().size())] : "";
    std::vector<Word> words = search::words_of(random_word(random));
    const Document& document = documents[below(random, documents.size())];
    if (!document.texts.empty() && below(random, 5) != 0) {
        words = search::words_of(document.texts[below(random, document.texts.size())].text);
    }
    const std::size_t most = kind >= 3 ? 2 + below(random, 2) : 1;
    const std::size_t first = below(random, words.size());
    for (std::size_t i = first; i < words.size() && wish.words.size() < most; ++i) {
        wish.words.push_back(words[i].lowered);
    }
    if (kind == 2) {
        std::string& word = wish.words.front();
        std::size_t length = 1 + below(random, word.size());
        while (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xC0U) == 0x80) {
            ++length;
        }
        word.resize(length);
    }
    wish.open_end = kind == 2 || (kind >= 3 && below(random, 4) == 0);
    if (kind == 4 && wish.words.size() == 1) {
        wish.kind = wish.open_end ? Wish::Kind::prefix : Wish::Kind::form;
    }
    return wish;
}

std::string written(const Wish& wish) {
    std::string text = wish.field.empty() ? "" : wish.field + ":";
    const bool quotes = wish.kind == Wish::Kind::exact || wish.kind == Wish::Kind::phrase;
    text += quotes ? "\"" : "";
    for (const std::string& word : wish.words) {
        text += &word == &wish.words.front() ? "" : quotes ? " " : "-";
        text += word;
    }
    text += wish.open_end ? "*" : "";
    text += quotes ? "\"" : "";
    if (wish.kind == Wish::Kind::none) {
        return "-(" + written(wish.parts.front()) + ")";
    }
    for (const Wish& part : wish.parts) {
        text += &part == &wish.parts.front() ? "(" : wish.kind == Wish::Kind::any ? " OR " : " ";
        text += written(part);
    }
    return wish.parts.empty() ? text : text + ")";
}

double occurrences(const Wish& wish, const Document& document, const std::vector<std::string>& spoken) {
    double total = 0;
    for (const Text& text : document.texts) {
        if (!takes_part(text, wish.field, spoken)) {
            continue;
        }
        const search::Stemmer stemmer(text.language);
        const std::vector<Word> words = search::words_of(text.text);
        for (std::size_t at = 0; at + wish.words.size() <= words.size(); ++at) {
            bool all = true;
            for (std::size_t i = 0; i < wish.words.size() && all; ++i) {
                const bool open = wish.open_end && i + 1 == wish.words.size();
                all =
                    agrees(words[at + i], search::words_of(wish.words[i]).front(), wish.kind, open, stemmer);
            }
            total += all ? field_weights()[text.field] : 0;
        }
    }
    return total;
}

bool fulfils(const Document& document, const Wish& wish, const std::vector<std::string>& spoken) {
    const auto part_is_met = [&](const Wish& part) { return fulfils(document, part, spoken); };
    switch (wish.kind) {
    case Wish::Kind::all:
        return std::all_of(wish.parts.begin(), wish.parts.end(), part_is_met);
    case Wish::Kind::any:
        return std::any_of(wish.parts.begin(), wish.parts.end(), part_is_met);
    case Wish::Kind::none:
        return !part_is_met(wish.parts.front());
    default:
        return occurrences(wish, document, spoken) > 0;
    }
}

std::vector<double> scores(const std::vector<Document>& documents, const Wish& wish,
                           const std::vector<std::string>& spoken) {
    std::vector<double> lengths;
    double whole = 0;
    for (const Document& document : documents) {
        double length = 0;
        for (const Text& text : document.texts) {
            length += static_cast<double>(search::words_of(text.text).size());
        }
        lengths.push_back(length);
        whole += length;
    }
    const auto count = static_cast<double>(documents.size());
    const double average = whole > 0 ? whole / count : 1;
    std::vector<double> sums(documents.size());
    for (const Wish* leaf : leaves(wish)) {
        std::vector<double> times;
        double holders = 0;
        for (const Document& document : documents) {
            times.push_back(occurrences(*leaf, document, spoken));
            holders += times.back() > 0 ? 1 : 0;
        }
        const double rarity = std::log(1 + (count - holders + 0.5) / (holders + 0.5));
        for (std::size_t i = 0; i < documents.size(); ++i) {
            sums[i] += rarity * times[i] * 2.2 / (times[i] + 1.2 * (0.25 + 0.75 * lengths[i] / average));
        }
    }
    return sums;
}

}  // namespace rapporteur::generated
