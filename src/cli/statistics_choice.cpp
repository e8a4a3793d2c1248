// SPDX-License-Identifier: EUPL-1.2
#include "cli/statistics_choice.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "statistics/selection.hpp"
#include "statistics/table.hpp"
#include "store/evaluations.hpp"

#include <algorithm>
#include <iterator>
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

std::vector<statistics::EvaluationFigures> chosen_figures(const store::Register& where,
                                                          const std::string& what) {
    std::vector<statistics::EvaluationFigures> figures;
    if (is_evaluation(what) || is_known_subject(where, what)) {
        for (ChosenRounds& each : chosen_rounds(where, what)) {
            std::move(each.rounds.begin() + static_cast<std::ptrdiff_t>(each.first), each.rounds.end(),
                      std::back_inserter(figures));
        }
        return figures;
    }
    for (const domain::EvaluationId& id : store::list_evaluations(where)) {
        figures.push_back(statistics::figures_of(where, id));
    }
    std::vector<std::string> known = statistics::indicators_in(figures);
    if (!base::contains(known, what)) {
        for (const std::string& subject : known_subjects(where)) {
            known.push_back(subject);
        }
        throw base::Error(base::ErrorKind::not_found,
                          "the register has no figures of an indicator, subject or evaluation " + what)
            .help(base::did_you_mean(what, {known.begin(), known.end()},
                                     "see what there is with: rapporteur evaluation list"));
    }
    std::erase_if(figures, [&](const statistics::EvaluationFigures& each) {
        return std::none_of(each.observations.begin(), each.observations.end(),
                            [&](const statistics::Observed& one) { return one.indicator == what; });
    });
    return figures;
}

std::vector<int> years_option(const Context& context) {
    const auto given = context.option("years");
    if (!given) {
        return {};
    }
    std::vector<int> years = statistics::read_years(*given);
    if (years.empty()) {
        throw base::Error(base::ErrorKind::usage, "\"" + *given + "\" are no years")
            .at("--years")
            .help("2012-2016, 2015 or 2012,2015");
    }
    return years;
}

void must_be_known(const std::string& option, const std::string& name, const std::string& message,
                   const std::vector<std::string>& known) {
    if (base::contains(known, name)) {
        return;
    }
    throw base::Error(base::ErrorKind::not_found, message)
        .at("--" + option)
        .help(base::did_you_mean(name, {known.begin(), known.end()},
                                 known.empty() ? "there are none at all"
                                               : "there is: " + base::join(known, ", ")));
}

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
