// SPDX-License-Identifier: EUPL-1.2
#include "document/word_package.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "document/word_convert.hpp"

#include <algorithm>

namespace rapporteur::document {

namespace {

// Word nests runs in tables in frames: its files need a depth that our own do not.
base::XmlLimits word_limits() {
    base::XmlLimits limits;
    limits.bytes = 64U << 20U;
    limits.depth = 90;
    return limits;
}

bool refuse_by_first_bytes(std::string_view bytes, const std::string& file, base::Problems& problems) {
    const base::Place place{file, 0, ""};
    const WordFormat format = word_format(bytes);
    if (format == WordFormat::encrypted) {
        base::add_error(problems, place, "the file has a password", "save it as .docx without a password");
    } else if (format == WordFormat::doc) {
        base::add_error(problems, place, "an old Word file (.doc)", "save it as .docx");
    } else if (format == WordFormat::rtf || format == WordFormat::odt || bytes.rfind("%PDF", 0) == 0) {
        base::add_error(problems, place, "this is no Word package", "save it as .docx");
    } else if (bytes.rfind("PK", 0) != 0) {
        base::add_error(problems, place, "this is no Word package", "a .docx file is wanted");
    } else {
        return false;
    }
    return true;
}

const ZipPart* find_part(const std::vector<ZipPart>& parts, std::string_view name) {
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const ZipPart& part) { return part.name == name; });
    return found == parts.end() ? nullptr : &*found;
}

std::optional<base::XmlDocument> parse_part(const std::vector<ZipPart>& parts, std::string_view name,
                                            const std::string& file, base::Problems& problems) {
    const ZipPart* const part = find_part(parts, name);
    return part == nullptr
               ? std::nullopt
               : base::XmlDocument::parse(part->bytes, file + ": " + part->name, problems, word_limits());
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

void look_at_relations(const ZipPart& part, const std::string& file, base::Problems& problems,
                       WordFindings& findings) {
    const auto relations =
        base::XmlDocument::parse(part.bytes, file + ": " + part.name, problems, word_limits());
    if (!relations) {
        return;
    }
    for (const base::XmlElement& relation : relations->root().children()) {
        const std::string_view type = relation.attribute("Type").value_or("");
        if (relation.attribute("TargetMode").value_or("") == "External" && !ends_with(type, "/hyperlink")) {
            findings.push_back(
                {WordFault::external_link, "", std::string(relation.attribute("Target").value_or(""))});
        }
    }
}

void look_at_parts(const std::vector<ZipPart>& parts, const std::string& file, base::Problems& problems,
                   WordFindings& findings) {
    for (const ZipPart& part : parts) {
        const std::string name = base::lower_ascii(part.name);
        if (ends_with(name, "vbaproject.bin") || ends_with(name, "vbadata.xml")) {
            findings.push_back({WordFault::macros, "", part.name});
        } else if (name.find("/embeddings/") != std::string::npos ||
                   name.find("/activex/") != std::string::npos) {
            findings.push_back({WordFault::embedded_object, "", part.name});
        } else if (ends_with(name, ".rels")) {
            look_at_relations(part, file, problems, findings);
        }
    }
}

// Through the package's relations: Word and LibreOffice call it word/document.xml, others need not.
std::string main_part_of(const std::vector<ZipPart>& parts, const std::string& file,
                         base::Problems& problems) {
    if (const auto relations = parse_part(parts, "_rels/.rels", file, problems)) {
        for (const base::XmlElement& relation : relations->root().children()) {
            if (ends_with(relation.attribute("Type").value_or(""), "/officeDocument")) {
                const std::string_view target = relation.attribute("Target").value_or("");
                return std::string(target.substr(target.rfind('/', 0) == 0 ? 1 : 0));
            }
        }
    }
    return "word/document.xml";
}

}  // namespace

std::optional<WordPackage> open_word_package(std::string_view bytes, const std::string& file,
                                             base::Problems& problems, WordFindings& findings) {
    if (refuse_by_first_bytes(bytes, file, problems)) {
        return std::nullopt;
    }
    std::vector<ZipPart> parts;
    try {
        parts = read_zip(bytes);
    } catch (const base::Error& error) {
        base::add_error(problems, {file, 0, error.where()}, error.what(), error.reason());
        return std::nullopt;
    }
    look_at_parts(parts, file, problems, findings);
    const std::string name = main_part_of(parts, file, problems);
    const ZipPart* const part = find_part(parts, name);
    if (part == nullptr) {
        base::add_error(problems, {file, 0, ""}, "the package has no document in it",
                        "a .docx file is wanted");
        return std::nullopt;
    }
    std::optional<base::XmlDocument> document = parse_part(parts, name, file, problems);
    if (!document) {
        return std::nullopt;
    }
    const std::string folder = name.substr(0, name.rfind('/') + 1);
    WordPackage package{{},
                        static_cast<std::size_t>(part - parts.data()),
                        std::move(*document),
                        parse_part(parts, folder + "comments.xml", file, problems),
                        parse_part(parts, folder + "footnotes.xml", file, problems),
                        parse_part(parts, folder + "endnotes.xml", file, problems)};
    package.parts = std::move(parts);
    return package;
}

}  // namespace rapporteur::document
