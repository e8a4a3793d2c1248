// SPDX-License-Identifier: EUPL-1.2
#include "document/form_lines.hpp"

#include "base/text.hpp"
#include "document/docx_table.hpp"
#include "document/openxml.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rapporteur::document {
namespace {

struct LineForm {
    FormLine line;
    const char* name;   // class in HTML
    const char* style;  // in Word
};
constexpr std::array<LineForm, 9> k_lines{{{FormLine::question_text, "question-text", "Question Text"},
                                           {FormLine::guidance, "guidance", "Guidance"},
                                           {FormLine::begin, "token", "Answer Token"},
                                           {FormLine::end, "token-end", "Answer Token"},
                                           {FormLine::lead, "lead", "Answer Lead"},
                                           {FormLine::option, "option", "Answer Option"},
                                           {FormLine::reason, "reason", "Answer Reason"},
                                           {FormLine::sheet, "sheet", "Answer Sheet"},
                                           {FormLine::answer, "answer", "Answer"}}};
constexpr double k_least_head = 0.25;  // shares of the line, for the heads of rows
constexpr double k_widest_head = 0.5;
constexpr const char* k_class = "form-line";

Cell head_cell(Inlines content, Alignment alignment) {
    Cell cell;
    cell.alignment = alignment;
    cell.content = {Block{Plain{std::move(content)}}};
    return cell;
}

Cell empty_cell() {
    Cell cell;
    cell.attr.classes.emplace_back("num");
    cell.alignment = Alignment::right;
    cell.content = {Block{Plain{}}};
    return cell;
}

}  // namespace

Block form_line(FormLine kind, Inlines content) {
    const auto* const found = std::find_if(k_lines.begin(), k_lines.end(),
                                           [kind](const LineForm& each) { return each.line == kind; });
    return Block{Div{Attr{"", {k_class, found->name}, {}}, {Block{Paragraph{std::move(content)}}}}};
}

Inlines marked_words(std::string_view words, const std::string& mark) {
    Inlines line = text_inlines(words);
    if (!mark.empty()) {
        if (!line.empty()) {
            line.push_back(Inline{Space{}});
        }
        line.push_back(Inline{Span{Attr{"", {"mark"}, {}}, text_inlines(mark)}});
    }
    return line;
}

Block form_table(const FormTable& content) {
    // Half of the line for the words at the most; columns of figures of one width.
    const double count = static_cast<double>(std::max<std::size_t>(content.columns.size(), 1));
    const double figures = std::min(0.13, (1 - k_least_head) / count);
    const double head_width = std::min(k_widest_head, 1 - figures * count);
    Table table;
    table.columns.push_back(Column{Alignment::left, head_width});
    Row head;
    head.cells.push_back(head_cell(text_inlines(content.corner), Alignment::left));
    for (const Inlines& column : content.columns) {
        table.columns.push_back(Column{Alignment::right, (1 - head_width) / count});
        head.cells.push_back(head_cell(column, Alignment::right));
    }
    table.head.push_back(std::move(head));
    TableBody body;
    body.row_head_columns = 1;
    for (const Inlines& line : content.rows) {
        Row row;
        row.cells.push_back(head_cell(line, Alignment::left));
        row.cells.insert(row.cells.end(), content.columns.size(), empty_cell());
        body.rows.push_back(std::move(row));
    }
    table.bodies.push_back(std::move(body));
    return Block{Div{Attr{"", {"data", "to-fill-in"}, {}}, {Block{std::move(table)}}}};
}

bool is_form_line(const Attr& attr) {
    return attr.has_class(k_class);
}

Block form_line_for_word(Div line) {
    const auto* const found = std::find_if(k_lines.begin(), k_lines.end(), [&line](const LineForm& each) {
        return line.attr.has_class(each.name);
    });
    if (found == k_lines.end() || (found->line != FormLine::begin && found->line != FormLine::end)) {
        return styled(found == k_lines.end() ? "Normal" : found->style, std::move(line.content));
    }
    // One run of text, which no word processor has a reason to part. The line holds on to what follows, unless it is
    // the one behind the answer.
    OpenXml xml;
    xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "AnswerToken");
    if (found->line == FormLine::end) {
        xml.empty("w:keepNext", "w:val", "0");
    }
    xml.close().run(base::trim(plain_text(line.content))).close();
    return Block{RawBlock{"openxml", xml.finish()}};
}

}  // namespace rapporteur::document
