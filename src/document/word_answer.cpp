// SPDX-License-Identifier: EUPL-1.2
#include "document/word_answer.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rapporteur::document {

namespace {

constexpr std::string_view k_ellipsis_placeholder = "[…]";  // as a word processor corrects it

using Places = std::vector<std::string>;

std::string without_tokens(std::string_view text) {
    std::string result;
    std::size_t at = 0;
    for (const Token& token : tokens_in(text)) {
        result += text.substr(at, token.offset - at);
        at = token.offset + token.length;
    }
    return result + std::string(text.substr(at));
}

// The words of an option's line, without box, tick and mark.
std::string option_words(std::string_view text) {
    const std::string plain = without_tokens(text);
    std::string words;
    for (const std::string_view word : base::split_words(plain)) {
        if (word != k_empty_box && !is_ticked(word)) {
            words += (words.empty() ? "" : " ") + std::string(word);
        }
    }
    return words;
}

bool has_tick(std::string_view text) {
    const std::string plain = without_tokens(text);
    const std::vector<std::string_view> words = base::split_words(plain);
    if (words.empty()) {
        return false;
    }
    const bool glyph = std::any_of(words.begin(), words.end(), [](std::string_view word) {
        return word.find(k_ticked_box) != std::string_view::npos || word.find("☑") != std::string_view::npos;
    });
    return glyph || is_ticked(words.front()) || (words.size() > 1 && is_ticked(words.back())) ||
           (words.front() == k_empty_box && words.size() > 1 && is_ticked(words[1]));
}

Places places_in(std::string_view text) {
    Places places;
    for (const Token& token : tokens_in(text)) {
        if (token.kind == TokenKind::places) {
            places.insert(places.end(), token.places.begin(), token.places.end());
        }
    }
    return places;
}

class AnswerReader {
public:
    AnswerReader(const std::vector<BodyBlock>& blocks, const FormQuestion& question, WordAnswer& answer,
                 Cuts& cuts, WordFindings& findings)
        : m_blocks(blocks), m_question(question), m_answer(answer), m_cuts(cuts), m_findings(findings) {
        for (const std::string& text : question.texts) {
            m_sent.insert(option_words(comparable(text)));
            m_form_words.insert(comparable(text));
            for (const Token& token : tokens_in(text)) {
                if (token.kind == TokenKind::places) {
                    m_expected.insert(place_mark(token.places));
                }
            }
        }
    }

    void run(const WordRegion& region) {
        for (const std::size_t index : region.blocks) {
            if (m_blocks[index].kind == BodyKind::paragraph) {
                paragraph(index);
            } else if (m_blocks[index].kind == BodyKind::table) {
                table(index);
            }
        }
        if (!m_expected.empty() && !m_has_table && !m_own_table.empty()) {
            note(WordFault::own_table, m_own_table);
        }
        for (const std::string& mark : m_expected) {
            if (m_met.count(mark) == 0 && m_has_table) {
                note(WordFault::place_missing, mark);
            }
        }
    }

private:
    void note(WordFault fault, std::string detail) {
        m_findings.push_back({fault, m_question.id, std::move(detail)});
    }

    void paragraph(std::size_t index) {
        const BodyBlock& block = m_blocks[index];
        Cut cut;
        const std::string plain = comparable(block.text);
        bool whole = plain == k_placeholder || plain == k_ellipsis_placeholder;
        bool form_line = false;
        for (const Token& token : block.tokens) {
            cut.ranges.emplace_back(token.offset, token.length);
            if (token.kind == TokenKind::option) {
                m_answer.options.push_back({token.code, has_tick(block.text)});
                form_line = true;
            } else if (token.kind == TokenKind::places) {
                m_sheet = token.places;
                m_met.insert(place_mark(token.places));
                form_line = true;
            }
        }
        whole = whole || m_form_words.count(plain) > 0 || comparable(without_tokens(block.text)).empty() ||
                (form_line && m_sent.count(option_words(comparable(block.text))) > 0);
        for (const std::string_view placeholder : {k_placeholder, k_ellipsis_placeholder}) {
            const std::size_t at = block.text.find(placeholder);
            if (at != std::string::npos) {
                cut.ranges.emplace_back(at, placeholder.size());
            }
        }
        cut.whole = whole;
        if (whole || !cut.ranges.empty()) {
            m_cuts[index] = std::move(cut);
        }
    }

    void table(std::size_t index) {
        const std::vector<std::vector<WordCell>> rows = table_cells(m_blocks[index].element);
        const bool is_ours = std::any_of(rows.begin(), rows.end(), [](const std::vector<WordCell>& row) {
            return std::any_of(row.begin(), row.end(),
                               [](const WordCell& cell) { return !places_in(cell.text).empty(); });
        });
        if (!is_ours) {
            m_own_table = m_own_table.empty() ? comparable(m_blocks[index].text) : m_own_table;
            return;  // stays in the prose
        }
        m_has_table = true;
        m_cuts[index].whole = true;
        figures(rows);
    }

    // A cell's places are those of its sheet, of the head cells left of it in its row and above it in its column.
    void figures(const std::vector<std::vector<WordCell>>& rows) {
        std::map<std::size_t, Places> columns;
        const bool has_row_places =
            std::any_of(rows.begin(), rows.end(), [](const std::vector<WordCell>& row) {
                return !row.empty() && !places_in(row.front().text).empty();
            });
        for (const std::vector<WordCell>& row : rows) {
            Places of_row;
            std::size_t column = 0;
            const bool heads_row = !row.empty() && !places_in(row.front().text).empty();
            for (std::size_t i = 0; i < row.size(); ++i) {
                const Places places = places_in(row[i].text);
                if (!places.empty()) {
                    m_met.insert(place_mark(places));
                    Places& into = i == 0 && heads_row ? of_row : columns[column];
                    into.insert(into.end(), places.begin(), places.end());
                } else if (i > 0 || (!has_row_places && m_form_words.count(comparable(row[i].text)) == 0)) {
                    figure(row[i], of_row, columns[column], comparable(row.front().text),
                           heads_row || !has_row_places);
                }
                column += static_cast<std::size_t>(row[i].columns);
            }
        }
    }

    void figure(const WordCell& cell, const Places& of_row, const Places& of_column,
                const std::string& row_label, bool has_row) {
        const std::string text = comparable(cell.text);
        Places places = m_sheet;
        places.insert(places.end(), of_row.begin(), of_row.end());
        places.insert(places.end(), of_column.begin(), of_column.end());
        if (cell.columns > 1 || cell.continues_above) {
            note(WordFault::merged_cells, place_mark(places) + (text.empty() ? "" : " " + text));
            return;
        }
        if (!has_row || of_column.empty()) {
            if (!text.empty()) {
                note(WordFault::place_unknown, row_label + ": " + text);
            }
            return;
        }
        std::sort(places.begin(), places.end());
        if (!m_places.insert(base::join(places, " ")).second) {
            note(WordFault::place_twice, place_mark(places));
            return;
        }
        m_answer.figures.push_back({std::move(places), text});
    }

    const std::vector<BodyBlock>& m_blocks;
    const FormQuestion& m_question;
    WordAnswer& m_answer;
    Cuts& m_cuts;
    WordFindings& m_findings;
    std::set<std::string> m_form_words;
    std::set<std::string> m_sent;      // the form's own lines, without marks
    std::set<std::string> m_expected;  // marks of places
    std::set<std::string> m_met;
    std::set<std::string> m_places;  // of figures
    Places m_sheet;
    bool m_has_table = false;
    std::string m_own_table;  // the text of one without marks
};

}  // namespace

void read_answer_parts(const std::vector<BodyBlock>& blocks, const WordRegion& region,
                       const FormQuestion& question, WordAnswer& answer, Cuts& cuts, WordFindings& findings) {
    AnswerReader(blocks, question, answer, cuts, findings).run(region);
}

}  // namespace rapporteur::document
