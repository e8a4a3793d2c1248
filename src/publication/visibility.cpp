// SPDX-License-Identifier: EUPL-1.2
#include "publication/visibility.hpp"

#include <algorithm>

namespace rapporteur::publication {

using namespace domain;

namespace {

bool stage_has_come(const Evaluation& evaluation, const std::string& stage, StageTest test) {
    return stage.empty() || std::ranges::any_of(evaluation.stages, [&](const StageEvent& event) {
               return event.stage == stage &&
                      (event.act == StageAct::completed ||
                       (test == StageTest::entered && event.act == StageAct::entered));
           });
}

bool is_restricted(const Questionnaire* questionnaire, const QuestionId& id) {
    const Question* const question = questionnaire ? questionnaire->find_question(id.text()) : nullptr;
    return question && question->restricted;
}

}  // namespace

Access access_of(const Framework& framework, const Evaluation& evaluation, std::string_view document_type,
                 StageTest test) {
    Access access;
    const DocumentType* const type = framework.find_document(document_type);
    if (!type) {
        return access;
    }
    for (const VisibilityRule& rule : type->visibility) {
        if (stage_has_come(evaluation, rule.from_stage, test)) {
            access = {rule.visibility, rule.needs_consent};
        }
    }
    return access;
}

bool is_public(const Framework& framework, const Evaluation& evaluation, std::string_view document_type,
               StageTest test) {
    return access_of(framework, evaluation, document_type, test).visibility == Visibility::public_;
}

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
