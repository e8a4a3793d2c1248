// SPDX-License-Identifier: EUPL-1.2
#include "publication/markup_text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace rapporteur::publication {

namespace {

// Elements that begin or end a line or a cell in HTML, in Word's files (w:p, a:p), in workbooks and in OpenDocument, by
// their names without a prefix. All others may stand inside a word.
constexpr std::array<std::string_view, 62> k_dividing{
    "address", "article", "aside",  "blockquote", "body",  "br",    "button", "c",         "caption",
    "cell",    "cr",      "dd",     "details",    "div",   "dl",    "dt",     "fieldset",  "figure",
    "footer",  "form",    "h",      "h1",         "h2",    "h3",    "h4",     "h5",        "h6",
    "head",    "header",  "hr",     "html",       "img",   "input", "is",     "li",        "main",
    "nav",     "ol",      "option", "p",          "pre",   "row",   "script", "section",   "si",
    "style",   "summary", "tab",    "table",      "tbody", "tc",    "td",     "text",      "tfoot",
    "th",      "thead",   "title",  "tr",         "tspan", "ul",    "desc",   "figcaption"};

// The named references to U+00C0 up to U+00FF, in their order.
constexpr std::string_view k_latin_names =
    "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde "
    "Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc "
    "atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc "
    "otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

constexpr std::array<std::pair<std::string_view, char32_t>, 12> k_references{{{"amp", U'&'},
                                                                              {"lt", U'<'},
                                                                              {"gt", U'>'},
                                                                              {"quot", U'"'},
                                                                              {"apos", U'\''},
                                                                              {"nbsp", U' '},
                                                                              {"shy", 0xAD},
                                                                              {"zwnj", 0x200C},
                                                                              {"zwj", 0x200D},
                                                                              {"ndash", 0x2013},
                                                                              {"mdash", 0x2014},
                                                                              {"rsquo", 0x2019}}};

std::optional<char32_t> referred(std::string_view name) {
    if (name.size() > 1 && name.front() == '#') {
        const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
        const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
        std::uint32_t code = 0;
        const auto read =
            std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
        return read.ec == std::errc() && code <= 0x10FFFF ? code : U' ';
    }
    for (const auto& [known, c] : k_references) {
        if (name == known) {
            return c;
        }
    }
    char32_t c = 0xC0;
    for (const std::string_view known : base::split_words(k_latin_names)) {
        if (name == known) {
            return c;
        }
        ++c;
    }
    return std::nullopt;
}

std::string resolved(std::string_view text) {
    std::string result;
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t sign = std::min(text.find('&', position), text.size());
        result += text.substr(position, sign - position);
        position = sign;
        if (sign == text.size()) {
            break;
        }
        const std::size_t end = text.find(';', sign);
        const auto c = end == std::string_view::npos || end - sign > 12
                           ? std::nullopt
                           : referred(text.substr(sign + 1, end - sign - 1));
        if (c) {
            base::append_utf8(result, *c);
            position = end + 1;
        } else {
            result += '&';
            ++position;
        }
    }
    return result;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Behind the '>' of the tag; one in a quoted value does not end it.
std::size_t end_of_tag(std::string_view markup, std::size_t position) {
    char quote = 0;
    for (std::size_t i = position; i < markup.size(); ++i) {
        const char c = markup[i];
        if (quote != 0) {
            quote = c == quote ? '\0' : quote;
        } else if ((c == '"' || c == '\'') && i > 0 &&
                   (markup[i - 1] == '=' || base::is_space(markup[i - 1]))) {
            quote = c;
        } else if (c == '>') {
            return i + 1;
        }
    }
    const std::size_t plain = markup.find('>', position);  // a quotation mark that is never closed
    return plain == std::string_view::npos ? markup.size() : plain + 1;
}

bool divides(std::string_view tag) {
    std::size_t begin = tag.starts_with("</") ? 2 : 1;
    std::size_t end = begin;
    while (end < tag.size() &&
           (is_letter(tag[end]) || base::is_digit(tag[end]) || tag[end] == ':' || tag[end] == '-')) {
        begin = tag[end] == ':' ? end + 1 : begin;
        ++end;
    }
    const std::string name = base::lower_ascii(tag.substr(begin, end - begin));
    return std::ranges::count(k_dividing, name) > 0;
}

// The values of a tag's attributes, each behind a space; quoted or not.
std::string values_in(std::string_view tag) {
    std::string values;
    for (std::size_t i = tag.find('='); i != std::string_view::npos; i = tag.find('=', i)) {
        ++i;
        while (i < tag.size() && base::is_space(tag[i])) {
            ++i;
        }
        const char quote = i < tag.size() ? tag[i] : '\0';
        const bool quoted = quote == '"' || quote == '\'';
        const std::size_t begin = quoted ? i + 1 : i;
        const std::size_t end = quoted ? tag.find(quote, begin) : tag.find_first_of(" \t\r\n>", begin);
        const std::string_view value =
            tag.substr(std::min(begin, tag.size()), std::min(end, tag.size()) - begin);
        values += " " + resolved(value);
        i = std::min(end, tag.size());
    }
    return values;
}

int digit_of_base64(char c) {
    constexpr std::string_view k_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::size_t digit = k_digits.find(c == '-' ? '+' : c == '_' ? '/' : c);
    return digit == std::string_view::npos ? -1 : static_cast<int>(digit);
}

std::string from_base64(std::string_view text) {
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const int digit = digit_of_base64(c);
        if (digit < 0) {
            continue;
        }
        bits = bits << 6U | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
        }
    }
    return bytes;
}

std::string from_percent(std::string_view text) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        const bool escape =
            text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(&text[i + 1], &text[i + 1] + 2, value, 16).ptr == &text[i + 1] + 2;
        bytes += escape ? static_cast<char>(value) : text[i];
        i += escape ? 2 : 0;
    }
    return bytes;
}

}  // namespace

MarkupTexts texts_of_markup(std::string_view markup) {
    MarkupTexts texts;
    std::size_t position = 0;
    const auto add_to_all = [&](const std::string& text) {
        texts.joined += text;
        texts.spaced += text;
        texts.everything += text;
    };
    while (position < markup.size()) {
        const std::string_view rest = markup.substr(position);
        const char next = rest.size() > 1 ? rest[1] : ' ';
        if (rest.starts_with("<!--")) {
            const std::size_t end = std::min(rest.find("-->", 4), rest.size());
            const MarkupTexts inside = texts_of_markup(rest.substr(4, end - 4));
            texts.spaced += ' ';
            texts.everything += " " + inside.everything + " ";
            position += std::min(end + 3, rest.size());
        } else if (rest.starts_with("<![CDATA[")) {
            const std::size_t end = std::min(rest.find("]]>", 9), rest.size());
            add_to_all(std::string(rest.substr(9, end - 9)));
            position += std::min(end + 3, rest.size());
        } else if (rest.front() == '<' && (is_letter(next) || next == '/' || next == '!' || next == '?')) {
            const std::size_t end = end_of_tag(markup, position);
            const std::string_view tag = markup.substr(position, end - position);
            texts.joined += divides(tag) ? " " : "";
            texts.spaced += ' ';
            texts.everything += values_in(tag) + " ";
            position = end;
        } else {
            const std::size_t end = std::min(rest.find('<', 1), rest.size());
            add_to_all(resolved(rest.substr(0, end)));
            position += end;
        }
    }
    return texts;
}

std::vector<DataUri> data_uris_in(std::string_view text) {
    std::vector<DataUri> uris;
    for (std::size_t at = text.find("data:"); at != std::string_view::npos; at = text.find("data:", at + 5)) {
        const std::size_t comma = text.find(',', at);
        if (comma == std::string_view::npos || comma - at > 200) {
            continue;
        }
        const std::string_view head = text.substr(at + 5, comma - at - 5);
        const std::size_t end = std::min(text.find_first_of("\"'<>) \t\r\n", comma), text.size());
        const std::string payload = from_percent(text.substr(comma + 1, end - comma - 1));
        const bool encoded = head.ends_with("base64");
        uris.push_back(
            {std::string(head.substr(0, head.find(';'))), encoded ? from_base64(payload) : payload});
    }
    return uris;
}

}  // namespace rapporteur::publication
