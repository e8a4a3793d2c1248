// SPDX-License-Identifier: EUPL-1.2
#include "domain/questionnaire.hpp"

#include <algorithm>

namespace rapporteur::domain {

namespace {

void collect(const Question& question, std::vector<const Question*>& questions) {
    questions.push_back(&question);
    for (const Question& part : question.parts) {
        collect(part, questions);
    }
}

void collect(const Section& section, std::vector<const Question*>& questions) {
    for (const Question& question : section.questions) {
        collect(question, questions);
    }
    for (const Section& inner : section.sections) {
        collect(inner, questions);
    }
}

}  // namespace

std::vector<const Question*> questions_of(const Questionnaire& questionnaire) {
    std::vector<const Question*> questions;
    for (const Section& section : questionnaire.sections) {
        collect(section, questions);
    }
    return questions;
}

const Question* Questionnaire::find_question(std::string_view question) const {
    const std::vector<const Question*> all = questions_of(*this);
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Question* q) { return q->id.text() == question; });
    return found == all.end() ? nullptr : *found;
}

const Codelist* Questionnaire::find_codelist(std::string_view codelist) const {
    const auto found = std::find_if(codelists.begin(), codelists.end(),
                                    [&](const Codelist& list) { return list.id == codelist; });
    return found == codelists.end() ? nullptr : &*found;
}

}  // namespace rapporteur::domain
