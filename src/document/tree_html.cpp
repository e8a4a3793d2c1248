// SPDX-License-Identifier: EUPL-1.2
#include "document/tree_html.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "document/markdown_rules.hpp"
#include "document/quote_marks.hpp"
#include "document/references.hpp"
#include "document/report_document.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

namespace rapporteur::document {
namespace {

[[noreturn]] void refuse(std::string what) {
    throw base::Error(base::ErrorKind::internal, std::move(what)).because("only allowed text becomes HTML");
}

const char* element_of(Style style) {
    switch (style) {
    case Style::emphasis:
        return "em";
    case Style::strong:
        return "strong";
    case Style::underline:
        return "u";
    case Style::strikeout:
        return "s";
    case Style::superscript:
        return "sup";
    case Style::subscript:
        return "sub";
    case Style::small_capitals:
        return "span";
    }
    return "span";
}

bool is_relative(std::string_view target) {
    const std::string_view before_query = target.substr(0, target.find_first_of("?#/"));
    return !target.empty() && target.substr(0, 2) != "//" &&
           before_query.find(':') == std::string_view::npos && target.find('\\') == std::string_view::npos;
}

struct ListForm {
    NumberStyle style;
    const char* type;
    const char* name;
};
constexpr std::array<ListForm, 4> k_list_forms{{{NumberStyle::lower_alpha, "a", "lower-alpha"},
                                                {NumberStyle::upper_alpha, "A", "upper-alpha"},
                                                {NumberStyle::lower_roman, "i", "lower-roman"},
                                                {NumberStyle::upper_roman, "I", "upper-roman"}}};

}  // namespace

class TreeHtmlWriter::Walker {
public:
    Walker(TreeHtmlWriter& writer, HtmlBuilder& out)
        : m_writer(writer), m_options(writer.m_options), m_out(out) {}

    void blocks(const Blocks& list) {
        for (const Block& block : list) {
            std::visit(*this, block.value);
        }
    }
    void inlines(const Inlines& list) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            // A word and the call of its note stay on one line; the sign of the call would begin the next one.
            const bool called = m_options.notes == NoteForm::in_place && i + 1 < list.size() &&
                                list[i].as<Str>() != nullptr && list[i + 1].as<Note>() != nullptr;
            if (called) {
                m_out.open("span").attribute("class", "noted");
            }
            std::visit(*this, list[i].value);
            if (called) {
                std::visit(*this, list[++i].value);
                m_out.close();
            }
        }
    }

    // ---- blocks

    void operator()(const Plain& plain) { inlines(plain.content); }

    void operator()(const Paragraph& paragraph) {
        m_out.open("p");
        number_if_waiting();
        inlines(paragraph.content);
        m_out.close().newline();
    }

    void operator()(const LineBlock& block) {
        m_out.open("p").attribute("class", "lines");
        for (std::size_t i = 0; i < block.lines.size(); ++i) {
            if (i != 0) {
                m_out.open("br").close();
            }
            inlines(block.lines[i]);
        }
        m_out.close().newline();
    }

    void operator()(const CodeBlock& block) {
        m_out.open("pre").element("code", block.text).close().newline();
    }
    void operator()(const RawBlock&) { refuse("raw markup in a text"); }

    void operator()(const BlockQuote& quote) {
        m_out.open("blockquote").newline();
        blocks(quote.content);
        m_out.close().newline();
    }

    void operator()(const OrderedList& list) {
        m_out.open("ol");
        for (const ListForm& form : k_list_forms) {
            if (form.style == list.style) {
                const bool parentheses = list.delimiter == NumberDelimiter::two_parentheses;
                m_out.attribute("type", form.type);
                m_out.attribute("class", parentheses ? std::string(form.name) + " parentheses" : form.name);
            }
        }
        if (list.start != 1) {
            m_out.attribute("start", fmt::format("{}", list.start));
        }
        items(list.items);
    }

    void operator()(const BulletList& list) {
        m_out.open("ul");
        items(list.items);
    }

    void operator()(const DefinitionList& list) {
        m_out.open("dl").newline();
        for (const Definition& item : list.items) {
            m_out.open("dt");
            inlines(item.term);
            m_out.close().newline();
            for (const Blocks& meaning : item.meanings) {
                m_out.open("dd");
                blocks(meaning);
                m_out.close().newline();
            }
        }
        m_out.close().newline();
    }

    void operator()(const Heading& heading) {
        constexpr std::array<const char*, 6> k_elements{"h1", "h2", "h3", "h4", "h5", "h6"};
        const int level = std::clamp(heading.level + m_options.heading_shift, 1, 6);
        m_out.open(k_elements.at(static_cast<std::size_t>(level) - 1));
        const std::string_view label = heading.attr.value("label");
        const bool short_label = !label.empty() && label.size() <= k_short_label;
        identity(heading.attr,
                 short_label ? std::vector<std::string>{"labelled"} : std::vector<std::string>{});
        if (!label.empty()) {
            // The space inside: where the stylesheet gives the label a column, it takes no room of the text's.
            m_out.open("span").attribute("class", "label").text(label).text(" ").close();
        }
        inlines(heading.content);
        m_out.close().newline();
    }

    void operator()(const Rule&) { m_out.open("hr").close().newline(); }

    void operator()(const Div& div) {
        if (div.attr.has_class("figure")) {
            figure(div);
            return;
        }
        const std::string_view number = div.attr.value("number");
        m_out.open("div");
        identity(div.attr, div.attr.classes);
        m_out.newline();
        if (!number.empty()) {
            m_number = number;
            m_number_target = div.attr.identifier;
            if (div.content.empty() || div.content.front().as<Paragraph>() == nullptr) {
                m_out.open("p");  // the number needs a line to stand on
                number_if_waiting();
                m_out.close().newline();
            }
        }
        blocks(div.content);
        m_out.close().newline();
    }

    void operator()(const Table& table) {
        m_out.open("div").attribute("class", "table-frame");
        if (!table.caption.empty()) {
            // On a narrow screen it scrolls sideways: by keyboard too, and named for who cannot see why.
            const std::string name(base::trim(plain_text(table.caption)));
            m_out.attribute("role", "region").attribute("aria-label", name).attribute("tabindex", "0");
        }
        m_out.newline().open("table");
        identity(table.attr, table.attr.classes);
        m_out.newline();
        if (!table.caption.empty()) {
            m_out.open("caption");
            flowing(table.caption);
            m_out.close().newline();
        }
        rows("thead", table.head, table.columns, 0);
        for (const TableBody& body : table.bodies) {
            rows("tbody", body.rows, table.columns, body.row_head_columns);
        }
        rows("tfoot", table.foot, table.columns, 0);
        m_out.close().newline().close().newline();
    }

    // ---- inlines

    void operator()(const Str& str) { m_out.text(str.text); }
    void operator()(const Space&) { m_out.text(" "); }
    void operator()(const SoftBreak&) { m_out.text(" "); }
    void operator()(const LineBreak&) { m_out.open("br").close(); }

    void operator()(const Styled& styled) {
        m_out.open(element_of(styled.style));
        if (styled.style == Style::small_capitals) {
            m_out.attribute("class", "small-capitals");
        }
        inlines(styled.content);
        m_out.close();
    }

    void operator()(const Quoted& quoted) {
        const QuoteMarks marks = quote_marks(m_options.language, quoted.kind);
        m_out.text(marks.open);
        inlines(quoted.content);
        m_out.text(marks.close);
    }

    void operator()(const Code& code) { m_out.element("code", code.text); }
    void operator()(const Math&) { refuse("a formula in a text"); }
    void operator()(const RawInline&) { refuse("raw markup in a text"); }

    void operator()(const Link& link) {
        if (!is_allowed_link(link.target) && !is_relative(link.target)) {
            refuse(fmt::format("a link to \"{}\"", link.target));
        }
        m_out.open("a").attribute("href", link.target.front() == '#'
                                              ? "#" + m_options.id_prefix + link.target.substr(1)
                                              : link.target);
        identity(link.attr, link.attr.classes);
        inlines(link.content.empty() ? text_inlines(link.target) : link.content);
        m_out.close();
    }

    void operator()(const Image& image) {
        m_out.open("img");
        m_out.attribute("src",
                        m_options.picture_address ? m_options.picture_address(image.target) : image.target);
        m_out.attribute("alt", plain_text(image.alternative));
        m_out.close();
    }

    void operator()(const Note& note) {
        if (m_options.notes == NoteForm::in_place) {
            m_out.open("span").attribute("class", "fn");
            flowing(note.content);
            m_out.close();
            return;
        }
        m_writer.m_notes.push_back(note.content);
        const std::string number = m_writer.note_number(m_writer.m_notes.size() - 1);
        m_out.open("sup").open("a").attribute("class", "noteref");
        m_out.attribute("id", m_options.id_prefix + "noteref-" + number);
        m_out.attribute("href", "#" + m_options.id_prefix + "note-" + number);
        m_out.text(number).close().close();
    }

    void operator()(const Span& span) {
        if (span.attr.has_class("ev")) {
            return;  // evidence is the register's, not the reader's
        }
        m_out.open("span");
        identity(span.attr, span.attr.classes);
        inlines(span.content);
        m_out.close();
    }

private:
    void identity(const Attr& attr, const std::vector<std::string>& classes) {
        if (!attr.identifier.empty()) {
            m_out.attribute("id", m_options.id_prefix + attr.identifier);
        }
        if (!classes.empty()) {
            std::string list;
            for (const std::string& name : classes) {
                list += list.empty() ? name : " " + name;
            }
            m_out.attribute("class", list);
        }
        if (const std::string_view language = attr.value("lang"); !language.empty()) {
            m_out.attribute("lang", language);
        }
    }

    // The number of a paragraph goes into its first line, so that it is read and copied with it.
    void number_if_waiting() {
        if (m_number.empty()) {
            return;
        }
        const std::string number = std::exchange(m_number, {});
        const std::string target = std::exchange(m_number_target, {});
        m_out.open("a").attribute("class", "pn");
        if (!target.empty()) {
            m_out.attribute("href", "#" + m_options.id_prefix + target);
        }
        m_out.text(number + ". ").close();
    }

    // Blocks where only text may stand (a caption, a note in place): paragraphs in one line.
    void flowing(const Blocks& list) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (i != 0) {
                m_out.text(" ");
            }
            if (const auto* paragraph = list[i].as<Paragraph>()) {
                inlines(paragraph->content);
            } else if (const auto* plain = list[i].as<Plain>()) {
                inlines(plain->content);
            } else {
                m_out.text(plain_text(Blocks{list[i]}));
            }
        }
    }

    void items(const std::vector<Blocks>& list) {
        m_out.newline();
        for (const Blocks& item : list) {
            m_out.open("li");
            blocks(item);
            m_out.close().newline();
        }
        m_out.close().newline();
    }

    void figure(const Div& div) {
        m_out.open("figure");
        identity(div.attr, {});
        m_out.newline();
        for (const Block& block : div.content) {
            const auto* inner = block.as<Div>();
            const auto* paragraph = block.as<Paragraph>();
            if (inner != nullptr && inner->attr.has_class("caption")) {
                m_out.open("figcaption");
                flowing(inner->content);
                m_out.close().newline();
            } else if (paragraph != nullptr) {
                inlines(paragraph->content);
                m_out.newline();
            } else {
                std::visit(*this, block.value);
            }
        }
        m_out.close().newline();
    }

    void rows(const char* part, const std::vector<Row>& list, const std::vector<Column>& columns,
              int row_head_columns) {
        if (list.empty()) {
            return;
        }
        m_out.open(part).newline();
        const bool head = std::string_view(part) == "thead";
        for (const Row& row : list) {
            m_out.open("tr");
            identity(row.attr, row.attr.classes);
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const bool own = row.cells[i].alignment != Alignment::unstated || i >= columns.size();
                cell(row.cells[i],
                     head                                     ? "col"
                     : static_cast<int>(i) < row_head_columns ? "row"
                                                              : "",
                     own ? row.cells[i].alignment : columns[i].alignment);
            }
            m_out.close().newline();
        }
        m_out.close().newline();
    }

    void cell(const Cell& cell, std::string_view scope, Alignment alignment) {
        const std::string_view own_scope = cell.attr.value("scope");
        const std::string_view used = own_scope.empty() ? scope : own_scope;
        m_out.open(used.empty() ? "td" : "th");
        if (!used.empty()) {
            m_out.attribute("scope", used);
        }
        std::vector<std::string> classes = cell.attr.classes;
        if (alignment == Alignment::center) {
            classes.emplace_back("center");
        } else if (alignment == Alignment::right && !cell.attr.has_class("num")) {
            classes.emplace_back("num");
        }
        identity(cell.attr, classes);
        if (cell.row_span != 1) {
            m_out.attribute("rowspan", fmt::format("{}", cell.row_span));
        }
        if (cell.column_span != 1) {
            m_out.attribute("colspan", fmt::format("{}", cell.column_span));
        }
        blocks(cell.content);
        m_out.close();
    }

    TreeHtmlWriter& m_writer;
    const HtmlOptions& m_options;
    HtmlBuilder& m_out;
    std::string m_number;
    std::string m_number_target;
};

TreeHtmlWriter::TreeHtmlWriter(HtmlOptions options) : m_options(std::move(options)) {}

Html TreeHtmlWriter::write(const Blocks& blocks) {
    HtmlBuilder out;
    Walker(*this, out).blocks(strip_evidence(blocks));
    return out.finish();
}

Html TreeHtmlWriter::write(const Inlines& inlines) {
    HtmlBuilder out;
    Walker(*this, out).inlines(inlines);
    return out.finish();
}

std::string TreeHtmlWriter::note_number(std::size_t index) const {
    return std::to_string(m_options.notes_before + static_cast<int>(index) + 1);
}

Html TreeHtmlWriter::notes_html() {
    HtmlBuilder out;
    if (m_notes.empty()) {
        return out.finish();
    }
    out.open("ol").attribute("class", "notes");
    if (m_options.notes_before != 0) {
        out.attribute("start", note_number(0));
    }
    out.newline();
    for (std::size_t i = 0; i < m_notes.size(); ++i) {  // a note in a note would come after
        const std::string number = note_number(i);
        const Blocks content = m_notes[i];
        out.open("li").attribute("id", m_options.id_prefix + "note-" + number);
        Walker(*this, out).blocks(content);
        out.open("a")
            .attribute("class", "back")
            .attribute("href", "#" + m_options.id_prefix + "noteref-" + number);
        out.attribute("aria-label", "↩ " + number).text("↩").close();
        out.close().newline();
    }
    out.close().newline();
    return out.finish();
}

Html to_html(const Blocks& blocks, const HtmlOptions& options) {
    TreeHtmlWriter writer(options);
    Html html = writer.write(blocks);
    html += writer.notes_html();
    return html;
}

}  // namespace rapporteur::document
