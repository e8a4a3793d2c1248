// SPDX-License-Identifier: EUPL-1.2
#include "base/xml.hpp"

#include "base/text.hpp"

#include <expat.h>
#include <tinyxml2.h>

#include <cstdint>
#include <utility>

namespace rapporteur::base {

struct XmlDocument::Tree {
    std::string file;
    // Entities are resolved by the gate; tinyxml2 never parses here, so its faults (white space dropped, bad
    // bytes accepted, depth of 100) cannot show. Lines are in the nodes' user data.
    tinyxml2::XMLDocument document{false, tinyxml2::PRESERVE_WHITESPACE};
};

namespace {

// libexpat's own guard against entity expansion stays on, though without a DOCTYPE nothing can expand.
struct ParserDeleter {
    void operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<XML_ParserStruct, ParserDeleter>;

void* line_as_user_data(int line) {
    return reinterpret_cast<void*>(
        static_cast<std::intptr_t>(line));  // NOLINT: an int in tinyxml2's only slot
}

// Streams the bytes through expat and builds the tree from its events; the first fault stops it.
class Gate {
public:
    Gate(tinyxml2::XMLDocument& document, XmlLimits limits)
        : m_document(document), m_limits(limits), m_parser(XML_ParserCreate("UTF-8")), m_parent(&document) {
        XML_ParserStruct* parser = m_parser.get();
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, on_start, on_end);
        XML_SetCharacterDataHandler(parser, on_text);
        XML_SetProcessingInstructionHandler(parser, on_instruction);
        XML_SetStartDoctypeDeclHandler(parser, on_doctype);
        XML_SetXmlDeclHandler(parser, on_declaration);
    }

    // True when all went through; else fault(), hint() and line() say why not.
    bool pass(std::string_view bytes) {
        const auto status = XML_Parse(m_parser.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
        if (!m_fault.empty()) {
            return false;
        }
        if (status != XML_STATUS_OK) {
            m_line = current_line();
            m_fault =
                std::string("not well-formed XML: ") + XML_ErrorString(XML_GetErrorCode(m_parser.get()));
            return false;
        }
        return true;
    }

    const std::string& fault() const { return m_fault; }
    const std::string& hint() const { return m_hint; }
    int line() const { return m_line; }

private:
    static Gate& self(void* data) { return *static_cast<Gate*>(data); }

    static void XMLCALL on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
        self(data).start(name, attributes);
    }
    static void XMLCALL on_end(void* data, const XML_Char*) { self(data).end(); }
    static void XMLCALL on_text(void* data, const XML_Char* text, int length) {
        self(data).text({text, static_cast<std::size_t>(length)});
    }
    static void XMLCALL on_instruction(void* data, const XML_Char* target, const XML_Char*) {
        self(data).refuse("a processing instruction (" + std::string(target) + ")", "remove it");
    }
    static void XMLCALL on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        self(data).refuse("a DOCTYPE", "remove it; entities other than the five of XML are not used");
    }
    static void XMLCALL on_declaration(void* data, const XML_Char* version, const XML_Char* encoding, int) {
        if (version != nullptr && std::string_view(version) != "1.0") {
            self(data).refuse("XML version " + std::string(version), "this program reads XML 1.0");
        } else if (encoding != nullptr && lower_ascii(encoding) != "utf-8") {
            self(data).refuse("the encoding " + std::string(encoding), "save the file as UTF-8");
        }
    }

    void start(const XML_Char* name, const XML_Char** attributes) {
        flush();
        if (++m_depth > m_limits.depth) {
            return refuse("elements stand more than " + std::to_string(m_limits.depth) + " deep");
        }
        tinyxml2::XMLElement* element = m_document.NewElement(name);
        m_parent->InsertEndChild(element);
        m_parent = element;
        element->SetUserData(line_as_user_data(current_line()));
        m_own_text.push_back(0);
        int count = 0;
        for (; *attributes != nullptr; attributes += 2) {
            if (++count > m_limits.attributes) {
                return refuse("more than " + std::to_string(m_limits.attributes) + " attributes on " + name);
            }
            if (std::string_view(attributes[1]).size() > m_limits.text) {
                return refuse("the attribute " + std::string(attributes[0]) + " is longer than " +
                              std::to_string(m_limits.text) + " bytes");
            }
            element->SetAttribute(attributes[0], attributes[1]);
        }
    }

    void end() {
        flush();
        --m_depth;
        m_own_text.pop_back();
        m_parent = m_parent->Parent();
    }

    // expat calls this for every line and every entity; the pieces of one run become one node.
    void text(std::string_view piece) {
        if (m_stopped || m_own_text.empty()) {
            return;
        }
        m_own_text.back() += piece.size();
        if (m_own_text.back() > m_limits.text) {
            return refuse("the text of an element is longer than " + std::to_string(m_limits.text) +
                          " bytes");
        }
        m_run += piece;
    }

    void flush() {
        if (!m_run.empty()) {
            m_parent->InsertEndChild(m_document.NewText(m_run.c_str()));
            m_run.clear();
        }
    }

    void refuse(std::string fault, std::string hint = "") {
        if (!m_stopped) {
            m_stopped = true;
            m_fault = std::move(fault);
            m_hint = std::move(hint);
            m_line = current_line();
            XML_StopParser(m_parser.get(), XML_FALSE);
        }
    }

    int current_line() const { return static_cast<int>(XML_GetCurrentLineNumber(m_parser.get())); }

    tinyxml2::XMLDocument& m_document;
    XmlLimits m_limits;
    Parser m_parser;
    tinyxml2::XMLNode* m_parent;
    std::string m_run;
    std::vector<std::size_t> m_own_text;  // bytes so far, an entry for each open element
    int m_depth = 0;
    bool m_stopped = false;
    std::string m_fault;
    std::string m_hint;
    int m_line = 0;
};

const tinyxml2::XMLElement& element_of(const void* node) {
    return *static_cast<const tinyxml2::XMLElement*>(node);
}

void add_deep_text(const tinyxml2::XMLNode& node, std::string& text) {
    for (const tinyxml2::XMLNode* child = node.FirstChild(); child != nullptr; child = child->NextSibling()) {
        if (child->ToText() != nullptr) {
            text += child->Value();
        } else {
            add_deep_text(*child, text);
        }
    }
}

}  // namespace

std::optional<XmlDocument> XmlDocument::parse(std::string_view bytes, const std::string& file,
                                              Problems& problems, XmlLimits limits) {
    if (bytes.size() > limits.bytes) {
        add_error(problems, {file, 0, ""}, "larger than " + std::to_string(limits.bytes) + " bytes");
        return std::nullopt;
    }
    // expat would find these too, but would call them "invalid token".
    if (const auto fault = find_invalid_utf8(bytes)) {
        add_error(problems, {file, line_of(bytes, *fault), ""}, "not valid UTF-8", "save the file as UTF-8");
        return std::nullopt;
    }
    if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
        add_error(problems, {file, line_of(bytes, nul), ""}, "a NUL character",
                  "save the file as UTF-8 text");
        return std::nullopt;
    }
    auto tree = std::make_unique<Tree>();
    tree->file = file;
    Gate gate(tree->document, limits);
    if (!gate.pass(bytes)) {
        add_error(problems, {file, gate.line(), ""}, gate.fault(), gate.hint());
        return std::nullopt;
    }
    return XmlDocument(std::move(tree));
}

XmlDocument::XmlDocument(std::unique_ptr<Tree> tree) : m_tree(std::move(tree)) {}
XmlDocument::~XmlDocument() = default;
XmlDocument::XmlDocument(XmlDocument&&) noexcept = default;
XmlDocument& XmlDocument::operator=(XmlDocument&&) noexcept = default;

XmlElement XmlDocument::root() const {
    return XmlElement(m_tree->document.RootElement());
}
const std::string& XmlDocument::file() const {
    return m_tree->file;
}
Place XmlDocument::place(const XmlElement& element) const {
    return {m_tree->file, element.line(), ""};
}

std::string_view XmlElement::name() const {
    return element_of(m_node).Name();
}

int XmlElement::line() const {
    return static_cast<int>(reinterpret_cast<std::intptr_t>(element_of(m_node).GetUserData()));
}

std::vector<XmlAttribute> XmlElement::attributes() const {
    std::vector<XmlAttribute> list;
    for (const auto* held = element_of(m_node).FirstAttribute(); held != nullptr; held = held->Next()) {
        list.push_back({held->Name(), held->Value()});
    }
    return list;
}

std::optional<std::string_view> XmlElement::attribute(std::string_view name) const {
    for (const auto* held = element_of(m_node).FirstAttribute(); held != nullptr; held = held->Next()) {
        if (name == held->Name()) {
            return held->Value();
        }
    }
    return std::nullopt;
}

std::vector<XmlElement> XmlElement::children() const {
    std::vector<XmlElement> list;
    for (const auto* child = element_of(m_node).FirstChildElement(); child != nullptr;
         child = child->NextSiblingElement()) {
        list.push_back(XmlElement(child));
    }
    return list;
}

std::vector<XmlElement> XmlElement::children(std::string_view name) const {
    std::vector<XmlElement> list;
    for (const XmlElement& child : children()) {
        if (child.name() == name) {
            list.push_back(child);
        }
    }
    return list;
}

std::optional<XmlElement> XmlElement::first_child() const {
    const auto* child = element_of(m_node).FirstChildElement();
    return child != nullptr ? std::optional<XmlElement>(XmlElement(child)) : std::nullopt;
}

std::optional<XmlElement> XmlElement::first_child(std::string_view name) const {
    for (auto child = first_child(); child; child = child->next_sibling()) {
        if (child->name() == name) {
            return child;
        }
    }
    return std::nullopt;
}

std::optional<XmlElement> XmlElement::next_sibling() const {
    const auto* sibling = element_of(m_node).NextSiblingElement();
    return sibling != nullptr ? std::optional<XmlElement>(XmlElement(sibling)) : std::nullopt;
}

std::string XmlElement::text() const {
    std::string text;
    for (const auto* child = element_of(m_node).FirstChild(); child != nullptr;
         child = child->NextSibling()) {
        if (child->ToText() != nullptr) {
            text += child->Value();
        }
    }
    return text;
}

std::string XmlElement::deep_text() const {
    std::string text;
    add_deep_text(element_of(m_node), text);
    return text;
}

bool XmlElement::has_text_besides_white_space() const {
    return !trim(text()).empty();
}

}  // namespace rapporteur::base
