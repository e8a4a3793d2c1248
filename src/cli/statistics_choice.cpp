// SPDX-License-Identifier: EUPL-1.2
#include "cli/statistics_choice.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/evaluations.hpp"

#include <set>

namespace rapporteur::cli {

namespace {

std::set<std::string, std::less<>> known_subjects(const store::Register& where) {
    std::set<std::string, std::less<>> subjects;
    for (const domain::EvaluationId& id : store::list_evaluations(where)) {
        if (const auto parts = domain::parse_evaluation_id(id.text())) {
            subjects.insert(parts->subject.text());
        }
    }
    return subjects;
}

}  // namespace

bool is_evaluation(const std::string& what) {
    return what.find('/') != std::string::npos;
}

bool is_known_subject(const store::Register& where, const std::string& what) {
    return known_subjects(where).count(what) > 0;
}

std::vector<ChosenRounds> chosen_rounds(const store::Register& where, const std::string& what) {
    std::vector<ChosenRounds> chosen;
    if (is_evaluation(what)) {
        const domain::EvaluationId id(what);
        const domain::Evaluation evaluation = store::need_evaluation(where, id);
        const auto parts = domain::parse_evaluation_id(what);
        ChosenRounds one;
        one.rounds = statistics::figures_of_rounds(where, parts ? parts->framework : domain::FrameworkId(),
                                                   evaluation.subject, id);
        one.first = one.rounds.empty() ? 0 : one.rounds.size() - 1;
        chosen.push_back(std::move(one));
        return chosen;
    }
    std::set<std::string> frameworks;
    for (const domain::EvaluationId& id : store::list_evaluations(where, "", what)) {
        if (const auto parts = domain::parse_evaluation_id(id.text())) {
            frameworks.insert(parts->framework.text());
        }
    }
    if (frameworks.empty()) {
        const auto subjects = known_subjects(where);
        throw base::Error(base::ErrorKind::not_found, "the register has no evaluation of " + what)
            .help(base::did_you_mean(what, {subjects.begin(), subjects.end()},
                                     "see what there is with: rapporteur evaluation list"));
    }
    for (const std::string& framework : frameworks) {
        chosen.push_back(
            {statistics::figures_of_rounds(where, domain::FrameworkId(framework), domain::SubjectId(what)),
             0});
    }
    return chosen;
}

}  // namespace rapporteur::cli
