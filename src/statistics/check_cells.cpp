// SPDX-License-Identifier: EUPL-1.2
#include "statistics/check_parts.hpp"

#include <fmt/core.h>

namespace rapporteur::statistics {

namespace {

using base::Severity;

constexpr const char* k_write_digits = "write digits, or leave it empty and give the reason";

// The number of decimals as written, without zeros at the end: 12.50 has one.
int decimals_of(base::Decimal value) {
    while (value.scale > 0 && value.digits % 10 == 0) {
        value.digits /= 10;
        --value.scale;
    }
    return value.scale;
}

class CellCheck {
public:
    CellCheck(CheckWork& work, Spot spot)
        : m_work(work), m_spot(spot), m_one(work.at(spot)), m_question(work.question_at(spot)) {}

    void run() {
        if (m_one.reason && m_one.figure.value) {
            add(FaultKind::figure_and_reason, Severity::error, "a figure and a reason for having none",
                "keep one of them");
        }
        if (m_one.figure.value) {
            number(*m_one.figure.value);
        } else if (!m_one.reason) {
            without_number();
        }
        if (!m_one.figure.mark.empty() && m_one.figure.value && m_one.note.empty()) {
            add(FaultKind::mark_without_note, Severity::warning,
                fmt::format("\"{}\" has the mark {}, and no note says what it means", m_one.figure.raw,
                            m_one.figure.mark),
                "write what the mark means as the figure's note");
        }
    }

private:
    void add(FaultKind kind, Severity severity, std::string text, std::string hint) {
        m_work.add(kind, severity, m_spot, std::move(text), std::move(hint));
    }

    bool counts_whole() const {
        return m_question != nullptr ? m_question->decimals == 0 : m_work.is_whole(m_one.unit);
    }

    void too_many_decimals() {
        const int asked = m_question != nullptr ? m_question->decimals : 0;
        add(FaultKind::decimals, Severity::error,
            asked == 0
                ? fmt::format("\"{}\" has decimals, where {} are whole numbers", m_one.figure.raw,
                              m_one.unit.empty() ? "figures" : m_one.unit)
                : fmt::format("\"{}\" has more decimals than the {} asked for", m_one.figure.raw, asked),
            "correct the figure, or the unit");
    }

    void without_number() {
        const std::string& raw = m_one.figure.raw;
        switch (m_one.figure.reading) {
        case Reading::empty:
            add(FaultKind::unexplained, Severity::warning, "neither a figure nor a reason for having none",
                "add the figure or the reason");
            break;
        case Reading::ambiguous:
            add(FaultKind::two_readings, Severity::error, fmt::format("\"{}\" can be read in two ways", raw),
                "write thousands without a sign between them, and decimals behind a point");
            break;
        case Reading::dash:
            add(FaultKind::no_figure, Severity::error,
                fmt::format("\"{}\" may mean none, nothing known or not applicable", raw),
                "write 0, or leave it empty and give the reason");
            break;
        default:
            if (read_figure(raw, Numbers::with_decimals).value) {
                too_many_decimals();
            } else {
                add(FaultKind::no_figure, Severity::error, fmt::format("\"{}\" is no figure", raw),
                    k_write_digits);
            }
        }
    }

    void number(const base::Decimal& value) {
        const std::string& raw = m_one.figure.raw;
        const int asked = m_question != nullptr ? m_question->decimals : 0;
        if (decimals_of(value) > asked && (m_question != nullptr || counts_whole())) {
            too_many_decimals();
        }
        if (value < base::Decimal{}) {
            add(FaultKind::below_zero, counts_whole() ? Severity::error : Severity::warning,
                fmt::format("{} is below zero", raw), "correct it, or the unit");
        }
        if (is_percent(m_one.unit) && base::Decimal{100, 0} < value) {
            add(FaultKind::over_hundred, Severity::error,
                fmt::format("{} is more than 100 {}", raw, m_one.unit), "correct it, or the unit");
        }
    }

    CheckWork& m_work;
    Spot m_spot;
    const Observed& m_one;
    const domain::Question* m_question;
};

}  // namespace

void check_cells(CheckWork& work) {
    for (std::size_t round = 0; round < work.rounds().size(); ++round) {
        for (std::size_t i = 0; work.is_checked(round) && i < work.rounds()[round].observations.size(); ++i) {
            CellCheck(work, {round, i}).run();
        }
    }
}

}  // namespace rapporteur::statistics
