// SPDX-License-Identifier: EUPL-1.2
#include "exchange/readable_reply.hpp"

#include "domain/visibility.hpp"
#include "exchange/asked.hpp"
#include "exchange/completeness.hpp"
#include "exchange/reply_names.hpp"
#include "store/evaluations.hpp"
#include "store/frameworks.hpp"
#include "store/people.hpp"
#include "store/questionnaires.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

#include <set>

namespace rapporteur::exchange {

using namespace domain;

namespace {

std::string state_words(const Answer& answer) {
    switch (answer.state) {
    case AnswerState::no_answer:
        return "No answer: " + reason_in_words(answer.reason.value_or(NoAnswer::not_available)) + ".";
    case AnswerState::blank:
        return "Left blank.";
    case AnswerState::not_asked:
        return "Not asked.";
    case AnswerState::answered:
        break;
    }
    return "";
}

std::string value_label(const Question* question, const Questionnaire* questionnaire,
                        const std::string& value, std::string_view language) {
    if (question != nullptr && questionnaire != nullptr && question->kind == QuestionKind::choice) {
        if (const Codelist* const list = questionnaire->find_codelist(question->codelist)) {
            for (const Code& code : list->codes) {
                if (code.value == value) {
                    return std::string(text_in(code.label, language));
                }
            }
        }
    }
    if (question != nullptr && question->kind == QuestionKind::number && !question->unit.empty()) {
        return value + " " + question->unit;
    }
    return value;
}

class Reader {
public:
    Reader(const store::Register& where, ReadableReply& readable)
        : m_where(where), m_readable(readable), m_reply(readable.reply) {
        if (m_reply.issue) {
            m_issue = store::find_issue(where, *m_reply.issue);
        }
        if (m_issue) {
            m_questionnaire = store::find_questionnaire(where, m_issue->questionnaire);
        }
    }

    void run() {
        if (m_questionnaire) {
            for (const AskedQuestion& asked :
                 asked_questions(*m_questionnaire, m_reply.respondent, m_reply.language)) {
                add(asked);
            }
        }
        for (const SpecificQuestion& specific :
             m_issue ? m_issue->specific : std::vector<SpecificQuestion>()) {
            if (ReadableAnswer* const made = add(specific.id, nullptr)) {
                made->section = k_specific_section;
                made->question_text = text_in(specific.text, m_reply.language);
            }
        }
        for (const Answer& answer : m_reply.answers) {
            if (m_seen.count(answer.question.text()) == 0) {
                add(answer.question, nullptr);
            }
        }
    }

private:
    void add(const AskedQuestion& asked) {
        const Question& question = *asked.question;
        const bool mentioned = m_reply.find_answer(question.id.text()) != nullptr;
        if (question.kind == QuestionKind::note || (!mentioned && is_asked(asked, m_reply) == false)) {
            return;
        }
        if (ReadableAnswer* const made = add(question.id, &question)) {
            made->section = asked.section_title;
            made->number = question.number;
            made->question_text = text_in(question.text, m_reply.language);
            made->confidential = made->confidential || (mentioned && question.restricted);
            if (!asked.takes_answer && !mentioned) {
                made->state_words.clear();  // the parts of a record say it
                made->given = true;
            }
        }
    }

    // All answers to the question (parts of a repeated record have several); one that says so where there is none.
    ReadableAnswer* add(const QuestionId& id, const Question* question) {
        m_seen.insert(id.text());
        bool any = false;
        for (const Answer& answer : m_reply.answers) {
            if (answer.question == id) {
                m_readable.answers.push_back(made_of(answer, question));
                any = true;
            }
        }
        if (!any) {
            ReadableAnswer& made = m_readable.answers.emplace_back();
            made.question = id.text();
            made.answer.question = id;
            made.answer.state = AnswerState::blank;
            made.given = false;
            made.state_words = "Not answered.";
        }
        return &m_readable.answers.back();
    }

    ReadableAnswer made_of(const Answer& answer, const Question* question) const {
        ReadableAnswer made;
        const Questionnaire* const questionnaire = m_questionnaire ? &*m_questionnaire : nullptr;
        made.question = answer.question.text();
        made.answer = answer;
        made.state_words = state_words(answer);
        for (const std::string& value : answer.values) {
            made.values.push_back(value_label(question, questionnaire, value, m_reply.language));
        }
        if (answer.author) {
            made.author = store::body_name(m_where, *answer.author, m_reply.language, m_reply.submitted);
        }
        for (const int number : answer.exhibits) {
            for (const Exhibit& exhibit : m_reply.exhibits) {
                if (exhibit.number == number) {
                    made.exhibits.push_back(fmt::format("{}: {}", number, exhibit.title));
                }
            }
        }
        made.confidential = answer.consent == Consent::refused;
        if (!answer.cells.empty()) {
            made.table = reply_table(answer, question, questionnaire, m_reply.language);
        }
        made.text = answer.text;
        return made;
    }

    const store::Register& m_where;
    ReadableReply& m_readable;
    const Reply& m_reply;
    std::optional<Issue> m_issue;
    std::optional<Questionnaire> m_questionnaire;
    std::set<std::string> m_seen;
};

}  // namespace

ReadableReply readable_reply(const store::Register& where, const ReplyId& id, std::optional<int> version,
                             base::Date on) {
    ReadableReply readable;
    readable.reply = need_reply(where, id, version);
    for (const BodyId& body : readable.reply.from) {
        readable.from.push_back(
            store::body_name(where, body, readable.reply.language, readable.reply.submitted));
    }
    const std::optional<EvaluationId> evaluation_id = evaluation_of(id.text());
    const std::optional<Evaluation> evaluation =
        evaluation_id ? store::find_timeline(where, *evaluation_id) : std::nullopt;
    const std::optional<EvaluationParts> parts =
        evaluation_id ? parse_evaluation_id(evaluation_id->text()) : std::nullopt;
    if (evaluation && parts) {
        const Framework framework = store::need_framework(where, parts->framework);
        readable.visibility =
            visibility_now(framework, "reply-" + readable.reply.respondent,
                           stage_standings(framework, *evaluation, on), readable.reply.publication);
        const Subject* const subject = framework.find_subject(evaluation->subject.text());
        readable.invented = evaluation->invented || (subject != nullptr && subject->invented);
        if (subject != nullptr && !subject->names.empty()) {
            readable.subject_name = text_in(subject->names.back().name, readable.reply.language);
        }
    }
    Reader(where, readable).run();
    return readable;
}

}  // namespace rapporteur::exchange
