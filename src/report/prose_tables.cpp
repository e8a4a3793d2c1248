// SPDX-License-Identifier: EUPL-1.2
#include "report/prose_tables.hpp"

#include "base/text.hpp"
#include "report/figures.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace rapporteur::report {
namespace {

using document::Block;
using document::Blocks;
using document::Inline;
using document::Inlines;

bool has_notes_or_links(const Inlines& line) {
    bool found = false;
    document::Visitor visitor;
    visitor.in_line = [&found](const Inline& node) {
        found = found || node.as<document::Note>() != nullptr || node.as<document::Link>() != nullptr;
    };
    document::walk(line, visitor);
    return found;
}

// The words of a paragraph that is nothing but bold words.
std::optional<std::string> bold_line(const Block& block) {
    const auto* paragraph = block.as<document::Paragraph>();
    if (paragraph == nullptr || paragraph->content.size() != 1 || has_notes_or_links(paragraph->content)) {
        return std::nullopt;
    }
    const auto* styled = paragraph->content.front().as<document::Styled>();
    const bool bold = styled != nullptr && styled->style == document::Style::strong;
    return bold ? std::optional<std::string>(document::plain_text(styled->content)) : std::nullopt;
}

Blocks caption_of(const std::string& text) {
    const Caption caption = split_caption(text);
    Inlines line;
    if (!caption.label.empty()) {
        line.push_back(Inline{
            document::Span{document::Attr{"", {"label"}, {}}, document::text_inlines(caption.label + ".")}});
        line.push_back(Inline{document::Space{}});
    }
    document::append(line, document::text_inlines(caption.text));
    return {Block{document::Plain{std::move(line)}}};
}

// A date or the number of an act is not broken, as long as the lines of the page have room for all columns.
void keep_short_cells(document::Table& table) {
    constexpr std::size_t k_short = 18;  // letters: "22 September 2013"
    constexpr std::size_t k_line = 80;   // letters that stand beside each other in print
    std::vector<std::size_t> longest(table.columns.size(), 0);
    for (const document::TableBody& body : table.bodies) {
        for (const document::Row& row : body.rows) {
            for (std::size_t i = 0; i < row.cells.size() && i < longest.size(); ++i) {
                const std::size_t width = base::display_width(document::plain_text(row.cells[i].content));
                longest[i] = std::max(longest[i], width);
            }
        }
    }
    std::size_t all = 0;
    for (const std::size_t one : longest) {
        all += std::min(one, k_short + 2);
    }
    if (all > k_line) {
        return;
    }
    for (document::TableBody& body : table.bodies) {
        for (document::Row& row : body.rows) {
            for (std::size_t i = 0; i < row.cells.size() && i < longest.size(); ++i) {
                if (longest[i] <= k_short) {
                    row.cells[i].attr.classes.emplace_back("short");
                }
            }
        }
    }
}

}  // namespace

document::Blocks with_captions(Blocks blocks) {
    Blocks result;
    for (Block& block : blocks) {
        auto* table = block.as<document::Table>();
        if (table == nullptr) {
            result.push_back(std::move(block));
            continue;
        }
        for (document::Column& column : table->columns) {
            column.width.reset();
        }
        keep_short_cells(*table);
        const auto line = result.empty() || !table->caption.empty() ? std::nullopt : bold_line(result.back());
        if (line) {
            table->caption = caption_of(*line);
            result.pop_back();
        }
        result.push_back(Block{document::Div{document::Attr{"", {"data"}, {}}, {std::move(block)}}});
    }
    return result;
}

}  // namespace rapporteur::report
