// SPDX-License-Identifier: EUPL-1.2
// What is wrong or doubtful with the figures of an evaluation, or of all evaluations of a subject.
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/output.hpp"
#include "cli/problem_list.hpp"
#include "cli/session.hpp"
#include "cli/statistics_choice.hpp"
#include "statistics/check.hpp"

#include <cstdlib>

namespace rapporteur::cli::command::statistics_check {

namespace {

using statistics::CheckedStatistics;
using statistics::StatisticsFault;

double number_of(const Context& context, const std::string& option, double otherwise) {
    const auto given = context.option(option);
    if (!given) {
        return otherwise;
    }
    const auto number = base::Decimal::parse(*given);
    if (!number || number->digits < 0) {
        throw base::Error(base::ErrorKind::usage, "\"" + *given + "\" is no number")
            .at("--" + option)
            .help("such as --" + option + " 25");
    }
    return number->approximate();
}

CheckedStatistics check_all(const std::vector<ChosenRounds>& chosen, const statistics::Tolerance& tolerance) {
    CheckedStatistics all;
    for (const ChosenRounds& each : chosen) {
        CheckedStatistics one = statistics::check_statistics(each.rounds, each.first, tolerance);
        all.figures += one.figures;
        all.without += one.without;
        all.in_replies += one.in_replies;
        all.in_rows += one.in_rows;
        all.revised += one.revised;
        std::move(one.faults.begin(), one.faults.end(), std::back_inserter(all.faults));
    }
    return all;
}

// With what kind of fault it is, so that a program can choose.
Listing listing_of(const CheckedStatistics& checked, const base::Problems& problems) {
    Listing listing = problems_listing(problems);
    listing.columns.insert(listing.columns.begin(), {{"evaluation", ""}, {"kind", ""}});
    for (std::size_t i = 0; i < problems.size(); ++i) {
        const StatisticsFault& fault = checked.faults[i];
        listing.rows[i].insert(listing.rows[i].begin(),
                               {fault.evaluation.text(), std::string(base::name_of(fault.kind))});
    }
    return listing;
}

// Below the file or reply in which they stand.
void print_by_origin(const Context& context, const base::Problems& problems) {
    std::string origin;
    for (base::Problem problem : problems) {
        if (problem.place.file != origin) {
            origin = problem.place.file;
            context.out() << "\n" << origin << "\n";
        }
        problem.place.file.clear();
        const std::string line = base::describe(problem);
        context.out() << (context.width() == 0 ? "  " + line
                                               : base::wrap(line, context.width(), "    ").substr(2))
                      << "\n";
    }
}

void run(Context& context) {
    const statistics::Tolerance otherwise;
    const statistics::Tolerance tolerance{number_of(context, "tolerance", otherwise.percent),
                                          number_of(context, "least", otherwise.least)};
    const store::Register where = open_to_read(context);
    const std::string& what = context.argument("EVALUATION");
    const CheckedStatistics checked = check_all(chosen_rounds(where, what), tolerance);
    base::Problems problems;
    for (const StatisticsFault& fault : checked.faults) {
        problems.push_back(fault.problem);
    }
    const std::int64_t errors = count_of(problems, base::Severity::error);
    const auto number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
    Card card;
    card.fields = {{is_evaluation(what) ? "evaluation" : "subject",
                    is_evaluation(what) ? "Evaluation" : "Subject", what},
                   {"in_replies", "Cells of replies", number(checked.in_replies)},
                   {"in_rows", "Rows of statistics.csv", number(checked.in_rows)},
                   {"figures", "With a figure", number(checked.figures)},
                   {"without_figure", "With a reason for none", number(checked.without)},
                   {"revised", "Revised", number(checked.revised)},
                   {"errors", "Errors", errors},
                   {"warnings", "Warnings", count_of(problems, base::Severity::warning)},
                   {"notes", "Notes", count_of(problems, base::Severity::note)}};
    if (context.wants_json()) {
        card.lists = {listing_of(checked, problems)};
    }
    print(context, card);
    if (!context.wants_json()) {
        print_by_origin(context, problems);
    }
    if (errors > 0) {
        throw base::Error(base::ErrorKind::invalid_input, "the figures of " + what + " have " +
                                                              std::to_string(errors) +
                                                              (errors == 1 ? " error" : " errors"));
    }
}

}  // namespace

Command describe() {
    return {.noun = "statistics",
            .verb = "check",
            .summary = "say what is wrong or doubtful with figures",
            .arguments = {{"EVALUATION", "an evaluation, or a subject: all evaluations of it"}},
            .options = {{"tolerance", "PERCENT", "how much a figure may differ from the year before; 50"},
                        {"least", "N", "differences up to this are no leap, whatever the percentage; 10"}},
            .json = Json::yes,
            .run = run};
}

}  // namespace rapporteur::cli::command::statistics_check
