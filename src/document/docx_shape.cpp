// SPDX-License-Identifier: EUPL-1.2
#include "document/docx_shape.hpp"

#include "base/error.hpp"
#include "document/docx_table.hpp"
#include "document/form_lines.hpp"
#include "document/openxml.hpp"
#include "document/quote_marks.hpp"
#include "document/references.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

namespace rapporteur::document {
namespace {

Block styled_line(const char* style, std::string_view text) {
    return styled(style, {text_paragraph(text)});
}

Inline styled_words(std::string style, Inlines content) {
    return Inline{Span{Attr{"", {}, {{"custom-style", std::move(style)}}}, std::move(content)}};
}

Inline raw(OpenXml&& xml) {
    return Inline{RawInline{"openxml", xml.finish()}};
}

Inline tab() {
    return raw(std::move(OpenXml().tab()));
}

// Where the marks of lists written as text come from: "•", "(a)", "2.".
std::string roman(int number) {
    constexpr std::array<std::pair<int, std::string_view>, 13> k_parts{{{1000, "m"},
                                                                        {900, "cm"},
                                                                        {500, "d"},
                                                                        {400, "cd"},
                                                                        {100, "c"},
                                                                        {90, "xc"},
                                                                        {50, "l"},
                                                                        {40, "xl"},
                                                                        {10, "x"},
                                                                        {9, "ix"},
                                                                        {5, "v"},
                                                                        {4, "iv"},
                                                                        {1, "i"}}};
    std::string text;
    for (const auto& [value, letters] : k_parts) {
        for (; number >= value; number -= value) {
            text += letters;
        }
    }
    return text;
}

std::string list_mark(const OrderedList& list, int index) {
    const int number = list.start + index;
    std::string mark = fmt::format("{}", number);
    if (list.style == NumberStyle::lower_alpha || list.style == NumberStyle::upper_alpha) {
        const char first = list.style == NumberStyle::lower_alpha ? 'a' : 'A';
        mark = std::string(1, static_cast<char>(first + (number - 1) % 26));
    } else if (list.style == NumberStyle::lower_roman || list.style == NumberStyle::upper_roman) {
        mark = roman(number);
        if (list.style == NumberStyle::upper_roman) {
            std::transform(mark.begin(), mark.end(), mark.begin(),
                           [](char c) { return static_cast<char>(c - 'a' + 'A'); });
        }
    }
    switch (list.delimiter) {
    case NumberDelimiter::two_parentheses:
        return "(" + mark + ")";
    case NumberDelimiter::one_parenthesis:
        return mark + ")";
    default:
        return mark + ".";
    }
}

class Shaper {
public:
    Shaper(const ReportDocument& report, const std::function<std::string(const std::string&)>& picture_file,
           DocxShape& shape)
        : m_report(report), m_picture_file(picture_file), m_shape(shape) {}

    // The mark of a draft comes first, so that no length of title pushes it off the page.
    void cover() {
        if (m_report.draft) {
            Inlines line{Inline{Styled{Style::strong, text_inlines(m_report.draft->text)}}};
            if (const std::string rest = draft_line(*m_report.draft); !rest.empty()) {
                line.push_back(Inline{LineBreak{}});
                append(line, text_inlines(rest));
            }
            m_shape.blocks.push_back(styled("Cover Draft", {Block{Paragraph{std::move(line)}}}));
        }
        add_line("Cover Body", m_report.body);
        add_line("Cover Symbol", m_report.symbol);
        const bool is_form = m_report.use == DocumentUse::to_fill_in;  // how to fill it in stands below
        add_line(is_form ? "Form Title" : "Title", m_report.title);
        add_line("Cover State", m_report.state);
        add_line("Subtitle", m_report.subtitle);
        add_line("Cover Line", m_report.round);
        for (const std::string& author : m_report.authors) {
            add_line("Cover Line", author);
        }
        add_line("Cover Line", m_report.date_line);
        add_line(is_form ? "Form Note" : "Cover Note", m_report.note);
    }

    // Each entry asks for the page of its heading by a field of its own. One field round them all, as Word's own table
    // of contents is, would be shown by LibreOffice as it was written, without pages: only Word lays it out anew.
    void contents() {
        m_shape.blocks.push_back(styled_line("Contents Heading", m_report.words.contents));
        OpenXml xml;
        for (const ContentsEntry& entry : contents_of(m_report)) {
            xml.open("w:p")
                .open("w:pPr")
                .empty("w:pStyle", "w:val", entry.level == 1 ? "TOC1" : "TOC2")
                .close();
            xml.open("w:hyperlink").attribute("w:anchor", entry.id).attribute("w:history", "1");
            if (!entry.label.empty() && entry.label.size() <= k_short_label) {
                xml.run(entry.label).tab();
            } else if (!entry.label.empty()) {
                xml.run(entry.label + "\u00A0\u00A0");
            }
            xml.run(plain_text(entry.content)).tab().field(fmt::format(" PAGEREF {} \\h ", entry.id), "");
            xml.close().close();
        }
        m_shape.blocks.push_back(Block{RawBlock{"openxml", xml.finish()}});
    }

    void part(const Part& part, bool new_page) {
        Blocks blocks = words_of(strip_evidence(part.blocks));
        const auto* heading = blocks.front().as<Heading>();
        if (new_page) {
            m_shape.new_page.insert(heading->attr.identifier);
        }
        bool first = true;
        for (Block& block : blocks) {
            top_block(std::move(block));
            if (std::exchange(first, false) && part.kind == PartKind::comments) {
                m_shape.blocks.push_back(styled_line("Statement", m_report.words.comments_statement));
            }
        }
    }

private:
    void add_line(const char* style, const std::string& text) {
        if (!text.empty()) {
            m_shape.blocks.push_back(styled_line(style, text));
        }
    }

    // Inlines as Word needs them: marks of quotation by language, languages as styles, pictures as files.
    Blocks words_of(Blocks blocks) {
        Rewriter rewriter;
        rewriter.in_line = [this](Inline node) { return word(std::move(node)); };
        rewriter.block = [](Block node) -> Blocks {
            if (node.as<RawBlock>() != nullptr) {
                throw base::Error(base::ErrorKind::internal, "raw markup in a report");
            }
            return {std::move(node)};
        };
        return rewrite(std::move(blocks), rewriter);
    }

    Inlines word(Inline node) {
        if (node.as<RawInline>() != nullptr || node.as<Math>() != nullptr) {
            throw base::Error(base::ErrorKind::internal, "raw markup in a report");
        }
        if (auto* quoted = node.as<Quoted>()) {
            const QuoteMarks marks = quote_marks(m_report.language, quoted->kind);
            Inlines result{Inline{Str{std::string(marks.open)}}};
            append(result, std::move(quoted->content));
            result.push_back(Inline{Str{std::string(marks.close)}});
            return result;
        }
        if (auto* image = node.as<Image>()) {
            image->target = m_picture_file(image->target);
            image->attr.set("width", "155mm");
            return {std::move(node)};
        }
        auto* span = node.as<Span>();
        if (span == nullptr) {
            return {std::move(node)};
        }
        if (const std::string language(span->attr.value("lang")); !language.empty()) {
            m_shape.languages.insert(language);
            return {styled_words("Language " + language, std::move(span->content))};
        }
        if (span->attr.has_class("label")) {
            return {styled_words("Caption Label", std::move(span->content))};
        }
        if (span->attr.has_class("mark")) {
            return {styled_words("Answer Mark", std::move(span->content))};
        }
        return std::move(span->content);
    }

    void top_block(Block block) {
        if (auto* heading = block.as<Heading>()) {
            const std::string identifier = std::exchange(heading->attr.identifier, {});
            if (const std::string label(heading->attr.value("label")); !label.empty()) {
                Inlines content{Inline{Str{label}}, tab()};
                append(content, std::move(heading->content));
                heading->content = std::move(content);
            }
            heading->attr.values.clear();
            if (!identifier.empty()) {
                heading->content = bookmarked(identifier, std::move(heading->content));
            }
            m_shape.blocks.push_back(std::move(block));
        } else if (auto* div = block.as<Div>(); div != nullptr && div->attr.has_class("para")) {
            div->attr.has_class("rec") ? recommendation(std::move(*div)) : paragraph(std::move(*div));
        } else if (div != nullptr && (div->attr.has_class("data") || div->attr.has_class("figure"))) {
            m_shape.blocks.push_back(exhibit(std::move(*div)));
        } else if (div != nullptr && is_form_line(div->attr)) {
            m_shape.blocks.push_back(form_line_for_word(std::move(*div)));
        } else if (auto* table = block.as<Table>()) {
            m_shape.blocks.push_back(Block{table_for_word(std::move(*table))});
            m_shape.blocks.push_back(table_end());
        } else {
            if (auto* bullets = block.as<BulletList>()) {
                loosen_end(bullets->items);
            } else if (auto* numbers = block.as<OrderedList>()) {
                loosen_end(numbers->items);
            }
            m_shape.blocks.push_back(std::move(block));
        }
    }

    // The space between paragraphs also behind a list whose items stand close.
    static void loosen_end(std::vector<Blocks>& items) {
        if (items.empty() || items.back().empty()) {
            return;
        }
        if (auto* plain = items.back().back().as<Plain>()) {
            items.back().back() = Block{Paragraph{Inlines(std::move(plain->content))}};
        }
    }

    // Between paragraphs, where Pandoc would put it, a bookmark moves when the file is edited; within one it stays.
    Inlines bookmarked(const std::string& name, Inlines content) {
        // Pandoc numbers its own bookmarks from 20 up.
        const std::string id = fmt::format("{}", 100'000 + m_bookmarks++);
        Inlines result{raw(std::move(
            OpenXml().open("w:bookmarkStart").attribute("w:id", id).attribute("w:name", name).close()))};
        append(result, std::move(content));
        result.push_back(raw(std::move(OpenXml().open("w:bookmarkEnd").attribute("w:id", id).close())));
        return result;
    }

    // "12." and a tab, the number inside the paragraph's bookmark.
    Inlines number_of(const Attr& attr) {
        Inlines result = bookmarked(
            attr.identifier,
            {styled_words("Paragraph Number", {Inline{Str{std::string(attr.value("number")) + "."}}})});
        result.push_back(tab());
        return result;
    }

    void paragraph(Div div) {
        Inlines lead = number_of(div.attr);
        if (div.content.empty() || div.content.front().as<Paragraph>() == nullptr) {
            m_shape.blocks.push_back(
                styled("Numbered Paragraph", {Block{Paragraph{std::exchange(lead, {})}}}));
        }
        for (Block& block : div.content) {
            if (auto* para = block.as<Paragraph>()) {
                const char* style = lead.empty() ? "Numbered Paragraph Continuation" : "Numbered Paragraph";
                Inlines content = std::exchange(lead, {});
                append(content, std::move(para->content));
                m_shape.blocks.push_back(styled(style, {Block{Paragraph{std::move(content)}}}));
            } else {
                top_block(std::move(block));
            }
        }
    }

    // A box of paragraphs that are all indented alike, or Word would draw several boxes: so lists become lines.
    void recommendation(Div div) { box_lines(std::move(div.content), number_of(div.attr), "Recommendation"); }

    void box_lines(Blocks blocks, Inlines lead, const char* style) {
        for (Block& block : blocks) {
            if (auto* para = block.as<Paragraph>()) {
                box_line(std::exchange(lead, {tab()}), std::move(para->content),
                         std::exchange(style, k_continued));
            } else if (auto* plain = block.as<Plain>()) {
                box_line(std::exchange(lead, {tab()}), std::move(plain->content),
                         std::exchange(style, k_continued));
            } else if (auto* bullets = block.as<BulletList>()) {
                for (Blocks& item : bullets->items) {
                    box_item(std::move(item), "•", lead, style);
                }
            } else if (auto* numbers = block.as<OrderedList>()) {
                int index = 0;
                for (Blocks& item : numbers->items) {
                    box_item(std::move(item), list_mark(*numbers, index++), lead, style);
                }
            } else if (auto* quote = block.as<BlockQuote>()) {
                box_lines(std::move(quote->content), std::exchange(lead, {tab()}),
                          std::exchange(style, k_continued));
            } else {
                top_block(std::move(block));
            }
        }
    }

    // The mark stands in the margin of the box, where the number of its first line stands too.
    void box_item(Blocks item, const std::string& mark, Inlines& lead, const char*& style) {
        if (std::string_view(style) != k_continued) {  // the box begins with its list: the margin is taken
            Inlines start = std::exchange(lead, {tab()});
            start.push_back(Inline{Str{mark + "\u00A0"}});
            box_lines(std::move(item), std::move(start), std::exchange(style, k_continued));
            return;
        }
        box_lines(std::move(item), {tab(), Inline{Str{mark}}, tab()}, k_item);
    }

    void box_line(Inlines lead, Inlines content, const char* style) {
        append(lead, std::move(content));
        m_shape.blocks.push_back(styled(style, {Block{Paragraph{std::move(lead)}}}));
    }

    Block exhibit(Div div) {
        const bool is_figure = div.attr.has_class("figure");
        Blocks content;
        for (Block& block : div.content) {
            auto* inner = block.as<Div>();
            if (auto* table = block.as<Table>()) {
                content.push_back(Block{table_for_word(std::move(*table))});
            } else if (inner != nullptr && inner->attr.has_class("caption")) {
                content.push_back(styled("Figure Caption", as_paragraphs(std::move(inner->content))));
            } else if (inner != nullptr && inner->attr.has_class("remark")) {
                content.push_back(styled("Remark", as_paragraphs(std::move(inner->content))));
            } else if (is_figure && block.as<Paragraph>() != nullptr) {
                content.push_back(styled("Figure", {std::move(block)}));
            } else {
                content.push_back(std::move(block));
            }
        }
        if (!content.empty() && content.back().as<Table>() != nullptr) {
            content.push_back(table_end());
        }
        return Block{Div{Attr{std::move(div.attr.identifier), {}, {}}, std::move(content)}};
    }

    // Word sets what follows close to a table, and joins a second one to it.
    static Block table_end() {
        OpenXml xml;
        xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "TableEnd").close().close();
        return Block{RawBlock{"openxml", xml.finish()}};
    }

    static constexpr const char* k_continued = "Recommendation Continuation";
    static constexpr const char* k_item = "Recommendation Item";

    const ReportDocument& m_report;
    const std::function<std::string(const std::string&)>& m_picture_file;
    DocxShape& m_shape;
    int m_bookmarks = 0;
};

}  // namespace

DocxShape docx_shape(const ReportDocument& report,
                     const std::function<std::string(const std::string&)>& picture_file) {
    DocxShape shape;
    Shaper shaper(report, picture_file, shape);
    shaper.cover();
    if (report.use == DocumentUse::to_read) {
        shaper.contents();
    }
    const Part* before = nullptr;
    for (const Part& part : report.parts) {
        const bool runs_on =
            report.use == DocumentUse::to_fill_in ||
            (before != nullptr && before->kind == PartKind::chapter && part.kind == PartKind::chapter);
        shaper.part(part, !runs_on);
        before = &part;
    }
    return shape;
}

std::string draft_line(const DraftMark& draft) {
    const bool both = !draft.addressee.empty() && !draft.date.empty();
    return draft.addressee + (both ? " · " : "") + draft.date;
}

}  // namespace rapporteur::document
