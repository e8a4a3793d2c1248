// SPDX-License-Identifier: EUPL-1.2
#include "domain/table_totals.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rapporteur::domain {
namespace {

constexpr std::size_t k_most_addends = 10;

// What stands below one place of a total.
struct Group {
    std::vector<base::Decimal> parts;
    std::optional<base::Decimal> sum = base::Decimal{};
    std::size_t listed = 0;  // cells that the table asks for, with or without a figure
    bool gap = false;

    void add(const TableFigure& figure, bool is_listed) {
        listed += is_listed ? 1 : 0;
        gap = gap || !figure.value;
        if (figure.value) {
            parts.push_back(*figure.value);
            sum = sum ? base::checked_sum(*sum, *figure.value) : std::nullopt;
        }
    }
};

class Totals {
public:
    Totals(const Questionnaire& questionnaire, const Question& question,
           const std::vector<TableFigure>& figures)
        : m_question(question), m_figures(figures) {
        for (const Dimension& dimension : question.dimensions) {
            const std::vector<std::string> codes = codes_asked(questionnaire, dimension);
            m_listed.emplace_back(codes.begin(), codes.end());
        }
    }

    void compare(const TableTotal& rule, std::vector<WrongTotal>& faults) {
        const std::size_t expected = choose(rule);
        for (const TableFigure& figure : m_figures) {
            const Group* const group = group_of(figure);
            if (!figure.value || group == nullptr || !group->sum) {
                continue;
            }
            const bool complete = group->listed >= expected && !group->gap;
            const bool above = *figure.value < *group->sum;
            const bool below = *group->sum < *figure.value;
            if ((above && rule.rule != TotalRule::at_least) ||
                (complete && below && rule.rule != TotalRule::at_most)) {
                faults.push_back({&rule, figure.place, group->parts, *group->sum, *figure.value, complete});
            }
        }
    }

private:
    // Sorts the cells into groups for the rule; how many cells the table asks for in each.
    std::size_t choose(const TableTotal& rule) {
        std::size_t expected = 1;
        m_over.clear();
        m_groups.clear();
        for (std::size_t i = 0; i < m_question.dimensions.size(); ++i) {
            m_over.push_back(base::contains(rule.over, m_question.dimensions[i].id));
            expected *= m_over.back() ? m_listed[i].size() : 1;
        }
        for (const TableFigure& figure : m_figures) {
            TablePlace place = figure.place;
            bool is_part = true;
            bool is_listed = true;
            for (std::size_t i = 0; i < place.size(); ++i) {
                if (m_over[i]) {
                    is_part = is_part && place[i] != k_total_code;
                    is_listed = is_listed && m_listed[i].count(place[i]) > 0;
                    place[i] = k_total_code;
                }
            }
            if (is_part) {
                m_groups[std::move(place)].add(figure, is_listed);
            }
        }
        return expected;
    }

    const Group* group_of(const TableFigure& figure) const {
        for (std::size_t i = 0; i < figure.place.size(); ++i) {
            if (m_over[i] && figure.place[i] != k_total_code) {
                return nullptr;
            }
        }
        const auto found = m_groups.find(figure.place);
        return found == m_groups.end() ? nullptr : &found->second;
    }

    const Question& m_question;
    const std::vector<TableFigure>& m_figures;
    std::vector<std::set<std::string, std::less<>>> m_listed;  // by dimension
    std::vector<bool> m_over;
    std::map<TablePlace, Group> m_groups;
};

}  // namespace

std::vector<std::string> codes_asked(const Questionnaire& questionnaire, const Dimension& dimension) {
    std::vector<std::string> codes;
    if (const Codelist* const list = questionnaire.find_codelist(dimension.codelist)) {
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

std::vector<WrongTotal> wrong_totals(const Questionnaire& questionnaire, const Question& question,
                                     const std::vector<TableFigure>& figures) {
    std::vector<WrongTotal> faults;
    if (question.totals.empty()) {
        return faults;
    }
    Totals totals(questionnaire, question, figures);
    for (const TableTotal& rule : question.totals) {
        totals.compare(rule, faults);
    }
    return faults;
}

std::string sum_in_words(const std::vector<base::Decimal>& parts, const base::Decimal& sum) {
    std::string text;
    if (parts.size() > 1 && parts.size() <= k_most_addends) {
        for (const base::Decimal& part : parts) {
            const std::string figure = part.text();
            const bool negative = figure.front() == '-';
            text += text.empty() ? figure : negative ? " - " + figure.substr(1) : " + " + figure;
        }
        text += " = ";
    }
    return text + sum.text();
}

std::string in_words(const WrongTotal& fault) {
    const std::string sum = "the parts add up to " + sum_in_words(fault.parts, fault.sum);
    if (fault.rule->rule == TotalRule::equal && fault.complete) {
        return sum + ", not " + fault.total.text();
    }
    return sum + ", which is " + (fault.total < fault.sum ? "more" : "less") + " than the total " +
           fault.total.text();
}

}  // namespace rapporteur::domain
