// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "domain/expression.hpp"
#include "questionnaire/answer_rules.hpp"
#include "questionnaire/table_findings.hpp"
#include "questionnaire/values.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rapporteur::questionnaire {

namespace {

using namespace domain;

constexpr std::string_view k_total = "total";
constexpr std::size_t k_shown = 5;

// The code of each dimension, in the table's order.
using Codes = std::vector<std::string>;

// Parts that are not all known can only prove a total too small.
bool is_wrong(const TotalFinding& finding) {
    const double difference = finding.sum - finding.total;
    return (difference > 1e-6 && finding.rule != TotalRule::at_least) ||
           (finding.complete && difference < -1e-6 && finding.rule != TotalRule::at_most);
}

class TableCheck {
public:
    TableCheck(const Questionnaire& questionnaire, const Question& question, AnswerFaults& faults)
        : m_questionnaire(questionnaire), m_question(question), m_faults(faults) {}

    // What is wrong with single cells goes to the faults at once; the rest is said from findings().
    void run(const Answer& answer, Filling filling);
    const TableFindings& findings() const { return m_findings; }
    void say_findings() const;

private:
    std::optional<Codes> codes_of(const Cell& cell, AnswerFaults& faults) const;
    void check_code(const Dimension& dimension, const std::string& code, AnswerFaults& faults) const;
    void check_figure(const Cell& cell, AnswerFaults& faults) const;
    std::vector<std::string> listed_codes(const Dimension& dimension) const;
    TablePlace place_of(const Codes& codes) const;
    void gaps();
    void total(const TableTotal& rule);
    void say_missing() const;
    void say(const TotalFinding& finding) const;

    const Questionnaire& m_questionnaire;
    const Question& m_question;
    AnswerFaults& m_faults;
    std::map<Codes, std::optional<double>>
        m_figures;  // cells that could be placed; nothing where there is no figure
    TableFindings m_findings;
};

std::vector<std::string> TableCheck::listed_codes(const Dimension& dimension) const {
    std::vector<std::string> codes;
    if (const Codelist* const list = m_questionnaire.find_codelist(dimension.codelist)) {
        for (const Code& code : list->codes) {
            if (code.retired.empty()) {
                codes.push_back(code.value);
            }
        }
    } else if (!dimension.from.empty()) {
        for (int year = std::stoi(dimension.from); year <= std::stoi(dimension.to); ++year) {
            codes.push_back(std::to_string(year));
        }
    }
    return codes;
}

TablePlace TableCheck::place_of(const Codes& codes) const {
    TablePlace place;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        place.push_back(m_question.dimensions[i].id + "=" + codes[i]);
    }
    return place;
}

void TableCheck::check_code(const Dimension& dimension, const std::string& code, AnswerFaults& faults) const {
    if (code == k_total) {
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
    const std::vector<std::string> codes = listed_codes(dimension);
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
std::optional<Codes> TableCheck::codes_of(const Cell& cell, AnswerFaults& faults) const {
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
    Codes codes;
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
    return complete ? std::optional<Codes>(std::move(codes)) : std::nullopt;
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
        const std::optional<Codes> codes = codes_of(cell, faults);
        if (codes && !m_figures.emplace(*codes, cell.reason ? std::nullopt : parse_figure(cell.raw)).second) {
            faults.error("the cell stands twice", "keep one");
        }
        if (codes && cell.raw.empty() && !cell.reason) {
            m_findings.empty.push_back(place_of(*codes));
        }
    }
    if (filling == Filling::whole && !answer.cells.empty()) {
        gaps();
    }
    for (const TableTotal& rule : m_question.totals) {
        total(rule);
    }
}

// Cells that the table asks for and that are not there. An open dimension asks for its listed codes only.
void TableCheck::gaps() {
    std::vector<Codes> wanted{{}};
    for (const Dimension& dimension : m_question.dimensions) {
        std::vector<std::string> codes = listed_codes(dimension);
        if (dimension.total == TotalOrigin::given) {
            codes.emplace_back(k_total);
        }
        std::vector<Codes> longer;
        for (const Codes& begun : wanted) {
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
    for (const Codes& codes : wanted) {
        if (m_figures.count(codes) == 0) {
            m_findings.missing.push_back(place_of(codes));
        }
    }
}

void TableCheck::say_missing() const {
    const std::vector<TablePlace>& missing = m_findings.missing;
    if (missing.empty()) {
        return;
    }
    std::vector<std::string> shown;
    for (const TablePlace& place : missing) {
        if (shown.size() < k_shown) {
            shown.push_back(base::join(place, " "));
        }
    }
    const std::string more = missing.size() > shown.size()
                                 ? " and " + std::to_string(missing.size() - shown.size()) + " more"
                                 : "";
    m_faults.warning("cells that are neither filled nor explained: " + base::join(shown, "; ") + more,
                     "a figure, or reason=\"...\"");
}

// For each place of the other dimensions: the cell of the total against the sum of its parts.
void TableCheck::total(const TableTotal& rule) {
    std::vector<bool> over;
    std::size_t expected = 1;
    for (const Dimension& dimension : m_question.dimensions) {
        over.push_back(std::find(rule.over.begin(), rule.over.end(), dimension.id) != rule.over.end());
        expected *= over.back() ? listed_codes(dimension).size() : 1;
    }
    struct Group {
        double sum = 0;
        std::size_t parts = 0;
        bool gap = false;
    };
    std::map<Codes, Group> groups;  // by the place of the total
    for (const auto& [codes, figure] : m_figures) {
        Codes place = codes;
        bool is_part = true;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            if (over[i]) {
                is_part = is_part && codes[i] != k_total;
                place[i] = k_total;
            }
        }
        if (is_part) {
            Group& group = groups[place];
            group.sum += figure.value_or(0);
            group.gap = group.gap || !figure;
            ++group.parts;
        }
    }
    for (const auto& [place, group] : groups) {
        const auto found = m_figures.find(place);
        if (found == m_figures.end() || !found->second) {
            continue;
        }
        const TotalFinding finding{place_of(place), *found->second, group.sum,
                                   rule.rule,       rule.level,     group.parts >= expected && !group.gap};
        if (is_wrong(finding)) {
            m_findings.totals.push_back(finding);
        }
    }
}

void TableCheck::say(const TotalFinding& finding) const {
    AnswerFaults faults = m_faults.of_cell(base::join(finding.place, " "));
    const std::string sum = decimal_text(finding.sum);
    const std::string total = decimal_text(finding.total);
    std::string text = "the parts add up to " + sum + ", not " + total;
    if (finding.rule != TotalRule::equal || !finding.complete) {
        text = "the parts add up to " + sum + ", which is " +
               (finding.sum > finding.total ? "more" : "less") + " than the total " + total;
    }
    const std::string hint = "correct the total or a part, or explain it in a note";
    if (finding.level == CheckLevel::error) {
        faults.error(text, hint);
    } else {
        faults.warning(text, hint);
    }
}

void TableCheck::say_findings() const {
    say_missing();
    for (const TotalFinding& finding : m_findings.totals) {
        say(finding);
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
