// SPDX-License-Identifier: EUPL-1.2
#include "exchange/asked.hpp"

#include "domain/expression.hpp"
#include "questionnaire/reply_check.hpp"

#include <algorithm>

namespace rapporteur::exchange {

using namespace domain;

bool is_for(const std::vector<std::string>& respondents, std::string_view respondent) {
    return respondents.empty() ||
           std::find(respondents.begin(), respondents.end(), respondent) != respondents.end();
}

namespace {

class Collector {
public:
    Collector(std::string_view respondent, std::string_view language)
        : m_respondent(respondent), m_language(language) {}

    void add(const Section& section, std::vector<std::string> conditions) {
        if (!is_for(section.respondents, m_respondent)) {
            return;
        }
        if (!section.when.empty()) {
            conditions.push_back(section.when);
        }
        for (const Question& question : section.questions) {
            add(question, std::string(text_in(section.title, m_language)), conditions);
        }
        for (const Section& inner : section.sections) {
            add(inner, conditions);
        }
    }
    std::vector<AskedQuestion> take() { return std::move(m_asked); }

private:
    void add(const Question& question, const std::string& title, std::vector<std::string> conditions) {
        if (!is_for(question.respondents, m_respondent)) {
            return;
        }
        if (!question.when.empty()) {
            conditions.push_back(question.when);
        }
        const bool takes_answer =
            question.kind != QuestionKind::record && question.kind != QuestionKind::note;
        m_asked.push_back({&question, title, conditions, takes_answer});
        for (const Question& part : question.parts) {
            add(part, title, conditions);
        }
    }

    std::string_view m_respondent;
    std::string_view m_language;
    std::vector<AskedQuestion> m_asked;
};

}  // namespace

std::vector<AskedQuestion> asked_questions(const Questionnaire& questionnaire, std::string_view respondent,
                                           std::string_view language) {
    Collector collector(respondent, language);
    for (const Section& section : questionnaire.sections) {
        collector.add(section, {});
    }
    return collector.take();
}

std::optional<bool> is_asked(const AskedQuestion& asked, const Reply& reply) {
    std::optional<bool> all = true;
    for (const std::string& condition : asked.conditions) {
        ExpressionFault fault;
        const std::optional<Expression> expression = Expression::parse(condition, fault);
        const std::optional<bool> one =
            !expression ? std::nullopt : expression->holds([&](const ExpressionReference& reference) {
                const Answer* const answer = reply.find_answer(reference.id);
                return answer == nullptr ? std::vector<std::string>()
                                         : questionnaire::expression_values(*answer, reference.where);
            });
        if (one == false) {
            return false;
        }
        all = one ? all : std::nullopt;
    }
    return all;
}

}  // namespace rapporteur::exchange
