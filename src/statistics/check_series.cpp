// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "statistics/check_parts.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace rapporteur::statistics {

namespace {

using base::Severity;

// All that is said of one thing in the course of the years: by year, then round, then as it stands.
struct Point {
    int year = 0;
    Spot spot;
};
using Series = std::vector<Point>;

// Cells of a table of several series have no indicator: their question stands for it.
std::string key_of(const Observed& one) {
    std::string key = one.indicator.empty() ? "?" + one.question : one.indicator;
    for (const std::string& dim : one.dims) {
        key += "\n" + dim;
    }
    return key;
}

std::string years_in_words(const std::vector<int>& years) {
    const bool run = years.size() > 2 && years.back() - years.front() + 1 == static_cast<int>(years.size());
    if (run) {
        return fmt::format("{} to {}", years.front(), years.back());
    }
    std::vector<std::string> texts;
    for (const int year : years) {
        texts.push_back(std::to_string(year));
    }
    return base::join(texts, ", ");
}

class SeriesCheck {
public:
    SeriesCheck(CheckWork& work, const Tolerance& tolerance) : m_work(work), m_tolerance(tolerance) {}

    void run() {
        std::map<std::string, Series> all;
        for (std::size_t round = 0; round < m_work.rounds().size(); ++round) {
            const std::vector<Observed>& observations = m_work.rounds()[round].observations;
            for (std::size_t i = 0; i < observations.size(); ++i) {
                if (observations[i].year != 0) {
                    all[key_of(observations[i])].push_back({observations[i].year, {round, i}});
                }
            }
        }
        for (auto& [key, series] : all) {
            std::stable_sort(series.begin(), series.end(), [](const Point& a, const Point& b) {
                return std::pair(a.year, a.spot.round) < std::pair(b.year, b.spot.round);
            });
            drop_doubles(series);
            check(series);
        }
        report_gaps();
    }

private:
    using Iterator = Series::const_iterator;
    struct Span {
        Iterator begin;
        Iterator end;
    };

    void check(const Series& series) {
        Span before{series.begin(), series.begin()};  // of the last year with anything
        for (Iterator at = series.begin(); at != series.end();) {
            Iterator end = at;
            while (end != series.end() && end->year == at->year) {
                ++end;
            }
            const Span here{at, end};
            within_year(here);
            if (before.begin != before.end && before.begin->year + 1 == at->year) {
                leaps(before, here);
            }
            before = here;
            at = end;
        }
        find_gaps(series);
    }

    const std::optional<base::Decimal>& value_at(const Point& point) const {
        return m_work.at(point.spot).figure.value;
    }

    bool differ(const Point& a, const Point& b) const {
        return value_at(a) && value_at(b) && !(*value_at(a) == *value_at(b));
    }

    // A cell that stands twice in its table is the check of the reply's to name.
    void drop_doubles(Series& series) const {
        std::set<std::tuple<int, std::size_t, std::string_view, std::string_view>> seen;
        std::erase_if(series, [&](const Point& point) {
            const Observed& one = m_work.at(point.spot);
            return !seen.emplace(point.year, point.spot.round, one.reply, one.question).second;
        });
    }

    // One year: the sources of a round against its first, and against the same source in the round before.
    void within_year(Span here) {
        for (Iterator at = here.begin; at != here.end; ++at) {
            if (!m_work.is_checked(at->spot.round) || !value_at(*at)) {
                continue;
            }
            const Point* first = nullptr;
            const Point* earlier = nullptr;
            for (Iterator other = here.begin; other != at; ++other) {
                if (!value_at(*other)) {
                    continue;
                }
                if (other->spot.round == at->spot.round) {
                    first = first == nullptr ? &*other : first;
                } else if (m_work.at(other->spot).reply == m_work.at(at->spot).reply) {
                    earlier = &*other;
                }
            }
            if (first != nullptr && differ(*first, *at)) {
                two_sources(*first, *at);
            }
            if (earlier != nullptr && differ(*earlier, *at) && !m_work.at(at->spot).revised) {
                m_work.add(FaultKind::unmarked_revision, Severity::warning, at->spot,
                           fmt::format("given as {}, and as {} in {}", m_work.at(at->spot).figure.raw,
                                       m_work.at(earlier->spot).figure.raw,
                                       m_work.other(earlier->spot, at->spot)),
                           "correct it, or mark it as revised with a note that says why");
            }
        }
    }

    // Two respondents may well count differently; one respondent's tables, and the rows beside them, should not.
    void two_sources(const Point& first, const Point& second) {
        const Observed& one = m_work.at(first.spot);
        const Observed& two = m_work.at(second.spot);
        const bool respondents = !one.reply.empty() && !two.reply.empty() && one.reply != two.reply;
        m_work.add(FaultKind::two_sources, respondents ? Severity::note : Severity::warning, second.spot,
                   fmt::format("given as {}, and as {} in {}", two.figure.raw, one.figure.raw,
                               m_work.other(first.spot, second.spot)),
                   respondents ? "two respondents may count differently" : "find out which of them is right");
    }

    // What the year before is compared with: the same table, else the same round, else the last round that has it.
    const Point* best_before(Span before, const Point& point) const {
        const Observed& one = m_work.at(point.spot);
        const Point* best = nullptr;
        int best_rank = -1;
        for (Iterator at = before.begin; at != before.end; ++at) {
            const Observed& other = m_work.at(at->spot);
            if (!other.figure.value || at->spot.round > point.spot.round) {
                continue;
            }
            const bool same_round = at->spot.round == point.spot.round;
            const bool same_reply = other.reply == one.reply;
            const int rank = same_round && same_reply && other.question == one.question ? 3
                             : same_reply                                               ? 2
                             : same_round                                               ? 1
                                                                                        : 0;
            if (rank >= best_rank) {
                best = &*at;
                best_rank = rank;
            }
        }
        return best;
    }

    void leaps(Span before, Span here) {
        for (Iterator at = here.begin; at != here.end; ++at) {
            if (!m_work.is_checked(at->spot.round) || !value_at(*at)) {
                continue;
            }
            const Point* const previous = best_before(before, *at);
            if (previous != nullptr) {
                leap(*previous, *at);
            }
        }
    }

    void leap(const Point& previous, const Point& point) {
        const Observed& one = m_work.at(point.spot);
        const double from = value_at(previous)->approximate();
        const double change = one.figure.value->approximate() - from;
        if (std::abs(change) <= m_tolerance.least ||
            std::abs(change) * 100 <= m_tolerance.percent * std::abs(from)) {
            return;
        }
        const std::string place = m_work.other(previous.spot, point.spot);
        const bool elsewhere =
            previous.spot.round != point.spot.round || m_work.at(previous.spot).question != one.question;
        const std::string percent =
            from == 0 ? "" : fmt::format(": {:+.0f}\u00A0%", change * 100 / std::abs(from));
        std::string text =
            fmt::format("{} after {} in {}{}{}", one.figure.raw, m_work.at(previous.spot).figure.raw,
                        previous.year, elsewhere && !place.empty() ? " (" + place + ")" : "", percent);
        if (one.note.empty()) {
            m_work.add(FaultKind::leap, Severity::warning, point.spot, std::move(text),
                       "correct it, or say in a note what changed");
        } else {
            m_work.add(FaultKind::leap, Severity::note, point.spot, text + "; noted: " + one.note);
        }
    }

    // Of one source in a series: years of which a round says nothing, between others of its own, or between the last one of
    // an earlier round and its first.
    void find_gaps(const Series& series) {
        std::map<std::string, std::map<std::size_t, std::vector<Point>>> by_source;  // and by round
        for (const Point& point : series) {
            const Observed& one = m_work.at(point.spot);
            by_source[one.reply + "#" + one.question][point.spot.round].push_back(point);
        }
        for (const auto& [source, rounds] : by_source) {
            int last = 0;  // year of the earlier rounds
            for (const auto& [round, points] : rounds) {
                if (last != 0) {
                    gap(source, last, points.front());
                }
                for (std::size_t i = 1; i < points.size(); ++i) {
                    gap(source, points[i - 1].year, points[i]);
                }
                last = std::max(last, points.back().year);
            }
        }
    }

    void gap(const std::string& source, int before, const Point& point) {
        std::vector<int> missing;
        for (int year = before + 1; year < point.year; ++year) {
            missing.push_back(year);
        }
        if (!missing.empty() && m_work.is_checked(point.spot.round)) {
            m_gaps[{point.spot.round, source + "#" + m_work.at(point.spot).indicator, missing}].push_back(
                point.spot);
        }
    }

    // A year that is missing in a whole table is said once.
    void report_gaps() {
        for (const auto& [gap, spots] : m_gaps) {
            const std::vector<int>& missing = std::get<2>(gap);
            const Spot spot = *std::min_element(spots.begin(), spots.end(),
                                                [](Spot a, Spot b) { return a.index < b.index; });
            const Observed& one = m_work.at(spot);
            std::vector<std::string> years;
            for (const int year : missing) {
                years.push_back(std::to_string(year));
            }
            const std::string dims =
                spots.size() == 1 && !one.dims.empty() ? " " + base::join(one.dims, " ") : "";
            m_work.add_at(FaultKind::missing_year, one.reply.empty() ? Severity::note : Severity::warning,
                          spot, "year=" + base::join(years, ",") + dims,
                          fmt::format("neither a figure nor a reason for {}{}", years_in_words(missing),
                                      spots.size() == 1 ? "" : fmt::format(", in {} series", spots.size())),
                          "add the figure, or the reason why there is none");
        }
    }

    using Gap = std::tuple<std::size_t, std::string, std::vector<int>>;  // round, source, years

    CheckWork& m_work;
    const Tolerance& m_tolerance;
    std::map<Gap, std::vector<Spot>> m_gaps;
};

}  // namespace

void check_series(CheckWork& work, const Tolerance& tolerance) {
    SeriesCheck(work, tolerance).run();
}

}  // namespace rapporteur::statistics
