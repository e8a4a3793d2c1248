// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "statistics/table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

namespace rapporteur::statistics {
namespace {

constexpr int k_first_year = 1900;
constexpr int k_last_year = 2200;
constexpr std::size_t k_most_years = 60;

std::optional<int> read_year(std::string_view text) {
    int year = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), year);
    const bool whole = fault == std::errc() && end == text.data() + text.size();
    return whole && year >= k_first_year && year <= k_last_year ? std::optional<int>(year) : std::nullopt;
}

bool is_chart_kind(std::string_view kind) {
    return kind == "bars" || kind == "stacked-bars" || kind == "lines";
}

}  // namespace

std::vector<int> read_years(std::string_view text) {
    std::vector<int> years;
    const std::size_t hyphen = text.find('-');
    if (hyphen != std::string_view::npos) {
        const auto first = read_year(text.substr(0, hyphen));
        const auto last = read_year(text.substr(hyphen + 1));
        if (first && last) {
            for (int year = *first; year <= *last && years.size() < k_most_years; ++year) {
                years.push_back(year);
            }
        }
        return years;
    }
    for (const std::string_view part : base::split(text, ',')) {
        const auto year = read_year(part);
        if (!year || (!years.empty() && *year <= years.back())) {
            return {};
        }
        years.push_back(*year);
    }
    return years;
}

std::optional<TableRequest> read_request(const std::vector<std::pair<std::string, std::string>>& attributes,
                                         const base::Place& place, base::Problems& problems) {
    TableRequest request;
    const std::size_t before = problems.size();
    const auto fault = [&](std::string text, std::string hint) {
        base::add_error(problems, place, std::move(text), std::move(hint));
    };
    for (const auto& [key, value] : attributes) {
        if (key == "question") {
            request.question = value;
        } else if (key == "indicator") {
            request.indicator = value;
        } else if (key == "reply") {
            request.reply = value;
        } else if (key == "by") {
            request.by = value;
        } else if (key == "kind") {
            request.kind = value;
        } else if (key == "years") {
            request.years = read_years(value);
            if (request.years.empty()) {
                fault(fmt::format("years={} are no years", value),
                      "years=2012-2016, years=2015 or years=2012,2015");
            }
        } else if (base::is_ascii_token(key) && base::is_ascii_token(value)) {
            request.filters.emplace_back(key, value);
        } else {
            fault(fmt::format("{}={} is no filter", key, value),
                  "a filter is a dimension and a code: group=women");
        }
    }
    if (request.question.empty() == request.indicator.empty()) {
        fault("a block of figures needs a question or an indicator",
              "question=stat.support or indicator=victims");
    }
    if (request.by.empty()) {
        fault("a block of figures without by=", "by= names a dimension of the figures, or total");
    }
    if (std::none_of(attributes.begin(), attributes.end(),
                     [](const auto& each) { return each.first == "years"; })) {
        fault("a block of figures without years=", "years=2012-2016");
    }
    if (!request.kind.empty() && !is_chart_kind(request.kind)) {
        fault(fmt::format("kind={} is no kind of chart", request.kind), "bars, stacked-bars or lines");
    }
    return problems.size() == before ? std::optional<TableRequest>(std::move(request)) : std::nullopt;
}

}  // namespace rapporteur::statistics
