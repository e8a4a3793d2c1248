// SPDX-License-Identifier: EUPL-1.2
// HTML as a type. An Html is well-formed, escaped markup: only HtmlBuilder makes one, so no text of a person can
// become markup by being in the wrong place. Used by the tree's writer, by the pages' facade and by their callers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::document {

class Html {
public:
    Html() = default;  // nothing
    const std::string& text() const { return m_text; }
    bool empty() const { return m_text.empty(); }
    Html& operator+=(const Html& more);

private:
    explicit Html(std::string text) : m_text(std::move(text)) {}
    friend class HtmlBuilder;
    friend class PageTemplate;
    std::string m_text;
};

// & < > " ' as character references.
std::string escape_html(std::string_view text);

// Writes elements one after the other. Names of elements and attributes are constants of this program; values and
// text are escaped. attribute() belongs to the element opened last, before anything is put into it.
class HtmlBuilder {
public:
    HtmlBuilder& open(const char* element);
    HtmlBuilder& attribute(const char* name, std::string_view value);
    HtmlBuilder& flag(const char* name);  // an attribute without value: hidden
    HtmlBuilder& text(std::string_view text);
    HtmlBuilder& html(const Html& html);
    // What stands inside <style>, which knows no escapes: a stylesheet of ours. Error(internal) for one with "</".
    HtmlBuilder& stylesheet(std::string_view css);
    // What stands inside <script>, which knows no escapes either: a script of ours, or JSON of base::JsonWriter, which
    // writes < as \u003c. Error(internal) for one that could end its element.
    HtmlBuilder& script(std::string_view code);
    HtmlBuilder& close();  // the innermost element; br, hr, img, col and the like have no end tag
    HtmlBuilder& newline();
    // open, text, close.
    HtmlBuilder& element(const char* name, std::string_view content);

    // Everything written so far; Error(internal) when an element is still open.
    Html finish();

private:
    void end_start_tag();

    std::string m_out;
    std::vector<const char*> m_open;
    bool m_in_start_tag = false;
};

}  // namespace rapporteur::document
