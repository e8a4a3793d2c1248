// SPDX-License-Identifier: EUPL-1.2
#include "exchange/amending.hpp"

#include "base/text.hpp"
#include "exchange/answer_order.hpp"

#include <algorithm>

namespace rapporteur::exchange {

using namespace domain;

namespace {

// The reply has it in a form of its own, beside prose.
bool has_values(const Answer& answer) {
    return !answer.values.empty() || !answer.cells.empty();
}

bool says_the_same(const Cell& one, const Cell& other) {
    return base::trim(one.raw) == base::trim(other.raw) && one.reason == other.reason;
}

void put_cell(Answer& answer, const Cell& came) {
    const auto there = std::find_if(answer.cells.begin(), answer.cells.end(),
                                    [&](const Cell& cell) { return cell.dims == came.dims; });
    if (there == answer.cells.end()) {
        answer.cells.push_back(came);
    } else if (!says_the_same(*there, came)) {
        const bool had_something = !there->raw.empty() || there->reason;
        *there = came;
        there->revised = had_something;
    }
}

class Amender {
public:
    Amender(const Questionnaire& questionnaire, const std::string& language, const std::string& of_reply)
        : m_questionnaire(questionnaire), m_language(language == of_reply ? "" : language) {}

    // The answer as it stands then; what was there before where it changes nothing.
    Answer after(const Answer& before, const Answer& came) const {
        Answer answer = before;
        const bool was_answered =
            before.state == AnswerState::answered && (has_values(before) || !before.text.empty());
        if (!came.cells.empty()) {
            for (const Cell& cell : came.cells) {
                put_cell(answer, cell);
            }
            if (const Question* const question = m_questionnaire.find_question(came.question.text())) {
                sort_cells(answer.cells, *question, m_questionnaire);
            }
            answer.state = AnswerState::answered;
            answer.reason.reset();
            if (!was_answered) {
                take_text(answer, came);
            }
        } else if (!came.values.empty()) {
            if (came.values == before.values && was_answered) {
                return before;
            }
            answer.values = came.values;
            answer.state = AnswerState::answered;
            answer.reason.reset();
            take_text(answer, came);
        } else if (came.reason && !was_answered) {
            answer.state = AnswerState::no_answer;
            answer.reason = came.reason;
            take_text(answer, came);
        }
        return answer;
    }

private:
    // An explanation belongs to the value that it explains.
    void take_text(Answer& answer, const Answer& came) const {
        answer.text = came.text;
        answer.language = came.text.empty() ? "" : m_language;
    }

    const Questionnaire& m_questionnaire;
    std::string m_language;  // "": the reply's
};

}  // namespace

Amendment amend(const Reply& reply, const std::vector<Answer>& came, const Questionnaire& questionnaire,
                const std::string& language) {
    const Amender amender(questionnaire, language, reply.language);
    Amendment amendment;
    amendment.answers = reply.answers;
    for (const Answer& each : came) {
        if (!has_values(each) && !each.reason) {
            continue;
        }
        const auto there =
            std::find_if(amendment.answers.begin(), amendment.answers.end(),
                         [&](const Answer& answer) { return answer.question == each.question; });
        const bool is_new = there == amendment.answers.end();
        Answer blank;
        blank.question = each.question;
        blank.state = AnswerState::blank;
        const Answer before = is_new ? blank : *there;
        Answer after = amender.after(before, each);
        if (after == before) {
            if (has_values(each) || before.reason == each.reason) {
                amendment.repeated.push_back(each.question.text());
            }
            continue;
        }
        amendment.changed.push_back(each.question.text());
        if (is_new) {
            amendment.answers.push_back(std::move(after));
        } else {
            *there = std::move(after);
        }
    }
    sort_answers(amendment.answers, questionnaire);
    return amendment;
}

}  // namespace rapporteur::exchange
