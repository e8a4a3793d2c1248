// SPDX-License-Identifier: EUPL-1.2
#include "document/markdown_rules.hpp"

#include "base/phrase.hpp"
#include "base/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace rapporteur::document {
namespace {

constexpr std::array<std::string_view, 2> k_data_blocks{"statistics", "chart"};

bool is_language_tag(std::string_view text) {
    const auto letter_or_digit = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    return text.size() >= 2 && text.size() <= 16 && std::all_of(text.begin(), text.end(), letter_or_digit);
}

bool only_values(const Attr& attr, std::initializer_list<std::string_view> keys) {
    return std::all_of(attr.values.begin(), attr.values.end(), [&keys](const auto& pair) {
        return std::find(keys.begin(), keys.end(), pair.first) != keys.end();
    });
}

// Quotes a piece of the text in a message: one line, not too long.
std::string quoted_piece(std::string_view text) {
    constexpr std::size_t k_longest = 60;
    return "\"" + base::cut_short(base::collapse_spaces(text), k_longest) + "\"";
}

// Walks the tree, collecting problems. Every function gives back what stays.
class Judge {
public:
    Judge(const JudgedText& text, const MarkdownRules& rules, base::Problems& problems)
        : m_text(text), m_rules(rules), m_problems(problems) {}

    Blocks block(Block node) {
        if (auto* raw = node.as<RawBlock>()) {
            object(raw->text,
                   fmt::format("{} is not allowed: {}", kind_of_markup(raw->format), quoted_piece(raw->text)),
                   "write it in Markdown");
            return {};
        }
        if (auto* heading = node.as<Heading>()) {
            object(plain_text(heading->content),
                   fmt::format("a heading inside a text: {}", quoted_piece(plain_text(heading->content))),
                   "headings stand between paragraphs; a line of --- or === under a line makes one too");
            return {Block{Paragraph{{Inline{Styled{Style::strong, std::move(heading->content)}}}}}};
        }
        if (auto* div = node.as<Div>()) {
            object(":::", "a fenced division inside a text", "a text has no ::: of its own");
            return std::move(div->content);
        }
        if (node.as<Rule>() != nullptr) {
            object("---", "a line of ---, *** or ___ inside a text",
                   "metadata is not read here; leave the line out, or put \\ before it");
            return {};
        }
        if (auto* code = node.as<CodeBlock>()) {
            return code_block(std::move(*code));
        }
        if (auto* table = node.as<Table>()) {
            clear_table_attributes(*table);
        }
        return {std::move(node)};
    }

    Inlines in_line(Inline node) {
        if (auto* raw = node.as<RawInline>()) {
            object(raw->text,
                   fmt::format("{} is not allowed: {}", kind_of_markup(raw->format), quoted_piece(raw->text)),
                   "write it in Markdown; a < that is meant as a sign is written \\<");
            return {};
        }
        if (auto* math = node.as<Math>()) {
            object(math->text, fmt::format("a formula: {}", quoted_piece(math->text)), "write it in words");
            return text_inlines(math->text);
        }
        if (auto* link = node.as<Link>()) {
            return link_inline(std::move(*link));
        }
        if (auto* image = node.as<Image>()) {
            return image_inline(std::move(*image));
        }
        if (auto* span = node.as<Span>()) {
            return span_inline(std::move(*span));
        }
        if (auto* code = node.as<Code>()) {
            refuse_attributes(code->attr, "code");
        }
        if (auto* note = node.as<Note>()) {
            refuse_notes_in(note->content);
        }
        return {std::move(node)};
    }

private:
    static std::string kind_of_markup(const std::string& format) {
        if (format == "html") {
            return "raw HTML";
        }
        return format == "tex" || format == "latex" ? "raw TeX" : fmt::format("raw markup ({})", format);
    }

    // Where the needle first stands in the text; problems without a place name the key alone.
    int line_of(std::string_view needle) const {
        const std::string_view first_words = needle.substr(0, needle.find('\n'));
        const std::size_t at =
            first_words.empty() ? std::string_view::npos : m_text.markdown.find(first_words);
        return at == std::string_view::npos ? 0 : m_text.first_line + base::line_of(m_text.markdown, at) - 1;
    }

    void object(std::string_view needle, std::string what, std::string hint) {
        const bool own = m_text.origin == base::Origin::own_text;
        const base::Place place{m_text.file, line_of(needle), m_text.key};
        if (own) {
            base::add_error(m_problems, place, std::move(what), std::move(hint));
        } else {
            base::add_note(m_problems, place, "left out: " + what);
        }
    }

    void refuse_attributes(Attr& attr, std::string_view of) {
        if (!attr.empty()) {
            object(
                "{", fmt::format("attributes on {}", of),
                "braces are for {.limb id=..}, {.ev ref=..} and {lang=..}; a { that is meant as a sign is written \\{");
            attr = Attr{};
        }
    }

    Blocks code_block(CodeBlock code) {
        const bool known = code.attr.classes.size() == 1 && code.attr.identifier.empty() &&
                           std::find(k_data_blocks.begin(), k_data_blocks.end(), code.attr.classes.front()) !=
                               k_data_blocks.end();
        if (known && m_text.origin == base::Origin::own_text) {
            return {Block{std::move(code)}};
        }
        object(
            code.text, "a block of code",
            "``` is for {.statistics ...} and {.chart ...} alone; four spaces before a line make a block of code too");
        return {text_paragraph(code.text)};
    }

    Inlines link_inline(Link link) {
        if (link.attr.classes == std::vector<std::string>{"uri"} ||
            link.attr.classes == std::vector<std::string>{"email"}) {
            link.attr.classes.clear();  // the reader's own mark of <https://...>
        }
        refuse_attributes(link.attr, "a link");
        if (!is_allowed_link(link.target)) {
            object(link.target, fmt::format("a link to {}", quoted_piece(link.target)),
                   "links go to https:, http:, mailto: or a paragraph (#key)");
            return std::move(link.content);
        }
        if (link.target.front() == '#' && m_text.origin != base::Origin::own_text) {
            return std::move(link.content);  // a stranger's text has no paragraphs of ours to point at
        }
        return {Inline{std::move(link)}};
    }

    Inlines image_inline(Image image) {
        if (m_rules.pictures.contains(image.target) && image.attr.empty()) {
            return {Inline{std::move(image)}};
        }
        object(image.target, fmt::format("a picture of unknown origin: {}", quoted_piece(image.target)),
               "register it as an exhibit and name it by its id");
        return std::move(image.alternative);
    }

    Inlines span_inline(Span span) {
        if (span.attr.has_class("limb") && !span.attr.identifier.empty()) {
            // Pandoc takes id=b for the identifier; b is unique in its recommendation only.
            span.attr.set("id", std::exchange(span.attr.identifier, {}));
        }
        if (const auto fault = span_fault(span)) {
            object(span.attr.classes.empty() ? plain_text(span.content) : span.attr.classes.front(), *fault,
                   "spans are [text]{.limb id=a}, []{.ev ref=\"...\"} and [text]{lang=ru}");
            return std::move(span.content);
        }
        if (m_text.origin != base::Origin::own_text && !span.attr.classes.empty()) {
            return std::move(span.content);
        }
        return {Inline{std::move(span)}};
    }

    static std::optional<std::string> span_fault(const Span& span) {
        const Attr& attr = span.attr;
        if (!attr.identifier.empty() || attr.classes.size() > 1) {
            return "a span with an identifier or with several classes";
        }
        if (attr.classes.empty()) {
            if (attr.values.size() == 1 && is_language_tag(attr.value("lang"))) {
                return std::nullopt;
            }
            return "a span with attributes other than a language";
        }
        const std::string& name = attr.classes.front();
        if (name == "limb") {
            if (!base::is_ascii_token(attr.value("id")) || !only_values(attr, {"id"})) {
                return "a limb needs its letter and nothing else";
            }
            return span.content.empty() ? std::optional<std::string>("a limb without text") : std::nullopt;
        }
        if (name == "ev") {
            if (attr.value("ref").empty() || !only_values(attr, {"ref"})) {
                return "evidence needs its reference and nothing else";
            }
            return span.content.empty() ? std::nullopt
                                        : std::optional<std::string>("evidence has no text of its own");
        }
        return fmt::format("a span of class {}", quoted_piece(name));
    }

    void refuse_notes_in(Blocks& blocks) {
        Rewriter rewriter;
        rewriter.in_line = [this](Inline node) -> Inlines {
            if (node.as<Note>() != nullptr) {
                object("[^", "a footnote inside a footnote", "put its text into the outer one");
                return {};
            }
            return {std::move(node)};
        };
        blocks = rewrite(std::move(blocks), rewriter);
    }

    void clear_table_attributes(Table& table) {
        refuse_attributes(table.attr, "a table");
        for (TableBody& body : table.bodies) {
            for (Row& row : body.rows) {
                row.attr = Attr{};
            }
        }
    }

    const JudgedText& m_text;
    const MarkdownRules& m_rules;
    base::Problems& m_problems;
};

}  // namespace

bool is_allowed_link(std::string_view target) {
    for (const char c : target) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7F || c == '\\') {
            return false;
        }
    }
    if (!target.empty() && target.front() == '#') {
        return base::is_ascii_token(target.substr(1));
    }
    const std::size_t colon = target.find(':');
    if (colon == std::string_view::npos) {
        return false;
    }
    const std::string scheme = base::lower_ascii(target.substr(0, colon));
    const std::string_view rest = target.substr(colon + 1);
    if (scheme == "mailto") {
        return rest.find('@') != std::string_view::npos;
    }
    return (scheme == "http" || scheme == "https") && rest.size() > 2 && rest.substr(0, 2) == "//";
}

Blocks allow(Blocks blocks, const JudgedText& text, const MarkdownRules& rules, base::Problems& problems) {
    Judge judge(text, rules, problems);
    Rewriter rewriter;
    rewriter.block = [&judge](Block node) { return judge.block(std::move(node)); };
    rewriter.in_line = [&judge](Inline node) { return judge.in_line(std::move(node)); };
    return rewrite(std::move(blocks), rewriter);
}

}  // namespace rapporteur::document
