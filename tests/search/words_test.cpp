// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "search/stems.hpp"
#include "search/words.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace rapporteur::search;

namespace {

std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> words;
    for (const Word& word : words_of(text)) {
        words.push_back(word.folded);
    }
    return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_SUITE("search.words") {
    TEST_CASE("apostrophes and hyphens separate in every language") {
        CHECK(folded_words("Women's anti-trafficking UNIT") ==
              Words{"women", "s", "anti", "trafficking", "unit"});
        CHECK(folded_words("l’accès d'un État") == Words{"l", "acces", "d", "un", "etat"});
        CHECK(folded_words("3,521 of 10.5%; 2014") == Words{"3", "521", "of", "10", "5", "2014"});
    }

    TEST_CASE("letters lose case and accents but remain letters of their alphabet") {
        CHECK(folded_words("Élève NAÏVE cœur Ærø Łódź straße") ==
              Words{"eleve", "naive", "coeur", "aero", "lodz", "strasse"});
        CHECK(folded_words("Ребёнок ЕЁ Йод") == Words{"ребенок", "ее", "йод"});
        CHECK(folded_words("Қазақстан Өңір Үкімет Әйел Ғылым Ұлт һәм Іс") ==
              Words{"қазақстан", "өңір", "үкімет", "әйел", "ғылым", "ұлт", "һәм", "іс"});
        CHECK(folded_words("ΕΛΛΑΔΑ Հայաստան საქართველო") == Words{"ελλαδα", "հայաստան", "საქართველო"});
    }

    TEST_CASE("what is stemmed keeps accents that a stemmer knows") {
        const std::vector<Word> words = words_of("Exploité naïve Noël ребёнок");
        REQUIRE(words.size() == 4);
        CHECK(words[0].lowered == "exploité");
        CHECK(words[1].lowered == "naive");
        CHECK(words[2].lowered == "noel");
        CHECK(words[3].lowered == "ребенок");
    }

    TEST_CASE("marks behind a letter are as the letter in one piece") {
        CHECK(words_of("exploite\xCC\x81")[0].lowered == "exploité");
        CHECK(words_of("и\xCC\x86од")[0].folded == "йод");
        CHECK(words_of("е\xCC\x88лка")[0].folded == "елка");
        CHECK(words_of("за\xCC\x81мок")[0].folded == "замок");  // stress
    }

    TEST_CASE("soft hyphens and ligatures of print do not hide a word") {
        CHECK(folded_words("traf\xC2\xAD"
                           "ficking of\xEF\xAC\x81"
                           "ce") == Words{"trafficking", "office"});
    }

    TEST_CASE("a word says where it stands") {
        const std::vector<Word> words = words_of("«Дети» и été.");
        REQUIRE(words.size() == 3);
        CHECK(words[0].offset == 2);
        CHECK(words[0].length == 8);
        CHECK(words[1].position == 1);
        CHECK(words[2].offset == 16);
        CHECK(words[2].length == 5);
    }

    TEST_CASE("a word beyond any length is known by its beginning") {
        const std::string most(k_longest_word, 'a');
        CHECK(folded_words(most + "b") == Words{most});
        CHECK(words_of(most + "b")[0].length == k_longest_word + 1);
        CHECK(folded_words("x" + std::string(400, 'b') + " c").back() == "c");
        const std::string russian = words_of(std::string(95, 'a') + "ж" + "a")[0].folded;
        CHECK(russian == std::string(95, 'a'));
    }

    TEST_CASE("any bytes give valid words that give themselves again") {
        const unsigned seed = std::random_device{}();
        CAPTURE(seed);
        std::mt19937 random(seed);
        const std::string pieces[] = {"é", "Ё", "\xCC\x81", "\xCC\x88", "Qq", "\xC2\xAD", "ﬁ",
                                      " ", "-", "œ",        "İ",        "ﬀ",  "ъ"};
        for (int round = 0; round < 3'000; ++round) {
            std::string text;
            for (std::size_t i = random() % 60; i > 0; --i) {
                text += random() % 3 == 0 ? std::string(1, static_cast<char>(random() % 256))
                                          : pieces[random() % std::size(pieces)];
            }
            std::size_t end = 0;
            for (const Word& word : words_of(text)) {
                CHECK(word.offset >= end);
                end = word.offset + word.length;
                REQUIRE(end <= text.size());
                CHECK(rapporteur::base::is_valid_utf8(word.folded));
                CHECK(folded(word.lowered) == word.folded);
                const std::vector<Word> again = words_of(word.lowered);
                REQUIRE(again.size() == 1);
                CHECK(again[0].lowered == word.lowered);
                CHECK(folded_words(word.folded) == Words{word.folded});
            }
        }
    }
}

TEST_SUITE("search.stems") {
    TEST_CASE("forms of a word have one stem") {
        const Stemmer english("en");
        CHECK(english.stem("victims") == english.stem("victim"));
        CHECK(english.stem("trafficked") == english.stem("trafficking"));
        CHECK(english.stem("discrimination") != english.stem("discriminatory"));
        const Stemmer french("fr");
        CHECK(french.stem("exploitées") == french.stem("exploité"));
        CHECK(french.stem("exploitées") == "exploit");
        const Stemmer russian("ru-kz");
        CHECK(russian.stem("жертвами") == russian.stem("жертв"));
        CHECK(russian.changes_words());
    }

    TEST_CASE("a stem has no accents") {
        CHECK(Stemmer("fr").stem("procédés") == Stemmer("fr").stem("procede"));
    }

    TEST_CASE("a language without a stemmer keeps its words") {
        CHECK(Stemmer("kk").stem("құқықтар") == "құқықтар");
        CHECK(Stemmer("").stem("élèves") == "eleves");
        CHECK_FALSE(Stemmer("english").changes_words());
    }
}
