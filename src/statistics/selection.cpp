// SPDX-License-Identifier: EUPL-1.2
#include "statistics/selection.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace rapporteur::statistics {

namespace {

std::string_view dimension_of(std::string_view dim) {
    return dim.substr(0, dim.find('='));
}

bool is_wanted(const Observed& one, const Selection& selection) {
    if ((selection.origins == Origins::replies && one.reply.empty()) ||
        (selection.origins == Origins::rows && !one.reply.empty()) ||
        (!selection.indicator.empty() && one.indicator != selection.indicator) ||
        (!selection.question.empty() && one.question != selection.question)) {
        return false;
    }
    if (!selection.years.empty() &&
        std::count(selection.years.begin(), selection.years.end(), one.year) == 0) {
        return false;
    }
    return !selection.by || std::all_of(one.dims.begin(), one.dims.end(), [&](const std::string& dim) {
        return base::contains(*selection.by, dimension_of(dim));
    });
}

template <class Texts>
std::vector<std::string> all_of(const std::vector<EvaluationFigures>& evaluations, Texts texts_of) {
    std::set<std::string> found;
    for (const EvaluationFigures& each : evaluations) {
        for (const Observed& one : each.observations) {
            texts_of(one, found);
        }
    }
    found.erase("");
    return {found.begin(), found.end()};
}

}  // namespace

Heading heading_of(const Listed& listed) {
    const auto parts = domain::parse_evaluation_id(listed.evaluation->evaluation.text());
    Heading heading;
    heading.framework = parts ? parts->framework.text() : "";
    heading.subject = parts ? parts->subject.text() : "";
    heading.name = listed.one->indicator.empty() ? listed.one->question : listed.one->indicator;
    heading.unit = listed.one->unit;
    return heading;
}

std::vector<Listed> select(const std::vector<EvaluationFigures>& evaluations, const Selection& selection) {
    struct Ranked {
        Listed listed;
        std::tuple<std::size_t, std::size_t, int> rank;  // heading, dimensions, year
    };
    std::vector<Ranked> ranked;
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> headings;
    std::map<std::pair<std::size_t, std::vector<std::string>>, std::size_t> series;
    for (const EvaluationFigures& each : evaluations) {
        for (const Observed& one : each.observations) {
            if (!is_wanted(one, selection)) {
                continue;
            }
            const Listed listed{&each, &one};
            Heading heading = heading_of(listed);
            const std::size_t place =
                headings
                    .emplace(std::tuple(heading.framework, heading.subject, heading.name, heading.unit),
                             headings.size())
                    .first->second;
            const std::size_t row = series.emplace(std::pair(place, one.dims), series.size()).first->second;
            ranked.push_back({listed, {place, row, one.year}});
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
    std::vector<Listed> result;
    result.reserve(ranked.size());
    for (const Ranked& each : ranked) {
        result.push_back(each.listed);
    }
    return result;
}

std::string value_text(const Observed& one) {
    return one.figure.value ? one.figure.value->text() : "";
}

std::string raw_where_it_differs(const Observed& one) {
    return one.figure.raw == value_text(one) ? "" : one.figure.raw;
}

std::vector<std::string> indicators_in(const std::vector<EvaluationFigures>& evaluations) {
    return all_of(evaluations,
                  [](const Observed& one, std::set<std::string>& found) { found.insert(one.indicator); });
}

std::vector<std::string> questions_in(const std::vector<EvaluationFigures>& evaluations) {
    return all_of(evaluations,
                  [](const Observed& one, std::set<std::string>& found) { found.insert(one.question); });
}

std::vector<std::string> dimensions_in(const std::vector<EvaluationFigures>& evaluations) {
    return all_of(evaluations, [](const Observed& one, std::set<std::string>& found) {
        for (const std::string& dim : one.dims) {
            found.emplace(dimension_of(dim));
        }
    });
}

}  // namespace rapporteur::statistics
