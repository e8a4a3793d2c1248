// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "document/tree_json.hpp"
#include "document/tree_json_names.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace rapporteur::document {
namespace {

using Json = nlohmann::json;

// Thrown inside this file only, and turned into base::Error at its edge: Pandoc's JSON is not what it should be.
struct Unexpected {
    std::string what;
};

const Json& at(const Json& list, std::size_t index) {
    if (!list.is_array() || index >= list.size()) {
        throw Unexpected{fmt::format("no element {} in a list", index)};
    }
    return list[index];
}

const Json::array_t& list_of(const Json& json) {
    if (!json.is_array()) {
        throw Unexpected{"a list was expected"};
    }
    return json.get_ref<const Json::array_t&>();
}

const std::string& text_of(const Json& json) {
    if (!json.is_string()) {
        throw Unexpected{"a text was expected"};
    }
    return json.get_ref<const std::string&>();
}

int number_of(const Json& json) {
    if (!json.is_number_integer()) {
        throw Unexpected{"a whole number was expected"};
    }
    return json.get<int>();
}

const std::string& tag_of(const Json& json) {
    const auto found = json.is_object() ? json.find("t") : json.end();
    if (!json.is_object() || found == json.end()) {
        throw Unexpected{"a node without a kind"};
    }
    return text_of(*found);
}

template <class E>
E named(const Json& json) {
    const std::string& tag = tag_of(json);
    if (const auto value = base::from_name<E>(tag)) {
        return *value;
    }
    throw Unexpected{fmt::format("\"{}\" is not known", tag)};
}

Attr attr_of(const Json& json) {
    Attr attr;
    attr.identifier = text_of(at(json, 0));
    for (const Json& name : list_of(at(json, 1))) {
        attr.classes.push_back(text_of(name));
    }
    for (const Json& pair : list_of(at(json, 2))) {
        attr.values.emplace_back(text_of(at(pair, 0)), text_of(at(pair, 1)));
    }
    return attr;
}

// Reads nodes; what lies deeper than the limit is cut off.
class Reader {
public:
    Blocks top_blocks(const Json& json, std::vector<std::size_t>& cut) {
        Blocks result;
        result.reserve(list_of(json).size());
        for (const Json& node : list_of(json)) {
            m_cut = false;
            result.push_back(block(node));
            if (m_cut) {
                cut.push_back(result.size() - 1);
            }
        }
        return result;
    }

private:
    template <class List, class ReadNode>
    List deeper(const Json& json, ReadNode read_node) {
        List result;
        if (m_depth == k_tree_depth_limit) {
            m_cut = m_cut || !list_of(json).empty();
            return result;
        }
        ++m_depth;
        result.reserve(list_of(json).size());
        for (const Json& node : list_of(json)) {
            result.push_back(read_node(node));
        }
        --m_depth;  // a throw ends the reading as a whole
        return result;
    }

    Blocks blocks(const Json& json) {
        return deeper<Blocks>(json, [this](const Json& node) { return block(node); });
    }

    Inlines inlines(const Json& json) {
        return deeper<Inlines>(json, [this](const Json& node) { return in_line(node); });
    }

    std::vector<Blocks> items(const Json& json) {
        std::vector<Blocks> result;
        for (const Json& item : list_of(json)) {
            result.push_back(blocks(item));
        }
        return result;
    }

    Inline in_line(const Json& json) {
        const std::string& tag = tag_of(json);
        if (tag == "Space") {
            return Inline{Space{}};
        }
        if (tag == "SoftBreak") {
            return Inline{SoftBreak{}};
        }
        if (tag == "LineBreak") {
            return Inline{LineBreak{}};
        }
        const Json& content = content_of(json);
        if (tag == "Str") {
            return Inline{Str{text_of(content)}};
        }
        if (const auto style = base::from_name<Style>(tag)) {
            return Inline{Styled{*style, inlines(content)}};
        }
        if (tag == "Quoted") {
            return Inline{Quoted{named<QuoteKind>(at(content, 0)), inlines(at(content, 1))}};
        }
        if (tag == "Code") {
            return Inline{Code{attr_of(at(content, 0)), text_of(at(content, 1))}};
        }
        if (tag == "Math") {
            return Inline{Math{named<MathKind>(at(content, 0)), text_of(at(content, 1))}};
        }
        if (tag == "RawInline") {
            return Inline{RawInline{text_of(at(content, 0)), text_of(at(content, 1))}};
        }
        if (tag == "Note") {
            return Inline{Note{blocks(content)}};
        }
        if (tag == "Span") {
            return Inline{Span{attr_of(at(content, 0)), inlines(at(content, 1))}};
        }
        if (tag == "Link" || tag == "Image") {
            const Json& target = at(content, 2);
            if (tag == "Link") {
                return Inline{Link{attr_of(at(content, 0)), inlines(at(content, 1)), text_of(at(target, 0)),
                                   text_of(at(target, 1))}};
            }
            return Inline{Image{attr_of(at(content, 0)), inlines(at(content, 1)), text_of(at(target, 0)),
                                text_of(at(target, 1))}};
        }
        throw Unexpected{fmt::format("an inline of kind \"{}\"", tag)};
    }

    Block block(const Json& json) {
        const std::string& tag = tag_of(json);
        if (tag == "HorizontalRule") {
            return Block{Rule{}};
        }
        if (tag == "Null") {
            return Block{Div{}};
        }
        const Json& content = content_of(json);
        if (tag == "Plain") {
            return Block{Plain{inlines(content)}};
        }
        if (tag == "Para") {
            return Block{Paragraph{inlines(content)}};
        }
        if (tag == "CodeBlock") {
            return Block{CodeBlock{attr_of(at(content, 0)), text_of(at(content, 1))}};
        }
        if (tag == "RawBlock") {
            return Block{RawBlock{text_of(at(content, 0)), text_of(at(content, 1))}};
        }
        if (tag == "BlockQuote") {
            return Block{BlockQuote{blocks(content)}};
        }
        if (tag == "BulletList") {
            return Block{BulletList{items(content)}};
        }
        if (tag == "Header") {
            return Block{
                Heading{number_of(at(content, 0)), attr_of(at(content, 1)), inlines(at(content, 2))}};
        }
        if (tag == "Div") {
            return Block{Div{attr_of(at(content, 0)), blocks(at(content, 1))}};
        }
        return larger_block(tag, content);
    }

    Block larger_block(const std::string& tag, const Json& content) {
        if (tag == "OrderedList") {
            const Json& form = at(content, 0);
            return Block{OrderedList{number_of(at(form, 0)), named<NumberStyle>(at(form, 1)),
                                     named<NumberDelimiter>(at(form, 2)), items(at(content, 1))}};
        }
        if (tag == "DefinitionList") {
            DefinitionList list;
            for (const Json& item : list_of(content)) {
                list.items.push_back(Definition{inlines(at(item, 0)), items(at(item, 1))});
            }
            return Block{std::move(list)};
        }
        if (tag == "LineBlock") {
            LineBlock lines;
            for (const Json& line : list_of(content)) {
                lines.lines.push_back(inlines(line));
            }
            return Block{std::move(lines)};
        }
        if (tag == "Table") {
            return Block{table(content)};
        }
        throw Unexpected{fmt::format("a block of kind \"{}\"", tag)};
    }

    std::vector<Row> rows(const Json& json) {
        std::vector<Row> result;
        for (const Json& line : list_of(json)) {
            Row row{attr_of(at(line, 0)), {}};
            for (const Json& cell : list_of(at(line, 1))) {
                row.cells.push_back(Cell{attr_of(at(cell, 0)), named<Alignment>(at(cell, 1)),
                                         number_of(at(cell, 2)), number_of(at(cell, 3)),
                                         blocks(at(cell, 4))});
            }
            result.push_back(std::move(row));
        }
        return result;
    }

    Table table(const Json& json) {
        Table table;
        table.attr = attr_of(at(json, 0));
        const Json& caption = at(json, 1);
        if (!at(caption, 0).is_null()) {
            table.short_caption = inlines(at(caption, 0));
        }
        table.caption = blocks(at(caption, 1));
        for (const Json& column : list_of(at(json, 2))) {
            Column& added = table.columns.emplace_back();
            added.alignment = named<Alignment>(at(column, 0));
            if (tag_of(at(column, 1)) == "ColWidth") {
                added.width = content_of(at(column, 1)).get<double>();
            }
        }
        const Json& head = at(json, 3);
        table.head_attr = attr_of(at(head, 0));
        table.head = rows(at(head, 1));
        for (const Json& part : list_of(at(json, 4))) {
            TableBody body{attr_of(at(part, 0)), number_of(at(part, 1)), rows(at(part, 2)),
                           rows(at(part, 3))};
            table.bodies.push_back(std::move(body));
        }
        const Json& foot = at(json, 5);
        table.foot_attr = attr_of(at(foot, 0));
        table.foot = rows(at(foot, 1));
        return table;
    }

    static const Json& content_of(const Json& json) {
        const auto found = json.find("c");
        if (found == json.end()) {
            throw Unexpected{fmt::format("a \"{}\" without content", tag_of(json))};
        }
        return *found;
    }

    int m_depth = 0;
    bool m_cut = false;
};

}  // namespace

TreeDocument tree_from_json(std::string_view json) {
    try {
        const Json root = Json::parse(json);
        TreeDocument document;
        const auto version = root.find("pandoc-api-version");
        const auto blocks = root.find("blocks");
        if (!root.is_object() || version == root.end() || blocks == root.end()) {
            throw Unexpected{"version or blocks are missing"};
        }
        for (const Json& part : list_of(*version)) {
            document.api_version.push_back(number_of(part));
        }
        document.blocks = Reader().top_blocks(*blocks, document.cut);
        return document;
    } catch (const Unexpected& fault) {
        throw base::Error(base::ErrorKind::tool_failed, "Pandoc's answer is not understood")
            .because(fault.what);
    } catch (const Json::exception& fault) {
        throw base::Error(base::ErrorKind::tool_failed, "Pandoc's answer is not understood")
            .because(fault.what());
    }
}

}  // namespace rapporteur::document
