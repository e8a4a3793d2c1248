// SPDX-License-Identifier: EUPL-1.2
#include "document/report_document.hpp"

#include "base/error.hpp"

#include <fmt/core.h>

#include <utility>

namespace rapporteur::document {
namespace {

Inlines labelled(const std::string& label, const std::string& text) {
    Inlines result;
    if (!label.empty()) {
        result.push_back(Inline{Span{Attr{"", {"label"}, {}}, text_inlines(label + ".")}});
        result.push_back(Inline{Space{}});
    }
    append(result, text_inlines(text));
    return result;
}

// "Source: ..." and "Note: ..." below a table or figure.
void add_remarks(Blocks& blocks, const std::string& source, const std::string& note,
                 const ReportWords& words) {
    const auto add = [&blocks](const std::string& lead, const std::string& text) {
        if (!text.empty()) {
            blocks.push_back(Block{Div{Attr{"", {"remark"}, {}}, {text_paragraph(lead + " " + text)}}});
        }
    };
    add(words.source, source);
    add(words.note, note);
}

Cell table_cell(const std::string& text, ColumnKind kind) {
    Cell cell;
    if (kind == ColumnKind::figures) {
        cell.attr.classes.emplace_back("num");
    }
    cell.content = {Block{Plain{text_inlines(text)}}};
    return cell;
}

}  // namespace

ReportWords report_words(std::string_view language) {
    ReportWords words;
    if (language == "fr") {
        words.contents = "Sommaire";
        words.notes = "Notes";
        words.source = "Source :";
        words.note = "Note :";
        words.page = "Page";
        words.skip_to_text = "Aller au texte";
        words.comments_statement =
            "Les commentaires ci-après sont ceux des autorités nationales et sont publiés à leur "
            "demande. Ils ne font pas partie de l’analyse.";
    } else if (language == "ru") {
        words.contents = "Содержание";
        words.notes = "Примечания";
        words.source = "Источник:";
        words.note = "Примечание:";
        words.page = "Страница";
        words.skip_to_text = "К тексту";
        words.comments_statement =
            "Нижеследующие замечания представлены национальными властями и публикуются по их "
            "просьбе. Они не являются частью анализа.";
    }
    return words;
}

std::string title_with_state(const ReportDocument& report) {
    const bool named = report.state.empty() || report.title.find(report.state) != std::string::npos;
    return named ? report.title : report.title + " – " + report.state;
}

Block report_heading(int level, std::string id, std::string label, Inlines content) {
    Heading heading{level, Attr{std::move(id), {}, {}}, std::move(content)};
    if (!label.empty()) {
        heading.attr.set("label", std::move(label));
    }
    return Block{std::move(heading)};
}

Block numbered_paragraph(std::string key, std::string number, Blocks content) {
    return Block{Div{Attr{std::move(key), {"para"}, {{"number", std::move(number)}}}, std::move(content)}};
}

Block recommendation_paragraph(std::string key, std::string number, RecommendationMarks marks,
                               Blocks content) {
    Attr attr{std::move(key), {"para", "rec"}, {{"number", std::move(number)}}};
    attr.set("rec", std::move(marks.id));
    attr.set("verb", std::move(marks.verb));
    return Block{Div{std::move(attr), std::move(content)}};
}

Block data_table(TableContent content, const ReportWords& words) {
    Table table;
    table.caption = {Block{Plain{labelled(content.label, content.caption)}}};
    Row head;
    for (const TableColumn& column : content.columns) {
        table.columns.push_back(
            Column{column.kind == ColumnKind::figures ? Alignment::right : Alignment::left, std::nullopt});
        head.cells.push_back(table_cell(column.title, column.kind));
    }
    table.head.push_back(std::move(head));
    TableBody body;
    body.row_head_columns = 1;
    for (const std::vector<std::string>& line : content.rows) {
        if (line.size() != content.columns.size()) {
            throw base::Error(base::ErrorKind::internal, "a table's row is not as long as its head")
                .at(content.id);
        }
        Row row;
        for (std::size_t i = 0; i < line.size(); ++i) {
            row.cells.push_back(table_cell(line[i], content.columns[i].kind));
        }
        body.rows.push_back(std::move(row));
    }
    table.bodies.push_back(std::move(body));
    Blocks blocks{Block{std::move(table)}};
    add_remarks(blocks, content.source, content.note, words);
    return Block{Div{Attr{std::move(content.id), {"data"}, {}}, std::move(blocks)}};
}

Block figure(FigureContent content, const ReportWords& words) {
    Blocks blocks{
        Block{Div{Attr{"", {"caption"}, {}}, {Block{Plain{labelled(content.label, content.caption)}}}}},
        Block{Paragraph{
            {Inline{Image{{}, text_inlines(content.alternative), std::move(content.picture), ""}}}}}};
    add_remarks(blocks, content.source, content.note, words);
    return Block{Div{Attr{std::move(content.id), {"figure"}, {}}, std::move(blocks)}};
}

std::vector<ContentsEntry> contents_of(const ReportDocument& report) {
    Rewriter bare;
    bare.in_line = [](Inline node) -> Inlines {
        if (node.as<Note>() != nullptr) {
            return {};
        }
        if (auto* link = node.as<Link>()) {
            return std::move(link->content);
        }
        if (auto* span = node.as<Span>()) {
            span->attr.identifier.clear();
        }
        return {std::move(node)};
    };
    std::vector<ContentsEntry> entries;
    for (const Part& part : report.parts) {
        for (const Block& block : part.blocks) {
            const auto* heading = block.as<Heading>();
            if (heading == nullptr || heading->level > 2) {
                continue;
            }
            if (heading->attr.identifier.empty()) {
                throw base::Error(base::ErrorKind::internal, "a heading without an identifier")
                    .at(plain_text(heading->content));
            }
            entries.push_back(ContentsEntry{heading->level, heading->attr.identifier,
                                            std::string(heading->attr.value("label")),
                                            rewrite(heading->content, bare)});
        }
    }
    return entries;
}

}  // namespace rapporteur::document
