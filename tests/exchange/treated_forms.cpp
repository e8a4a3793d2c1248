// SPDX-License-Identifier: EUPL-1.2
#include "exchange/treated_forms.hpp"

#include "base/file.hpp"
#include "exchange/issuing.hpp"
#include "store/replies.hpp"
#include "support/shipped.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>

namespace rapporteur::exchange {

namespace {

// The sentinels in an answer: which questions' beginnings and ends.
std::set<int> numbers_behind(const std::string& text, const std::string& sentinel) {
    std::set<int> numbers;
    for (std::size_t at = text.find(sentinel); at != std::string::npos; at = text.find(sentinel, at + 1)) {
        numbers.insert(std::atoi(text.c_str() + at + sentinel.size()));
    }
    return numbers;
}

}  // namespace

std::filesystem::path treated_forms() {
    return std::filesystem::path(support::source_directory()) / "tests/exchange/forms";
}

std::string read_treated(const std::filesystem::path& file) {
    return base::read_file(treated_forms() / file, base::ByteLimit{64U << 20U});
}

document::FormManifest manifest_of(const std::string& issue, const std::string& language) {
    const support::ShippedRegister shipped = support::shipped_register();
    const auto sent = store::find_issue(shipped.where, domain::IssueId(issue));
    REQUIRE(sent);
    const Issuing issuing = find_issuing(shipped.where, sent->id, language);
    return form_document(issuing.questionnaire, issuing.issue, issuing.names, language).manifest;
}

TreatedScore score_of(const TreatedWay& way, const document::FormManifest& manifest,
                      const document::WordForm& form) {
    TreatedScore score;
    score.words = form.words;
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
    for (const document::WordAnswer& answer : form.answers) {
        const int number = numbers[answer.question];
        const std::set<int> begins = numbers_behind(answer.markdown, "BEGIN");
        const std::set<int> ends = numbers_behind(answer.markdown, "END");
        if (begins.count(number) > 0 && ends.count(number) > 0 && done.insert(answer.question).second) {
            ++score.complete;
        }
        for (const document::WordFigure& figure : answer.figures) {
            score.figures += figure.text.empty() ? 0U : 1U;
        }
        for (const document::WordOption& option : answer.options) {
            score.ticks += option.ticked ? 1 : 0;
        }
        score.mixed += begins.size() > 1 || ends.size() > 1 ? 1U : 0U;
    }
    for (const document::WordFinding& finding : form.findings) {
        score.faults.insert(finding.fault);
        score.words_lost = score.words_lost || finding.fault == document::WordFault::words_lost;
    }
    for (const document::WordFault fault : score.faults) {
        if (way.must.count(fault) == 0 && way.may.count(fault) == 0) {
            score.false_alarms.insert(fault);
        }
    }
    for (const document::WordFault fault : way.must) {
        if (score.faults.count(fault) == 0) {
            score.unnamed.insert(fault);
        }
    }
    return score;
}

std::string names_of(const std::set<document::WordFault>& faults) {
    std::string names;
    for (const document::WordFault fault : faults) {
        names += (names.empty() ? "" : " ") + std::string(base::name_of(fault));
    }
    return names;
}

}  // namespace rapporteur::exchange
