// SPDX-License-Identifier: EUPL-1.2
// Pages from templates: mustache behind a facade that is strict where mustache shrugs. A template is checked when it
// is loaded (nothing unescaped, nothing inside scripts, styles, comments, unquoted attributes or on... handlers); a
// page is made of typed values, and a name that is unknown, unused or of the wrong type is an error, not an empty
// place. Escaping goes by type: Html stays as it is, everything else is escaped. The only user of mustache.hpp.
// Partials are values: a page is rendered to Html and given to its frame as {{content}}.
#pragma once

#include "document/html.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rapporteur::document {

// An address that may stand in href, src or action: http, https, mailto, or relative to the site.
class Url {
public:
    // Error(internal) for another scheme, "//host", a backslash, white space or control characters.
    explicit Url(std::string text);
    const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

struct PageText {  // plain words of anybody; escaped
    std::string text;
};

class PageValues;
using PageList = std::vector<PageValues>;  // {{#rows}} ... {{/rows}}: once for each

// The values of a page or of one item of a list, by name.
class PageValues {
public:
    using Value = std::variant<PageText, Url, Html, bool, PageList>;

    PageValues& set(std::string name, std::string_view text);
    PageValues& set(std::string name, const char* text) {
        return set(std::move(name), std::string_view(text));
    }
    PageValues& set(std::string name, Url url);
    PageValues& set(std::string name, Html html);
    PageValues& set(std::string name, PageList items);
    // {{#name}} ... {{/name}} and {{^name}} ... {{/name}}
    PageValues& set_shown(std::string name, bool shown);

    const std::map<std::string, Value>& all() const { return m_values; }

private:
    PageValues& put(std::string name, Value value);
    std::map<std::string, Value> m_values;
};

class PageTemplate {
public:
    // Checks the source; base::InvalidInput with every fault (name as file, line) otherwise.
    PageTemplate(std::string name, std::string source);
    ~PageTemplate();
    PageTemplate(const PageTemplate&) = delete;
    PageTemplate& operator=(const PageTemplate&) = delete;
    PageTemplate(PageTemplate&&) noexcept;
    PageTemplate& operator=(PageTemplate&&) noexcept;

    // Error(internal) naming the template and the name that is unknown to it, unused by it, or of the wrong type for
    // its place: Html only between tags, an address (href, src, action ...) only from a Url.
    Html render(const PageValues& values) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace rapporteur::document
