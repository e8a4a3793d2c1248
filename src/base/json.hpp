// SPDX-License-Identifier: EUPL-1.2
// JSON out (streaming, one canonical form) and in (a small tree under limits). The library that parses stays
// in json.cpp. Not for records: the register has columns; this is for --json, the archive's data and tools'
// output.
#pragma once

#include "base/problem.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::base {

// "text" with quotes, escaped as RFC 8259 asks and no more; also < > & as \u003c ... so that it can stand in
// HTML. Error(internal) for invalid UTF-8, which is refused where text comes in.
std::string json_text(std::string_view text);

enum class JsonLayout { pretty, compact };  // pretty: 2 spaces, one member a line, final newline

// Members stand in the order written. A call out of place (a value without a key in an object, two roots) is
// Error(internal).
//   JsonWriter w; w.object().member("id", "r07").key("limbs").array().value("a").close().close(); w.finish();
class JsonWriter {
public:
    explicit JsonWriter(JsonLayout layout = JsonLayout::pretty);

    JsonWriter& object();
    JsonWriter& array();
    JsonWriter& close();  // the innermost object or array
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    template <std::integral Number>
    requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) JsonWriter& value(Number number) {
        return integer(static_cast<std::int64_t>(number));
    }
    JsonWriter&
    value(double number);  // shortest form that reads back the same; Error(internal) for NaN and infinity
    JsonWriter& value(bool truth);
    JsonWriter& null();
    // null for nothing: a field is always present.
    template <class T>
    JsonWriter& value(const std::optional<T>& maybe) {
        return maybe ? value(*maybe) : null();
    }
    template <class T>
    JsonWriter& member(std::string_view name, const T& held) {
        return key(name).value(held);
    }
    // JSON made by another JsonWriter or kept from a file, taken over as it is.
    JsonWriter& raw(std::string_view json);

    std::string finish();

private:
    enum class Level { object, array };
    JsonWriter& integer(std::int64_t number);
    void before_value();
    void line_break();

    JsonLayout m_layout;
    std::string m_text;
    std::vector<Level> m_levels;
    bool m_first = true;  // nothing yet in the innermost level
    bool m_after_key = false;
    bool m_done = false;
};

struct JsonLimits {
    std::size_t bytes = 64U << 20;
    std::size_t depth = 128;
};

enum class JsonKind { null, boolean, integer, number, text, array, object };

struct JsonMember;

// A value of a parsed document; cheap to copy, keeps the document alive. Asking for the wrong kind is
// Error(invalid_input) with the path as where ("/blocks/3/t").
class JsonValue {
public:
    // Nothing, and a problem with the line, when it is not JSON (RFC 8259), not UTF-8, over a limit, or says
    // a key twice.
    static std::optional<JsonValue> parse(std::string_view bytes, const std::string& file, Problems& problems,
                                          JsonLimits limits = {});

    JsonKind kind() const;
    bool is_null() const { return kind() == JsonKind::null; }
    bool boolean() const;
    std::int64_t integer() const;
    double number() const;  // of an integer too
    const std::string& text() const;

    std::size_t size() const;              // of an array or object
    std::vector<JsonValue> items() const;  // of an array
    JsonValue at(std::size_t index) const;
    std::vector<JsonMember> members() const;   // of an object, in the order of the file
    JsonValue at(std::string_view key) const;  // Error(invalid_input) when missing
    std::optional<JsonValue> find(std::string_view key) const;

    struct Node;

private:
    JsonValue(std::shared_ptr<const Node> root, const Node* node) : m_root(std::move(root)), m_node(node) {}
    std::shared_ptr<const Node> m_root;
    const Node* m_node;
};

struct JsonMember {
    std::string_view key;  // lives as long as the document
    JsonValue value;
};

}  // namespace rapporteur::base
