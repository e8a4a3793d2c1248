// SPDX-License-Identifier: EUPL-1.2
#include "base/file.hpp"
#include "base/process.hpp"
#include "base/text.hpp"
#include "document/fake_program.hpp"
#include "document/sample_report.hpp"
#include "document/write_report.hpp"
#include "document/zip.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>

using namespace rapporteur;
using namespace rapporteur::document;

namespace {

constexpr int k_paragraphs = 15;

// The clock stands still while a report is written, so that runs agree.
class StoppedClock {
public:
    StoppedClock() { setenv("SOURCE_DATE_EPOCH", "1790000000", 1); }
    ~StoppedClock() { unsetenv("SOURCE_DATE_EPOCH"); }
    StoppedClock(const StoppedClock&) = delete;
    StoppedClock& operator=(const StoppedClock&) = delete;
};

// The interim report of the sample, assembled and written once for all cases.
const ReportDocument& interim() {
    static const ReportDocument report = sample_report(SampleState::interim, k_paragraphs);
    return report;
}

const std::string& interim_html() {
    static const std::string html = write_html(interim());
    return html;
}

std::string docx_of(const ReportDocument& report) {
    const StoppedClock clock;
    return write_docx(report);
}

const std::string& interim_docx() {
    static const std::string docx = docx_of(interim());
    return docx;
}

const std::map<std::string, std::string>& interim_parts() {
    static const std::map<std::string, std::string> parts = [] {
        std::map<std::string, std::string> by_name;
        for (ZipPart& part : read_zip(interim_docx())) {
            by_name[part.name] = std::move(part.bytes);
        }
        return by_name;
    }();
    return parts;
}

std::string pdf_of(const ReportDocument& report) {
    const StoppedClock clock;
    return write_pdf(report);
}

const std::string& interim_pdf() {
    static const std::string pdf = pdf_of(interim());
    return pdf;
}

std::string run_tool(const char* program, std::vector<std::string> arguments) {
    base::Command command;
    command.program = program;
    command.arguments = std::move(arguments);
    const base::Outcome outcome = base::run(command);
    REQUIRE(outcome.succeeded());
    return outcome.out;
}

// The letters of the PDF, page by page, in the order in which they were drawn; without spaces, which pdftotext guesses.
std::vector<std::string> pages_of(const std::string& pdf) {
    const base::ScratchDirectory scratch;
    const std::filesystem::path file = scratch.path() / "report.pdf";
    base::write_atomically(file, pdf);
    const std::string text = run_tool("pdftotext", {"-raw", file.string(), "-"});
    std::vector<std::string> pages;
    for (const std::string_view page : base::split(text, '\f')) {
        std::string letters;
        for (const char c : page) {
            if (!base::is_space(c)) {
                letters += c;
            }
        }
        pages.push_back(std::move(letters));
    }
    pages.pop_back();  // behind the last form feed
    return pages;
}

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos;
         at = text.find(what, at + what.size())) {
        ++found;
    }
    return found;
}

bool has(std::string_view text, std::string_view what) {
    return text.find(what) != std::string_view::npos;
}

}  // namespace

TEST_SUITE("document.report") {
    TEST_CASE("the HTML has landmarks a language and neither script nor inline style") {
        const std::string& html = interim_html();
        for (const char* wanted :
             {"<html lang=\"en\">", "<header class=\"cover\">", "<nav class=\"contents\"",
              "<main id=\"text\">", "id=\"k7\"", "href=\"#k7\">7. </a>", "class=\"para rec\"",
              "<figure id=\"f1\">", "lang=\"kk\"", "DRAFT – CONFIDENTIAL", "id=\"note-1\""}) {
            CAPTURE(std::string(wanted));
            CHECK(has(html, wanted));
        }
        for (const char* unwanted : {"canary", "<script", " style=", "class=\"ev\"", "r01", "watermark\""}) {
            CAPTURE(std::string(unwanted));
            CHECK_FALSE(has(html, unwanted));
        }
        CHECK(count(html, "<h1>") == 1);
    }

    TEST_CASE("the stylesheet and the pictures can lie beside the HTML") {
        const std::string html = write_html(interim(), {"report.css", "pictures/"});
        CHECK(has(html, "<link rel=\"stylesheet\" href=\"report.css\">"));
        CHECK(has(html, "src=\"pictures/chart-1.svg\""));
        CHECK_FALSE(has(html, "<style>"));
        CHECK_FALSE(has(html, "data:"));
    }

    TEST_CASE("a report wrongly assembled is refused by every writer") {
        ReportDocument twice = interim();
        twice.parts.push_back(twice.parts.front());
        CHECK_THROWS_AS(write_html(twice), base::Error);
        ReportDocument lost = interim();
        lost.parts.front().blocks.push_back(
            Block{Paragraph{{Inline{Link{{}, text_inlines("x"), "#nowhere", ""}}}}});
        CHECK_THROWS_AS(write_html(lost), base::Error);
        ReportDocument no_picture = interim();
        no_picture.pictures.clear();
        CHECK_THROWS_AS(write_html(no_picture), base::Error);
        CHECK_THROWS_AS(write_docx(ReportDocument{}), base::Error);
        ReportDocument raw = interim();
        raw.parts.front().blocks.push_back(Block{RawBlock{"openxml", "<w:p/>"}});
        CHECK_THROWS_AS(write_docx(raw), base::Error);
    }

    TEST_CASE("the DOCX has real styles literal numbers and a bookmark in each numbered paragraph") {
        const std::string& text = interim_parts().at("word/document.xml");
        for (int i = 1; i <= k_paragraphs; ++i) {
            CAPTURE(i);
            const std::string bookmark = "w:name=\"k" + std::to_string(i) + "\"/>";
            CHECK(count(text, bookmark) == 1);
            // Inside the paragraph: a paragraph begins after the last one ended.
            const std::size_t at = text.find(bookmark);
            CHECK(text.rfind("<w:p>", at) > text.rfind("</w:p>", at));
            CHECK(has(std::string_view(text).substr(at, 300), ">" + std::to_string(i) + ".</w:t>"));
        }
        for (const char* style :
             {"NumberedParagraph", "Recommendation", "RecommendationItem", "Heading1", "Heading2", "Title",
              "CoverDraft", "TableCaption", "TableHead", "FigureCaption", "Remark", "TOC1"}) {
            CAPTURE(std::string(style));
            CHECK(has(text, "<w:pStyle w:val=\"" + std::string(style) + "\""));
            CHECK(has(interim_parts().at("word/styles.xml"), "w:styleId=\"" + std::string(style) + "\""));
        }
        CHECK(has(text, "<w:tblHeader"));
        CHECK(has(text, "<w:rStyle w:val=\"Languagekk\" />"));
        CHECK(has(interim_parts().at("word/styles.xml"), "<w:lang w:val=\"kk\"/>"));
        CHECK(has(text, "descr=\"Bars: women"));
        CHECK(count(text, "<w:pageBreakBefore/>") == 3);  // preamble, first chapter, appendix
    }

    TEST_CASE("the contents of the DOCX is filled") {
        const std::string& text = interim_parts().at("word/document.xml");
        CHECK(has(text, "PAGEREF c3 \\h"));
        CHECK_FALSE(has(text, "TOC \\o"));  // LibreOffice would show no page in it
        CHECK(has(text, "<w:hyperlink w:anchor=\"c3\""));
        CHECK(has(text, "w:name=\"c3\""));
        CHECK(has(interim_parts().at("word/settings.xml"), "<w:updateFields w:val=\"true\"/>"));
    }

    TEST_CASE("the marks of a list in a box stand in the margin of the box") {
        const std::string& text = interim_parts().at("word/document.xml");
        CHECK(has(text,
                  "<w:r><w:tab/></w:r><w:r><w:t xml:space=\"preserve\">•</w:t></w:r><w:r><w:tab/></w:r>"));
        // All of one box on one page: each paragraph but the last holds on to the next.
        const std::size_t item = text.find("<w:pStyle w:val=\"RecommendationItem\"");
        REQUIRE(item != std::string::npos);
        const std::size_t lead = text.rfind("<w:pStyle w:val=\"Recommendation\"", item);
        CHECK(text.compare(text.find("/>", lead) + 2, 13, "<w:keepNext/>") == 0);
    }

    TEST_CASE("a labelled heading of the DOCX hangs from its label") {
        const std::string& text = interim_parts().at("word/document.xml");
        const auto heading = [&text](const std::string& id) {
            const std::size_t at = text.find("w:name=\"" + id + "\"");
            REQUIRE(at != std::string::npos);
            // The bookmark stands within the heading.
            const std::size_t begin = text.rfind("<w:p>", at);
            REQUIRE(text.substr(begin, at - begin).find("w:val=\"Heading1\"") != std::string::npos);
            return text.substr(begin, text.find("</w:pPr>", begin) - begin);
        };
        CHECK(has(heading("c1"), "w:hanging=\"709\""));
        CHECK_FALSE(has(heading("preamble"), "w:hanging"));
    }

    TEST_CASE("the mark of a draft comes before the title") {
        const std::string& text = interim_parts().at("word/document.xml");
        CHECK(text.find("w:val=\"CoverDraft\"") < text.find("w:val=\"CoverBody\""));
    }

    TEST_CASE("the state is not named twice in a title") {
        ReportDocument report;
        report.title = "Report on Xania";
        report.state = "Xania";
        CHECK(title_with_state(report) == "Report on Xania");
        report.title = "Second report";
        CHECK(title_with_state(report) == "Second report – Xania");
        report.state.clear();
        CHECK(title_with_state(report) == "Second report");
    }

    TEST_CASE("a column of short words in a DOCX keeps them on one line") {
        ReportDocument report = interim();
        Blocks& blocks = report.parts.front().blocks;
        blocks.push_back(data_table(
            {"wide",
             "Table 9",
             "Acts",
             {{"Act", ColumnKind::words}, {"Adopted", ColumnKind::words}, {"Subject", ColumnKind::words}},
             {{"No. 203/2013", "22 September 2013", std::string(150, 'x')}},
             "",
             ""},
            report.words));
        std::string text;
        for (const ZipPart& part : read_zip(docx_of(report))) {
            if (part.name == "word/document.xml") {
                text = part.bytes;
            }
        }
        // Twips of a table of 7920 across: 17 letters are a good fifth of a line, not their share of all letters.
        const std::size_t table = text.find("Table 9. Acts");
        REQUIRE(table != std::string::npos);
        std::vector<int> widths;
        for (std::size_t at = text.find("<w:gridCol w:w=\"", table); widths.size() < 3;
             at = text.find("<w:gridCol w:w=\"", at + 1)) {
            REQUIRE(at != std::string::npos);
            widths.push_back(std::stoi(text.substr(at + 16, 5)));
        }
        CHECK(widths[0] > 1100);
        CHECK(widths[1] > 1500);
        CHECK(widths[2] > widths[0] + widths[1]);
        // What follows does not stand close to a table that has no lines of its own below.
        CHECK(text.find("<w:pStyle w:val=\"TableEnd\"/>", table) != std::string::npos);
    }

    TEST_CASE("a draft of the DOCX has its watermark and symbol in the headers") {
        const std::string& header = interim_parts().at("word/header.xml");
        CHECK(has(header, "string=\"DRAFT – CONFIDENTIAL\""));
        CHECK(has(header, "GX(2026)07"));
        CHECK(has(interim_parts().at("word/footer.xml"), "PAGE"));
        CHECK(has(interim_parts().at("word/footer.xml"), "For the authorities of Xania"));
        CHECK(has(interim_parts().at("word/header-first.xml"), "string=\"DRAFT – CONFIDENTIAL\""));
        for (const auto& part : interim_parts()) {
            const std::string& name = part.first;
            const std::string& bytes = part.second;
            CAPTURE(name);
            CHECK_FALSE(has(bytes, "@SYMBOL@"));
            CHECK_FALSE(has(bytes, "<!--"));
        }
    }

    TEST_CASE("the DOCX tells no internal data") {
        for (const auto& part : interim_parts()) {
            const std::string& name = part.first;
            const std::string& bytes = part.second;
            CAPTURE(name);
            for (const char* unwanted : {"canary", "r01", "urges\"", "/tmp", "Microsoft Word",
                                         "http://example.com", "Normal.dotm"}) {
                CAPTURE(std::string(unwanted));
                CHECK_FALSE(has(bytes, unwanted));
            }
        }
        CHECK(has(interim_parts().at("docProps/core.xml"), "<dc:title>Evaluation report – Xania</dc:title>"));
        CHECK(count(interim_parts().at("docProps/custom.xml"), "<property ") == 1);
    }

    TEST_CASE("every part of the DOCX is well-formed") {
        const base::ScratchDirectory scratch;
        for (const auto& part : interim_parts()) {
            const std::string& name = part.first;
            const std::string& bytes = part.second;
            if (name.size() > 4 &&
                (name.substr(name.size() - 4) == ".xml" || name.substr(name.size() - 5) == ".rels")) {
                CAPTURE(name);
                const std::filesystem::path file = scratch.path() / "part.xml";
                base::write_atomically(file, bytes);
                run_tool("xmllint", {"--nonet", "--noout", file.string()});
            }
        }
    }

    TEST_CASE("the PDF has page numbers running heads notes and the watermark on every page") {
        const auto pages = pages_of(interim_pdf());
        REQUIRE(pages.size() >= 5);
        for (std::size_t i = 1; i < pages.size(); ++i) {
            CAPTURE(i);
            CHECK(has(pages[i], std::to_string(i + 1) + "/" + std::to_string(pages.size())));
            CHECK(has(pages[i], "GX(2026)07"));
            CHECK(count(pages[i], "DRAFT–CONFIDENTIAL") == 2);  // the watermark and the foot
            CHECK(count(pages[i], "Senton3March2026") == 2);
        }
        CHECK_FALSE(has(pages[0], "/" + std::to_string(pages.size())));
        CHECK(count(pages[0], "DRAFT–CONFIDENTIAL") == 2);  // the watermark and the box
        CHECK(has(pages[1], "ContentsPreamble"));
        CHECK(has(pages[1], "Identificationofvictimsandtheirprotection"));
        CHECK(has(pages[2], "Thegroupevaluates"));
        const std::size_t dots = pages[1].find("Preamble.");  // the contents tells the page it stands on
        REQUIRE(dots != std::string::npos);
        CHECK(pages[1].at(pages[1].find_first_not_of('.', dots + 8)) == '3');
        std::string all;
        for (const std::string& page : pages) {
            all += page;
        }
        CHECK(has(all, "OfficialGazetteNo.87"));
        CHECK(has(all, "ӘҒҚҢӨҰҮҺІ"));
        CHECK(has(all, "Table1.Victimsidentified"));
        CHECK(has(all, "translatedit"));
        CHECK_FALSE(has(all, "canary"));
    }

    TEST_CASE("the PDF is tagged and makes no attachment") {
        const base::ScratchDirectory scratch;
        const std::filesystem::path file = scratch.path() / "report.pdf";
        base::write_atomically(file, interim_pdf());
        const std::string info = run_tool("pdfinfo", {file.string()});
        CHECK(has(info, "Tagged:          yes"));
        CHECK(has(info, "A4"));
        CHECK(has(run_tool("pdfdetach", {"-list", file.string()}), "0 embedded files"));
    }

    TEST_CASE("a final report has no watermark") {
        const ReportDocument report = sample_report(SampleState::final_, 1);
        const std::string html = write_html(report);
        CHECK_FALSE(has(html, "DRAFT"));
        CHECK(has(html, "They form no part of the analysis."));
        for (const ZipPart& part : read_zip(docx_of(report))) {
            CHECK_FALSE(has(part.bytes, "DRAFT"));
            CHECK_FALSE(has(part.bytes, "v:textpath"));
        }
    }

    TEST_CASE("equal reports give equal bytes") {
        CHECK(write_html(interim()) == interim_html());
        CHECK(docx_of(interim()) == interim_docx());
        CHECK(pdf_of(interim()) == interim_pdf());
    }

    TEST_CASE("a missing tool is named with its package") {
        const ReportDocument report = interim();
        const FakePath empty_path;
        const auto message = [&report](auto write) -> std::string {
            try {
                write(report);
                return "";
            } catch (const base::Error& error) {
                CHECK(error.kind() == base::ErrorKind::tool_failed);
                return base::describe(error);
            }
        };
        CHECK(has(message(write_pdf), "weasyprint"));
        CHECK(has(message(write_docx), "librsvg2-bin"));
        ReportDocument no_pictures = interim();
        CHECK_NOTHROW(write_html(no_pictures));
    }

    TEST_CASE("a tool that fails or writes nonsense is told") {
        ReportDocument report = sample_report(SampleState::final_, 1);
        FakePath path;
        path.add("weasyprint", "echo 'no fonts' >&2; exit 1");
        path.add("pandoc",
                 "if [ \"$*\" != \"${*%commonmark*}\" ]; then echo "
                 "'{\"pandoc-api-version\":[1,22,2,1],\"meta\":{},\"blocks\":[]}'; else echo nonsense; fi");
        CHECK_THROWS_AS(write_pdf(report), base::Error);
        CHECK_THROWS_AS(write_docx(report), base::Error);
    }
}
