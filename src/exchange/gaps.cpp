// SPDX-License-Identifier: EUPL-1.2
#include "exchange/gaps.hpp"

#include "base/text.hpp"
#include "domain/expression.hpp"
#include "exchange/asked.hpp"
#include "exchange/form_words.hpp"
#include "questionnaire/table_findings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::exchange {

using namespace domain;
using questionnaire::CellPlace;

namespace {

constexpr std::size_t k_named = 10;

class GapFinder {
public:
    GapFinder(const Reply& reply, const Questionnaire& questionnaire, std::string_view language)
        : m_reply(reply), m_questionnaire(questionnaire), m_language(language),
          m_words(form_words(language)) {}

    void question(const AskedQuestion& asked) {
        const Answer* const answer = m_reply.find_answer(asked.question->id.text());
        if (!asked.takes_answer || (answer == nullptr && is_asked(asked, m_reply) != true)) {
            return;
        }
        question(asked.question->id, answer);
        if (answer != nullptr && answer->state == AnswerState::answered) {
            figures(*asked.question, *answer);
        }
    }

    void question(const QuestionId& id, const Answer* answer) {
        if (answer == nullptr || answer->state == AnswerState::blank) {
            add(id, GapKind::unanswered, m_words.ask_for_answer);
        } else if (answer->state == AnswerState::no_answer) {
            const std::string& reason =
                reason_words(m_words, answer->reason.value_or(NoAnswer::not_available));
            add(id, GapKind::no_answer, fill(m_words.ask_despite_reason, {reason}));
        }
    }

    std::vector<Gap> take() { return std::move(m_gaps); }

private:
    void add(const QuestionId& id, GapKind kind, std::string what) {
        m_gaps.push_back({id, kind, std::move(what)});
    }

    void figures(const Question& question, const Answer& answer) {
        const questionnaire::TableFindings found =
            questionnaire::table_findings(m_questionnaire, question, answer);
        for (const questionnaire::TotalFinding& total : found.totals) {
            add(question.id, GapKind::figures,
                fill(m_words.ask_about_total,
                     {place_words(question, total.place), total.fault.total.text(), total.fault.sum.text()}));
        }
        std::vector<questionnaire::CellPlace> places = found.empty;
        places.insert(places.end(), found.missing.begin(), found.missing.end());
        if (!places.empty()) {
            add(question.id, GapKind::figures, fill(m_words.ask_for_cells, {places_words(question, places)}));
        }
        for (const Check& check : question.checks) {
            if (is_asked({&question, "", {check.test}, true}, m_reply) == false) {
                add(question.id, GapKind::figures, markdown_of(text_in(check.message, m_language)));
            }
        }
    }

    std::string places_words(const Question& question,
                             const std::vector<questionnaire::CellPlace>& places) const {
        std::vector<std::string> named;
        for (const questionnaire::CellPlace& place : places) {
            if (named.size() < k_named) {
                named.push_back(place_words(question, place));
            }
        }
        const std::size_t more = places.size() - named.size();
        return base::join(named, "; ") +
               (more > 0 ? " " + fill(m_words.and_more, {fmt::format("{}", more)}) : "");
    }

    // "Women, 2025"
    std::string place_words(const Question& question, const questionnaire::CellPlace& place) const {
        std::vector<std::string> words;
        for (const std::string& pair : place) {
            const std::size_t equals = pair.find('=');
            words.push_back(code_words(question, pair.substr(0, equals), pair.substr(equals + 1)));
        }
        return markdown_of(base::join(words, ", "));
    }

    std::string code_words(const Question& question, const std::string& dimension,
                           const std::string& code) const {
        if (code == "total") {
            return m_words.total;
        }
        for (const Dimension& each : question.dimensions) {
            const Codelist* const list =
                each.id == dimension ? m_questionnaire.find_codelist(each.codelist) : nullptr;
            for (const Code& known : list == nullptr ? std::vector<Code>() : list->codes) {
                if (known.value == code) {
                    return std::string(text_in(known.label, m_language));
                }
            }
        }
        return code;
    }

    const Reply& m_reply;
    const Questionnaire& m_questionnaire;
    std::string_view m_language;
    const FormWords& m_words;
    std::vector<Gap> m_gaps;
};

}  // namespace

std::vector<Gap> find_gaps(const Reply& reply, const Questionnaire& questionnaire, const Issue& issue,
                           std::string_view language) {
    GapFinder finder(reply, questionnaire, language);
    for (const AskedQuestion& asked : asked_questions(questionnaire, reply.respondent, language)) {
        finder.question(asked);
    }
    for (const SpecificQuestion& each : issue.specific) {
        finder.question(each.id, reply.find_answer(each.id.text()));
    }
    return finder.take();
}

std::string markdown_of(std::string_view words) {
    std::string markdown;
    for (const char c : words) {
        if (std::string_view("\\`*_[]<>~^$@|#{}\"'").find(c) != std::string_view::npos) {
            markdown += '\\';
        }
        markdown += c;
    }
    return markdown;
}

}  // namespace rapporteur::exchange
