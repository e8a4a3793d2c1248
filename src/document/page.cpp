// SPDX-License-Identifier: EUPL-1.2
#include "document/page.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "document/markdown_rules.hpp"
#include "document/page_lint.hpp"

#include <fmt/core.h>
#include <kainjow/mustache.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace rapporteur::document {
namespace {

namespace mustache = kainjow::mustache;

bool is_relative_address(std::string_view text) {
    const std::string_view head = text.substr(0, text.find_first_of("/?#"));
    return head.find(':') == std::string_view::npos && text.substr(0, 2) != "//" &&
           std::none_of(text.begin(), text.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte <= 0x20 || byte == 0x7F || c == '\\';
           });
}

bool is_path_text(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("._~-/").find(c) != std::string_view::npos;
    });
}

// Scopes from the outermost to the innermost, and the names each one's part of the template has used.
struct Scope {
    const PageValues* values;
    std::set<std::string>* used;
};

class Checker {
public:
    explicit Checker(const std::string& page) : m_page(page) {}

    void check(const std::vector<TemplateUse>& uses, const PageValues& values) {
        std::set<std::string> used;
        std::vector<Scope> scopes{Scope{&values, &used}};
        check_uses(uses, scopes);
        refuse_unused(values, used);
    }

private:
    [[noreturn]] void fault(const std::string& name, const std::string& what) const {
        throw base::Error(base::ErrorKind::internal, fmt::format("\"{}\" {}", name, what)).at(m_page);
    }

    void refuse_unused(const PageValues& values, const std::set<std::string>& used) const {
        for (const auto& [name, value] : values.all()) {
            if (!used.contains(name)) {
                fault(name, "is given, but the template does not use it");
            }
        }
    }

    // The innermost scope that gives the name, as mustache looks it up; it is marked as used there.
    static const PageValues::Value* look_up(const std::string& name, const std::vector<Scope>& scopes) {
        const auto scope = std::find_if(scopes.rbegin(), scopes.rend(), [&name](const Scope& candidate) {
            return candidate.values->all().contains(name);
        });
        if (scope == scopes.rend()) {
            return nullptr;
        }
        scope->used->insert(name);
        return &scope->values->all().at(name);
    }

    const PageValues::Value& find(const std::string& name, const std::vector<Scope>& scopes) const {
        if (const PageValues::Value* const value = look_up(name, scopes)) {
            return *value;
        }
        fault(name, "is used by the template, but not given");
    }

    void check_uses(const std::vector<TemplateUse>& uses, std::vector<Scope>& scopes) {
        for (const TemplateUse& use : uses) {
            const PageValues::Value& value = find(use.name, scopes);
            if (use.kind == UseKind::variable) {
                check_variable(use, value);
            } else {
                check_section(use, value, scopes);
            }
        }
    }

    void check_variable(const TemplateUse& use, const PageValues::Value& value) const {
        if (std::holds_alternative<bool>(value) || std::holds_alternative<PageList>(value)) {
            fault(use.name, "is no text");
        }
        if (std::holds_alternative<Html>(value) && use.place != TagPlace::between_tags) {
            fault(use.name, "is markup and cannot stand in an attribute");
        }
        if (use.place == TagPlace::address && !std::holds_alternative<Url>(value)) {
            fault(use.name, "stands as an address and must be a Url");
        }
        if (use.place == TagPlace::address_inside) {
            const auto* text = std::get_if<PageText>(&value);
            if (text == nullptr || !is_path_text(text->text)) {
                fault(use.name, "stands inside an address and may only have letters, digits and . _ ~ - /");
            }
        }
    }

    void check_section(const TemplateUse& use, const PageValues::Value& value, std::vector<Scope>& scopes) {
        const auto* list = std::get_if<PageList>(&value);
        if (list == nullptr || use.kind == UseKind::inverted) {
            check_uses(use.inside,
                       scopes);  // shown or hidden as a whole; a text shows it when it is not empty
            return;
        }
        for (const PageValues& item : *list) {
            std::set<std::string> used;
            scopes.push_back(Scope{&item, &used});
            check_uses(use.inside, scopes);
            scopes.pop_back();
            refuse_unused(item, used);
        }
        if (list->empty()) {
            check_quietly(use.inside, scopes);
        }
    }

    // Marks names of the outer scopes that only an empty list's section would use.
    static void check_quietly(const std::vector<TemplateUse>& uses, const std::vector<Scope>& scopes) {
        for (const TemplateUse& use : uses) {
            look_up(use.name, scopes);
            check_quietly(use.inside, scopes);
        }
    }

    const std::string& m_page;
};

mustache::data data_of(const PageValues& values);

// Texts are escaped here, by their type; mustache itself then escapes nothing.
mustache::data data_of(const PageValues::Value& value) {
    const auto shown = [](bool yes) {
        return yes ? mustache::data::type::bool_true : mustache::data::type::bool_false;
    };
    if (const auto* text = std::get_if<PageText>(&value)) {
        return text->text.empty() ? mustache::data(shown(false)) : mustache::data(escape_html(text->text));
    }
    if (const auto* url = std::get_if<Url>(&value)) {
        return {escape_html(url->text())};
    }
    if (const auto* html = std::get_if<Html>(&value)) {
        return html->empty() ? mustache::data(shown(false)) : mustache::data(html->text());
    }
    if (const auto* condition = std::get_if<bool>(&value)) {
        return {shown(*condition)};
    }
    mustache::data list(mustache::data::type::list);
    for (const PageValues& item : std::get<PageList>(value)) {
        list.push_back(data_of(item));
    }
    return list;
}

mustache::data data_of(const PageValues& values) {
    mustache::data object(mustache::data::type::object);
    for (const auto& [name, value] : values.all()) {
        object.set(name, data_of(value));
    }
    return object;
}

}  // namespace

Url::Url(std::string text) : m_text(std::move(text)) {
    if (!is_allowed_link(m_text) && !is_relative_address(m_text)) {
        throw base::Error(base::ErrorKind::internal, "not an address that a page may have").at(m_text);
    }
}

PageValues& PageValues::set(std::string name, std::string_view text) {
    return put(std::move(name), PageText{std::string(text)});
}
PageValues& PageValues::set(std::string name, Url url) {
    return put(std::move(name), std::move(url));
}
PageValues& PageValues::set(std::string name, Html html) {
    return put(std::move(name), std::move(html));
}
PageValues& PageValues::set(std::string name, PageList items) {
    return put(std::move(name), std::move(items));
}
PageValues& PageValues::set_shown(std::string name, bool shown) {
    return put(std::move(name), shown);
}

PageValues& PageValues::put(std::string name, Value value) {
    if (!m_values.emplace(name, std::move(value)).second) {
        throw base::Error(base::ErrorKind::internal, fmt::format("\"{}\" is given twice", name));
    }
    return *this;
}

struct PageTemplate::Parts {
    std::string name;
    std::vector<TemplateUse> uses;
    std::string source;
};

PageTemplate::PageTemplate(std::string name, std::string source) : m_parts(std::make_unique<Parts>()) {
    base::Problems problems;
    m_parts->uses = lint_template(source, name, problems);
    base::throw_if_errors(problems, "the template is not used");
    m_parts->name = std::move(name);
    m_parts->source = std::move(source);
}

PageTemplate::~PageTemplate() = default;
PageTemplate::PageTemplate(PageTemplate&&) noexcept = default;
PageTemplate& PageTemplate::operator=(PageTemplate&&) noexcept = default;

Html PageTemplate::render(const PageValues& values) const {
    Checker(m_parts->name).check(m_parts->uses, values);
    // Parsed anew each time: mustache's parsed form is changed by rendering, and pages are made by several threads.
    mustache::mustache page(m_parts->source);
    page.set_custom_escape([](const std::string& escaped_already) { return escaped_already; });
    std::string text = page.render(data_of(values));
    if (!page.is_valid()) {
        throw base::Error(base::ErrorKind::internal, page.error_message()).at(m_parts->name);
    }
    return Html(std::move(text));
}

}  // namespace rapporteur::document
