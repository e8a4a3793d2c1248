// SPDX-License-Identifier: EUPL-1.2
#include "dossier/chapter.hpp"

#include "base/text.hpp"
#include "domain/identifiers.hpp"

#include <fmt/format.h>

#include <optional>

namespace rapporteur::dossier {

namespace {

using domain::ItemKind;
using domain::ReportItem;

// "{.rec #k9d1ma rec=r07 verb=urges provisions="10 12"}" taken apart.
struct Attributes {
    std::vector<std::string> classes;
    std::string id;
    std::vector<std::pair<std::string, std::string>> values;
};

// The next word of an attribute block; quotes hold spaces together and are dropped.
std::string next_word(std::string_view text, std::size_t& at) {
    while (at < text.size() && text[at] == ' ') {
        ++at;
    }
    std::string word;
    bool quoted = false;
    for (; at < text.size() && (quoted || text[at] != ' '); ++at) {
        if (text[at] == '"') {
            quoted = !quoted;
        } else {
            word += text[at];
        }
    }
    return word;
}

std::optional<Attributes> parse_attributes(std::string_view text) {
    const std::string_view trimmed = base::trim(text);
    if (trimmed.size() < 2 || trimmed.front() != '{' || trimmed.back() != '}') {
        return std::nullopt;
    }
    const std::string_view inner = trimmed.substr(1, trimmed.size() - 2);
    Attributes attributes;
    std::size_t at = 0;
    for (std::string word = next_word(inner, at); !word.empty(); word = next_word(inner, at)) {
        const std::size_t equals = word.find('=');
        if (word.front() == '.') {
            attributes.classes.push_back(word.substr(1));
        } else if (word.front() == '#') {
            attributes.id = word.substr(1);
        } else if (equals != std::string::npos) {
            attributes.values.emplace_back(word.substr(0, equals), word.substr(equals + 1));
        } else {
            return std::nullopt;
        }
    }
    return attributes;
}

class ChapterReader {
public:
    ChapterReader(const std::string& file, base::Problems& problems) : m_file(file), m_problems(problems) {}

    void line(std::string_view text) {
        ++m_line;
        const bool fence = text.substr(0, 3) == ":::";
        if (m_open) {
            if (fence && base::trim(text) == ":::") {
                close();
            } else if (fence) {
                fault("a div inside a paragraph", "end the paragraph with ::: first");
            } else {
                m_body += (m_body.empty() && m_body_lines == 0 ? "" : "\n") + std::string(text);
                ++m_body_lines;
            }
        } else if (fence) {
            open(text.substr(3));
        } else if (!text.empty() && text.front() == '#') {
            heading(text);
        } else if (!base::trim(text).empty()) {
            fault("text outside of a paragraph", "put it between ::: {.para #key} and :::");
        }
    }

    std::vector<ReportItem> finish() {
        if (m_open) {
            fault(fmt::format("the paragraph begun in line {} does not end", m_opened_at),
                  "add a line with :::");
        }
        return std::move(m_items);
    }

private:
    void heading(std::string_view text) {
        ReportItem item;
        item.kind = ItemKind::heading;
        item.level = static_cast<int>(text.find_first_not_of('#'));
        if (item.level < 1 || item.level > 4 || static_cast<std::size_t>(item.level) >= text.size() ||
            text[static_cast<std::size_t>(item.level)] != ' ') {
            fault("a malformed heading", "write # I. Title {section=id}, with one to four #");
            return;
        }
        std::string_view rest = base::trim(text.substr(static_cast<std::size_t>(item.level)));
        const std::size_t brace = rest.rfind('{');
        if (brace != std::string_view::npos && rest.back() == '}') {
            const std::optional<Attributes> attributes = parse_attributes(rest.substr(brace));
            if (!attributes || !attributes->classes.empty() || !attributes->id.empty() ||
                attributes->values.size() != 1 || attributes->values.front().first != "section") {
                fault("a heading has only the attribute section", "write {section=id}");
            } else {
                item.section = attributes->values.front().second;
            }
            rest = base::trim(rest.substr(0, brace));
        }
        const std::size_t space = rest.find(' ');
        if (space != std::string_view::npos && space > 1 && rest[space - 1] == '.') {
            item.label = rest.substr(0, space);
            rest = base::trim(rest.substr(space));
        }
        item.markdown = rest;
        if (item.markdown.empty()) {
            fault("a heading without title", "add its words");
        }
        m_items.push_back(std::move(item));
    }

    void open(std::string_view text) {
        m_open = true;
        m_opened_at = m_line;
        m_body.clear();
        m_body_lines = 0;
        m_item = ReportItem{};
        const std::optional<Attributes> attributes = parse_attributes(text);
        if (!attributes || attributes->classes.size() != 1) {
            fault("a malformed beginning of a paragraph",
                  "write ::: {.para #k7c2xq} or ::: {.rec #k9d1ma rec=r07 verb=... provisions=\"...\"}");
            return;
        }
        const std::string& kind = attributes->classes.front();
        if (kind == "para" || kind == "text" || kind == "rec") {
            m_item.kind = kind == "para"   ? ItemKind::paragraph
                          : kind == "text" ? ItemKind::text
                                           : ItemKind::recommendation;
        } else {
            fault(fmt::format("a paragraph can not be .{}", kind), "use .para, .text or .rec");
        }
        m_item.key = attributes->id;
        if (!domain::is_paragraph_key(m_item.key)) {
            fault(m_item.key.empty() ? "a paragraph without key"
                                     : fmt::format("\"{}\" is no paragraph's key", m_item.key),
                  "k and five of a-z without i, l, o, u and 2-9; rapporteur report check --fix mints one");
        }
        take_values(*attributes);
    }

    void take_values(const Attributes& attributes) {
        const bool recommendation = m_item.kind == ItemKind::recommendation;
        for (const auto& [name, value] : attributes.values) {
            if (recommendation && name == "rec") {
                m_item.recommendation = value;
            } else if (recommendation && name == "verb") {
                m_item.verb = value;
            } else if (recommendation && name == "provisions") {
                for (const std::string_view word : base::split_words(value)) {
                    m_item.provisions.emplace_back(word);
                }
            } else {
                fault(fmt::format("a paragraph of this kind has no attribute {}", name), "remove it");
            }
        }
        if (recommendation && m_item.recommendation.empty()) {
            fault("a recommendation without its identifier", "add rec=r07");
        }
    }

    void close() {
        m_open = false;
        m_item.markdown = base::trim(m_body);
        // Line ends inside are kept; spaces at the ends of the whole are not.
        if (m_item.markdown.empty()) {
            fault("a paragraph without text", "write it or remove the paragraph");
        }
        m_items.push_back(std::move(m_item));
    }

    void fault(std::string text, std::string hint) {
        base::add_error(m_problems, base::Place{m_file, m_line, m_item.key}, std::move(text),
                        std::move(hint));
    }

    const std::string& m_file;
    base::Problems& m_problems;
    std::vector<ReportItem> m_items;
    ReportItem m_item;
    std::string m_body;
    int m_body_lines = 0;
    int m_line = 0;
    int m_opened_at = 0;
    bool m_open = false;
};

std::string opening(const ReportItem& item) {
    switch (item.kind) {
    case ItemKind::text:
        return fmt::format("::: {{.text #{}}}", item.key);
    case ItemKind::recommendation: {
        std::string text = fmt::format("::: {{.rec #{} rec={}", item.key, item.recommendation);
        if (!item.verb.empty()) {
            text += " verb=" + item.verb;
        }
        if (!item.provisions.empty()) {
            text += fmt::format(" provisions=\"{}\"", base::join(item.provisions, " "));
        }
        return text + "}";
    }
    case ItemKind::heading:
    case ItemKind::paragraph:
        break;
    }
    return fmt::format("::: {{.para #{}}}", item.key);
}

// The value of name=... or name="..." after `at` and before the closing brace.
std::string value_after(std::string_view text, std::size_t at, std::string_view name) {
    const std::size_t end = text.find('}', at);
    const std::size_t found = text.find(std::string(name) + "=", at);
    if (end == std::string_view::npos || found == std::string_view::npos || found > end) {
        return "";
    }
    std::size_t begin = found + name.size() + 1;
    const bool quoted = begin < text.size() && text[begin] == '"';
    begin += quoted ? 1 : 0;
    const std::size_t stop = text.find_first_of(quoted ? "\"" : " }", begin);
    return std::string(text.substr(begin, stop - begin));
}

// Characters that no reader sees and no format carries (XML has no NUL): those below the space but tab and line end, and DEL.
void find_control_characters(std::string_view bytes, const std::string& file, base::Problems& problems) {
    int line = 0;
    for (const std::string_view text : base::split_lines(bytes)) {
        ++line;
        for (const char c : text) {
            const auto code = static_cast<unsigned char>(c);
            if ((code < 0x20 && c != '\t' && c != '\r') || code == 0x7f) {
                base::add_error(problems, base::Place{file, line, ""},
                                fmt::format("a control character (U+{:04X})", code), "remove it");
                break;
            }
        }
    }
}

}  // namespace

std::vector<ReportItem> read_chapter(std::string_view bytes, const std::string& file,
                                     base::Problems& problems) {
    ChapterReader reader(file, problems);
    if (const std::optional<std::size_t> bad = base::find_invalid_utf8(bytes)) {
        base::add_error(problems, base::Place{file, 0, ""}, fmt::format("not UTF-8 at byte {}", *bad),
                        "save the file as UTF-8");
        return {};
    }
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
        base::add_error(problems, base::Place{file, 1, ""}, "the file begins with a byte order mark",
                        "save it as UTF-8 without BOM");
        bytes.remove_prefix(3);
    }
    find_control_characters(bytes, file, problems);
    for (const std::string_view line : base::split_lines(bytes)) {
        reader.line(line);
    }
    return reader.finish();
}

std::string write_chapter(const std::vector<ReportItem>& items) {
    std::string out;
    for (const ReportItem& item : items) {
        out += out.empty() ? "" : "\n";
        if (item.kind == ItemKind::heading) {
            out += std::string(static_cast<std::size_t>(item.level), '#') +
                   (item.label.empty() ? "" : " " + item.label) + " " + item.markdown;
            out += item.section.empty() ? "\n" : fmt::format(" {{section={}}}\n", item.section);
        } else {
            out += fmt::format("{}\n{}\n:::\n", opening(item), item.markdown);
        }
    }
    return out;
}

Mentions mentions_in(std::string_view markdown) {
    Mentions mentions;
    for (std::size_t at = markdown.find("](#"); at != std::string_view::npos;
         at = markdown.find("](#", at + 1)) {
        const std::size_t end = markdown.find(')', at);
        if (end != std::string_view::npos) {
            mentions.paragraphs.emplace_back(markdown.substr(at + 3, end - at - 3));
        }
    }
    for (std::size_t at = markdown.find("{.ev "); at != std::string_view::npos;
         at = markdown.find("{.ev ", at + 1)) {
        mentions.evidence.push_back(value_after(markdown, at, "ref"));
    }
    for (std::size_t at = markdown.find("{.limb "); at != std::string_view::npos;
         at = markdown.find("{.limb ", at + 1)) {
        mentions.limbs.push_back(value_after(markdown, at, "id"));
    }
    return mentions;
}

}  // namespace rapporteur::dossier
