// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "domain/table_totals.hpp"
#include "questionnaire/answer_rules.hpp"
#include "questionnaire/table_findings.hpp"
#include "questionnaire/values.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rapporteur::questionnaire {

namespace {

using namespace domain;

class TableCheck {
public:
    TableCheck(const Questionnaire& questionnaire, const Question& question, AnswerFaults& faults)
        : m_questionnaire(questionnaire), m_question(question), m_faults(faults) {}

    // What is wrong with single cells goes to the faults at once; the rest is said from findings().
    void run(const Answer& answer, Filling filling);
    const TableFindings& findings() const { return m_findings; }
    void say_findings() const;

private:
    std::optional<TablePlace> codes_of(const Cell& cell, AnswerFaults& faults) const;
    void check_code(const Dimension& dimension, const std::string& code, AnswerFaults& faults) const;
    void check_figure(const Cell& cell, AnswerFaults& faults) const;
    CellPlace place_of(const TablePlace& codes) const;
    void gaps();
    void say_missing() const;

    const Questionnaire& m_questionnaire;
    const Question& m_question;
    AnswerFaults& m_faults;
    std::set<TablePlace> m_places;       // of the cells that could be placed
    std::vector<TableFigure> m_figures;  // the same, as they stand
    TableFindings m_findings;
};

CellPlace TableCheck::place_of(const TablePlace& codes) const {
    CellPlace place;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        place.push_back(m_question.dimensions[i].id + "=" + codes[i]);
    }
    return place;
}

void TableCheck::check_code(const Dimension& dimension, const std::string& code, AnswerFaults& faults) const {
    if (code == k_total_code) {
        if (dimension.total == TotalOrigin::none) {
            faults.error("the dimension " + dimension.id + " has no total", "give the parts alone");
        }
        return;
    }
    const Codelist* const list = m_questionnaire.find_codelist(dimension.codelist);
    const bool retired =
        list != nullptr && std::any_of(list->codes.begin(), list->codes.end(), [&](const Code& each) {
            return each.value == code && !each.retired.empty();
        });
    const std::vector<std::string> codes = codes_asked(m_questionnaire, dimension);
    if (retired) {
        faults.error("the code " + code + " is no longer in use", "one of " + base::join(codes, ", "));
    } else if (std::find(codes.begin(), codes.end(), code) == codes.end() && !dimension.open &&
               (list == nullptr || !list->open)) {
        faults.error(
            "the dimension " + dimension.id + " has no code \"" + code + "\"",
            base::did_you_mean(code, {codes.begin(), codes.end()}, "one of " + base::join(codes, ", ")));
    }
}

// Every dimension once, in the table's order.
std::optional<TablePlace> TableCheck::codes_of(const Cell& cell, AnswerFaults& faults) const {
    std::map<std::string, std::string> given;
    std::vector<std::string> order;
    for (const std::string& pair : cell.dims) {
        const std::string id = pair.substr(0, pair.find('='));
        if (!given.emplace(id, pair.substr(std::min(pair.size(), id.size() + 1))).second) {
            faults.error("the dimension " + id + " stands twice", "keep one");
            return std::nullopt;
        }
        order.push_back(id);
    }
    TablePlace codes;
    std::vector<std::string> wanted;
    bool complete = true;
    for (const Dimension& dimension : m_question.dimensions) {
        wanted.push_back(dimension.id);
        const auto found = given.find(dimension.id);
        if (found == given.end()) {
            faults.error("the dimension " + dimension.id + " is missing", "such as " + dimension.id + "=...");
            complete = false;
            continue;
        }
        check_code(dimension, found->second, faults);
        codes.push_back(found->second);
        given.erase(found);
    }
    for (const auto& [id, code] : given) {
        faults.error("the table has no dimension \"" + id + "\"", "it has " + base::join(wanted, ", "));
        complete = false;
    }
    if (complete && order != wanted) {
        faults.error("the dimensions stand in another order than the table's",
                     "write them as " + base::join(wanted, ", "));
    }
    return complete ? std::optional<TablePlace>(std::move(codes)) : std::nullopt;
}

void TableCheck::check_figure(const Cell& cell, AnswerFaults& faults) const {
    const std::optional<double> figure = parse_figure(cell.raw);
    if (cell.reason) {
        check_reason(m_question, *cell.reason, faults);
        if (figure) {
            faults.error("a figure and a reason for having none", "keep one of them");
        }
        return;
    }
    if (cell.raw.empty()) {
        faults.warning("neither a figure nor a reason for having none", "add reason=\"...\"");
    } else if (!figure) {
        faults.error("\"" + cell.raw + "\" is no figure",
                     "write digits, or leave it empty and add reason=\"...\"");
    } else if (*figure < 0) {
        faults.warning(cell.raw + " is below zero", "is it meant so?");
    }
    if (!cell.note.empty() && !m_question.cell_notes) {
        faults.warning("a note where the table takes none", "move it to the answer's text");
    }
}

void TableCheck::run(const Answer& answer, Filling filling) {
    for (const Cell& cell : answer.cells) {
        AnswerFaults faults = m_faults.of_cell(base::join(cell.dims, " "));
        check_figure(cell, faults);
        const std::optional<TablePlace> codes = codes_of(cell, faults);
        if (codes && !m_places.insert(*codes).second) {
            faults.error("the cell stands twice", "keep one");
        } else if (codes) {
            m_figures.push_back({*codes, cell.reason ? std::nullopt : exact_figure(cell.raw)});
        }
        if (codes && cell.raw.empty() && !cell.reason) {
            m_findings.empty.push_back(place_of(*codes));
        }
    }
    if (filling == Filling::whole && !answer.cells.empty()) {
        gaps();
    }
    for (WrongTotal& each : wrong_totals(m_questionnaire, m_question, m_figures)) {
        CellPlace place = place_of(each.place);
        m_findings.totals.push_back({std::move(place), std::move(each)});
    }
}

// Cells that the table asks for and that are not there. An open dimension asks for its listed codes only.
void TableCheck::gaps() {
    std::vector<TablePlace> wanted{{}};
    for (const Dimension& dimension : m_question.dimensions) {
        std::vector<std::string> codes = codes_asked(m_questionnaire, dimension);
        if (dimension.total == TotalOrigin::given) {
            codes.emplace_back(k_total_code);
        }
        std::vector<TablePlace> longer;
        for (const TablePlace& begun : wanted) {
            for (const std::string& code : codes) {
                longer.push_back(begun);
                longer.back().push_back(code);
            }
        }
        wanted = std::move(longer);
        if (wanted.size() > 20'000) {
            return;
        }
    }
    for (const TablePlace& codes : wanted) {
        if (m_places.count(codes) == 0) {
            m_findings.missing.push_back(place_of(codes));
        }
    }
}

void TableCheck::say_missing() const {
    std::vector<std::string> missing;
    for (const CellPlace& place : m_findings.missing) {
        missing.push_back(base::join(place, " "));
    }
    if (missing.empty()) {
        return;
    }
    const std::size_t shown = std::min<std::size_t>(missing.size(), 5);
    const std::string more =
        missing.size() > shown ? " and " + std::to_string(missing.size() - shown) + " more" : "";
    m_faults.warning(
        "cells that are neither filled nor explained: " +
            base::join(std::vector<std::string>(missing.begin(),
                                                missing.begin() + static_cast<std::ptrdiff_t>(shown)),
                       "; ") +
            more,
        "a figure, or reason=\"...\"");
}

void TableCheck::say_findings() const {
    say_missing();
    for (const TotalFinding& each : m_findings.totals) {
        AnswerFaults faults = m_faults.of_cell(base::join(each.place, " "));
        const std::string hint = "correct the total or a part, or explain it in a note";
        if (each.fault.rule->level == CheckLevel::error) {
            faults.error(in_words(each.fault), hint);
        } else {
            faults.warning(in_words(each.fault), hint);
        }
    }
}

bool is_answered_table(const Question& question, const Answer& answer) {
    return question.kind == QuestionKind::table && answer.state == AnswerState::answered;
}

}  // namespace

void check_answer_cells(const Questionnaire& questionnaire, const Question& question, const Answer& answer,
                        Filling filling, AnswerFaults& faults) {
    if (is_answered_table(question, answer)) {
        TableCheck check(questionnaire, question, faults);
        check.run(answer, filling);
        check.say_findings();
    }
}

TableFindings table_findings(const Questionnaire& questionnaire, const Question& question,
                             const Answer& answer) {
    base::Problems unused;
    AnswerFaults faults(unused, {});
    TableCheck check(questionnaire, question, faults);
    if (is_answered_table(question, answer)) {
        check.run(answer, Filling::whole);
    }
    return check.findings();
}

}  // namespace rapporteur::questionnaire
