// SPDX-License-Identifier: EUPL-1.2
#include "exchange/word_answers.hpp"

#include "base/text.hpp"
#include "document/tree.hpp"
#include "statistics/figure.hpp"

#include <algorithm>

namespace rapporteur::exchange {

namespace {

using domain::Answer;
using domain::AnswerState;
using domain::QuestionKind;

std::optional<domain::NoAnswer> reason_in_cell(std::string_view text) {
    const std::string word = base::lower_ascii(text);
    for (const auto& [each, reason] : words_for_no_figure()) {
        if (word == each) {
            return reason;
        }
    }
    return std::nullopt;
}

// In the order of the table's dimensions.
std::vector<std::string> in_order(const std::vector<std::string>& places, const domain::Question& question) {
    std::vector<std::string> ordered;
    for (const domain::Dimension& dimension : question.dimensions) {
        for (const std::string& place : places) {
            if (place.rfind(dimension.id + "=", 0) == 0) {
                ordered.push_back(place);
            }
        }
    }
    return ordered.size() == places.size() ? ordered : places;
}

void take_figures(const document::WordAnswer& word, const domain::Question& question, Answer& answer) {
    for (const document::WordFigure& figure : word.figures) {
        if (figure.text.empty()) {
            continue;
        }
        domain::Cell cell;
        cell.dims = in_order(figure.places, question);
        cell.reason = reason_in_cell(figure.text);
        cell.raw = figure.text;  // as it stands, beside whatever is read from it
        answer.cells.push_back(std::move(cell));
    }
}

void take_ticks(const document::WordAnswer& word, Answer& answer) {
    for (const document::WordOption& option : word.options) {
        if (!option.ticked) {
            continue;
        }
        if (option.code.rfind(k_reason_code, 0) == 0) {
            answer.reason = base::from_name<domain::NoAnswer>(option.code.substr(k_reason_code.size()));
        } else if (!base::contains(answer.values, option.code)) {
            answer.values.push_back(option.code);
        }
    }
}

// One line is the value; more is an explanation with it.
void take_value(const document::WordAnswer& word, const domain::Question& question, Answer& answer) {
    const std::string plain(base::trim(document::plain_text(word.blocks)));  // which ends in a line's end
    const std::size_t end = plain.find('\n');
    std::string first(base::trim(plain.substr(0, end)));
    if (question.kind == QuestionKind::number) {
        const statistics::Figure figure = statistics::read_figure(
            first, question.decimals > 0 ? statistics::Numbers::with_decimals : statistics::Numbers::whole);
        first = figure.reading == statistics::Reading::number ? figure.value->text() : first;
    }
    if (!first.empty()) {
        answer.values.push_back(first);
    }
    answer.text = end == std::string::npos ? "" : word.markdown;
}

}  // namespace

// What people write in a cell that has no figure. Only words that say it are read; a dash or an empty cell may mean anything.
const std::vector<std::pair<std::string_view, domain::NoAnswer>>& words_for_no_figure() {
    static const auto words = [] {
        std::vector<std::pair<std::string_view, domain::NoAnswer>> all;
        for (const auto& name : base::Names<domain::NoAnswer>::k_names) {
            all.emplace_back(name.text, name.value);
        }
        for (const std::string_view each : {"n/a", "n.a.", "na", "н/д", "Н/Д", "нет данных", "n.d.", "s/o"}) {
            all.emplace_back(each, domain::NoAnswer::not_available);
        }
        return all;
    }();
    return words;
}

std::optional<Answer> answer_of(const document::WordAnswer& word, const domain::Question* question) {
    Answer answer;
    answer.question = domain::QuestionId(word.question);
    answer.text = word.markdown;
    if (question != nullptr) {
        take_ticks(word, answer);
        if (question->kind == QuestionKind::number || question->kind == QuestionKind::date) {
            take_value(word, *question, answer);
        } else if (question->kind == QuestionKind::table) {
            take_figures(word, *question, answer);
        }
    }
    const bool has_content = !answer.text.empty() || !answer.values.empty() || !answer.cells.empty();
    if (!has_content && !answer.reason) {
        return std::nullopt;
    }
    // A reason beside an answer is a remark of the form's, not of the reply's: the check of the reply names it.
    answer.state = answer.reason && answer.values.empty() && answer.cells.empty() ? AnswerState::no_answer
                                                                                  : AnswerState::answered;
    return answer;
}

}  // namespace rapporteur::exchange
