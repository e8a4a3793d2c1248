// SPDX-License-Identifier: EUPL-1.2
#include "exchange/form_request.hpp"

#include "base/text.hpp"
#include "document/form_tokens.hpp"
#include "exchange/reply_table.hpp"

#include <algorithm>

namespace rapporteur::exchange {

using namespace domain;

namespace {

constexpr std::size_t k_most_rows = 40;

// "Women: 2015: 30; 2016: 41"
std::string row_line(const ReplyTable& table, const ReplyTable::Row& row) {
    std::vector<std::string> figures;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!row.cells[i].empty()) {
            const bool named = i < table.columns.size() && !table.columns[i].empty();
            figures.push_back((named ? table.columns[i] + ": " : "") + row.cells[i]);
        }
    }
    const std::string line = base::join(figures, "; ");
    return line.empty() || row.label.empty() ? line : row.label + " – " + line;
}

// Whoever wrote "[#...]" into an answer must not begin another one by it.
std::string without_tokens(std::string line) {
    for (const document::Token& token : document::tokens_in(line)) {
        line[token.offset] = '(';
        line[token.offset + token.length - 1] = ')';
    }
    return line;
}

}  // namespace

const RequestItem* FormRequest::find_item(const QuestionId& question) const {
    const auto found = std::find_if(request.items.begin(), request.items.end(),
                                    [&](const RequestItem& item) { return item.question == question; });
    return found == request.items.end() ? nullptr : &*found;
}

std::vector<std::string> earlier_lines(const Answer& answer, const Question* question,
                                       const Questionnaire& questionnaire, const FormHints& hints,
                                       std::string_view language, const std::string& prose) {
    std::vector<std::string> lines;
    if (answer.reason && answer.state == AnswerState::no_answer) {
        lines.push_back(hints.reason(*answer.reason));
    }
    std::vector<std::string> values;
    for (const std::string& value : answer.values) {
        values.push_back(hints.value_words(question, value));
    }
    lines.push_back(base::join(values, "; "));
    if (!answer.cells.empty()) {
        const ReplyTable table = reply_table(answer, question, &questionnaire, language);
        for (const ReplyTable::Row& row : table.rows) {
            lines.push_back(row_line(table, row));
            if (lines.size() > k_most_rows) {
                lines.emplace_back("…");
                break;
            }
        }
    }
    for (const std::string_view line : base::split_lines(prose)) {
        lines.emplace_back(base::trim(line));
    }
    std::erase_if(lines,
                  [](const std::string& line) { return line.empty() || line == document::k_placeholder; });
    std::transform(lines.begin(), lines.end(), lines.begin(), without_tokens);
    return lines;
}

}  // namespace rapporteur::exchange
