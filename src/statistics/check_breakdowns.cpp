// SPDX-License-Identifier: EUPL-1.2
#include "domain/table_totals.hpp"
#include "statistics/check_parts.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <tuple>

namespace rapporteur::statistics {

namespace {

using base::Severity;

// Where a breakdown stands: of what, and by which dimension.
struct BreakdownKey {
    std::string origin;  // the reply's local name and question, or "" for rows
    std::string indicator;
    std::vector<std::string> dims;  // of the total
    std::string by;
    auto operator<=>(const BreakdownKey&) const = default;
};

struct Breakdown {
    std::string where;                  // "year=2012 form=*"
    std::map<std::string, Spot> parts;  // by code
    std::optional<base::Decimal> sum = base::Decimal{};
    bool gap = false;
};

using Years = std::map<int, Breakdown>;

std::string codes_of(const Breakdown& breakdown) {
    std::string codes;
    for (const auto& [code, spot] : breakdown.parts) {
        codes += code + " ";
    }
    return codes;
}

class BreakdownCheck {
public:
    BreakdownCheck(CheckWork& work, std::size_t round) : m_work(work), m_round(round) {}

    void run() {
        const std::vector<Observed>& observations = m_work.rounds()[m_round].observations;
        for (std::size_t i = 0; i < observations.size(); ++i) {
            collect({m_round, i});
        }
        for (const auto& [key, years] : m_breakdowns) {
            check(key, years);
        }
    }

private:
    using TotalKey = std::tuple<std::string, std::vector<std::string>, int>;

    void collect(Spot spot) {
        const Observed& one = m_work.at(spot);
        if (one.indicator.empty() && one.reply.empty()) {
            return;
        }
        if (!one.indicator.empty() && counts_for_the_subject(one)) {
            const auto [found, fresh] = m_totals.emplace(TotalKey(one.indicator, one.dims, one.year), spot);
            // What stands beside the parts comes before what a reply says.
            if (!fresh && one.reply.empty()) {
                found->second = spot;
            }
        }
        if (m_work.question_at(spot) != nullptr) {
            return;  // its questionnaire says what adds up
        }
        for (std::size_t i = 0; i < one.dims.size(); ++i) {
            const std::string& dim = one.dims[i];
            const std::size_t equals = dim.find('=');
            if (equals == std::string::npos) {
                continue;
            }
            BreakdownKey key{one.reply.empty() ? "" : one.reply + "#" + one.question, one.indicator, one.dims,
                             dim.substr(0, equals)};
            key.dims.erase(key.dims.begin() + static_cast<std::ptrdiff_t>(i));
            Breakdown& breakdown = m_breakdowns[std::move(key)][one.year];
            if (breakdown.parts.empty()) {
                breakdown.where = m_work.address(spot);
                const std::size_t at = breakdown.where.find(dim);
                breakdown.where.replace(at + equals + 1, dim.size() - equals - 1, "*");
            }
            breakdown.parts.emplace(dim.substr(equals + 1), spot);
            breakdown.gap = breakdown.gap || !one.figure.value;
            if (one.figure.value && breakdown.sum) {
                breakdown.sum = base::checked_sum(*breakdown.sum, *one.figure.value);
            }
        }
    }

    // What one organisation counted is no total of what the whole country has.
    bool counts_for_the_subject(const Observed& one) const {
        const auto& forms = m_work.rounds()[m_round].forms;
        const auto form = forms.find(one.reply);
        return form == forms.end() || !form->second.questionnaire || form->second.must_be_whole();
    }

    const Spot* total_of(const BreakdownKey& key, int year) const {
        const auto found = m_totals.find(TotalKey(key.indicator, key.dims, year));
        return found == m_totals.end() || !m_work.at(found->second).figure.value ? nullptr : &found->second;
    }

    // "92", or "92 in reply/government#stat.identified" where it stands elsewhere than the parts.
    std::string in_words(Spot total, const Breakdown& breakdown) const {
        const std::string place = m_work.other(total, breakdown.parts.begin()->second);
        return m_work.at(total).figure.raw + (place.empty() ? "" : " in " + place);
    }

    void check(const BreakdownKey& key, const Years& years) {
        std::set<std::string> whole;  // sets of codes that were the whole in some year
        for (const auto& [year, breakdown] : years) {
            const Spot* const total = total_of(key, year);
            if (total != nullptr && !breakdown.gap && breakdown.sum &&
                *breakdown.sum == *m_work.at(*total).figure.value) {
                whole.insert(codes_of(breakdown));
            }
        }
        for (const auto& [year, breakdown] : years) {
            const Spot* const total = total_of(key, year);
            if (!breakdown.sum) {
                continue;
            }
            if (total == nullptr) {
                percent(breakdown);
            } else if (const auto& whole_is = m_work.at(*total).figure.value; *whole_is < *breakdown.sum) {
                above(breakdown, *total);
            } else if (*breakdown.sum < *whole_is && !breakdown.gap && whole.count(codes_of(breakdown)) > 0) {
                add(breakdown, *total,
                    fmt::format("not {}; in other years they are the whole", in_words(*total, breakdown)),
                    "correct the total or a part, or add the part that is missing");
            }
        }
    }

    std::vector<base::Decimal> figures_of(const Breakdown& breakdown) const {
        std::vector<base::Decimal> figures;
        for (const auto& [code, spot] : breakdown.parts) {
            if (const auto& value = m_work.at(spot).figure.value) {
                figures.push_back(*value);
            }
        }
        return figures;
    }

    // A note of the total or of a part answers the question.
    bool is_explained(const Breakdown& breakdown, const Observed& total) const {
        return !total.note.empty() ||
               std::any_of(breakdown.parts.begin(), breakdown.parts.end(),
                           [this](const auto& part) { return !m_work.at(part.second).note.empty(); });
    }

    void add(const Breakdown& breakdown, Spot total, const std::string& but, std::string hint) {
        m_work.add_at(FaultKind::breakdown,
                      is_explained(breakdown, m_work.at(total)) ? Severity::note : Severity::warning,
                      breakdown.parts.begin()->second, breakdown.where,
                      fmt::format("the parts add up to {}, {}",
                                  domain::sum_in_words(figures_of(breakdown), *breakdown.sum), but),
                      std::move(hint));
    }

    void above(const Breakdown& breakdown, Spot total) {
        const base::Decimal& whole = *m_work.at(total).figure.value;
        bool single = false;
        for (const auto& [code, spot] : breakdown.parts) {
            const Observed& part = m_work.at(spot);
            if (part.figure.value && whole < *part.figure.value) {
                single = true;
                m_work.add(
                    FaultKind::breakdown, Severity::error, spot,
                    fmt::format("{} is more than the total {}", part.figure.raw, in_words(total, breakdown)),
                    "correct the part or the total");
            }
        }
        if (!single) {
            add(breakdown, total, fmt::format("which is more than the total {}", in_words(total, breakdown)),
                "correct the total or a part; where parts overlap, say so in a note");
        }
    }

    // Shares that are not given with their total. Each may have been rounded up by half a point.
    void percent(const Breakdown& breakdown) {
        const Observed& first = m_work.at(breakdown.parts.begin()->second);
        const auto shares = static_cast<double>(breakdown.parts.size());
        if (is_percent(first.unit) && breakdown.sum->approximate() > 100 + shares / 2) {
            m_work.add_at(
                FaultKind::over_hundred, is_explained(breakdown, first) ? Severity::note : Severity::warning,
                breakdown.parts.begin()->second, breakdown.where,
                fmt::format("the shares add up to {} {}",
                            domain::sum_in_words(figures_of(breakdown), *breakdown.sum), first.unit),
                "correct a share; where they overlap, say so in a note");
        }
    }

    CheckWork& m_work;
    std::size_t m_round;
    std::map<BreakdownKey, Years> m_breakdowns;
    std::map<TotalKey, Spot> m_totals;
};

}  // namespace

void check_breakdowns(CheckWork& work) {
    for (std::size_t round = 0; round < work.rounds().size(); ++round) {
        if (work.is_checked(round)) {
            BreakdownCheck(work, round).run();
        }
    }
}

}  // namespace rapporteur::statistics
