// SPDX-License-Identifier: EUPL-1.2
#include "exchange/reply_table.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace rapporteur::exchange {

using namespace domain;

namespace {

std::string_view code_of(std::string_view pair) {
    const std::size_t equals = pair.find('=');
    return equals == std::string_view::npos ? pair : pair.substr(equals + 1);
}

std::string_view dimension_of(std::string_view pair) {
    return pair.substr(0, pair.find('='));
}

const Dimension* find_dimension(const Question* question, std::string_view id) {
    if (question != nullptr) {
        for (const Dimension& each : question->dimensions) {
            if (each.id == id) {
                return &each;
            }
        }
    }
    return nullptr;
}

// "a" to "z", then "aa", "ab" ...
std::string mark_of(std::size_t index) {
    std::string mark(1, static_cast<char>('a' + index % 26));
    return index < 26 ? mark : mark_of(index / 26 - 1) + mark;
}

class Builder {
public:
    Builder(const Question* question, const Questionnaire* questionnaire, std::string_view language)
        : m_question(question), m_questionnaire(questionnaire), m_language(language) {}

    void add(const Cell& cell) {
        std::string row;
        std::string column;
        for (std::size_t i = 0; i < cell.dims.size(); ++i) {
            std::string& side = goes_across(cell.dims[i], i) ? column : row;
            side += (side.empty() ? "" : ", ") +
                    place_label(cell.dims[i], m_question, m_questionnaire, m_language);
        }
        m_cells[{place(m_rows, row), place(m_columns, column)}] = text_of(cell);
    }

    ReplyTable take() {
        ReplyTable table;
        table.unit = m_question == nullptr ? "" : m_question->unit;
        table.columns = m_columns;
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            ReplyTable::Row& made = table.rows.emplace_back();
            made.label = m_rows[row];
            for (std::size_t column = 0; column < m_columns.size(); ++column) {
                const auto found = m_cells.find({row, column});
                made.cells.push_back(found == m_cells.end() ? "" : found->second);
            }
        }
        for (std::size_t i = 0; i < m_notes.size(); ++i) {
            table.notes.push_back("(" + mark_of(i) + ") " + m_notes[i]);
        }
        return table;
    }

private:
    bool goes_across(std::string_view pair, std::size_t position) const {
        const Dimension* const dimension = find_dimension(m_question, dimension_of(pair));
        return dimension != nullptr ? dimension->axis == Axis::column : position == 0;
    }

    static std::size_t place(std::vector<std::string>& labels, const std::string& label) {
        const auto found = std::find(labels.begin(), labels.end(), label);
        if (found != labels.end()) {
            return static_cast<std::size_t>(found - labels.begin());
        }
        labels.push_back(label);
        return labels.size() - 1;
    }

    std::string text_of(const Cell& cell) {
        std::vector<std::string> parts;
        if (cell.reason) {
            parts.push_back(reason_in_words(*cell.reason));
        } else if (cell.raw.empty()) {
            parts.emplace_back("left blank");
        }
        if (cell.revised) {
            parts.emplace_back("revised");
        }
        std::string note = base::join(parts, ", ");
        if (!cell.note.empty()) {
            note += (note.empty() ? "" : ": ") + cell.note;
        }
        if (note.empty()) {
            return cell.raw;
        }
        const std::string mark = "(" + mark_of(place(m_notes, note)) + ")";
        return cell.raw.empty() ? mark : cell.raw + " " + mark;
    }

    const Question* m_question;
    const Questionnaire* m_questionnaire;
    std::string_view m_language;
    std::vector<std::string> m_rows;
    std::vector<std::string> m_columns;
    std::vector<std::string> m_notes;
    std::map<std::pair<std::size_t, std::size_t>, std::string> m_cells;
};

}  // namespace

std::string place_label(std::string_view pair, const Question* question, const Questionnaire* questionnaire,
                        std::string_view language) {
    const std::string_view code = code_of(pair);
    const Dimension* const dimension = find_dimension(question, dimension_of(pair));
    const Codelist* const list = dimension != nullptr && questionnaire != nullptr
                                     ? questionnaire->find_codelist(dimension->codelist)
                                     : nullptr;
    if (list != nullptr) {
        for (const Code& each : list->codes) {
            if (each.value == code) {
                return std::string(text_in(each.label, language));
            }
        }
    }
    return code == "total" ? "Total" : std::string(code);
}

std::string reason_in_words(NoAnswer reason) {
    return base::replace_all(base::name_of(reason), "-", " ");
}

ReplyTable reply_table(const Answer& answer, const Question* question, const Questionnaire* questionnaire,
                       std::string_view language) {
    Builder builder(question, questionnaire, language);
    for (const Cell& cell : answer.cells) {
        builder.add(cell);
    }
    return builder.take();
}

}  // namespace rapporteur::exchange
