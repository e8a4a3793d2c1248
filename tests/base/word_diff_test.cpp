// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "base/word_diff.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

using namespace rapporteur::base;

namespace {

// "a [-b-] {+c+} d"
std::string shown(const std::vector<WordRun>& runs) {
    std::string text;
    for (const WordRun& run : runs) {
        text += run.gap == Gap::none ? "" : run.gap == Gap::space ? " " : run.gap == Gap::line ? "/" : "//";
        if (run.cut) {
            text += run.text + "<" + std::to_string(run.left_out) + ">" + run.rest;
        } else if (run.edit == Edit::kept) {
            text += run.text;
        } else {
            text += run.edit == Edit::removed ? "[-" + run.text + "-]" : "{+" + run.text + "+}";
        }
    }
    return text;
}

std::string words_of(const std::vector<WordRun>& runs, Edit side) {
    std::string text;
    for (const WordRun& run : runs) {
        if (run.edit == Edit::kept || run.edit == side) {
            text += run.text + " ";
        }
    }
    return collapse_spaces(text);
}

std::size_t changed_words(const std::vector<WordRun>& runs) {
    std::size_t count = 0;
    for (const WordRun& run : runs) {
        count += run.edit == Edit::kept ? 0 : split_words(run.text).size();
    }
    return count;
}

// How few words can go and come, by the table that takes too long for texts.
std::size_t least_changes(const std::string& before, const std::string& after) {
    const auto a = split_words(before);
    const auto b = split_words(after);
    std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t k = 0; k < b.size(); ++k) {
            common[i + 1][k + 1] =
                a[i] == b[k] ? common[i][k] + 1 : std::max(common[i][k + 1], common[i + 1][k]);
        }
    }
    return a.size() + b.size() - 2 * common[a.size()][b.size()];
}

unsigned seed_of_tests() {
    const char* const given = std::getenv("RAPPORTEUR_SEED");
    return given == nullptr ? std::random_device()() : static_cast<unsigned>(std::stoul(given));
}

}  // namespace

TEST_SUITE("base.word_diff") {
    TEST_CASE("words that stay, go and come") {
        CHECK(shown(word_diff("", "")).empty());
        CHECK(shown(word_diff("a b c", "a b c")) == "a b c");
        CHECK(shown(word_diff("", "a b")) == "{+a b+}");
        CHECK(shown(word_diff("a b", "")) == "[-a b-]");
        CHECK(shown(word_diff("the plan of 2011 ends", "the plan of 2014 ends")) ==
              "the plan of [-2011-] {+2014+} ends");
        CHECK(shown(word_diff("a b c d", "a c d e")) == "a [-b-] c d {+e+}");
    }

    TEST_CASE("white space counts for nothing, and paragraphs are kept") {
        CHECK(shown(word_diff("one  two\nthree", "one two three")) == "one two three");
        const auto runs = word_diff("one\n\ntwo", "one\n\nnew\ntwo");
        REQUIRE(runs.size() == 3);
        CHECK(runs[1].gap == Gap::paragraph);
        CHECK(runs[2].gap == Gap::line);
        CHECK(word_diff("a", "a\n\nb c\nd").back().text == "b c\nd");
    }

    TEST_CASE("for people, short islands between changes are no runs of their own") {
        CHECK(shown(word_diff("x x x x x x a of b", "x x x x x x c of d")) ==
              "x x x x x x [-a-] {+c+} of [-b-] {+d+}");
        CHECK(shown(readable_word_diff("x x x x x x a of b", "x x x x x x c of d")) ==
              "x x x x x x [-a of b-] {+c of d+}");
        CHECK(shown(readable_word_diff("a one two three b end", "c one two three d end")) ==
              "[-a-] {+c+} one two three [-b-] {+d+} end");
    }

    TEST_CASE("for people, texts with little in common stand whole, one after the other") {
        CHECK(shown(readable_word_diff("there is a plan of the ministry", "the council meets twice")) ==
              "[-there is a plan of the ministry-] {+the council meets twice+}");
    }

    TEST_CASE("what stayed is shortened to the words round the changes") {
        const std::string before = "1 2 3 4 5 6 7 8 9 a 1 2 3 4 5 6 7 8 9 b 1 2 3 4 5 6 7";
        const std::string after = "1 2 3 4 5 6 7 8 9 A 1 2 3 4 5 6 7 8 9 B 1 2 3 4 5 6 7";
        CHECK(shown(shortened(word_diff(before, after), 2)) ==
              "<7>8 9 [-a-] {+A+} 1 2<5>8 9 [-b-] {+B+} 1 2<5>");
        CHECK(shown(shortened(word_diff("a b c d", "a b c e"), 2)) == "a b c [-d-] {+e+}");
        CHECK(shown(shortened(word_diff("1 2 3 4 5 6 7 8 9", "1 2 3 4 5 6 7 8 9"), 2)) ==
              "1 2 3 4 5 6 7 8 9");
    }

    TEST_CASE("random texts: both can be put together again, and no word changes that need not") {
        const unsigned seed = seed_of_tests();
        CAPTURE(seed);
        MESSAGE("seed " << seed);
        std::mt19937 random(seed);
        const auto text_of = [&](std::size_t most, unsigned letters) {
            std::string text;
            const std::size_t length = random() % (most + 1);
            for (std::size_t i = 0; i < length; ++i) {
                text += std::string(i == 0 ? "" : " ") + static_cast<char>('a' + random() % letters);
            }
            return text;
        };
        for (int round = 0; round < 1500; ++round) {
            const auto letters = static_cast<unsigned>(2 + random() % 5);
            const std::string before = text_of(24, letters);
            const std::string after = text_of(24, letters);
            CAPTURE(before);
            CAPTURE(after);
            const auto runs = word_diff(before, after);
            REQUIRE(words_of(runs, Edit::removed) == before);
            REQUIRE(words_of(runs, Edit::added) == after);
            REQUIRE(changed_words(runs) == least_changes(before, after));
            const auto readable = readable_word_diff(before, after);
            REQUIRE(words_of(readable, Edit::removed) == before);
            REQUIRE(words_of(readable, Edit::added) == after);
        }
    }

    TEST_CASE("long texts that share nothing end soon and lose no word") {
        std::string before;
        std::string after;
        for (int i = 0; i < 12'000; ++i) {
            before += "b" + std::to_string(i) + " ";
            after += "a" + std::to_string(i) + " ";
        }
        const auto runs = word_diff(before, after);
        CHECK(words_of(runs, Edit::removed) == trim(before));
        CHECK(words_of(runs, Edit::added) == trim(after));
    }
}
