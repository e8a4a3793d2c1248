// SPDX-License-Identifier: EUPL-1.2
// Forms that LibreOffice wrote after treating them as respondents do (forms/treat-forms): every answer is looked for, and every treatment
// must have its name. Two questionnaires, of which the reader's author saw the first alone while writing it. The table is printed: it is the
// measure that docs/word-forms.md gives.
#include "base/file.hpp"
#include "document/word_form.hpp"
#include "exchange/issuing.hpp"
#include "store/replies.hpp"
#include "support/shipped.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>

using namespace rapporteur;
using document::WordFault;

namespace {

const std::filesystem::path k_forms =
    std::filesystem::path(support::source_directory()) / "tests/exchange/forms";

struct Way {
    std::string name;
    bool answers = true;         // it leaves answers in words
    std::set<WordFault> must{};  // at least one of each
    std::set<WordFault> may{};   // true of the file too; any other is a false alarm
    std::size_t lost = 0;        // questions that the way takes out
};

const std::vector<Way>& ways() {
    using F = WordFault;
    static const std::vector<Way> k_ways{
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

struct Score {
    std::size_t expected = 0;
    std::size_t complete = 0;
    std::size_t mixed = 0;  // with another question's words
    std::size_t words = 0;
    bool words_lost = false;
    std::set<WordFault> faults;
    std::set<WordFault> false_alarms;
    std::set<WordFault> unnamed;
};

// The sentinels in an answer: which questions' beginnings and ends.
std::set<int> numbers_behind(const std::string& text, const std::string& sentinel) {
    std::set<int> numbers;
    for (std::size_t at = text.find(sentinel); at != std::string::npos; at = text.find(sentinel, at + 1)) {
        numbers.insert(std::atoi(text.c_str() + at + sentinel.size()));
    }
    return numbers;
}

Score score_of(const Way& way, const document::FormManifest& manifest, const std::string& folder) {
    const std::filesystem::path file = k_forms / folder / (way.name + ".docx");
    base::Problems problems;
    const auto form = document::read_word_form(base::read_file(file, base::ByteLimit{64U << 20U}),
                                               way.name + ".docx", manifest, problems);
    REQUIRE(form);
    REQUIRE(problems.empty());
    Score score;
    score.words = form->words;
    std::map<std::string, int> numbers;
    std::set<std::string> worded;  // those with a placeholder take words
    for (const document::FormQuestion& question : manifest.questions) {
        if (question.takes_answer) {
            numbers.emplace(question.id, static_cast<int>(numbers.size()) + 1);
            worded.insert(question.id);
        }
    }
    score.expected = way.answers ? worded.size() - way.lost : 0;
    std::set<std::string> done;
    for (const document::WordAnswer& answer : form->answers) {
        const int number = numbers[answer.question];
        const std::set<int> begins = numbers_behind(answer.markdown, "BEGIN");
        const std::set<int> ends = numbers_behind(answer.markdown, "END");
        if (begins.count(number) > 0 && ends.count(number) > 0 && done.insert(answer.question).second) {
            ++score.complete;
        }
        score.mixed += begins.size() > 1 || ends.size() > 1 ? 1 : 0;
    }
    for (const document::WordFinding& finding : form->findings) {
        score.faults.insert(finding.fault);
        score.words_lost = score.words_lost || finding.fault == WordFault::words_lost;
    }
    for (const WordFault fault : score.faults) {
        if (way.must.count(fault) == 0 && way.may.count(fault) == 0) {
            score.false_alarms.insert(fault);
        }
    }
    for (const WordFault fault : way.must) {
        if (score.faults.count(fault) == 0) {
            score.unnamed.insert(fault);
        }
    }
    return score;
}

std::string names_of(const std::set<WordFault>& faults) {
    std::string names;
    for (const WordFault fault : faults) {
        names += (names.empty() ? "" : " ") + std::string(base::name_of(fault));
    }
    return names;
}

void measure(const std::string& folder, const std::string& issue, const std::string& language) {
    const support::ShippedRegister shipped = support::shipped_register();
    const store::Register& where = shipped.where;
    const auto sent = store::find_issue(where, domain::IssueId(issue));
    REQUIRE(sent);
    const exchange::Issuing issuing = exchange::find_issuing(where, sent->id, language);
    const document::FormManifest manifest =
        exchange::form_document(issuing.questionnaire, issuing.issue, issuing.names, language).manifest;
    std::size_t expected = 0;
    std::size_t complete = 0;
    std::cout << fmt::format("{} in {}, treated by LibreOffice\n{:<12} {:>9} {:>6} {:>6}  {}\n", issue,
                             language, "way", "complete", "mixed", "words", "named");
    for (const Way& way : ways()) {
        CAPTURE(folder);
        CAPTURE(way.name);
        const Score score = score_of(way, manifest, folder);
        std::cout << fmt::format("{:<12} {:>4}/{:<4} {:>6} {:>6}  {}{}\n", way.name, score.complete,
                                 score.expected, score.mixed, score.words, names_of(score.faults),
                                 score.words_lost ? " WORDS LOST" : "");
        expected += score.expected;
        complete += score.complete;
        CHECK(score.mixed == 0);
        CHECK_FALSE(score.words_lost);
        CHECK(names_of(score.false_alarms) == "");
        CHECK(names_of(score.unnamed) == "");
    }
    std::cout << fmt::format("complete: {} of {}\n", complete, expected) << std::flush;
    CHECK(complete * 100 >= expected * 99);
}

}  // namespace

TEST_SUITE("exchange.word_forms") {

    TEST_CASE(
        "answers are found whatever respondents do to the form: the questionnaire that the reader was written with") {
        measure("round-2-ru", "greta/XAA-2/issue/government", "ru");
    }

    TEST_CASE("answers are found whatever respondents do to the form: another questionnaire") {
        measure("round-1-en", "greta/XAA-1/issue/government", "en");
    }

}  // TEST_SUITE
