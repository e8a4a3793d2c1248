// SPDX-License-Identifier: EUPL-1.2
#include "exchange/issuing.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/specific_questions.hpp"
#include "store/delegations.hpp"
#include "store/evaluations.hpp"
#include "store/frameworks.hpp"
#include "store/people.hpp"
#include "store/questionnaires.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::exchange {

using namespace domain;

namespace {

struct Recipient {
    std::string respondent;
    std::optional<BodyId> body;
};

Recipient recipient_of(const store::Register& where, const Evaluation& evaluation, const std::string& to) {
    const std::size_t colon = to.find(':');
    if (colon == std::string::npos) {
        return {to, std::nullopt};
    }
    std::string body = to.substr(colon + 1);
    if (body.find('/') == std::string::npos) {
        body = evaluation.subject.text() + "/body/" + body;
    }
    if (!store::find_body(where, BodyId(body))) {
        throw base::Error(base::ErrorKind::not_found, "the register knows no body " + body)
            .help("bodies are declared in the evaluation's dossier");
    }
    return {to.substr(0, colon), BodyId(body)};
}

// The newest version that was adopted.
Questionnaire questionnaire_of(const store::Register& where, const Framework& framework,
                               const Evaluation& evaluation) {
    const Round* const round = framework.find_round(local_name(evaluation.round.text()));
    const std::string wanted = round == nullptr ? "" : round->questionnaire;
    std::optional<Questionnaire> newest;
    for (const QuestionnaireId& id : store::list_questionnaires(where)) {
        if (without_version(id.text()) != wanted) {
            continue;
        }
        Questionnaire each = store::need_questionnaire(where, id);
        if (each.status == VersionStatus::adopted && (!newest || newest->adopted < each.adopted)) {
            newest = std::move(each);
        }
    }
    if (!newest) {
        throw base::Error(base::ErrorKind::not_found,
                          "the register has no adopted questionnaire of " + evaluation.round.text())
            .help(wanted.empty() ? "name it in the framework's round: questionnaire=\"...\""
                                 : "load it: rapporteur load; then see rapporteur questionnaire list");
    }
    return std::move(*newest);
}

void refuse_unknown_respondent(const Questionnaire& questionnaire, const Recipient& recipient) {
    if (!base::contains(questionnaire.respondents, recipient.respondent)) {
        throw base::Error(base::ErrorKind::usage, fmt::format("{} is not put to a respondent \"{}\"",
                                                              questionnaire.id.text(), recipient.respondent))
            .help("its respondents are " + base::join(questionnaire.respondents, ", ") +
                  "; a body stands behind a colon: ngo:XAA/body/name");
    }
    const bool first = questionnaire.respondents.front() == recipient.respondent;
    if (!first && !recipient.body) {
        throw base::Error(base::ErrorKind::usage, "to which body is not said")
            .help(fmt::format("name it behind a colon: --to {}:XAA/body/name", recipient.respondent));
    }
}

std::string issue_name(const Recipient& recipient) {
    if (!recipient.body) {
        return recipient.respondent;
    }
    const std::string body = local_name(recipient.body->text());
    return body.rfind(recipient.respondent + "-", 0) == 0 ? body : recipient.respondent + "-" + body;
}

}  // namespace

std::string form_language(const Questionnaire& questionnaire, const std::string& wanted) {
    std::vector<std::string> known;
    for (const QuestionnaireLanguage& each : questionnaire.languages) {
        known.push_back(each.code);
    }
    if (wanted.empty() && !known.empty()) {
        return known.front();
    }
    if (!base::contains(known, wanted)) {
        throw base::Error(base::ErrorKind::not_found, fmt::format("{} has no text in the language \"{}\"",
                                                                  questionnaire.id.text(), wanted))
            .help("it has " + base::join(known, ", "));
    }
    return wanted;
}

namespace {

FormNames names_of(const store::Register& where, const Framework& framework, const Evaluation& evaluation,
                   const Issuing& issuing) {
    FormNames names;
    names.invented = evaluation.invented;
    if (const Subject* const subject = framework.find_subject(evaluation.subject.text())) {
        names.invented = names.invented || subject->invented;
        if (!subject->names.empty()) {
            names.subject = text_in(subject->names.back().name, issuing.language);
        }
    }
    if (const Round* const round = framework.find_round(local_name(evaluation.round.text()))) {
        names.round = text_in(round->name, issuing.language);
    }
    names.body =
        text_in(framework.bodies.empty() ? framework.name : framework.bodies.front().name, issuing.language);
    if (issuing.issue.to) {
        names.recipient = store::body_name(where, *issuing.issue.to, issuing.language, issuing.issue.sent);
    }
    return names;
}

Framework framework_of(const store::Register& where, const Evaluation& evaluation) {
    const std::optional<EvaluationParts> parts = parse_evaluation_id(evaluation.id.text());
    return store::need_framework(where, parts ? parts->framework : FrameworkId());
}

std::optional<Issue> issue_there(const store::Register& where, const EvaluationId& evaluation,
                                 const Recipient& recipient) {
    for (Issue& each : store::list_issues(where, evaluation)) {
        if (each.respondent == recipient.respondent && each.to == recipient.body) {
            return std::move(each);
        }
    }
    return std::nullopt;
}

}  // namespace

Issuing prepare_issue(const store::Register& where, const IssueWish& wish) {
    const Evaluation evaluation = store::need_evaluation(where, wish.evaluation);
    const Framework framework = framework_of(where, evaluation);
    const Recipient recipient = recipient_of(where, evaluation, wish.to);
    Issuing issuing;
    issuing.evaluation = wish.evaluation;
    if (std::optional<Issue> there = issue_there(where, wish.evaluation, recipient)) {
        if (wish.due && there->due != wish.due) {
            throw base::Error(base::ErrorKind::refused,
                              there->id.text() + " was made before, with another due date")
                .because(there->due ? "it is due on " + there->due->text() : "it has no due date")
                .help("leave --due out, or change the issue in the dossier and load it");
        }
        issuing.issue = std::move(*there);
        issuing.questionnaire = store::need_questionnaire(where, issuing.issue.questionnaire);
        issuing.language = form_language(issuing.questionnaire,
                                         wish.language.empty() ? issuing.issue.language : wish.language);
    } else {
        issuing.is_new = true;
        issuing.questionnaire = questionnaire_of(where, framework, evaluation);
        refuse_unknown_respondent(issuing.questionnaire, recipient);
        issuing.language = form_language(issuing.questionnaire, wish.language);
        issuing.issue.id = IssueId(wish.evaluation.text() + "/issue/" + issue_name(recipient));
        if (store::find_issue(where, issuing.issue.id)) {
            throw base::Error(base::ErrorKind::conflict, issuing.issue.id.text() + " went to somebody else")
                .help("write the issue into the dossier under a name of its own, and load it");
        }
        issuing.issue.questionnaire = issuing.questionnaire.id;
        issuing.issue.respondent = recipient.respondent;
        issuing.issue.to = recipient.body;
        issuing.issue.language = issuing.language;
        issuing.issue.sent = wish.today;
        issuing.issue.due = wish.due;
        const bool is_first = recipient.respondent == issuing.questionnaire.respondents.front();
        if (wish.quotes_recommendations && is_first && !recipient.body) {
            issuing.issue.specific =
                specific_questions(where, wish.evaluation, issuing.questionnaire, recipient.respondent);
        }
    }
    issuing.names = names_of(where, framework, evaluation, issuing);
    return issuing;
}

void keep_issue(store::Register& where, const Issuing& issuing, const std::vector<DelegationStep>& steps,
                const std::string& person) {
    if (!issuing.is_new && steps.empty()) {
        return;
    }
    store::Change change(where, person, "issue make " + issuing.issue.id.text());
    if (issuing.is_new) {
        store::put_issue(change, issuing.evaluation, issuing.issue);
    }
    store::add_delegation(change, issuing.issue.id, steps);
    change.commit();
}

Issuing find_issuing(const store::Register& where, const IssueId& id, const std::string& language) {
    const std::optional<EvaluationId> evaluation_id = evaluation_of(id.text());
    std::optional<Issue> issue = store::find_issue(where, id);
    if (!issue || !evaluation_id) {
        std::vector<std::string> known;
        for (const Issue& each :
             evaluation_id ? store::list_issues(where, *evaluation_id) : std::vector<Issue>()) {
            known.push_back(each.id.text());
        }
        throw base::Error(base::ErrorKind::not_found, "the register has no issue " + id.text())
            .help(base::did_you_mean(
                id.text(), std::vector<std::string_view>(known.begin(), known.end()),
                known.empty() ? std::string("an issue's identifier is such as peer/XAA-2/issue/government")
                              : "there are " + base::join(known, ", ")));
    }
    Issuing issuing;
    issuing.evaluation = *evaluation_id;
    issuing.issue = std::move(*issue);
    issuing.questionnaire = store::need_questionnaire(where, issuing.issue.questionnaire);
    issuing.language = language.empty() ? issuing.issue.language : language;
    const Evaluation evaluation = store::need_evaluation(where, *evaluation_id);
    issuing.names = names_of(where, framework_of(where, evaluation), evaluation, issuing);
    return issuing;
}

std::string file_stem_of(const Issuing& issuing) {
    return base::replace_all(issuing.evaluation.text(), "/", "-") + "-" +
           local_name(issuing.issue.id.text()) + "-" +
           (issuing.part ? local_name(issuing.part->body.text()) + "-" : "") + issuing.language;
}

}  // namespace rapporteur::exchange
