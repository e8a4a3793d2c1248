// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "domain/table_totals.hpp"
#include "statistics/check_parts.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace rapporteur::statistics {

namespace {

using base::Severity;

constexpr std::string_view k_year = "year";

// The cells of one table of one reply.
class TableCheck {
public:
    TableCheck(CheckWork& work, std::vector<Spot> spots)
        : m_work(work), m_spots(std::move(spots)), m_question(*work.question_at(m_spots.front())),
          m_form(work.rounds()[m_spots.front().round].forms.find(work.at(m_spots.front()).reply)->second) {}

    void run() {
        std::map<domain::TablePlace, Spot> places;
        std::vector<domain::TableFigure> figures;
        for (const Spot spot : m_spots) {
            domain::TablePlace place = place_of(m_work.at(spot));
            const auto [found, fresh] = places.emplace(place, spot);
            if (fresh) {
                figures.push_back({std::move(place), m_work.at(spot).figure.value});
            }
        }
        for (const domain::WrongTotal& fault :
             domain::wrong_totals(*m_form.questionnaire, m_question, figures)) {
            m_work.add(FaultKind::total,
                       fault.rule->level == domain::CheckLevel::error ? Severity::error : Severity::warning,
                       places.at(fault.place), domain::in_words(fault),
                       "correct the total or a part, or explain it in a note");
        }
        if (m_form.must_be_whole()) {
            outer_years();
        }
    }

private:
    domain::TablePlace place_of(const Observed& one) const {
        domain::TablePlace place;
        for (const domain::Dimension& dimension : m_question.dimensions) {
            const bool is_year = dimension.id == k_year && one.year != 0;
            place.push_back(is_year ? std::to_string(one.year)
                                    : one.code_of(dimension.id).value_or(std::string(domain::k_total_code)));
        }
        return place;
    }

    // Years asked for before the first and behind the last that is there; those between are for the series.
    void outer_years() {
        const auto years = std::find_if(
            m_question.dimensions.begin(), m_question.dimensions.end(),
            [](const domain::Dimension& each) { return each.id == k_year && !each.from.empty(); });
        if (years == m_question.dimensions.end()) {
            return;
        }
        const auto earlier = [this](Spot a, Spot b) { return m_work.at(a).year < m_work.at(b).year; };
        const int first = m_work.at(*std::min_element(m_spots.begin(), m_spots.end(), earlier)).year;
        const int last = m_work.at(*std::max_element(m_spots.begin(), m_spots.end(), earlier)).year;
        std::vector<std::string> missing;
        for (const std::string& year : domain::codes_asked(*m_form.questionnaire, *years)) {
            if (std::stoi(year) < first || std::stoi(year) > last) {
                missing.push_back(year);
            }
        }
        if (!missing.empty()) {
            m_work.add_at(FaultKind::missing_year, Severity::warning, m_spots.front(),
                          "year=" + base::join(missing, ","),
                          "the table asks for " + base::join(missing, ", ") + " too, and has nothing of it",
                          "add the figures, or the reason why there are none");
        }
    }

    CheckWork& m_work;
    std::vector<Spot> m_spots;
    const domain::Question& m_question;
    const AnsweredForm& m_form;
};

}  // namespace

void check_tables(CheckWork& work) {
    for (std::size_t round = 0; round < work.rounds().size(); ++round) {
        if (!work.is_checked(round)) {
            continue;
        }
        std::map<std::pair<std::string, std::string>, std::vector<Spot>> tables;
        const std::vector<Observed>& observations = work.rounds()[round].observations;
        for (std::size_t i = 0; i < observations.size(); ++i) {
            if (work.question_at({round, i}) != nullptr) {
                tables[{observations[i].reply, observations[i].question}].push_back({round, i});
            }
        }
        for (auto& [table, spots] : tables) {
            TableCheck(work, std::move(spots)).run();
        }
    }
}

}  // namespace rapporteur::statistics
