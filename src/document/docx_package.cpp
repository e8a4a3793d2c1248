// SPDX-License-Identifier: EUPL-1.2
#include "document/docx_package.hpp"

#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "document/assets.hpp"
#include "document/openxml.hpp"
#include "document/zip.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace rapporteur::document {
namespace {

struct AddedPart {
    const char* relation;  // id in document.xml.rels
    const char* kind;      // "header" or "footer"
    const char* file;
};
constexpr std::array<AddedPart, 4> k_added{{{"rIdHeader", "header", "header.xml"},
                                            {"rIdHeaderFirst", "header", "header-first.xml"},
                                            {"rIdFooter", "footer", "footer.xml"},
                                            {"rIdFooterFirst", "footer", "footer-first.xml"}}};

[[noreturn]] void missing(std::string_view what) {
    throw base::Error(base::ErrorKind::tool_failed, "Pandoc's DOCX is not as expected")
        .because(fmt::format("no {}", what));
}

class Package {
public:
    explicit Package(std::string_view bytes) : m_parts(read_zip(bytes)) {}

    std::string& part(std::string_view name) {
        for (ZipPart& candidate : m_parts) {
            if (candidate.name == name) {
                return candidate.bytes;
            }
        }
        missing(name);
    }

    void put(std::string_view name, std::string bytes) {
        for (ZipPart& candidate : m_parts) {
            if (candidate.name == name) {
                candidate.bytes = std::move(bytes);
                return;
            }
        }
        m_parts.push_back(ZipPart{std::string(name), std::move(bytes)});
    }

    // The list of types first, as the format advises; the rest by name.
    std::string finish() {
        std::sort(m_parts.begin(), m_parts.end(), [](const ZipPart& a, const ZipPart& b) {
            const bool first = a.name == "[Content_Types].xml";
            return first != (b.name == "[Content_Types].xml") ? first : a.name < b.name;
        });
        return write_zip(m_parts);
    }

private:
    std::vector<ZipPart> m_parts;
};

void replace_last(std::string& text, std::string_view from, std::string_view to) {
    const std::size_t at = text.rfind(from);
    if (at == std::string::npos) {
        missing(from);
    }
    text.replace(at, from.size(), to);
}

std::string docx_asset(const std::string& name) {
    return asset("report/docx/" + name);
}

// Without the line end: this goes between runs.
std::string fragment(const std::string& name) {
    return std::string(base::trim(docx_asset(name)));
}

std::vector<Filling> fillings_of(const ReportDocument& report) {
    const std::string mark = report.draft ? report.draft->text : "";
    const std::string rest = report.draft ? draft_line(*report.draft) : "";
    return {{"LANGUAGE", report.language},
            {"TITLE", title_with_state(report)},
            {"RUNNING_TITLE", report.use == DocumentUse::to_read ? title_with_state(report) : report.state},
            {"COLUMN_LINES", report.use == DocumentUse::to_read ? "nil" : "single"},  // cells to be filled in
            {"AUTHOR", report.body},
            {"SYMBOL", report.symbol},
            {"WATERMARK", mark},
            {"DRAFT_LINE", rest.empty() ? mark : mark + " · " + rest},
            {"UPDATE_FIELDS", report.use == DocumentUse::to_read ? "true" : "false"},  // of the contents
            {"TIME", base::now().text()}};
}

// One character style for each language that a span is in, so that Word hyphenates and spells it by its own rules.
std::string language_styles(const std::set<std::string>& languages) {
    OpenXml xml;
    for (const std::string& language : languages) {
        xml.open("w:style").attribute("w:type", "character").attribute("w:customStyle", "1");
        xml.attribute("w:styleId", "Language" + language).empty("w:name", "w:val", "Language " + language);
        xml.open("w:rPr").empty("w:lang", "w:val", language).close().close();
    }
    return xml.finish();
}

void put_styles(Package& package, const DocxShape& shape, const std::vector<Filling>& fillings) {
    std::string styles = fill_xml(docx_asset("styles.xml"), fillings);
    const std::size_t remark = styles.find("<!-- SPDX");  // ours, not the reader's
    if (remark != std::string::npos) {
        styles.erase(remark, styles.find("-->", remark) + 3 - remark);
    }
    replace_last(styles, "<!-- LANGUAGE STYLES -->", language_styles(shape.languages));
    package.put("word/styles.xml", std::move(styles));
    package.put("word/settings.xml", fill_xml(docx_asset("settings.xml"), fillings));
    package.put("word/fontTable.xml", docx_asset("fontTable.xml"));
}

void put_headers(Package& package, const ReportDocument& report, const std::vector<Filling>& fillings) {
    std::string relations;
    std::string types;
    int number = 0;
    for (const AddedPart& added : k_added) {
        std::string bytes = fill_xml(docx_asset(added.file), fillings);
        if (std::string_view(added.kind) == "header") {
            ++number;
            std::vector<Filling> numbered = fillings;
            numbered.push_back({"NUMBER", fmt::format("{}", number)});
            numbered.push_back({"SHAPE", fmt::format("{}", 2048 + number)});
            replace_last(bytes, "<!-- WATERMARK -->",
                         report.draft ? fill_xml(fragment("watermark.xml"), numbered) : "");
        }
        package.put(std::string("word/") + added.file, std::move(bytes));
        OpenXml relation;
        relation.open("Relationship").attribute("Id", added.relation);
        relation.attribute(
            "Type",
            std::string("http://schemas.openxmlformats.org/officeDocument/2006/relationships/") + added.kind);
        relation.attribute("Target", added.file).close();
        relations += relation.finish();
        OpenXml type;
        type.open("Override").attribute("PartName", std::string("/word/") + added.file);
        type.attribute("ContentType",
                       std::string("application/vnd.openxmlformats-officedocument.wordprocessingml.") +
                           added.kind + "+xml");
        type.close();
        types += type.finish();
    }
    replace_last(package.part("word/_rels/document.xml.rels"), "</Relationships>",
                 relations + "</Relationships>");
    replace_last(package.part("[Content_Types].xml"), "</Types>", types + "</Types>");
}

void put_properties(Package& package, const std::vector<Filling>& fillings) {
    package.put("docProps/core.xml", fill_xml(docx_asset("core.xml"), fillings));
    package.put("docProps/app.xml", docx_asset("app.xml"));
    package.put("docProps/custom.xml", fill_xml(docx_asset("custom.xml"), fillings));
}

void break_pages(std::string& document, const std::set<std::string>& headings) {
    constexpr std::string_view k_style = R"(<w:pStyle w:val="Heading1" />)";
    for (const std::string& id : headings) {
        const std::size_t at = document.find(fmt::format(R"(w:name="{}"/>)", id));  // within the heading
        const std::size_t style = at == std::string::npos ? at : document.rfind(k_style, at);
        if (style == std::string::npos) {
            missing("heading #" + id);
        }
        document.insert(style + k_style.size(), "<w:pageBreakBefore/>");
    }
}

// Pandoc writes numPr before pStyle; the schema, and some readers, want the style first.
std::string order_properties(std::string_view document) {
    constexpr std::string_view k_begin = "<w:pPr><w:numPr>";
    constexpr std::string_view k_end = "</w:numPr>";
    constexpr std::string_view k_lead = "<w:pPr>";
    std::string result;
    for (;;) {
        const std::size_t at = document.find(k_begin);
        const std::size_t end = at == std::string_view::npos ? at : document.find(k_end, at);
        const std::size_t style = end == std::string_view::npos ? end : end + k_end.size();
        if (style == std::string_view::npos || document.substr(style, 10) != "<w:pStyle ") {
            if (at == std::string_view::npos) {
                result += document;
                return result;
            }
            result += document.substr(0, at + k_begin.size());
            document.remove_prefix(at + k_begin.size());
            continue;
        }
        const std::size_t style_end = document.find("/>", style) + 2;
        result += document.substr(0, at + k_lead.size());
        result += document.substr(style, style_end - style);
        result += document.substr(at + k_lead.size(), style - at - k_lead.size());
        document.remove_prefix(style_end);
    }
}

// Holds the paragraphs of a recommendation's box together: each but the last keeps with its next.
void keep_boxes(std::string& document) {
    constexpr std::string_view k_first = R"(<w:pStyle w:val="Recommendation" />)";
    constexpr std::string_view k_any = R"(<w:pStyle w:val="Recommendation)";
    std::size_t at = document.rfind(k_any);
    while (at != std::string::npos && at != 0) {
        const std::size_t before = document.rfind(k_any, at - 1);
        if (before == std::string::npos) {
            return;
        }
        if (document.compare(at, k_first.size(), k_first) != 0) {  // it continues a box
            document.insert(document.find("/>", before) + 2, "<w:keepNext/>");
        }
        at = before;
    }
}

// A heading that begins with its label hangs from it; one without stands at the margin in all its lines.
void hang_labelled_headings(std::string& document) {
    constexpr std::string_view k_heading = R"(<w:pStyle w:val="Heading)";
    std::size_t at = document.find(k_heading);
    while (at != std::string::npos) {
        const std::size_t properties = document.find("</w:pPr>", at);
        const std::size_t end = document.find("</w:p>", at);
        const std::size_t tab = document.find("<w:tab/>", at);
        if (properties < tab && tab < end) {
            document.insert(properties, R"(<w:ind w:left="709" w:hanging="709"/>)");
        }
        at = document.find(k_heading, at + k_heading.size());
    }
}

// Lists hang from the text of numbered paragraphs (709 twips), not from the margin.
void indent_lists(std::string& numbering) {
    constexpr int k_levels = 9;
    for (int level = k_levels; level >= 1; --level) {
        // The space behind keeps what was written from being found again at the next level.
        numbering = base::replace_all(numbering, fmt::format(R"(w:left="{}")", 720 * level),
                                      fmt::format(R"(w:left="{}" )", 709 + 425 * level));
    }
    for (const char* hanging : {R"(w:hanging="480")", R"(w:hanging="360")"}) {
        numbering = base::replace_all(numbering, hanging, R"(w:hanging="425")");
    }
}

}  // namespace

std::string finish_docx(std::string_view bytes, const ReportDocument& report, const DocxShape& shape) {
    Package package(bytes);
    const std::vector<Filling> fillings = fillings_of(report);
    put_styles(package, shape, fillings);
    put_headers(package, report, fillings);
    put_properties(package, fillings);
    std::string& document = package.part("word/document.xml");
    break_pages(document, shape.new_page);
    document = order_properties(document);
    keep_boxes(document);
    hang_labelled_headings(document);
    document = base::replace_all(document, "<w:trPr><w:tblHeader", "<w:trPr><w:cantSplit/><w:tblHeader");
    document = base::replace_all(document, "<w:tr><w:tc>", "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>");
    // What is written into an empty cell has the style of those beside it.
    document = base::replace_all(
        document, "<w:p /></w:tc>",
        R"(<w:p><w:pPr><w:pStyle w:val="TableText"/><w:jc w:val="right"/></w:pPr></w:p></w:tc>)");
    replace_last(document, "<w:sectPr />", fragment("sectPr.xml"));
    indent_lists(package.part("word/numbering.xml"));
    return package.finish();
}

}  // namespace rapporteur::document
