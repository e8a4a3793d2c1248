// SPDX-License-Identifier: EUPL-1.2
// XML in through a gate and out in one form. Nothing reaches the tree that is not well-formed UTF-8 XML 1.0
// without a DOCTYPE, without processing instructions, and within limits (the parser is expat; the tree is
// tinyxml2's). White space and line numbers are kept. Validates no vocabulary: unknown elements are the
// reader's to report. Comments are dropped. Prefixes stay part of names ("w:t"); namespaces are not resolved.
#pragma once

#include "base/file.hpp"
#include "base/problem.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::base {

struct XmlLimits {
    std::size_t bytes = k_text_file_limit.bytes;
    int depth = 32;               // Word's files need 90
    int attributes = 64;          // of one element
    std::size_t text = 1U << 20;  // bytes: an element's own text, an attribute's value
};

struct XmlAttribute {
    std::string_view name;
    std::string_view value;
};

// A handle on an element, valid as long as its XmlDocument lives (moved is fine).
class XmlElement {
public:
    std::string_view name() const;
    int line() const;                              // where its start tag begins
    std::vector<XmlAttribute> attributes() const;  // in the order of the file
    std::optional<std::string_view> attribute(std::string_view name) const;

    std::vector<XmlElement> children() const;  // elements only, in order
    std::vector<XmlElement> children(std::string_view name) const;
    std::optional<XmlElement> first_child() const;  // element
    std::optional<XmlElement> first_child(std::string_view name) const;
    std::optional<XmlElement> next_sibling() const;  // element

    // Its own character data, concatenated, entities resolved, white space kept; not that of its children.
    std::string text() const;
    // With that of all below it, in order.
    std::string deep_text() const;
    // Its own text has more than white space: in an element that holds elements, something is out of place.
    bool has_text_besides_white_space() const;

    bool operator==(const XmlElement&) const = default;

private:
    friend class XmlDocument;
    explicit XmlElement(const void* node) : m_node(node) {}
    const void* m_node;
};

class XmlDocument {
public:
    // Nothing, and a problem with the line, when the gate refuses. The file's name is for the problems.
    static std::optional<XmlDocument> parse(std::string_view bytes, const std::string& file,
                                            Problems& problems, XmlLimits limits = {});
    ~XmlDocument();
    XmlDocument(XmlDocument&&) noexcept;
    XmlDocument& operator=(XmlDocument&&) noexcept;

    XmlElement root() const;
    const std::string& file() const;
    Place place(const XmlElement& element) const;  // file and line

private:
    struct Tree;
    explicit XmlDocument(std::unique_ptr<Tree> tree);
    std::unique_ptr<Tree> m_tree;
};

// The canonical form of our files: declaration, one space a depth, each element on a line of its own,
// attributes in the order given on that line, <a/> when empty, text elements as <t>text</t>, newlines in text
// kept, LF, final newline. A text element has no child elements (Error(internal)). Characters that XML cannot
// hold (controls, invalid UTF-8) are Error(invalid_input). Parsing what was written gives the same names,
// attributes and texts.
class XmlWriter {
public:
    XmlWriter();

    XmlWriter& open(std::string_view name);
    XmlWriter& attribute(std::string_view name, std::string_view value);  // only right after open()
    // Writes nothing for nothing.
    template <class Text>
    XmlWriter& attribute(std::string_view name, const std::optional<Text>& value) {
        return value ? attribute(name, std::string_view(*value)) : *this;
    }
    XmlWriter& text(std::string_view text);  // may be called several times
    XmlWriter& close();
    // open, text, close: <a/> for empty text.
    XmlWriter& element(std::string_view name, std::string_view text);
    std::string finish();

private:
    enum class State { tag, text, children };
    struct Level {
        std::string name;
        State state;
    };

    std::string m_text;
    std::vector<Level> m_levels;
    bool m_done = false;
};

// & < > and, in attributes, also " and line breaks and tabs; CR everywhere, which a parser
// would turn into LF.
std::string xml_escape_text(std::string_view text);
std::string xml_escape_attribute(std::string_view value);

}  // namespace rapporteur::base
