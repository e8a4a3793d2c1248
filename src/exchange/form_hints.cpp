// SPDX-License-Identifier: EUPL-1.2
#include "exchange/form_hints.hpp"

#include "base/text.hpp"
#include "domain/expression.hpp"
#include "exchange/form_tables.hpp"

#include <fmt/format.h>

#include <vector>

namespace rapporteur::exchange {

using namespace domain;

std::string FormHints::of(const Question& question) const {
    std::vector<std::string> hints;
    const auto add = [&hints](std::string hint) {
        if (!hint.empty()) {
            hints.push_back(std::move(hint));
        }
    };
    add(of_kind(question));
    if (question.period == "since-last-report") {
        add(m_words.since_last_report);
    } else if (!question.period.empty()) {
        add(m_words.since_date);
    }
    if (question.max_words > 0) {
        add(fill(m_words.at_most_words, {fmt::format("{}", question.max_words)}));
    }
    if (question.attachments == "expected") {
        add(m_words.exhibit_expected);
    }
    if (question.restricted) {
        add(m_words.restricted);
    }
    return base::join(hints, " ");
}

std::string FormHints::of_kind(const Question& question) const {
    switch (question.kind) {
    case QuestionKind::number:
        return of_number(question);
    case QuestionKind::date:
        return question.precision == "year"    ? m_words.date_year
               : question.precision == "month" ? m_words.date_month
                                               : m_words.date_day;
    case QuestionKind::choice:
        return question.many ? m_words.tick_many : m_words.tick_one;
    case QuestionKind::yesno:
        return m_words.tick_one;
    case QuestionKind::record:
        return question.repeat ? m_words.repeat : "";
    case QuestionKind::table:
        return takes_more_rows(question, m_questionnaire) ? m_words.more_rows : "";
    case QuestionKind::attachment:
        return m_words.exhibit;
    default:
        return "";
    }
}

std::string FormHints::of_number(const Question& question) const {
    std::vector<std::string> hints{question.unit.empty()
                                       ? m_words.figure + "."
                                       : fill(m_words.number, {unit_words(m_words, question.unit)})};
    hints.push_back(question.decimals == 0 ? m_words.whole
                                           : fill(m_words.decimals, {fmt::format("{}", question.decimals)}));
    if (!question.minimum.empty()) {
        hints.push_back(fill(m_words.at_least, {question.minimum}));
    }
    if (!question.maximum.empty()) {
        hints.push_back(fill(m_words.at_most, {question.maximum}));
    }
    return base::join(hints, " ");
}

std::string FormHints::explanation(const Question& question) const {
    if (question.explain.empty() || base::contains(question.explain, "always")) {
        return m_words.explain;
    }
    std::vector<std::string> values;
    for (const std::string& value : question.explain) {
        values.push_back(value_words(&question, value));
    }
    return fill(m_words.explain_if, {base::join(values, ", ")});
}

std::string FormHints::value_words(const Question* question, const std::string& value) const {
    if (question == nullptr) {
        return "";
    }
    if (question->kind == QuestionKind::yesno) {
        return value == "yes" ? m_words.yes : value == "no" ? m_words.no : m_words.partly;
    }
    if (const Codelist* const list = m_questionnaire.find_codelist(question->codelist)) {
        for (const Code& code : list->codes) {
            if (code.value == value) {
                return std::string(text_in(code.label, m_language));
            }
        }
    }
    return "";
}

std::string FormHints::condition(const std::string& when) const {
    ExpressionFault fault;
    const std::optional<Expression> expression = Expression::parse(when, fault);
    const auto compared = expression ? expression->compared_texts()
                                     : std::vector<std::pair<ExpressionReference, std::string>>();
    // One question and one value, and written as nothing but that comparison.
    if (compared.size() != 1 ||
        base::trim(when) != fmt::format("${{{}}} = '{}'", compared[0].first.id, compared[0].second)) {
        return "";
    }
    const Question* const other = m_questionnaire.find_question(compared[0].first.id);
    const std::string value = value_words(other, compared[0].second);
    return value.empty() || other->number.empty() ? "" : fill(m_words.only_if, {other->number, value});
}

}  // namespace rapporteur::exchange
