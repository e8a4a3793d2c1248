// SPDX-License-Identifier: EUPL-1.2
#include "document/tree.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <iterator>
#include <type_traits>

namespace rapporteur::document {

bool Attr::has_class(std::string_view name) const {
    return std::find(classes.begin(), classes.end(), name) != classes.end();
}

std::string_view Attr::value(std::string_view key) const {
    for (const auto& [name, text] : values) {
        if (name == key) {
            return text;
        }
    }
    return {};
}

void Attr::set(std::string_view key, std::string value) {
    for (auto& [name, text] : values) {
        if (name == key) {
            text = std::move(value);
            return;
        }
    }
    values.emplace_back(std::string(key), std::move(value));
}

bool Attr::empty() const {
    return identifier.empty() && classes.empty() && values.empty();
}

bool operator==(const Inline& a, const Inline& b) {
    return a.value == b.value;
}
bool operator==(const Block& a, const Block& b) {
    return a.value == b.value;
}

Inlines text_inlines(std::string_view text) {
    Inlines result;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = at;
        if (base::is_space(text[at])) {
            while (end < text.size() && base::is_space(text[end])) {
                ++end;
            }
            result.push_back(Inline{Space{}});
        } else {
            while (end < text.size() && !base::is_space(text[end])) {
                ++end;
            }
            result.push_back(Inline{Str{std::string(text.substr(at, end - at))}});
        }
        at = end;
    }
    return result;
}

Block text_paragraph(std::string_view text) {
    return Block{Paragraph{text_inlines(text)}};
}

void append(Inlines& to, Inlines more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void append(Blocks& to, Blocks more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

namespace {

// Hands every list of blocks and of inlines below a node to the function, in reading order. One place knows what
// holds what: walking, rewriting and measuring all go through it. Node is (const) Block or Inline.
template <class Rows, class F>
void each_list_in_rows(Rows& rows, F&& f) {
    for (auto& row : rows) {
        for (auto& cell : row.cells) {
            f(cell.content);
        }
    }
}

template <class TableNode, class F>
void each_list_in_table(TableNode& table, F&& f) {
    f(table.caption);
    each_list_in_rows(table.head, f);
    for (auto& body : table.bodies) {
        each_list_in_rows(body.head, f);
        each_list_in_rows(body.rows, f);
    }
    each_list_in_rows(table.foot, f);
}

template <class Value, class F>
void each_list_in_block(Value& value, F&& f) {
    std::visit(
        [&f](auto& node) {
            using Node = std::remove_cvref_t<decltype(node)>;
            if constexpr (std::is_same_v<Node, LineBlock>) {
                for (auto& line : node.lines) {
                    f(line);
                }
            } else if constexpr (std::is_same_v<Node, OrderedList> || std::is_same_v<Node, BulletList>) {
                for (auto& item : node.items) {
                    f(item);
                }
            } else if constexpr (std::is_same_v<Node, DefinitionList>) {
                for (auto& item : node.items) {
                    f(item.term);
                    for (auto& meaning : item.meanings) {
                        f(meaning);
                    }
                }
            } else if constexpr (std::is_same_v<Node, Table>) {
                each_list_in_table(node, f);
            } else if constexpr (!std::is_same_v<Node, CodeBlock> && !std::is_same_v<Node, RawBlock> &&
                                 !std::is_same_v<Node, Rule>) {
                f(node.content);
            }
        },
        value);
}

template <class Value, class F>
void each_list_in_inline(Value& value, F&& f) {
    std::visit(
        [&f](auto& node) {
            using Node = std::remove_cvref_t<decltype(node)>;
            if constexpr (std::is_same_v<Node, Styled> || std::is_same_v<Node, Quoted> ||
                          std::is_same_v<Node, Link> || std::is_same_v<Node, Span> ||
                          std::is_same_v<Node, Note>) {
                f(node.content);
            } else if constexpr (std::is_same_v<Node, Image>) {
                f(node.alternative);
            }
        },
        value);
}

}  // namespace

void walk(const Blocks& blocks, const Visitor& visitor) {
    for (const Block& block : blocks) {
        if (visitor.block) {
            visitor.block(block);
        }
        each_list_in_block(block.value, [&visitor](const auto& list) { walk(list, visitor); });
    }
}

void walk(const Inlines& inlines, const Visitor& visitor) {
    for (const Inline& node : inlines) {
        if (visitor.in_line) {
            visitor.in_line(node);
        }
        each_list_in_inline(node.value, [&visitor](const auto& list) { walk(list, visitor); });
    }
}

Blocks rewrite(Blocks blocks, const Rewriter& rewriter) {
    Blocks result;
    result.reserve(blocks.size());
    for (Block& block : blocks) {
        each_list_in_block(block.value,
                           [&rewriter](auto& list) { list = rewrite(std::move(list), rewriter); });
        if (rewriter.block) {
            append(result, rewriter.block(std::move(block)));
        } else {
            result.push_back(std::move(block));
        }
    }
    return result;
}

Inlines rewrite(Inlines inlines, const Rewriter& rewriter) {
    Inlines result;
    result.reserve(inlines.size());
    for (Inline& node : inlines) {
        each_list_in_inline(node.value,
                            [&rewriter](auto& list) { list = rewrite(std::move(list), rewriter); });
        if (rewriter.in_line) {
            append(result, rewriter.in_line(std::move(node)));
        } else {
            result.push_back(std::move(node));
        }
    }
    return rewriter.line ? rewriter.line(std::move(result)) : result;
}

namespace {

void add_plain(const Inlines& inlines, std::string& text) {
    for (const Inline& node : inlines) {
        if (const auto* str = node.as<Str>()) {
            text += str->text;
        } else if (const auto* code = node.as<Code>()) {
            text += code->text;
        } else if (const auto* math = node.as<Math>()) {
            text += math->text;
        } else if (node.as<Space>() != nullptr || node.as<SoftBreak>() != nullptr) {
            text += ' ';
        } else if (node.as<LineBreak>() != nullptr) {
            text += '\n';
        } else if (const auto* quoted = node.as<Quoted>()) {
            const bool single = quoted->kind == QuoteKind::single_marks;
            text += single ? "‘" : "“";
            add_plain(quoted->content, text);
            text += single ? "’" : "”";
        } else if (node.as<Note>() == nullptr) {
            each_list_in_inline(node.value, [&text](const auto& list) {
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(list)>, Inlines>) {
                    add_plain(list, text);
                }
            });
        }
    }
}

void end_line(std::string& text) {
    if (!text.empty() && text.back() != '\n') {
        text += '\n';
    }
}

void add_plain(const Blocks& blocks, std::string& text) {
    for (const Block& block : blocks) {
        if (const auto* code = block.as<CodeBlock>()) {
            text += code->text;
        }
        each_list_in_block(block.value, [&text](const auto& list) {
            add_plain(list, text);
            end_line(text);
        });
        end_line(text);
    }
}

}  // namespace

std::string plain_text(const Blocks& blocks) {
    std::string text;
    add_plain(blocks, text);
    return text;
}

std::string plain_text(const Inlines& inlines) {
    std::string text;
    add_plain(inlines, text);
    return text;
}

}  // namespace rapporteur::document
