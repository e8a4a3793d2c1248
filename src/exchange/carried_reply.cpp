// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/carrying.hpp"
#include "exchange/reply_names.hpp"
#include "questionnaire/reply_check.hpp"
#include "store/questionnaires.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::exchange {

using namespace domain;

namespace {

Issue need_issue(const store::Register& where, const IssueId& id) {
    std::optional<Issue> issue = store::find_issue(where, id);
    if (!issue) {
        throw base::Error(base::ErrorKind::not_found, "the register has no issue " + id.text())
            .help("make it with: rapporteur issue make, or load it with its dossier");
    }
    return std::move(*issue);
}

Questionnaire questionnaire_asked(const store::Register& where, const Reply& reply) {
    const std::optional<Issue> issue = reply.issue ? store::find_issue(where, *reply.issue) : std::nullopt;
    if (!issue) {
        throw base::Error(base::ErrorKind::refused, reply.id.text() + " answers no questionnaire")
            .because("it is no reply to an issue");
    }
    return store::need_questionnaire(where, issue->questionnaire);
}

void refuse_what_does_not_lead(const Reply& earlier, const Questionnaire& from, const Questionnaire& to,
                               const Issue& issue) {
    if (issue.respondent != earlier.respondent) {
        throw base::Error(base::ErrorKind::refused,
                          fmt::format("{} was put to \"{}\", and the reply is from \"{}\"", issue.id.text(),
                                      issue.respondent, earlier.respondent));
    }
    if (from.id == to.id) {
        throw base::Error(base::ErrorKind::refused,
                          "both are of " + to.id.text() + ": nothing is to be carried")
            .help("a correction of the reply is a later version of it");
    }
    if (migration_between(from, to) == nullptr) {
        throw base::Error(base::ErrorKind::refused,
                          fmt::format("no migration map leads from {} to {}", from.id.text(), to.id.text()))
            .because("without one nobody has said which questions ask for the same")
            .help("see both replies beside each other with: rapporteur reply compare");
    }
}

// The draft's own exhibits: those that a carried answer names.
std::vector<Exhibit> exhibits_of(const Reply& earlier, const std::vector<Answer>& answers) {
    std::vector<Exhibit> exhibits = earlier.exhibits;
    std::erase_if(exhibits, [&](const Exhibit& exhibit) {
        return std::none_of(answers.begin(), answers.end(), [&](const Answer& answer) {
            return std::find(answer.exhibits.begin(), answer.exhibits.end(), exhibit.number) !=
                   answer.exhibits.end();
        });
    });
    return exhibits;
}

Reply draft_of(const CarriedReply& carried, const Issue& issue) {
    Reply draft;
    draft.id = ReplyId(carried.evaluation.text() + "/reply/" + local_name(issue.id.text()));
    draft.issue = issue.id;
    draft.respondent = carried.earlier.respondent;
    draft.from = carried.earlier.from;
    draft.language = carried.earlier.language;
    for (const CarriedAnswer& each : carried.carrying.carried) {
        draft.answers.push_back(each.answer);
    }
    draft.exhibits = exhibits_of(carried.earlier, draft.answers);
    return draft;
}

void check_draft(CarriedReply& carried, const Questionnaire& to, const Issue& issue) {
    questionnaire::check_reply(carried.draft, to, &issue, carried.warnings);
    std::erase_if(carried.warnings, [&](const base::Problem& problem) {
        const bool open = problem.text == questionnaire::k_no_answer;
        if (open) {
            carried.unanswered.push_back(problem.place.item);
        }
        return open;
    });
}

}  // namespace

CarriedReply carried_reply(const store::Register& where, const ReplyId& reply, std::optional<int> version,
                           const IssueId& issue_id) {
    CarriedReply carried;
    carried.earlier = need_reply(where, reply, version);
    const Issue issue = need_issue(where, issue_id);
    carried.evaluation = evaluation_of(issue_id.text()).value();
    const Questionnaire from = questionnaire_asked(where, carried.earlier);
    const Questionnaire to = store::need_questionnaire(where, issue.questionnaire);
    carried.from = from.id;
    carried.to = to.id;
    refuse_what_does_not_lead(carried.earlier, from, to, issue);
    carried.carrying = carry_answers(carried.earlier, from, to, pair_questions(from, to));
    carried.draft = draft_of(carried, issue);
    for (const Reply& other : store::list_replies(where, carried.evaluation)) {
        if (other.issue == issue.id || other.id == carried.draft.id) {
            throw base::Error(base::ErrorKind::conflict,
                              fmt::format("{} is there already ({}, version {})", other.id.text(),
                                          base::name_of(other.status), other.version))
                .because("answers are carried into an empty draft, never over answers")
                .help("compare them with: rapporteur reply compare");
        }
    }
    check_draft(carried, to, issue);
    return carried;
}

void keep_carried(store::Register& where, const CarriedReply& carried, const std::string& person) {
    store::Change change(where, person,
                         fmt::format("reply carry {}@{} --to {}", carried.earlier.id.text(),
                                     carried.earlier.version, carried.draft.issue->text()));
    std::map<int, std::string> bytes;
    for (const Exhibit& exhibit : carried.draft.exhibits) {
        bytes[exhibit.number] = store::file_bytes(where, exhibit.sha256);
    }
    store::put_reply(change, carried.evaluation, carried.draft, bytes);
    change.commit();
}

}  // namespace rapporteur::exchange
