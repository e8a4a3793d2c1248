// SPDX-License-Identifier: EUPL-1.2
//
// Rounds of an invented state with a table and rows that can be spoilt, for the tests of the check. Says nothing of what is a fault.
#pragma once

#include "statistics/check.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::statistics::invented {

inline const std::vector<std::string> k_parts{"f", "m", "g", "b"};
inline const std::vector<std::string> k_forms{"labour", "sexual", "other"};
constexpr int k_first_year = 2011;
constexpr int k_last_year = 2015;

// What is asked in the invented framework: a table by year and part, whose total is the sum.
inline std::shared_ptr<domain::Questionnaire> questionnaire(int decimals = 0) {
    auto result = std::make_shared<domain::Questionnaire>();
    result->respondents = {"government", "ngo"};
    domain::Codelist list;
    list.id = "parts";
    for (const std::string& code : k_parts) {
        domain::Code entry;
        entry.value = code;
        list.codes.push_back(entry);
    }
    result->codelists = {list};
    domain::Question question;
    question.id = domain::QuestionId("stat.identified");
    question.kind = domain::QuestionKind::table;
    question.indicator = "victims";
    question.unit = "persons";
    question.decimals = decimals;
    domain::Dimension years;
    years.id = "year";
    years.from = std::to_string(k_first_year);
    years.to = std::to_string(k_last_year);
    domain::Dimension parts;
    parts.id = "sexage";
    parts.codelist = "parts";
    parts.total = domain::TotalOrigin::given;
    question.dimensions = {years, parts};
    question.totals = {{{"sexage"}, domain::TotalRule::equal, domain::CheckLevel::error}};
    domain::Section section;
    section.questions = {question};
    result->sections = {section};
    return result;
}

// The figures of one evaluation as they can be spoilt, before they are read.
struct Round {
    std::string id;
    std::map<std::pair<int, std::string>, domain::Cell> cells;        // by year and part
    std::map<std::pair<int, std::string>, domain::Observation> rows;  // by year and form; "" the total

    domain::Cell& cell(int year, const std::string& part) { return cells[{year, part}]; }
    domain::Observation& row(int year, const std::string& form) { return rows[{year, form}]; }

    void put(int year, const std::string& part, const std::string& raw) {
        domain::Cell cell;
        cell.dims = {fmt::format("year={}", year), "sexage=" + part};
        cell.raw = raw;
        cells[{year, part}] = cell;
    }
    void put_row(int year, const std::string& form, const std::string& value) {
        domain::Observation row;
        row.indicator = "cases";
        row.year = year;
        row.unit = "cases";
        row.value = value;
        if (!form.empty()) {
            row.dims = {"form=" + form};
        }
        rows[{year, form}] = row;
    }
    EvaluationFigures read(const std::shared_ptr<domain::Questionnaire>& asked) const {
        EvaluationFigures figures;
        figures.evaluation = domain::EvaluationId(id);
        domain::Reply reply;
        reply.id = domain::ReplyId(id + "/reply/government");
        domain::Answer answer;
        answer.question = domain::QuestionId("stat.identified");
        for (const auto& [place, cell] : cells) {
            answer.cells.push_back(cell);
        }
        reply.answers = {answer};
        figures.observations = observations_in(reply, asked.get());
        std::vector<domain::Observation> observations;
        for (const auto& [place, row] : rows) {
            observations.push_back(row);
        }
        for (Observed& one : observations_in(observations)) {
            figures.observations.push_back(std::move(one));
        }
        figures.forms["government"] = {"government", asked};
        return figures;
    }
};

using Rounds = std::vector<Round>;

inline CheckedStatistics check(const Rounds& rounds, const Tolerance& tolerance = {}, int decimals = 0) {
    const auto asked = questionnaire(decimals);
    std::vector<EvaluationFigures> figures;
    for (const Round& round : rounds) {
        figures.push_back(round.read(asked));
    }
    return check_statistics(figures, figures.size() - 1, tolerance);
}

// "total error stat.identified[year=2012 sexage=total]"
inline std::vector<std::string> named(const CheckedStatistics& checked) {
    std::vector<std::string> names;
    for (const StatisticsFault& fault : checked.faults) {
        const auto severity = fault.problem.severity;
        names.push_back(fmt::format("{} {} {}", base::name_of(fault.kind),
                                    severity == base::Severity::error     ? "error"
                                    : severity == base::Severity::warning ? "warning"
                                                                          : "note",
                                    fault.problem.place.item));
    }
    return names;
}

inline void only(const CheckedStatistics& checked, const std::string& expected, const std::string& text) {
    REQUIRE(named(checked) == std::vector<std::string>{expected});
    CHECK(checked.faults.front().problem.text == text);
}

// A table in which nothing is wrong and nothing moves much.
inline Round quiet_round(std::string id, int first = k_first_year, int last = k_last_year) {
    Round round;
    round.id = std::move(id);
    for (int year = first; year <= last; ++year) {
        for (const std::string& part : k_parts) {
            round.put(year, part, "20");
        }
        round.put(year, "total", "80");
        for (const std::string& form : k_forms) {
            round.put_row(year, form, "10");
        }
        round.put_row(year, "", "30");
    }
    return round;
}

}  // namespace rapporteur::statistics::invented
