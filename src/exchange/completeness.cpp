// SPDX-License-Identifier: EUPL-1.2
#include "exchange/completeness.hpp"

#include "exchange/asked.hpp"

#include <algorithm>

namespace rapporteur::exchange {

using namespace domain;

namespace {

void count_answer(AnswerCounts& counts, const Answer& answer) {
    switch (answer.state) {
    case AnswerState::answered:
        ++counts.answered;
        break;
    case AnswerState::blank:
        ++counts.blank;
        break;
    case AnswerState::not_asked:
        ++counts.not_asked;
        break;
    case AnswerState::no_answer: {
        const NoAnswer reason = answer.reason.value_or(NoAnswer::not_available);
        const auto found = std::find_if(counts.no_answers.begin(), counts.no_answers.end(),
                                        [&](const auto& each) { return each.first == reason; });
        if (found == counts.no_answers.end()) {
            counts.no_answers.emplace_back(reason, 1);
        } else {
            ++found->second;
        }
        break;
    }
    }
    for (const Cell& cell : answer.cells) {
        ++counts.cells;
        counts.cells_without_figure += cell.reason || cell.raw.empty() ? 1 : 0;
    }
}

// One question as it was put, and what the reply says to it.
struct Put {
    std::string section;
    std::string question;
    Required required = Required::no;
    bool excluded = false;  // not asked, after the other answers
    const Answer* answer = nullptr;
};

void count_put(CompletenessLine& line, const Put& put) {
    AnswerCounts& counts = line.counts;
    ++counts.asked;
    if (put.answer != nullptr) {
        count_answer(counts, *put.answer);
    } else if (put.excluded) {
        ++counts.not_asked;
    } else {
        ++counts.left_out;
    }
    if (put.excluded || put.required == Required::no) {
        return;
    }
    ++counts.required;
    if (put.answer == nullptr || put.answer->state == AnswerState::blank) {
        line.open.push_back(put.question);
    } else {
        ++counts.required_done;
    }
}

CompletenessLine& line_of(std::vector<CompletenessLine>& lines, const std::string& name) {
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&](const CompletenessLine& each) { return each.name == name; });
    if (found != lines.end()) {
        return *found;
    }
    lines.push_back({name, {}, {}});
    return lines.back();
}

class Counter {
public:
    Counter(const Reply& reply, bool must_answer) : m_reply(reply), m_must_answer(must_answer) {}

    void add(const AskedQuestion& asked) {
        const std::string& id = asked.question->id.text();
        const Answer* const answer = m_reply.find_answer(id);
        if (asked.takes_answer) {
            add({asked.section_title, id, asked.question->required, is_asked(asked, m_reply) == false,
                 answer});
        } else if (answer != nullptr) {
            add({asked.section_title, id, Required::no, false, answer});  // a remark on a record
        }
    }

    void add(const SpecificQuestion& specific) {
        add({std::string(k_specific_section), specific.id.text(), Required::warn, false,
             m_reply.find_answer(specific.id.text())});
    }

    Completeness take() {
        std::stable_partition(m_made.bodies.begin(), m_made.bodies.end(),
                              [](const CompletenessLine& line) { return !line.name.empty(); });
        return std::move(m_made);
    }

private:
    void add(Put put) {
        put.required = m_must_answer ? put.required : Required::no;
        count_put(m_made.whole, put);
        count_put(line_of(m_made.sections, put.section), put);
        const bool named = put.answer != nullptr && put.answer->author.has_value();
        count_put(line_of(m_made.bodies, named ? put.answer->author->text() : ""), put);
    }

    const Reply& m_reply;
    bool m_must_answer;
    Completeness m_made;
};

}  // namespace

int AnswerCounts::without_answer() const {
    int sum = 0;
    for (const auto& [reason, count] : no_answers) {
        sum += count;
    }
    return sum;
}

Completeness completeness_of(const Reply& reply, const Questionnaire& questionnaire, const Issue* issue,
                             const FormShare* share) {
    // The first respondent must answer what is required; the others may answer some questions or all.
    const bool must_answer =
        !questionnaire.respondents.empty() && questionnaire.respondents.front() == reply.respondent;
    Counter counter(reply, must_answer);
    for (const AskedQuestion& asked : asked_questions(questionnaire, reply.respondent, reply.language)) {
        if (share == nullptr || share->has(*asked.question)) {
            counter.add(asked);
        }
    }
    for (const SpecificQuestion& each :
         issue == nullptr ? std::vector<SpecificQuestion>() : issue->specific) {
        if (share == nullptr || share->has(each)) {
            counter.add(each);
        }
    }
    return counter.take();
}

}  // namespace rapporteur::exchange
