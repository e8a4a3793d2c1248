// SPDX-License-Identifier: EUPL-1.2
//
// How codes are called in print, and in which order they stand: from the codelists of questionnaires. A code that no codelist knows is
// printed as a word ("to-serve" as "To serve"). Called by the tables of this room.
#pragma once

#include "domain/questionnaire.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::statistics {

class Vocabulary {
public:
    explicit Vocabulary(std::string language) : m_language(std::move(language)) {}

    // The codelists of its tables' dimensions, and each codelist under its own name. What was added before comes first.
    void add(const domain::Questionnaire& questionnaire);

    // `question` is empty for rows of statistics.csv.
    std::string label(std::string_view question, std::string_view dimension, std::string_view code) const;
    // The place of the code in its list; nothing where no list has it.
    std::optional<std::size_t> order(std::string_view question, std::string_view dimension,
                                     std::string_view code) const;
    // The number that a question bears in its questionnaire; empty where it has none.
    std::string question_number(std::string_view question) const;

private:
    struct Entry {
        std::string code;
        std::string label;
    };
    const std::vector<Entry>* find(std::string_view question, std::string_view dimension) const;

    std::string m_language;
    std::map<std::string, std::vector<Entry>, std::less<>> m_lists;  // "question#dimension" or "#codelist"
    std::map<std::string, std::string, std::less<>> m_numbers;
};

// "assisted-ngo" becomes "Assisted ngo": what can be done without a codelist.
std::string code_as_words(std::string_view code);

}  // namespace rapporteur::statistics
