// SPDX-License-Identifier: EUPL-1.2
#include "base/json.hpp"

#include "base/text.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <iterator>
#include <set>
#include <utility>

namespace rapporteur::base {

struct JsonValue::Node {
    JsonKind kind = JsonKind::null;
    bool truth = false;
    std::int64_t integer = 0;
    double number = 0;
    std::string text;
    std::string key;             // in an object
    std::vector<Node> children;  // items or members
    const Node* parent = nullptr;
};

namespace {

using Node = JsonValue::Node;

// Tells the builder how far the parser has read, so that faults found in events have a line too.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, const char** reached) : m_at(at), m_reached(reached) {}
    const char& operator*() const { return *m_at; }
    CountingIterator& operator++() {
        *m_reached = ++m_at;
        return *this;
    }
    bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }
    bool operator!=(const CountingIterator& other) const { return m_at != other.m_at; }

private:
    const char* m_at;
    const char** m_reached;
};

// nlohmann's events into our tree: members keep their order, a key said twice and too great a depth are
// faults.
class Builder {
public:
    Builder(Node& root, std::size_t depth) : m_root(root), m_most(depth) {}

    bool null() { return add({}); }
    bool boolean(bool truth) {
        Node node;
        node.kind = JsonKind::boolean;
        node.truth = truth;
        return add(std::move(node));
    }
    bool number_integer(std::int64_t number) {
        Node node;
        node.kind = JsonKind::integer;
        node.integer = number;
        node.number = static_cast<double>(number);
        return add(std::move(node));
    }
    bool number_unsigned(std::uint64_t number) {
        if (number <= static_cast<std::uint64_t>(INT64_MAX)) {
            return number_integer(static_cast<std::int64_t>(number));
        }
        return number_float(static_cast<double>(number), "");
    }
    bool number_float(double number, const std::string&) {
        Node node;
        node.kind = JsonKind::number;
        node.number = number;
        return add(std::move(node));
    }
    bool string(std::string& text) {
        Node node;
        node.kind = JsonKind::text;
        node.text = std::move(text);
        return add(std::move(node));
    }
    bool binary(std::vector<std::uint8_t>&) { return false; }
    bool start_object(std::size_t) { return open(JsonKind::object); }
    bool start_array(std::size_t) { return open(JsonKind::array); }
    bool key(std::string& name) {
        if (!m_seen.back().insert(name).second) {
            m_fault = "the key \"" + name + "\" stands twice in an object";
            return false;
        }
        m_key = std::move(name);
        return true;
    }
    bool end_object() { return shut(); }
    bool end_array() { return shut(); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& error) {
        m_position = position;
        m_fault = error.what();
        return false;
    }

    const std::string& fault() const { return m_fault; }
    std::size_t position() const { return m_position; }  // of a parse error; else 0

private:
    Node* place(Node node) {
        if (m_open.empty()) {
            m_root = std::move(node);
            return &m_root;
        }
        Node& parent = *m_open.back();
        node.key = std::move(m_key);
        m_key.clear();
        parent.children.push_back(std::move(node));
        return &parent.children.back();
    }
    bool add(Node node) {
        place(std::move(node));
        return true;
    }
    bool open(JsonKind kind) {
        if (m_open.size() >= m_most) {
            m_fault = "values stand more than " + std::to_string(m_most) + " deep";
            return false;
        }
        Node node;
        node.kind = kind;
        m_open.push_back(place(std::move(node)));
        m_seen.emplace_back();
        return true;
    }
    bool shut() {
        m_open.pop_back();
        m_seen.pop_back();
        return true;
    }

    Node& m_root;
    std::size_t m_most;
    // Pointers stay good: only the innermost open node's children grow, and they are not open themselves.
    std::vector<Node*> m_open;
    std::vector<std::set<std::string>> m_seen;
    std::string m_key;
    std::string m_fault;
    std::size_t m_position = 0;
};

void set_parents(Node& node) {
    for (Node& child : node.children) {
        child.parent = &node;
        set_parents(child);
    }
}

// "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error ..." without what we say
// ourselves.
std::string plain_words(const std::string& what) {
    const std::size_t colon = what.find(": ");
    return "not JSON: " + (colon == std::string::npos ? what : what.substr(colon + 2));
}

std::string_view kind_word(JsonKind kind) {
    switch (kind) {
    case JsonKind::null:
        return "null";
    case JsonKind::boolean:
        return "true or false";
    case JsonKind::integer:
        return "a whole number";
    case JsonKind::number:
        return "a number";
    case JsonKind::text:
        return "text";
    case JsonKind::array:
        return "an array";
    case JsonKind::object:
        return "an object";
    }
    return "";
}

// "/blocks/3/t", as RFC 6901 but without its escapes: it is for people.
std::string path_of(const Node& node) {
    if (node.parent == nullptr) {
        return "";
    }
    const Node& parent = *node.parent;
    const std::string step =
        parent.kind == JsonKind::object ? node.key : std::to_string(&node - parent.children.data());
    return path_of(parent) + "/" + step;
}

const Node& need(const Node& node, JsonKind kind) {
    if (node.kind != kind) {
        throw Error(ErrorKind::invalid_input, "JSON has " + std::string(kind_word(node.kind)) + " where " +
                                                  std::string(kind_word(kind)) + " should stand")
            .at(path_of(node));
    }
    return node;
}

}  // namespace

std::optional<JsonValue> JsonValue::parse(std::string_view bytes, const std::string& file, Problems& problems,
                                          JsonLimits limits) {
    if (bytes.size() > limits.bytes) {
        add_error(problems, {file, 0, ""}, "larger than " + std::to_string(limits.bytes) + " bytes");
        return std::nullopt;
    }
    if (const auto fault = find_invalid_utf8(bytes)) {
        add_error(problems, {file, line_of(bytes, *fault), ""}, "not valid UTF-8", "save the file as UTF-8");
        return std::nullopt;
    }
    auto root = std::make_shared<Node>();
    Builder builder(*root, limits.depth);
    const char* reached = bytes.data();
    const CountingIterator begin(bytes.data(), &reached);
    const CountingIterator end(bytes.data() + bytes.size(), &reached);
    if (!nlohmann::json::sax_parse(begin, end, &builder)) {
        const bool by_parser = builder.position() > 0;
        const std::size_t offset =
            by_parser ? builder.position() - 1 : static_cast<std::size_t>(reached - bytes.data());
        add_error(problems, {file, line_of(bytes, offset), ""},
                  by_parser ? plain_words(builder.fault()) : builder.fault());
        return std::nullopt;
    }
    set_parents(*root);
    const Node* node = root.get();
    return JsonValue(std::move(root), node);
}

JsonKind JsonValue::kind() const {
    return m_node->kind;
}
bool JsonValue::boolean() const {
    return need(*m_node, JsonKind::boolean).truth;
}
std::int64_t JsonValue::integer() const {
    return need(*m_node, JsonKind::integer).integer;
}
double JsonValue::number() const {
    return m_node->kind == JsonKind::integer ? m_node->number : need(*m_node, JsonKind::number).number;
}
const std::string& JsonValue::text() const {
    return need(*m_node, JsonKind::text).text;
}

std::size_t JsonValue::size() const {
    return m_node->kind == JsonKind::object ? m_node->children.size()
                                            : need(*m_node, JsonKind::array).children.size();
}

std::vector<JsonValue> JsonValue::items() const {
    std::vector<JsonValue> list;
    for (const Node& child : need(*m_node, JsonKind::array).children) {
        list.push_back(JsonValue(m_root, &child));
    }
    return list;
}

JsonValue JsonValue::at(std::size_t index) const {
    const Node& array = need(*m_node, JsonKind::array);
    if (index >= array.children.size()) {
        throw Error(ErrorKind::invalid_input, "a JSON array has too few items")
            .at(path_of(array) + "/" + std::to_string(index));
    }
    return JsonValue(m_root, &array.children[index]);
}

std::vector<JsonMember> JsonValue::members() const {
    std::vector<JsonMember> list;
    for (const Node& child : need(*m_node, JsonKind::object).children) {
        list.push_back({child.key, JsonValue(m_root, &child)});
    }
    return list;
}

std::optional<JsonValue> JsonValue::find(std::string_view key) const {
    for (const Node& child : need(*m_node, JsonKind::object).children) {
        if (child.key == key) {
            return JsonValue(m_root, &child);
        }
    }
    return std::nullopt;
}

JsonValue JsonValue::at(std::string_view key) const {
    const auto found = find(key);
    if (!found) {
        throw Error(ErrorKind::invalid_input, "a JSON object lacks a member")
            .at(path_of(*m_node) + "/" + std::string(key));
    }
    return *found;
}

}  // namespace rapporteur::base
