// SPDX-License-Identifier: EUPL-1.2
#include "base/xml_form.hpp"

namespace rapporteur::base {

namespace {

std::string tag(std::string_view name) {
    return "<" + std::string(name) + ">";
}

std::string nearest_hint(std::string_view word, const std::set<std::string>& known) {
    const std::vector<std::string_view> candidates(known.begin(), known.end());
    return did_you_mean(word, candidates, "remove it");
}

}  // namespace

std::optional<std::string_view> FormReader::known_attribute(std::string_view name) {
    m_known_attributes.insert(std::string(name));
    return m_element.attribute(name);
}

std::string FormReader::within_scope(std::string_view name, std::string_view prefix) {
    std::string text;
    required(name, text);
    must(!text.empty() && text.find_first_of(" /#\t\n") == std::string::npos,
         "\"" + text + "\" can not be an identifier", "use letters, digits, dots and hyphens");
    return std::string(m_scope) + "/" + std::string(prefix) + text;
}

void FormReader::missing(std::string_view name) {
    fault(tag(m_element.name()) + " lacks the attribute " + std::string(name),
          "add " + std::string(name) + "=\"...\"");
}

void FormReader::misread(std::string_view name, std::string_view text, const std::string& expected) {
    if (!expected.empty()) {
        fault("\"" + std::string(text) + "\" can not be the attribute " + std::string(name) + " of " +
                  tag(m_element.name()),
              "expected: " + expected);
    }
}

void FormReader::language(std::string_view name, const std::string& code, bool second) {
    must(is_language_code(code), "\"" + code + "\" is no language's code", "such as en, fr or sr-latn");
    must(!second, "a second " + tag(name) + " in the language " + code, "keep one text a language");
}

void FormReader::choose(std::string_view name, std::string& chosen) {
    must(chosen.empty(), tag(chosen) + " and " + tag(name) + " can not stand together", "keep one");
    chosen = name;
}

void FormReader::must_be_chosen(const std::vector<std::string_view>& names, const std::string& chosen) {
    must(!chosen.empty(), tag(m_element.name()) + " lacks its kind",
         "add one of <" + join(names, ">, <") + ">");
}

void FormReader::content(std::string& text) {
    text = trim(m_element.text());
    m_content_described = true;
}

void FormReader::text_child(std::string_view name, std::string& text) {
    for (const XmlElement& child : take(name, 1)) {
        FormReader reader(child, m_file, m_scope, m_problems);
        reader.content(text);
        reader.finish();
    }
}

void FormReader::must(bool holds, std::string_view text, std::string_view hint) {
    if (!holds) {
        fault(std::string(text), std::string(hint));
    }
}

void FormReader::finish() {
    for (const XmlAttribute& attribute : m_element.attributes()) {
        if (m_known_attributes.count(std::string(attribute.name)) == 0 &&
            attribute.name.substr(0, 5) != "xmlns") {
            fault(tag(m_element.name()) + " has no attribute " + std::string(attribute.name),
                  nearest_hint(attribute.name, m_known_attributes));
        }
    }
    for (const XmlElement& child : m_children) {
        if (m_known_children.count(std::string(child.name())) == 0) {
            fault_at(child.line(), tag(m_element.name()) + " has no element " + tag(child.name()),
                     nearest_hint(child.name(), m_known_children));
        }
    }
    if (!m_content_described && m_element.has_text_besides_white_space()) {
        fault(tag(m_element.name()) + " holds no text of its own", "put the text into one of its elements");
    }
}

std::vector<XmlElement> FormReader::take(std::string_view name, std::size_t at_most) {
    m_known_children.insert(std::string(name));
    std::vector<XmlElement> taken;
    std::size_t last = m_position;
    for (std::size_t i = 0; i < m_children.size(); ++i) {
        if (m_children[i].name() != name) {
            continue;
        }
        if (i < m_position) {
            fault_at(m_children[i].line(), tag(name) + " stands too late in " + tag(m_element.name()),
                     "move it before " + tag(m_children[m_position - 1].name()));
        }
        taken.push_back(m_children[i]);
        last = std::max(last, i + 1);
    }
    m_position = last;
    if (at_most != 0 && taken.size() > at_most) {
        fault_at(taken[at_most].line(), "a second " + tag(name) + " in " + tag(m_element.name()), "keep one");
        taken.resize(at_most, taken.front());
    }
    return taken;
}

void FormReader::fault(std::string text, std::string hint) {
    fault_at(m_element.line(), std::move(text), std::move(hint));
}

void FormReader::fault_at(int line, std::string text, std::string hint) {
    m_problems.push_back(
        Problem{Severity::error, Place{std::string(m_file), line, ""}, std::move(text), std::move(hint)});
}

std::string form_namespace(std::string_view name) {
    return "urn:rapporteur:" + std::string(name) + ":1";
}

bool is_root_of(const XmlDocument& document, const std::string& file, std::string_view name,
                Problems& problems) {
    const XmlElement root = document.root();
    const std::string space = form_namespace(name);
    const bool expected = root.name() == name && root.attribute("xmlns").value_or("") == space;
    if (!expected) {
        problems.push_back(
            Problem{Severity::error, Place{file, root.line(), ""},
                    "the root element is not <" + std::string(name) + " xmlns=\"" + space + "\">",
                    "is this another kind of file, or of a newer version?"});
    }
    return expected;
}

}  // namespace rapporteur::base
