// SPDX-License-Identifier: EUPL-1.2
#include "publication/visibility.hpp"

namespace rapporteur::publication {

using namespace domain;

namespace {

bool is_restricted(const Questionnaire* questionnaire, const QuestionId& id) {
    const Question* const question = questionnaire ? questionnaire->find_question(id.text()) : nullptr;
    return question && question->restricted;
}

}  // namespace

std::set<std::string> public_answers(const Framework& framework, const Evaluation& evaluation,
                                     const Reply& reply, const Questionnaire* questionnaire, StageTest test) {
    std::set<std::string> questions;
    const Access access = access_of(framework, evaluation, "reply-" + reply.respondent, test);
    const bool submitted = reply.status == ReplyStatus::submitted || reply.status == ReplyStatus::amended;
    if (access.visibility != Visibility::public_ || !submitted || reply.publication == Consent::refused) {
        return questions;
    }
    const bool given = !access.needs_consent || reply.publication == Consent::given;
    for (const Answer& answer : reply.answers) {
        const bool agreed = answer.consent == Consent::given || (answer.consent == Consent::unset && given);
        if (agreed && !is_restricted(questionnaire, answer.question)) {
            questions.insert(answer.question.text());
        }
    }
    return questions;
}

}  // namespace rapporteur::publication
