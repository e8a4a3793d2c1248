// SPDX-License-Identifier: EUPL-1.2
#include "cli/problem_list.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rapporteur::cli {

namespace {

constexpr std::size_t k_indent = 2;

}  // namespace

Listing problems_listing(const base::Problems& problems) {
    Listing listing{
        .key = "problems",
        .columns = {{"severity", ""}, {"file", ""}, {"line", ""}, {"item", ""}, {"text", ""}, {"hint", ""}}};
    for (const base::Problem& problem : problems) {
        const base::Place& place = problem.place;
        const bool error = problem.severity == base::Severity::error;
        const bool warning = problem.severity == base::Severity::warning;
        listing.rows.push_back({std::string(error     ? "error"
                                            : warning ? "warning"
                                                      : "note"),
                                place.file.empty() ? Cell() : Cell(place.file),
                                place.line > 0 ? Cell(std::int64_t{place.line}) : Cell(),
                                place.item.empty() ? Cell() : Cell(place.item), problem.text,
                                problem.hint.empty() ? Cell() : Cell(problem.hint)});
    }
    return listing;
}

void print_problems(const Context& context, const base::Problems& problems) {
    if (!problems.empty()) {
        context.out() << '\n';
    }
    for (const base::Problem& problem : problems) {
        const std::string line = base::describe(problem);
        const std::string wrapped = base::wrap(line, context.width(), std::string(k_indent, ' '));
        context.out() << (context.width() == 0 ? line : wrapped.substr(k_indent)) << '\n';
    }
}

std::int64_t count_of(const base::Problems& problems, base::Severity severity) {
    return std::count_if(problems.begin(), problems.end(),
                         [severity](const base::Problem& problem) { return problem.severity == severity; });
}

}  // namespace rapporteur::cli
