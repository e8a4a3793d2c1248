// SPDX-License-Identifier: EUPL-1.2
#include "exchange/misfit.hpp"

#include "base/text.hpp"
#include "questionnaire/reply_check.hpp"
#include "store/evaluations.hpp"
#include "store/questionnaires.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

namespace rapporteur::exchange {

using namespace domain;

namespace {

// Fewer faults are shown as they are.
constexpr std::size_t k_few_faults = 8;
// What fits has at most this part of the faults.
constexpr std::size_t k_fits_better = 4;

struct Misfit {
    std::size_t faults = 0;
    std::set<std::string> questions;
};

// Errors of answers; the item of one is its question, or "question[cell]". Rounds have questions in common, so that the answers that
// fit say less than the cells that do not.
Misfit faults_of(const Reply& reply, const base::Problems& problems) {
    Misfit misfit;
    for (const base::Problem& problem : problems) {
        const std::string question = problem.place.item.substr(0, problem.place.item.find('['));
        if (problem.severity == base::Severity::error && reply.find_answer(question) != nullptr) {
            ++misfit.faults;
            misfit.questions.insert(question);
        }
    }
    return misfit;
}

// The same against another questionnaire; with its issue where there is one, for the country-specific questions.
std::size_t faults_against(const Reply& reply, const Questionnaire& questionnaire, const Issue* issue) {
    base::Problems problems;
    questionnaire::check_reply(reply, questionnaire, issue, problems);
    return faults_of(reply, problems).faults;
}

struct Fit {
    std::size_t faults = 0;
    std::string hint;
};

class Search {
public:
    // Each questionnaire is tried once, with the issue that was met first; not the issue's of which the faults are.
    Search(const store::Register& where, const EvaluationId& evaluation, const Reply& reply,
           const QuestionnaireId& but, std::size_t faults)
        : m_where(where), m_evaluation(evaluation), m_reply(reply), m_seen{but.text()}, m_best{faults, ""} {}

    void sent(const EvaluationId& evaluation) {
        for (const Issue& issue : store::list_issues(m_where, evaluation)) {
            if (issue.respondent == m_reply.respondent && m_seen.insert(issue.questionnaire.text()).second) {
                const std::string meant = evaluation == m_evaluation
                                              ? fmt::format("issue=\"{}\"", local_name(issue.id.text()))
                                              : "--evaluation " + evaluation.text();
                consider(issue.questionnaire, &issue,
                         fmt::format("it fits {} of {}: was {} meant?", issue.id.text(),
                                     issue.questionnaire.text(), meant));
            }
        }
    }
    void unsent() {
        for (const QuestionnaireId& id : store::list_questionnaires(m_where)) {
            if (m_seen.insert(id.text()).second) {
                consider(id, nullptr, fmt::format("it fits {}, which was sent in no evaluation", id.text()));
            }
        }
    }
    const Fit& best() const { return m_best; }

private:
    void consider(const QuestionnaireId& id, const Issue* issue, std::string hint) {
        const std::optional<Questionnaire> questionnaire = store::find_questionnaire(m_where, id);
        if (questionnaire && base::contains(questionnaire->respondents, m_reply.respondent)) {
            const std::size_t faults = faults_against(m_reply, *questionnaire, issue);
            if (faults < m_best.faults) {
                m_best = {faults, std::move(hint)};
            }
        }
    }

    const store::Register& m_where;
    const EvaluationId& m_evaluation;
    const Reply& m_reply;
    std::set<std::string> m_seen;
    Fit m_best;
};

// The other evaluations, those of the state whose bodies sent the reply first: many states answer one questionnaire.
std::vector<EvaluationId> likely_first(const store::Register& where, const EvaluationId& but,
                                       const Reply& reply) {
    std::vector<EvaluationId> evaluations = store::list_evaluations(where);
    std::erase(evaluations, but);
    const auto is_senders = [&](const EvaluationId& evaluation) {
        const auto parts = parse_evaluation_id(evaluation.text());
        return parts && std::ranges::any_of(reply.from, [&](const BodyId& body) {
                   return body.text().starts_with(parts->subject.text() + "/");
               });
    };
    // Not std::ranges: the second compiler can not read that one.
    std::stable_partition(evaluations.begin(), evaluations.end(), is_senders);
    return evaluations;
}

}  // namespace

std::optional<base::Problem> misfit_of(const store::Register& where, const EvaluationId& evaluation,
                                       const Reply& reply, const Issue& issue, const base::Problems& faults) {
    const Misfit misfit = faults_of(reply, faults);
    if (misfit.faults <= k_few_faults) {
        return std::nullopt;
    }
    Search search(where, evaluation, reply, issue.questionnaire, misfit.faults);
    search.sent(evaluation);
    for (const EvaluationId& other : likely_first(where, evaluation, reply)) {
        search.sent(other);
    }
    search.unsent();
    if (search.best().faults * k_fits_better > misfit.faults) {
        return std::nullopt;
    }
    base::Problem problem;
    problem.text =
        fmt::format("this is no reply to {} of {}: {} faults in {} of its {} answers", issue.id.text(),
                    issue.questionnaire.text(), misfit.faults, misfit.questions.size(), reply.answers.size());
    problem.hint = search.best().hint;
    return problem;
}

}  // namespace rapporteur::exchange
