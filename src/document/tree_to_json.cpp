// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "document/tree_json.hpp"
#include "document/tree_json_names.hpp"

#include <nlohmann/json.hpp>

#include <type_traits>

namespace rapporteur::document {
namespace {

using Json = nlohmann::json;

Json json_of(const Blocks& blocks);
Json json_of(const Inlines& inlines);

Json node(std::string_view tag) {
    return Json{{"t", tag}};
}
Json node(std::string_view tag, Json content) {
    return Json{{"t", tag}, {"c", std::move(content)}};
}

Json json_of(const Attr& attr) {
    Json values = Json::array();
    for (const auto& pair : attr.values) {
        values.push_back(Json::array({pair.first, pair.second}));
    }
    return Json::array({attr.identifier, attr.classes, std::move(values)});
}

Json json_of(const std::vector<Blocks>& items) {
    Json result = Json::array();
    for (const Blocks& item : items) {
        result.push_back(json_of(item));
    }
    return result;
}

template <class E>
Json named(E value) {
    return node(base::name_of(value));
}

struct InlineToJson {
    Json operator()(const Str& value) const { return node("Str", value.text); }
    Json operator()(const Space&) const { return node("Space"); }
    Json operator()(const SoftBreak&) const { return node("SoftBreak"); }
    Json operator()(const LineBreak&) const { return node("LineBreak"); }
    Json operator()(const Styled& value) const {
        return node(base::name_of(value.style), json_of(value.content));
    }
    Json operator()(const Quoted& value) const {
        return node("Quoted", Json::array({named(value.kind), json_of(value.content)}));
    }
    Json operator()(const Code& value) const {
        return node("Code", Json::array({json_of(value.attr), value.text}));
    }
    Json operator()(const Math& value) const {
        return node("Math", Json::array({named(value.kind), value.text}));
    }
    Json operator()(const RawInline& value) const {
        return node("RawInline", Json::array({value.format, value.text}));
    }
    Json operator()(const Link& value) const {
        return node("Link", Json::array({json_of(value.attr), json_of(value.content),
                                         Json::array({value.target, value.title})}));
    }
    Json operator()(const Image& value) const {
        return node("Image", Json::array({json_of(value.attr), json_of(value.alternative),
                                          Json::array({value.target, value.title})}));
    }
    Json operator()(const Note& value) const { return node("Note", json_of(value.content)); }
    Json operator()(const Span& value) const {
        return node("Span", Json::array({json_of(value.attr), json_of(value.content)}));
    }
};

Json json_of(const std::vector<Row>& rows) {
    Json result = Json::array();
    for (const Row& row : rows) {
        Json cells = Json::array();
        for (const Cell& cell : row.cells) {
            cells.push_back(Json::array({json_of(cell.attr), named(cell.alignment), cell.row_span,
                                         cell.column_span, json_of(cell.content)}));
        }
        result.push_back(Json::array({json_of(row.attr), std::move(cells)}));
    }
    return result;
}

struct BlockToJson {
    Json operator()(const Plain& value) const { return node("Plain", json_of(value.content)); }
    Json operator()(const Paragraph& value) const { return node("Para", json_of(value.content)); }
    Json operator()(const LineBlock& value) const {
        Json lines = Json::array();
        for (const Inlines& line : value.lines) {
            lines.push_back(json_of(line));
        }
        return node("LineBlock", std::move(lines));
    }
    Json operator()(const CodeBlock& value) const {
        return node("CodeBlock", Json::array({json_of(value.attr), value.text}));
    }
    Json operator()(const RawBlock& value) const {
        return node("RawBlock", Json::array({value.format, value.text}));
    }
    Json operator()(const BlockQuote& value) const { return node("BlockQuote", json_of(value.content)); }
    Json operator()(const OrderedList& value) const {
        return node("OrderedList",
                    Json::array({Json::array({value.start, named(value.style), named(value.delimiter)}),
                                 json_of(value.items)}));
    }
    Json operator()(const BulletList& value) const { return node("BulletList", json_of(value.items)); }
    Json operator()(const DefinitionList& value) const {
        Json items = Json::array();
        for (const Definition& item : value.items) {
            items.push_back(Json::array({json_of(item.term), json_of(item.meanings)}));
        }
        return node("DefinitionList", std::move(items));
    }
    Json operator()(const Heading& value) const {
        return node("Header", Json::array({value.level, json_of(value.attr), json_of(value.content)}));
    }
    Json operator()(const Rule&) const { return node("HorizontalRule"); }
    Json operator()(const Div& value) const {
        return node("Div", Json::array({json_of(value.attr), json_of(value.content)}));
    }
    Json operator()(const Table& value) const {
        Json columns = Json::array();
        for (const Column& column : value.columns) {
            columns.push_back(
                Json::array({named(column.alignment),
                             column.width ? node("ColWidth", *column.width) : node("ColWidthDefault")}));
        }
        Json bodies = Json::array();
        for (const TableBody& body : value.bodies) {
            bodies.push_back(Json::array(
                {json_of(body.attr), body.row_head_columns, json_of(body.head), json_of(body.rows)}));
        }
        Json caption = Json::array(
            {value.short_caption ? json_of(*value.short_caption) : Json(nullptr), json_of(value.caption)});
        return node("Table", Json::array({json_of(value.attr), std::move(caption), std::move(columns),
                                          Json::array({json_of(value.head_attr), json_of(value.head)}),
                                          std::move(bodies),
                                          Json::array({json_of(value.foot_attr), json_of(value.foot)})}));
    }
};

Json json_of(const Blocks& blocks) {
    Json result = Json::array();
    for (const Block& block : blocks) {
        result.push_back(std::visit(BlockToJson{}, block.value));
    }
    return result;
}

Json json_of(const Inlines& inlines) {
    Json result = Json::array();
    for (const Inline& value : inlines) {
        result.push_back(std::visit(InlineToJson{}, value.value));
    }
    return result;
}

}  // namespace

std::string tree_to_json(const TreeDocument& document) {
    Json metadata = Json::object();
    for (const auto& [key, text] : document.metadata) {
        metadata[key] = node("MetaString", text);
    }
    const Json root{{"pandoc-api-version", document.api_version},
                    {"meta", std::move(metadata)},
                    {"blocks", json_of(document.blocks)}};
    try {
        return root.dump();
    } catch (const Json::exception& fault) {
        throw base::Error(base::ErrorKind::internal, "a text of the document is not valid UTF-8")
            .because(fault.what());
    }
}

}  // namespace rapporteur::document
