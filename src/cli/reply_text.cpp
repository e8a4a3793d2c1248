// SPDX-License-Identifier: EUPL-1.2
#include "cli/reply_text.hpp"

#include "base/text.hpp"
#include "cli/output.hpp"

#include <algorithm>

namespace rapporteur::cli {

namespace {

std::string table_paragraph(const exchange::ReplyTable& table, std::size_t width) {
    Listing listing{"", {{"", table.unit.empty() ? " " : table.unit}}, {}, ""};
    for (const std::string& column : table.columns) {
        listing.columns.push_back({"", column.empty() ? " " : column, Align::right});
    }
    for (const exchange::ReplyTable::Row& row : table.rows) {
        std::vector<Cell> cells{row.label};
        for (const std::string& cell : row.cells) {
            cells.emplace_back(cell);
        }
        listing.rows.push_back(std::move(cells));
    }
    std::string text = "\n";
    const std::string lines = table_text(listing, width - k_answer_indent.size());
    for (const std::string_view each : base::split_lines(lines)) {
        text += std::string(k_answer_indent) + std::string(each) + "\n";
    }
    for (const std::string& note : table.notes) {
        text += base::wrap(note, width, k_answer_indent) + "\n";
    }
    return text;
}

}  // namespace

std::size_t text_width(std::size_t terminal_width) {
    constexpr std::size_t k_as_long_as_it_gets = 100'000;
    return terminal_width == 0 ? k_as_long_as_it_gets : terminal_width;
}

std::string numbered_text(const std::string& number, const std::string& text, std::size_t width) {
    constexpr std::size_t k_margin = k_answer_indent.size();
    const std::string left =
        number + std::string(number.size() < k_margin - 1 ? k_margin - number.size() : 1, ' ');
    const std::string wrapped = base::wrap(text, width, k_answer_indent);
    return (number.empty() ? std::string(k_answer_indent) : left) +
           wrapped.substr(std::min(wrapped.size(), k_margin)) + "\n";
}

std::string section_heading(const std::string& title, std::size_t width) {
    return "\n" + base::wrap(title, width) + "\n" +
           std::string(std::min(width, base::display_width(title)), '-') + "\n";
}

std::string answer_paragraphs(const exchange::ReadableAnswer& answer, std::size_t width) {
    std::string text;
    const auto paragraph = [&](const std::string& words) {
        if (!words.empty()) {
            text += "\n" + base::wrap(words, width, k_answer_indent) + "\n";
        }
    };
    paragraph(answer.state_words);
    paragraph(base::join(answer.values, "; "));
    if (answer.table) {
        text += table_paragraph(*answer.table, width);
    }
    paragraph(answer.text);
    paragraph(answer.exhibits.empty() ? "" : "Exhibit " + base::join(answer.exhibits, "; exhibit "));
    return text;
}

}  // namespace rapporteur::cli
