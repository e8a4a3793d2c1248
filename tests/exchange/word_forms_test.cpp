// SPDX-License-Identifier: EUPL-1.2
// Forms that LibreOffice wrote after treating them as respondents do (forms/treat-forms): every answer is looked for, and every treatment
// must have its name. Two questionnaires, of which the reader's author saw the first alone while writing it. The table is printed: it is the
// measure that docs/word-forms.md gives.
#include "exchange/treated_forms.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <iostream>
#include <vector>

using namespace rapporteur;
using document::WordFault;

namespace {

const std::vector<exchange::TreatedWay>& ways() {
    using F = WordFault;
    static const std::vector<exchange::TreatedWay> k_ways{
        {"noedit", false, {}, {}},
        {"plain", true, {}, {}},
        {"rich", true, {}, {}},
        {"typed", true, {}, {}},
        {"sloppy", true, {}, {}},
        {"replacepara", true, {}, {}},
        {"after", true, {F::text_outside, F::placeholder_left}, {}},
        {"move", true, {F::question_moved}, {}},
        {"delhead", true, {F::heading_changed}, {}},
        {"rename", true, {F::heading_changed}, {}},
        {"delq", true, {F::question_missing}, {}, 1},
        {"delqtext", true, {F::heading_changed, F::text_changed}, {}},
        {"dup", true, {F::question_twice}, {F::question_moved}},
        {"copyall", true, {}, {}},
        {"insertfile", true, {F::text_before}, {}},
        {"tracked", true, {F::tracked_changes, F::comment}, {}},
    };
    return k_ways;
}

void measure(const std::string& folder, const std::string& issue, const std::string& language) {
    const document::FormManifest manifest = exchange::manifest_of(issue, language);
    std::size_t expected = 0;
    std::size_t complete = 0;
    std::cout << fmt::format("{} in {}, treated by LibreOffice\n{:<12} {:>9} {:>6} {:>6}  {}\n", issue,
                             language, "way", "complete", "mixed", "words", "named");
    for (const exchange::TreatedWay& way : ways()) {
        CAPTURE(folder);
        CAPTURE(way.name);
        base::Problems problems;
        const std::string bytes = exchange::read_treated(folder + "/" + way.name + ".docx");
        const auto form = document::read_word_form(bytes, way.name + ".docx", manifest, problems);
        REQUIRE(form);
        REQUIRE(problems.empty());
        const exchange::TreatedScore score = exchange::score_of(way, manifest, *form);
        std::cout << fmt::format("{:<12} {:>4}/{:<4} {:>6} {:>6}  {}{}\n", way.name, score.complete,
                                 score.expected, score.mixed, score.words, exchange::names_of(score.faults),
                                 score.words_lost ? " WORDS LOST" : "");
        expected += score.expected;
        complete += score.complete;
        CHECK(score.mixed == 0);
        CHECK_FALSE(score.words_lost);
        CHECK(exchange::names_of(score.false_alarms) == "");
        CHECK(exchange::names_of(score.unnamed) == "");
    }
    std::cout << fmt::format("complete: {} of {}\n", complete, expected) << std::flush;
    CHECK(complete * 100 >= expected * 99);
}

}  // namespace

TEST_SUITE("exchange.word-forms") {
    TEST_CASE(
        "answers are found whatever respondents do to the form: the questionnaire that the reader was written with") {
        measure("round-2-ru", "greta/XAA-2/issue/government", "ru");
    }

    TEST_CASE("answers are found whatever respondents do to the form: another questionnaire") {
        measure("round-1-en", "greta/XAA-1/issue/government", "en");
    }
}
