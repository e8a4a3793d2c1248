// SPDX-License-Identifier: EUPL-1.2
// The document tree: text as plain values, in the shape of Pandoc's AST (pandoc-types 1.22). It is the one form
// between what people write and what is printed: the readers make it, the report assembles it, the writers take it.
// It knows no files, no programs and no HTML, and it judges nothing: what a user may write is decided in
// markdown_rules.hpp. Pandoc's citations are left out: the readers we use never make them.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rapporteur::document {

// Identifier, classes and key-value pairs of a span, division, heading, link, table, cell ...
struct Attr {
    std::string identifier;
    std::vector<std::string> classes;
    std::vector<std::pair<std::string, std::string>> values;

    bool has_class(std::string_view name) const;
    // The value of a key, or an empty text where the key is not there.
    std::string_view value(std::string_view key) const;
    // Sets a key, replacing its value where it is already there.
    void set(std::string_view key, std::string value);
    bool empty() const;
    bool operator==(const Attr&) const = default;
};

struct Inline;
struct Block;
using Inlines = std::vector<Inline>;
using Blocks = std::vector<Block>;
bool operator==(const Inline& a, const Inline& b);
bool operator==(const Block& a, const Block& b);

// ---- inside a paragraph ----------------------------------------------------------------------------------------

struct Str {
    std::string text;
    bool operator==(const Str&) const = default;
};
struct Space {
    bool operator==(const Space&) const = default;
};
struct SoftBreak {
    bool operator==(const SoftBreak&) const = default;
};
struct LineBreak {
    bool operator==(const LineBreak&) const = default;
};
enum class Style { emphasis, underline, strong, strikeout, superscript, subscript, small_capitals };
struct Styled {
    Style style = Style::emphasis;
    Inlines content;
    bool operator==(const Styled&) const = default;
};
enum class QuoteKind { single_marks, double_marks };
struct Quoted {
    QuoteKind kind = QuoteKind::double_marks;
    Inlines content;
    bool operator==(const Quoted&) const = default;
};
struct Code {
    Attr attr;
    std::string text;
    bool operator==(const Code&) const = default;
};
enum class MathKind { in_line, display };
struct Math {
    MathKind kind = MathKind::in_line;
    std::string text;
    bool operator==(const Math&) const = default;
};
// Markup of one output format, passed through as it is. Never comes out of a reader unrefused.
struct RawInline {
    std::string format;
    std::string text;
    bool operator==(const RawInline&) const = default;
};
struct Link {
    Attr attr;
    Inlines content;
    std::string target;  // URL, or "#key" for a place in the same document
    std::string title;
    bool operator==(const Link&) const = default;
};
struct Image {
    Attr attr;
    Inlines alternative;  // what is said to who cannot see it
    std::string target;   // name of a picture of the document
    std::string title;
    bool operator==(const Image&) const = default;
};
struct Note {
    Blocks content;
    bool operator==(const Note&) const = default;
};
struct Span {
    Attr attr;
    Inlines content;
    bool operator==(const Span&) const = default;
};

// ---- blocks ----------------------------------------------------------------------------------------------------

// Text that is not a paragraph of its own: an item of a tight list, a cell.
struct Plain {
    Inlines content;
    bool operator==(const Plain&) const = default;
};
struct Paragraph {
    Inlines content;
    bool operator==(const Paragraph&) const = default;
};
struct LineBlock {
    std::vector<Inlines> lines;
    bool operator==(const LineBlock&) const = default;
};
struct CodeBlock {
    Attr attr;
    std::string text;
    bool operator==(const CodeBlock&) const = default;
};
struct RawBlock {
    std::string format;
    std::string text;
    bool operator==(const RawBlock&) const = default;
};
struct BlockQuote {
    Blocks content;
    bool operator==(const BlockQuote&) const = default;
};
enum class NumberStyle { unstated, example, decimal, lower_roman, upper_roman, lower_alpha, upper_alpha };
enum class NumberDelimiter { unstated, period, one_parenthesis, two_parentheses };
struct OrderedList {
    int start = 1;
    NumberStyle style = NumberStyle::decimal;
    NumberDelimiter delimiter = NumberDelimiter::period;
    std::vector<Blocks> items;
    bool operator==(const OrderedList&) const = default;
};
struct BulletList {
    std::vector<Blocks> items;
    bool operator==(const BulletList&) const = default;
};
struct Definition {
    Inlines term;
    std::vector<Blocks> meanings;
    bool operator==(const Definition&) const = default;
};
struct DefinitionList {
    std::vector<Definition> items;
    bool operator==(const DefinitionList&) const = default;
};
struct Heading {
    int level = 1;  // 1 to 6
    Attr attr;      // the printed label ("III.", "4.2") is the value "label"
    Inlines content;
    bool operator==(const Heading&) const = default;
};
struct Rule {
    bool operator==(const Rule&) const = default;
};
enum class Alignment { unstated, left, right, center };
struct Cell {
    Attr attr;  // class "num": figures; "scope" = row or col makes the cell a header
    Alignment alignment = Alignment::unstated;
    int row_span = 1;
    int column_span = 1;
    Blocks content;
    bool operator==(const Cell&) const = default;
};
struct Row {
    Attr attr;
    std::vector<Cell> cells;
    bool operator==(const Row&) const = default;
};
struct Column {
    Alignment alignment = Alignment::unstated;
    std::optional<double> width;  // share of the text's width, 0 to 1; none: as wide as its content
    bool operator==(const Column&) const = default;
};
struct TableBody {
    Attr attr;
    int row_head_columns = 0;
    std::vector<Row> head;
    std::vector<Row> rows;
    bool operator==(const TableBody&) const = default;
};
struct Table {
    Attr attr;
    std::optional<Inlines> short_caption;
    Blocks caption;
    std::vector<Column> columns;
    Attr head_attr;
    std::vector<Row> head;
    std::vector<TableBody> bodies;
    Attr foot_attr;
    std::vector<Row> foot;
    bool operator==(const Table&) const = default;
};
struct Div {
    Attr attr;
    Blocks content;
    bool operator==(const Div&) const = default;
};

struct Inline {
    using Value = std::variant<Str, Space, SoftBreak, LineBreak, Styled, Quoted, Code, Math, RawInline, Link,
                               Image, Note, Span>;
    Value value;
    template <class T>
    const T* as() const {
        return std::get_if<T>(&value);
    }
    template <class T>
    T* as() {
        return std::get_if<T>(&value);
    }
};
struct Block {
    using Value = std::variant<Plain, Paragraph, LineBlock, CodeBlock, RawBlock, BlockQuote, OrderedList,
                               BulletList, DefinitionList, Heading, Rule, Table, Div>;
    Value value;
    template <class T>
    const T* as() const {
        return std::get_if<T>(&value);
    }
    template <class T>
    T* as() {
        return std::get_if<T>(&value);
    }
};

// ---- making ----------------------------------------------------------------------------------------------------

// Plain text as inlines: runs of white space become one Space each.
Inlines text_inlines(std::string_view text);
// A paragraph of plain text.
Block text_paragraph(std::string_view text);
void append(Inlines& to, Inlines more);
void append(Blocks& to, Blocks more);

// ---- walking ---------------------------------------------------------------------------------------------------

// Calls what is set for every node, parents before children, in reading order (a note where it is called; a
// table's caption before its cells).
struct Visitor {
    std::function<void(const Block&)> block;
    std::function<void(const Inline&)> in_line;
};
void walk(const Blocks& blocks, const Visitor& visitor);
void walk(const Inlines& inlines, const Visitor& visitor);

// Replaces nodes, children before parents: each node becomes what the function gives back (nothing, one, several).
// What is not set leaves the nodes of its kind as they are.
struct Rewriter {
    std::function<Blocks(Block)> block;
    std::function<Inlines(Inline)> in_line;
    std::function<Inlines(Inlines)> line;  // a whole list of inlines, after its nodes
};
Blocks rewrite(Blocks blocks, const Rewriter& rewriter);
Inlines rewrite(Inlines inlines, const Rewriter& rewriter);

// The words alone: blocks and cells one a line, notes left out, pictures by their alternative text, marks of
// quotation kept. For indexes, summaries, comparisons; not for print.
std::string plain_text(const Blocks& blocks);
std::string plain_text(const Inlines& inlines);

}  // namespace rapporteur::document
