// SPDX-License-Identifier: EUPL-1.2
#include "statistics/check.hpp"

#include "base/text.hpp"
#include "statistics/check_parts.hpp"

#include <algorithm>

namespace rapporteur::statistics {

namespace {

std::string subject_of(const Observed& one) {
    return one.reply.empty() ? one.indicator : one.question;
}

}  // namespace

CheckWork::CheckWork(const std::vector<EvaluationFigures>& rounds, std::size_t first)
    : m_rounds(rounds), m_first(first) {
    for (const EvaluationFigures& round : rounds) {
        std::map<std::pair<std::string, std::string>, const domain::Question*> known;
        std::vector<const domain::Question*>& questions = m_questions.emplace_back();
        for (const Observed& one : round.observations) {
            const auto [found, fresh] = known.emplace(std::pair(one.reply, one.question), nullptr);
            if (fresh && !one.reply.empty()) {
                found->second = round.question_of(one);
            }
            questions.push_back(found->second);
        }
        for (const auto& [table, question] : known) {
            if (question != nullptr && question->decimals == 0 && !question->unit.empty() &&
                !is_percent(question->unit)) {
                m_whole_units.insert(question->unit);
            }
        }
    }
}

std::string CheckWork::address(Spot spot) const {
    const Observed& one = at(spot);
    std::vector<std::string> parts;
    if (const domain::Question* const question = question_at(spot)) {
        for (const domain::Dimension& dimension : question->dimensions) {
            const bool is_year = dimension.id == "year" && one.year != 0;
            parts.push_back(
                dimension.id + "=" +
                (is_year ? std::to_string(one.year) : one.code_of(dimension.id).value_or("total")));
        }
        return base::join(parts, " ");
    }
    if (one.year != 0) {
        parts.push_back("year=" + std::to_string(one.year));
    }
    parts.insert(parts.end(), one.dims.begin(), one.dims.end());
    return base::join(parts, " ");
}

std::string CheckWork::other(Spot spot, Spot seen_from) const {
    const EvaluationFigures& round = m_rounds[spot.round];
    std::string place;
    if (spot.round != seen_from.round) {
        place = round.origin_of(at(spot));
    } else if (at(spot).reply != at(seen_from).reply) {
        place = at(spot).reply.empty() ? "statistics.csv" : "reply/" + at(spot).reply;
    }
    if (!at(spot).reply.empty()) {
        place += (place.empty() ? "" : "#") + at(spot).question;
    }
    return place;
}

void CheckWork::add(FaultKind kind, base::Severity severity, Spot spot, std::string text, std::string hint) {
    add_at(kind, severity, spot, address(spot), std::move(text), std::move(hint));
}

void CheckWork::add_at(FaultKind kind, base::Severity severity, Spot spot, const std::string& where,
                       std::string text, std::string hint) {
    const EvaluationFigures& round = m_rounds[spot.round];
    base::Place place{round.origin_of(at(spot)), 0, subject_of(at(spot)) + "[" + where + "]"};
    m_found.push_back({spot,
                       {kind, round.evaluation,
                        base::Problem{severity, std::move(place), std::move(text), std::move(hint)}}});
}

std::vector<StatisticsFault> CheckWork::take_faults() {
    std::stable_sort(m_found.begin(), m_found.end(), [](const Found& a, const Found& b) {
        return std::pair(a.spot.round, a.spot.index) < std::pair(b.spot.round, b.spot.index);
    });
    std::vector<StatisticsFault> faults;
    faults.reserve(m_found.size());
    for (Found& each : m_found) {
        faults.push_back(std::move(each.fault));
    }
    m_found.clear();
    return faults;
}

bool is_percent(std::string_view unit) {
    return unit.starts_with("percent") || unit.starts_with("per cent") || unit.starts_with("%");
}

std::size_t CheckedStatistics::count(base::Severity severity) const {
    return static_cast<std::size_t>(
        std::count_if(faults.begin(), faults.end(), [severity](const StatisticsFault& fault) {
            return fault.problem.severity == severity;
        }));
}

CheckedStatistics check_statistics(const std::vector<EvaluationFigures>& rounds, std::size_t first,
                                   const Tolerance& tolerance) {
    CheckedStatistics checked;
    for (std::size_t i = first; i < rounds.size(); ++i) {
        for (const Observed& one : rounds[i].observations) {
            checked.figures += one.figure.value ? 1U : 0U;
            checked.without += !one.figure.value && one.reason ? 1U : 0U;
            checked.revised += one.revised ? 1U : 0U;
            ++(one.reply.empty() ? checked.in_rows : checked.in_replies);
        }
    }
    CheckWork work(rounds, first);
    check_cells(work);
    check_tables(work);
    check_breakdowns(work);
    check_series(work, tolerance);
    checked.faults = work.take_faults();
    return checked;
}

}  // namespace rapporteur::statistics
