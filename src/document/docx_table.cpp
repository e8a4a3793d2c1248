// SPDX-License-Identifier: EUPL-1.2
#include "document/docx_table.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::document {
namespace {

// A short table stays on one page: every row but the last holds on to the next.
constexpr std::size_t k_kept_rows = 15;

// How many letters of "Table Text", the margins of cells set off, stand beside each other on a line of the page.
constexpr double k_line = 92;
constexpr double k_margins = 2.5;  // of one cell
constexpr double k_least = 6;      // letters: a figure and its mark

double letters(const Cell& cell) {
    return static_cast<double>(base::display_width(plain_text(cell.content)));
}

double longest_word(const Cell& cell) {
    std::size_t longest = 0;
    const std::string text = plain_text(cell.content);
    for (const std::string_view word : base::split_words(text)) {
        longest = std::max(longest, base::display_width(word));
    }
    return static_cast<double>(longest) * 1.15;  // heads are bold
}

// What each column would need to keep its texts on one line. A head may stand on two.
std::vector<double> needs_of(const Table& table) {
    std::vector<double> needs(table.columns.size(), k_least);
    const auto need = [&needs](std::size_t column, double length) {
        if (column < needs.size()) {
            needs[column] = std::max(needs[column], length);
        }
    };
    for (const Row& row : table.head) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            need(i, std::max(longest_word(row.cells[i]), letters(row.cells[i]) / 2));
        }
    }
    for (const TableBody& body : table.bodies) {
        for (const Row& row : body.rows) {
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                need(i, letters(row.cells[i]));
            }
        }
    }
    for (double& one : needs) {
        one += k_margins;
    }
    return needs;
}

// Columns that need less than an equal share get what they need; the long ones share what is left.
void share(std::vector<double>& needs) {
    std::vector<std::size_t> order(needs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&needs](std::size_t a, std::size_t b) { return needs[a] < needs[b]; });
    double left = k_line;
    std::size_t waiting = order.size();
    for (const std::size_t column : order) {
        needs[column] = std::min(needs[column], left / static_cast<double>(waiting));
        left -= needs[column];
        --waiting;
    }
}

void set_widths(Table& table) {
    std::vector<double> needs = needs_of(table);
    if (std::accumulate(needs.begin(), needs.end(), 0.0) > k_line) {
        share(needs);
    }
    const double sum = std::accumulate(needs.begin(), needs.end(), 0.0);
    for (std::size_t i = 0; i < needs.size(); ++i) {
        table.columns[i].width = needs[i] / sum;
    }
}

void shape_cells(std::vector<Row>& rows, const char* style) {
    for (Row& row : rows) {
        for (Cell& cell : row.cells) {
            cell.content = {styled(style, as_paragraphs(std::move(cell.content)))};
        }
    }
}

}  // namespace

Block styled(const char* style, Blocks content) {
    return Block{Div{Attr{"", {}, {{"custom-style", style}}}, std::move(content)}};
}

Blocks as_paragraphs(Blocks blocks) {
    for (Block& block : blocks) {
        if (auto* plain = block.as<Plain>()) {
            block = Block{Paragraph{Inlines(std::move(plain->content))}};
        }
    }
    return blocks;
}

Table table_for_word(Table table) {
    if (std::none_of(table.columns.begin(), table.columns.end(),
                     [](const Column& column) { return column.width.has_value(); })) {
        set_widths(table);
    }
    shape_cells(table.head, "Table Head");
    for (TableBody& body : table.bodies) {
        std::vector<Row> last;
        if (!body.rows.empty() && body.rows.size() <= k_kept_rows) {
            last.push_back(std::move(body.rows.back()));
            body.rows.pop_back();
        }
        shape_cells(body.rows, last.empty() ? "Table Text" : "Table Text Kept");
        shape_cells(last, "Table Text");
        std::move(last.begin(), last.end(), std::back_inserter(body.rows));
    }
    shape_cells(table.foot, "Table Text");
    return table;
}

}  // namespace rapporteur::document
