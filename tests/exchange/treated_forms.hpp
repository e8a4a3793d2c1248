// SPDX-License-Identifier: EUPL-1.2
//
// Forms that LibreOffice treated as respondents do (forms/treat-forms), and how well one of them was read: answers that came back whole, mixed
// with others, what was named and what was not. For the tests of reading Word forms.
#pragma once

#include "document/word_form.hpp"

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>

namespace rapporteur::exchange {

struct TreatedWay {
    std::string name;
    bool answers = true;                   // it leaves answers in words
    std::set<document::WordFault> must{};  // at least one of each
    std::set<document::WordFault> may{};   // true of the file too; any other is a false alarm
    std::size_t lost = 0;                  // questions that the way takes out
};

struct TreatedScore {
    std::size_t expected = 0;
    std::size_t complete = 0;
    std::size_t mixed = 0;    // with another question's words
    std::size_t figures = 0;  // that are not empty
    std::size_t ticks = 0;
    std::size_t words = 0;
    bool words_lost = false;
    std::set<document::WordFault> faults;
    std::set<document::WordFault> false_alarms;
    std::set<document::WordFault> unnamed;
};

// tests/exchange/forms/
std::filesystem::path treated_forms();
std::string read_treated(const std::filesystem::path& file);

// Of a form that was sent in the evaluations that the program ships with.
document::FormManifest manifest_of(const std::string& issue, const std::string& language);

TreatedScore score_of(const TreatedWay& way, const document::FormManifest& manifest,
                      const document::WordForm& form);

// "macros comment"
std::string names_of(const std::set<document::WordFault>& faults);

}  // namespace rapporteur::exchange
