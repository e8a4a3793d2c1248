// SPDX-License-Identifier: EUPL-1.2
#include "exchange/answer_order.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace rapporteur::exchange {

using namespace domain;

namespace {

// Where a cell stands in its table.
std::vector<std::size_t> order_of(const Cell& cell, const Question& question,
                                  const Questionnaire& questionnaire) {
    constexpr std::size_t k_unknown = 1'000'000;
    std::vector<std::size_t> order;
    for (const std::string& place : cell.dims) {
        const std::size_t equals = place.find('=');
        const std::string code = place.substr(equals + 1);
        std::size_t at = code == "total" ? k_unknown + 1 : k_unknown;
        for (const Dimension& dimension : question.dimensions) {
            const Codelist* const list = questionnaire.find_codelist(dimension.codelist);
            for (std::size_t i = 0;
                 dimension.id == place.substr(0, equals) && list != nullptr && i < list->codes.size(); ++i) {
                at = list->codes[i].value == code ? i : at;
            }
        }
        order.push_back(at);
    }
    return order;
}

}  // namespace

void sort_answers(std::vector<Answer>& answers, const Questionnaire& questionnaire) {
    std::map<std::string, std::size_t> order;
    for (const Question* const question : questions_of(questionnaire)) {
        order.emplace(question->id.text(), order.size());
    }
    const auto place = [&](const Answer& answer) {
        const auto found = order.find(answer.question.text());
        return found == order.end() ? order.size() : found->second;
    };
    std::stable_sort(answers.begin(), answers.end(),
                     [&](const Answer& one, const Answer& other) { return place(one) < place(other); });
}

void sort_cells(std::vector<Cell>& cells, const Question& question, const Questionnaire& questionnaire) {
    std::stable_sort(cells.begin(), cells.end(), [&](const Cell& one, const Cell& other) {
        return order_of(one, question, questionnaire) < order_of(other, question, questionnaire);
    });
}

}  // namespace rapporteur::exchange
