// SPDX-License-Identifier: EUPL-1.2
#include "document/page_lint.hpp"

#include "base/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace rapporteur::document {
namespace {

constexpr std::array<std::string_view, 7> k_address_attributes{"href",   "src",  "action", "formaction",
                                                               "poster", "cite", "data"};
constexpr std::array<std::string_view, 3> k_code_attributes{"style", "srcdoc", "srcset"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

// Follows the HTML of a template just far enough to say where a mustache tag stands.
class HtmlState {
public:
    enum class In { text, tag, value, comment, code };

    void feed(char c) {
        m_last += c;
        switch (m_in) {
        case In::text:
            if (ends_with("<!--")) {
                m_in = In::comment;
            } else if (m_opening && (is_letter(c) || c == '/')) {
                m_in = In::tag;
                m_word = std::string(1, c);
                m_element.clear();
                m_attribute.clear();
            }
            m_opening = c == '<' || (m_opening && (c == '!' || c == '-'));
            break;
        case In::comment:
            if (ends_with("-->")) {
                m_in = In::text;
            }
            break;
        case In::code:
            if (ends_with("</" + m_element)) {
                m_in = In::tag;
                m_element = "/" + m_element;
                m_word.clear();
            }
            break;
        case In::tag:
            feed_tag(c);
            break;
        case In::value:
            if (c == m_quote) {
                m_in = In::tag;
                m_word.clear();
                m_attribute.clear();
            } else {
                ++m_value_length;
            }
            break;
        }
        if (m_last.size() > 16) {
            m_last.erase(0, m_last.size() - 16);
        }
    }

    // A tag of mustache stood here.
    void skip_tag(bool prints) {
        if (m_in == In::value && prints) {
            ++m_value_length;
        }
        m_last.clear();
        m_opening = false;
    }

    In in() const { return m_in; }
    bool unquoted() const { return m_in == In::tag && m_after_equals; }
    const std::string& attribute() const { return m_attribute; }
    bool at_value_start() const { return m_value_length == 0; }

private:
    static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
    bool ends_with(std::string_view tail) const {
        return m_last.size() >= tail.size() &&
               base::lower_ascii(std::string_view(m_last).substr(m_last.size() - tail.size())) == tail;
    }

    void feed_tag(char c) {
        if (m_after_equals && (c == '"' || c == '\'')) {
            m_in = In::value;
            m_quote = c;
            m_value_length = 0;
            m_after_equals = false;
            return;
        }
        if (c == '>') {
            end_word();
            m_after_equals = false;
            const bool code = m_element == "script" || m_element == "style" || m_element == "textarea" ||
                              m_element == "title";
            // Text is safe inside title and textarea; scripts and styles are another language.
            m_in = code && (m_element == "script" || m_element == "style") ? In::code : In::text;
            return;
        }
        if (base::is_space(c)) {
            end_word();
            return;
        }
        if (c == '=') {
            end_word();
            m_after_equals = true;
            return;
        }
        m_word += c;
    }

    void end_word() {
        if (m_word.empty()) {
            return;
        }
        if (m_element.empty()) {
            m_element = base::lower_ascii(m_word);
        } else if (m_after_equals) {
            m_after_equals = false;  // an unquoted value of the template itself
        } else {
            m_attribute = base::lower_ascii(m_word);
        }
        m_word.clear();
    }

    In m_in = In::text;
    std::string m_last;
    std::string m_word;
    std::string m_element;
    std::string m_attribute;
    bool m_opening = false;
    bool m_after_equals = false;
    char m_quote = '"';
    std::size_t m_value_length = 0;
};

class Linter {
public:
    Linter(std::string_view source, const std::string& name, base::Problems& problems)
        : m_source(source), m_name(name), m_problems(problems) {}

    std::vector<TemplateUse> run() {
        m_stack.push_back(TemplateUse{});
        while (m_at < m_source.size()) {
            if (m_source.substr(m_at, 2) == "{{") {
                tag();
            } else {
                m_line += m_source[m_at] == '\n' ? 1 : 0;
                m_html.feed(m_source[m_at]);
                ++m_at;
            }
        }
        while (m_stack.size() > 1) {
            fault(fmt::format("the section \"{}\" has no end", m_stack.back().name), "", m_stack.back().line);
            close_section();
        }
        return std::move(m_stack.front().inside);
    }

private:
    void fault(std::string text, std::string hint = "", int line = 0) {
        base::add_error(m_problems, base::Place{m_name, line == 0 ? m_line : line, ""}, std::move(text),
                        std::move(hint));
    }

    void tag() {
        const std::size_t end = m_source.find("}}", m_at + 2);
        if (end == std::string_view::npos) {
            fault("a tag has no end");
            m_at = m_source.size();
            return;
        }
        const std::string_view inner = m_source.substr(m_at + 2, end - m_at - 2);
        m_at = end + 2;
        const char kind = inner.empty() ? '\0' : inner.front();
        if (kind == '{' || kind == '&') {
            fault("an unescaped tag", "give the value the type Html and write {{name}}");
            m_at = std::min(m_source.size(), m_at + (m_source.substr(m_at, 1) == "}" ? 1U : 0U));
            return;
        }
        if (kind == '>' || kind == '=') {
            fault("partials and changed delimiters are not used here", "render the part and give it as Html");
            return;
        }
        if (kind == '!') {
            m_line += static_cast<int>(std::count(inner.begin(), inner.end(), '\n'));
            m_html.skip_tag(false);
            return;
        }
        const bool marked = kind == '#' || kind == '^' || kind == '/';
        const std::string name(base::trim(marked ? inner.substr(1) : inner));
        if (!is_name(name)) {
            fault(fmt::format("\"{}\" is not a name", name), "names are of a-z, 0-9 and _");
            return;
        }
        if (kind == '/') {
            end_section(name);
        } else {
            use(kind == '#' ? UseKind::section : kind == '^' ? UseKind::inverted : UseKind::variable, name);
        }
        m_html.skip_tag(kind == '\0' || !marked);
    }

    void use(UseKind kind, const std::string& name) {
        TemplateUse found{kind, name, place(kind), m_line, {}};
        if (kind == UseKind::variable) {
            m_stack.back().inside.push_back(std::move(found));
        } else {
            m_stack.push_back(std::move(found));
        }
    }

    TagPlace place(UseKind kind) {
        switch (m_html.in()) {
        case HtmlState::In::text:
            return TagPlace::between_tags;
        case HtmlState::In::comment:
            fault("a tag inside an HTML comment", "write {{! ... }}");
            return TagPlace::between_tags;
        case HtmlState::In::code:
            fault("a tag inside a script or style", "put the value into an attribute and read it from there");
            return TagPlace::between_tags;
        case HtmlState::In::tag:
            if (kind == UseKind::variable || m_html.unquoted()) {
                fault("a value inside a tag without quotation marks", "write attribute=\"{{name}}\"");
            }
            return TagPlace::attribute;
        case HtmlState::In::value:
            break;
        }
        const std::string& attribute = m_html.attribute();
        if (attribute.substr(0, 2) == "on" || contains(k_code_attributes, attribute)) {
            fault(fmt::format("a tag inside the attribute \"{}\"", attribute),
                  "handlers and styles take no values");
        }
        if (!contains(k_address_attributes, attribute)) {
            return TagPlace::attribute;
        }
        return m_html.at_value_start() ? TagPlace::address : TagPlace::address_inside;
    }

    void end_section(const std::string& name) {
        if (m_stack.size() == 1 || m_stack.back().name != name) {
            fault(fmt::format("the end of \"{}\", which is not open here", name));
            return;
        }
        close_section();
    }

    void close_section() {
        TemplateUse section = std::move(m_stack.back());
        m_stack.pop_back();
        m_stack.back().inside.push_back(std::move(section));
    }

    std::string_view m_source;
    const std::string& m_name;
    base::Problems& m_problems;
    std::size_t m_at = 0;
    int m_line = 1;
    HtmlState m_html;
    std::vector<TemplateUse> m_stack;
};

}  // namespace

std::vector<TemplateUse> lint_template(std::string_view source, const std::string& name,
                                       base::Problems& problems) {
    return Linter(source, name, problems).run();
}

}  // namespace rapporteur::document
