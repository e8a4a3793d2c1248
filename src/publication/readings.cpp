// SPDX-License-Identifier: EUPL-1.2
#include "publication/readings.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/jail.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "document/zip.hpp"
#include "publication/markup_text.hpp"

#include <algorithm>
#include <array>

namespace rapporteur::publication {

namespace {

constexpr int k_deepest = 3;  // a package in a package, a page in a data URI

void read_into(Readings& to, std::string_view media_type, std::string_view bytes, int depth);

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
    return std::ranges::any_of(endings, [&](std::string_view ending) { return text.ends_with(ending); });
}

void collect(const base::JsonValue& value, std::string& text);

// A text in JSON that is itself a document tree is read as one.
void collect_text(const std::string& content, std::string& text) {
    if (base::trim(content).starts_with("{\"blocks\"")) {
        base::Problems problems;
        if (const auto tree = base::JsonValue::parse(content, "tree", problems)) {
            collect(*tree, text);
            return;
        }
    }
    text += content;
    text += ' ';
}

void collect(const base::JsonValue& value, std::string& text) {
    switch (value.kind()) {
    case base::JsonKind::text:
        collect_text(value.text(), text);
        break;
    case base::JsonKind::array:
        for (const base::JsonValue& item : value.items()) {
            collect(item, text);
        }
        break;
    case base::JsonKind::object:
        for (const base::JsonMember& member : value.members()) {
            if (member.key != "t") {  // the tags of a document tree
                collect(member.value, text);
            }
        }
        break;
    case base::JsonKind::integer:
        text += std::to_string(value.integer()) + " ";
        break;
    default:
        break;
    }
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
    std::string text;
    char32_t high = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const char32_t first = static_cast<unsigned char>(bytes[i]);
        const char32_t second = static_cast<unsigned char>(bytes[i + 1]);
        const char32_t unit = big_endian ? (first << 8U | second) : (second << 8U | first);
        if (unit >= 0xD800 && unit < 0xDC00) {
            high = unit;
        } else if (unit >= 0xDC00 && unit < 0xE000) {
            base::append_utf8(text, high == 0 ? U' ' : 0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00));
            high = 0;
        } else {
            base::append_utf8(text, unit);
        }
    }
    return text;
}

// Text in UTF-8, whatever it came in; nothing where it is in neither UTF-8 nor UTF-16. Without a mark UTF-16 shows
// itself by its many zero bytes.
std::optional<std::string> as_utf8(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return from_utf16(bytes.substr(2), bytes.front() == '\xFE');
    }
    const auto zeros = static_cast<std::size_t>(std::ranges::count(bytes, '\0'));
    if (zeros > 0 && zeros * 5 > bytes.size()) {
        return from_utf16(bytes, bytes.front() == '\0');
    }
    return base::is_valid_utf8(bytes) ? std::optional<std::string>(bytes) : std::nullopt;
}

void read_markup(Readings& to, std::string_view markup, int depth) {
    MarkupTexts texts = texts_of_markup(markup);
    for (const DataUri& uri : data_uris_in(texts.everything + texts.joined)) {
        // A picture stays one, unless its bytes are a text that was only called a picture.
        const bool picture = uri.media_type.starts_with("image/") && !uri.media_type.ends_with("xml");
        const bool binary = picture || uri.media_type.starts_with("font/");
        if (!binary) {
            read_into(to, uri.media_type.empty() ? "text/plain" : uri.media_type, uri.bytes, depth + 1);
        } else if (base::is_valid_utf8(uri.bytes)) {
            read_into(to, "text/plain", uri.bytes, depth + 1);
        }
    }
    to.texts.push_back(std::move(texts.joined));
    to.texts.push_back(std::move(texts.spaced));
    to.texts.push_back(std::move(texts.everything));
}

// Runs of a Word file that are deleted or hidden could part the words of a passage, or be one: such a part is read
// without them, and they are read by themselves.
void read_word_runs(Readings& to, std::string_view part, int depth) {
    std::string shown;
    std::string hidden;
    std::size_t position = 0;
    while (position < part.size()) {
        std::size_t begin = std::min(part.find("<w:r>", position), part.find("<w:r ", position));
        begin = std::min(begin, part.size());
        const std::size_t close = part.find("</w:r>", begin);
        const std::size_t end = close == std::string_view::npos ? part.size() : close + 6;
        shown += part.substr(position, begin - position);
        const std::string_view run = part.substr(begin, end - begin);
        const bool apart = run.find("<w:delText") != std::string_view::npos ||
                           run.find("<w:vanish") != std::string_view::npos ||
                           run.find("<w:webHidden") != std::string_view::npos;
        (apart ? hidden : shown) += run;
        position = end;
    }
    if (!hidden.empty()) {
        read_markup(to, shown, depth);
        read_markup(to, hidden, depth);
    }
}

void read_package(Readings& to, std::string_view bytes, int depth) {
    for (const document::ZipPart& part : document::read_zip(bytes)) {
        const std::string name = base::lower_ascii(part.name);
        if (ends_with_any(name, {".xml", ".rels", ".vml", ".svg", ".html", ".xhtml", ".htm"}) ||
            name == "mimetype") {
            read_into(to, "application/xml", part.bytes, depth + 1);
            if (const auto text = as_utf8(part.bytes)) {
                read_word_runs(to, *text, depth + 1);
            }
        } else if (part.bytes.starts_with("PK\x03\x04")) {
            read_into(to, "application/zip", part.bytes, depth + 1);
        } else if (ends_with_any(name, {".txt", ".csv", ".css", ".rdf", ".json"})) {
            read_into(to, "text/plain", part.bytes, depth + 1);
        } else if (!ends_with_any(name, {".png", ".jpg", ".jpeg", ".gif", ".odttf", ".ttf"})) {
            to.not_read = "its part " + part.name + " is of a kind that can not be read";
        }
    }
}

// What the program prints; nothing where the file is not one that it reads.
std::optional<std::string> poppler(const char* program, std::vector<std::string> arguments,
                                   const std::filesystem::path& file) {
    base::JailedRun run;
    run.command.program = base::require_program(program);
    run.command.arguments = std::move(arguments);
    run.command.environment = {{"LANG", "C.UTF-8"}};
    run.command.time_limit = std::chrono::seconds(60);
    run.readable = {file};
    // Where there is no jail it is read as what the register took in: receiving it is what a missing jail forbids.
    run.origin = base::available_jail() == base::JailStrength::none ? base::Origin::own_text
                                                                    : base::Origin::foreign_file;
    const base::Outcome outcome = base::run_in_jail(run);
    return outcome.succeeded() && !outcome.output_cut ? std::optional<std::string>(outcome.out)
                                                      : std::nullopt;
}

void read_pdf(Readings& to, std::string_view bytes) {
    const base::ScratchDirectory scratch;
    const std::filesystem::path file = scratch.path() / "file.pdf";
    base::write_atomically(file, bytes);
    auto text = poppler("pdftotext", {"-q", "-enc", "UTF-8", file.string(), "-"}, file);
    auto properties = poppler("pdfinfo", {"-enc", "UTF-8", file.string()}, file);
    const auto attached = poppler("pdfdetach", {"-list", file.string()}, file);
    if (!text || !properties || !attached) {
        to.not_read = "it is encrypted, damaged or no PDF";
        return;
    }
    if (base::trim(base::replace_all(*text, "\f", " ")).empty()) {
        to.not_read = "it holds no text: its pages are pictures";
    }
    if (!attached->starts_with("0 ")) {
        to.not_read = "files are attached to it";
    }
    to.texts.push_back(std::move(*properties));
    // A word that a line's end divides is a word.
    std::string whole = *text;
    for (const std::string_view hyphen : {"-\n", "\xE2\x80\x90\n", "\xC2\xAD\n"}) {
        whole = base::replace_all(whole, hyphen, "");
    }
    to.texts.push_back(std::move(whole));
    to.texts.push_back(std::move(*text));
}

void read_text(Readings& to, std::string_view media_type, std::string_view bytes, int depth) {
    const auto text = as_utf8(bytes);
    if (!text) {
        to.not_read = "its letters are neither in UTF-8 nor in UTF-16";
        return;
    }
    if (media_type == "application/json") {
        base::Problems problems;
        if (const auto json = base::JsonValue::parse(*text, "json", problems)) {
            std::string all;
            collect(*json, all);
            to.texts.push_back(std::move(all));
            return;
        }
    }
    if (ends_with_any(media_type, {"html", "xml"})) {
        read_markup(to, *text, depth);
        return;
    }
    to.texts.push_back(*text);
}

void read_into(Readings& to, std::string_view media_type, std::string_view bytes, int depth) {
    if (depth > k_deepest) {
        to.not_read = "packages lie in packages";
    } else if (media_type == "application/pdf") {
        read_pdf(to, bytes);
    } else if (bytes.starts_with("PK\x03\x04")) {
        read_package(to, bytes, depth);
    } else if (media_type.starts_with("text/") || media_type == "application/json" ||
               media_type.ends_with("xml")) {
        read_text(to, media_type, bytes, depth);
    } else {
        to.not_read = std::string(media_type) + " can not be read";
    }
}

// Signs without width could stand between words as well as inside them: both are read.
std::string with_gaps(std::string text) {
    for (const std::string_view sign :
         {"\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D", "\xE2\x81\xA0", "\xEF\xBB\xBF"}) {
        if (text.find(sign) != std::string::npos) {
            text = base::replace_all(text, sign, " ");
        }
    }
    return text;
}

}  // namespace

Readings readings_of(std::string_view media_type, std::string_view bytes) {
    Readings readings;
    try {
        read_into(readings, media_type, bytes, 0);
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::invalid_input) {
            throw;
        }
        readings.not_read = error.message() + ": " + error.reason();
    }
    const std::size_t count = readings.texts.size();
    for (std::size_t i = 0; i < count; ++i) {
        std::string gaps = with_gaps(readings.texts[i]);
        if (gaps != readings.texts[i]) {
            readings.texts.push_back(std::move(gaps));
        }
    }
    return readings;
}

}  // namespace rapporteur::publication
