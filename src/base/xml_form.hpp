// SPDX-License-Identifier: EUPL-1.2
//
// One description of an element serves reading it, checking it with line numbers, and writing it in canonical form. A record type has a function
// template `describe(Form&, Record&)` in the record's own namespace, which names attributes and children in their order; FormReader
// and FormWriter are the two forms. What the description does not name is a fault in the file. The RELAX NG grammars in
// questionnaires/schema say the same for other tools; tests hold both against the same files.
//
// Text is trimmed at both ends; line ends and spaces within it are kept, because it may be Markdown.
#pragma once

#include "base/date.hpp"
#include "base/names.hpp"
#include "base/problem.hpp"
#include "base/strong.hpp"
#include "base/text.hpp"
#include "base/xml.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace rapporteur::base {

// --- Values in attributes -------------------------------------------------------------------------------------------------

// FormValue<T>: print(value) gives the text; parse(text, value) gives "" or says what is expected instead.
template <class T, class = void>
struct FormValue;

template <>
struct FormValue<std::string> {
    static std::string print(const std::string& value) { return value; }
    static std::string parse(std::string_view text, std::string& value) {
        value = text;
        return "";
    }
};

template <>
struct FormValue<int> {
    static std::string print(int value) { return std::to_string(value); }
    static std::string parse(std::string_view text, int& value) {
        const char* const end = text.data() + text.size();
        const auto result = std::from_chars(text.data(), end, value);
        return result.ec == std::errc{} && result.ptr == end ? "" : "a whole number";
    }
};

template <>
struct FormValue<bool> {
    static std::string print(bool value) { return value ? "true" : "false"; }
    static std::string parse(std::string_view text, bool& value) {
        value = text == "true";
        return value || text == "false" ? "" : "true or false";
    }
};

template <>
struct FormValue<Date> {
    static std::string print(const Date& value) { return value.text(); }
    static std::string parse(std::string_view text, Date& value) {
        const auto date = Date::parse(text);
        if (date) {
            value = *date;
        }
        return date ? "" : "a date such as 2026-11-21";
    }
};

template <>
struct FormValue<Period> {
    static std::string print(const Period& value) { return value.text(); }
    static std::string parse(std::string_view text, Period& value) {
        const auto period = Period::parse(text);
        if (period) {
            value = *period;
        }
        return period ? "" : "a period such as P5M, P14D or P2Y";
    }
};

template <class Tag>
struct FormValue<Strong<Tag>> {
    static std::string print(const Strong<Tag>& value) { return value.text(); }
    static std::string parse(std::string_view text, Strong<Tag>& value) {
        value = Strong<Tag>(std::string(text));
        const bool token = !text.empty() && std::all_of(text.begin(), text.end(),
                                                        [](char c) { return c > ' ' && c < '\x7f'; });
        return token ? "" : "an identifier in ASCII without spaces";
    }
};

template <class E>
struct FormValue<E, std::enable_if_t<std::is_enum_v<E>>> {
    static std::string print(E value) { return std::string(name_of(value)); }
    static std::string parse(std::string_view text, E& value) {
        const std::optional<E> found = from_name<E>(text);
        if (found) {
            value = *found;
            return "";
        }
        return "one of " + names_list<E>();
    }
};

template <class T>
struct FormValue<std::optional<T>> {
    static std::string print(const std::optional<T>& value) {
        return value ? FormValue<T>::print(*value) : std::string();
    }
    static std::string parse(std::string_view text, std::optional<T>& value) {
        return FormValue<T>::parse(text, value.emplace());
    }
};

// A list is separated by single spaces.
template <class T>
struct FormValue<std::vector<T>> {
    static std::string print(const std::vector<T>& values) {
        std::string text;
        for (const T& value : values) {
            text += (text.empty() ? "" : " ") + FormValue<T>::print(value);
        }
        return text;
    }
    static std::string parse(std::string_view text, std::vector<T>& values) {
        for (const std::string_view token : split_words(text)) {
            std::string fault = FormValue<T>::parse(token, values.emplace_back());
            if (!fault.empty()) {
                return fault;
            }
        }
        return "";
    }
};

// --- Reading --------------------------------------------------------------------------------------------------------------

// Reads one element. Faults go to `problems`, with the file and line; what could be read is read, so that all faults are found.
class FormReader {
public:
    static constexpr bool k_reading = true;

    // `scope` is the identifier of the evaluation that local identifiers belong to; may be empty.
    FormReader(XmlElement element, std::string_view file, std::string_view scope, Problems& problems)
        : m_element(element), m_children(element.children()), m_file(file), m_scope(scope),
          m_problems(problems) {}

    // An attribute that must be there.
    template <class T>
    void required(std::string_view name, T& value) {
        if (!read_attribute(name, value)) {
            missing(name);
        }
    }
    // An attribute that is left out where it has its default.
    template <class T>
    void optional(std::string_view name, T& value, const T& = T{}) {
        read_attribute(name, value);
    }
    // An identifier written without the scope: r07 for peer/XAA-2/r07.
    template <class Tag>
    void local(std::string_view name, Strong<Tag>& id, std::string_view prefix) {
        id = Strong<Tag>(within_scope(name, prefix));
    }
    template <class Tag>
    void optional_local(std::string_view name, std::optional<Strong<Tag>>& id, std::string_view prefix) {
        if (m_element.attribute(name)) {
            local(name, id.emplace(), prefix);
        }
    }
    // The element's own text.
    void content(std::string& text);
    // A child element that holds text, left out where it is empty.
    void text_child(std::string_view name, std::string& text);
    // Children <name xml:lang="..">text</name>, one a language. L is a struct of language and text.
    template <class L>
    void texts(std::string_view name, std::vector<L>& values) {
        for (const XmlElement& child : take(name, 0)) {
            FormReader reader(child, m_file, m_scope, m_problems);
            L value;
            reader.required("xml:lang", value.language);
            reader.content(value.text);
            reader.language(name, value.language,
                            std::any_of(values.begin(), values.end(),
                                        [&](const L& other) { return other.language == value.language; }));
            reader.finish();
            values.push_back(std::move(value));
        }
    }
    template <class T>
    void children(std::string_view name, std::vector<T>& values) {
        for (const XmlElement& child : take(name, 0)) {
            read_child(child, values.emplace_back());
        }
    }
    template <class T>
    void child(std::string_view name, std::optional<T>& value) {
        for (const XmlElement& child : take(name, 1)) {
            read_child(child, value.emplace());
        }
    }
    // A wrapper element, left out where the list is empty: <persons><person/>...</persons>.
    template <class T>
    void list(std::string_view wrapper, std::string_view name, std::vector<T>& values) {
        for (const XmlElement& outer : take(wrapper, 1)) {
            FormReader reader(outer, m_file, m_scope, m_problems);
            reader.children(name, values);
            reader.finish();
        }
    }
    // Exactly one child out of several possible names (the kinds of a question): puts its name into `chosen` and calls
    // body(name, form) to describe it.
    template <class Body>
    void choice(const std::vector<std::string_view>& names, std::string& chosen, Body body) {
        const std::size_t position = m_position;
        std::size_t last = position;
        for (const std::string_view name : names) {
            m_position = position;
            for (const XmlElement& child : take(name, 1)) {
                choose(name, chosen);
                FormReader reader(child, m_file, m_scope, m_problems);
                body(name, reader);
                reader.finish();
            }
            last = std::max(last, m_position);
        }
        m_position = last;
        must_be_chosen(names, chosen);
    }
    // A rule beyond the grammar; a fault of this element where it does not hold.
    void must(bool holds, std::string_view text, std::string_view hint = "");
    // Names everything that the description did not.
    void finish();
    int line() const { return m_element.line(); }

private:
    template <class T>
    bool read_attribute(std::string_view name, T& value) {
        const std::optional<std::string_view> text = known_attribute(name);
        if (!text) {
            return false;
        }
        misread(name, *text, FormValue<T>::parse(*text, value));
        return true;
    }
    template <class T>
    void read_child(const XmlElement& element, T& value) {
        FormReader reader(element, m_file, m_scope, m_problems);
        describe(reader, value);
        reader.finish();
    }
    // What the templates above share, in xml_form.cpp: one copy of it, not one for each type that they read.
    std::optional<std::string_view> known_attribute(std::string_view name);
    std::string within_scope(std::string_view name, std::string_view prefix);
    void missing(std::string_view name);
    void misread(std::string_view name, std::string_view text,
                 const std::string& expected);  // "": it was not
    void language(std::string_view name, const std::string& code, bool second);
    void choose(std::string_view name, std::string& chosen);
    void must_be_chosen(const std::vector<std::string_view>& names, const std::string& chosen);
    // The children of that name; names those that stand out of order, and those beyond `at_most` (0: any number).
    std::vector<XmlElement> take(std::string_view name, std::size_t at_most);
    void fault(std::string text, std::string hint);
    void fault_at(int line, std::string text, std::string hint);

    XmlElement m_element;
    std::vector<XmlElement> m_children;
    std::string_view m_file;
    std::string_view m_scope;
    Problems& m_problems;
    std::set<std::string> m_known_attributes;
    std::set<std::string> m_known_children;
    std::size_t m_position = 0;
    bool m_content_described = false;
};

// --- Writing --------------------------------------------------------------------------------------------------------------

// Writes one element, which the caller has opened and closes.
class FormWriter {
public:
    static constexpr bool k_reading = false;

    FormWriter(XmlWriter& out, std::string_view scope) : m_out(out), m_scope(scope) {}

    template <class T>
    void required(std::string_view name, T& value) {
        put(name, FormValue<T>::print(value));
    }
    template <class T>
    void optional(std::string_view name, T& value, const T& standard = T{}) {
        if (!(value == standard)) {
            put(name, FormValue<T>::print(value));
        }
    }
    template <class Tag>
    void local(std::string_view name, Strong<Tag>& id, std::string_view prefix) {
        put(name, id.text().substr(std::min(id.text().size(), m_scope.size() + 1 + prefix.size())));
    }
    template <class Tag>
    void optional_local(std::string_view name, std::optional<Strong<Tag>>& id, std::string_view prefix) {
        if (id) {
            local(name, *id, prefix);
        }
    }
    void content(std::string& text) { m_out.text(text); }
    void text_child(std::string_view name, std::string& text) {
        if (!text.empty()) {
            m_out.element(name, text);
        }
    }
    template <class L>
    void texts(std::string_view name, std::vector<L>& values) {
        for (L& value : values) {
            m_out.open(name);
            put("xml:lang", value.language);
            m_out.text(value.text);
            m_out.close();
        }
    }
    template <class T>
    void children(std::string_view name, std::vector<T>& values) {
        for (T& value : values) {
            write_child(name, value);
        }
    }
    template <class T>
    void child(std::string_view name, std::optional<T>& value) {
        if (value) {
            write_child(name, *value);
        }
    }
    template <class T>
    void list(std::string_view wrapper, std::string_view name, std::vector<T>& values) {
        if (!values.empty()) {
            m_out.open(wrapper);
            children(name, values);
            m_out.close();
        }
    }
    template <class Body>
    void choice(const std::vector<std::string_view>&, std::string& chosen, Body body) {
        m_out.open(chosen);
        FormWriter writer(m_out, m_scope);
        body(std::string_view(chosen), writer);
        m_out.close();
    }
    void must(bool, std::string_view, std::string_view = "") {}

private:
    void put(std::string_view name, std::string_view value) { m_out.attribute(name, value); }
    template <class T>
    void write_child(std::string_view name, T& value) {
        m_out.open(name);
        FormWriter writer(m_out, m_scope);
        describe(writer, value);
        m_out.close();
    }

    XmlWriter& m_out;
    std::string_view m_scope;
};

// --- Whole files ----------------------------------------------------------------------------------------------------------

// The namespace of a format: urn:rapporteur:evaluation:1.
std::string form_namespace(std::string_view name);
// Whether the root is the element of that name in its namespace; a problem where it is not.
bool is_root_of(const XmlDocument& document, const std::string& file, std::string_view name,
                Problems& problems);

// Reads a file's root element <name xmlns="urn:rapporteur:name:1">. The value is complete only where no problem was added.
template <class Record>
void read_form(std::string_view bytes, const std::string& file, std::string_view name, std::string_view scope,
               Record& record, Problems& problems) {
    const std::optional<XmlDocument> document = XmlDocument::parse(bytes, file, problems);
    if (!document || !is_root_of(*document, file, name, problems)) {
        return;
    }
    FormReader reader(document->root(), file, scope, problems);
    describe(reader, record);
    reader.finish();
}

// The canonical bytes of a file. The record is not changed; descriptions serve both directions and hence take it by reference.
template <class Record>
std::string write_form(std::string_view name, std::string_view scope, const Record& record) {
    XmlWriter out;
    out.open(name);
    out.attribute("xmlns", form_namespace(name));
    FormWriter writer(out, scope);
    describe(writer, const_cast<Record&>(
                         record));  // NOLINT(cppcoreguidelines-pro-type-const-cast): FormWriter only reads
    out.close();
    return out.finish();
}

}  // namespace rapporteur::base
