// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "document/report_document.hpp"
#include "document/tree_html.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::document;

namespace {

Blocks paragraph(Inlines content) {
    return {Block{Paragraph{std::move(content)}}};
}

}  // namespace

TEST_SUITE("document.tree_html") {
    TEST_CASE("text is escaped") {
        CHECK(to_html({text_paragraph("<b> & \"x\"")}).text() == "<p>&lt;b&gt; &amp; &quot;x&quot;</p>\n");
    }

    TEST_CASE("a numbered paragraph has its number as a link in its first line") {
        CHECK(
            to_html({numbered_paragraph("k7c2xq", "12", {text_paragraph("one"), text_paragraph("two")})})
                .text() ==
            "<div id=\"k7c2xq\" class=\"para\">\n<p><a class=\"pn\" href=\"#k7c2xq\">12. </a>one</p>\n<p>two</p>\n"
            "</div>\n");
    }

    TEST_CASE("a recommendation shows neither its verb's id nor its own") {
        const std::string html = to_html({recommendation_paragraph("k9", "13", {"r07", "urges"},
                                                                   {text_paragraph("The group urges")})})
                                     .text();
        CHECK(html.find("class=\"para rec\"") != std::string::npos);
        CHECK(html.find("r07") == std::string::npos);
    }

    TEST_CASE("evidence is never written") {
        const Blocks blocks =
            paragraph({Inline{Str{"fact"}}, Inline{Space{}},
                       Inline{Span{Attr{"", {"ev"}, {{"ref", "secret/ref"}}}, {}}}, Inline{Str{"."}}});
        CHECK(to_html(blocks).text() == "<p>fact.</p>\n");
    }

    TEST_CASE("raw markup formulas and other schemes are refused") {
        const Inlines bad[] = {{Inline{RawInline{"html", "<b>"}}},
                               {Inline{Math{MathKind::in_line, "x"}}},
                               {Inline{Link{{}, text_inlines("x"), "javascript:alert(1)", ""}}},
                               {Inline{Link{{}, text_inlines("x"), "//example.org", ""}}},
                               {Inline{Link{{}, text_inlines("x"), "", ""}}}};
        for (const Inlines& inlines : bad) {
            CHECK_THROWS_AS(to_html(paragraph(inlines)), base::Error);
        }
        CHECK_THROWS_AS(to_html({Block{RawBlock{"html", "<b>"}}}), base::Error);
    }

    TEST_CASE("notes are numbered and linked both ways") {
        const Blocks blocks = paragraph({Inline{Str{"a"}}, Inline{Note{{text_paragraph("first")}}},
                                         Inline{Str{"b"}}, Inline{Note{{text_paragraph("second")}}}});
        const std::string html = to_html(blocks, {.id_prefix = "r-"}).text();
        CHECK(html.find("href=\"#r-note-2\"") != std::string::npos);
        CHECK(html.find("<li id=\"r-note-2\"><p>second</p>") != std::string::npos);
        CHECK(html.find("href=\"#r-noteref-2\"") != std::string::npos);
        const std::string later = to_html(blocks, {.notes_before = 5}).text();
        CHECK(later.find("<ol class=\"notes\" start=\"6\">") != std::string::npos);
        CHECK(later.find("href=\"#note-7\"") != std::string::npos);
        HtmlOptions print;
        print.notes = NoteForm::in_place;
        CHECK(to_html(blocks, print).text() ==
              "<p><span class=\"noted\">a<span class=\"fn\">first</span></span>"
              "<span class=\"noted\">b<span class=\"fn\">second</span></span></p>\n");
    }

    TEST_CASE("tables have a caption and scopes") {
        const Block table = data_table({"t1",
                                        "Table 1",
                                        "Victims",
                                        {{"Year", ColumnKind::words}, {"Women", ColumnKind::figures}},
                                        {{"2019", "12"}},
                                        "Ministry",
                                        ""},
                                       ReportWords{});
        const std::string html = to_html({table}).text();
        CHECK(html.find("<caption><span class=\"label\">Table 1.</span> Victims</caption>") !=
              std::string::npos);
        CHECK(html.find("<th scope=\"col\" class=\"num\">Women</th>") != std::string::npos);
        CHECK(html.find("<th scope=\"row\">2019</th><td class=\"num\">12</td>") != std::string::npos);
        CHECK(html.find("Source: Ministry") != std::string::npos);
        CHECK(html.find("style=") == std::string::npos);
    }

    TEST_CASE("a column of a table in prose is set as its rule says") {
        Table table;
        table.columns = {Column{Alignment::unstated, std::nullopt}, Column{Alignment::right, std::nullopt},
                         Column{Alignment::center, std::nullopt}};
        Row row;
        for (const char* text : {"Judges", "16", "yes"}) {
            Cell cell;
            cell.content = {Block{Plain{text_inlines(text)}}};
            row.cells.push_back(std::move(cell));
        }
        TableBody body;
        body.rows.push_back(std::move(row));
        table.bodies.push_back(std::move(body));
        CHECK(to_html({Block{std::move(table)}})
                  .text()
                  .find("<td>Judges</td><td class=\"num\">16</td><td class=\"center\">yes</td>") !=
              std::string::npos);
    }

    TEST_CASE("a row that is too short is a fault of ours") {
        CHECK_THROWS_AS(
            data_table({"t", "", "", {{"a", ColumnKind::words}, {"b", ColumnKind::figures}}, {{"x"}}, "", ""},
                       ReportWords{}),
            base::Error);
    }

    TEST_CASE("quotation follows the language") {
        const Blocks blocks = paragraph({Inline{Quoted{QuoteKind::double_marks, text_inlines("x")}}});
        CHECK(to_html(blocks).text() == "<p>“x”</p>\n");
        CHECK(to_html(blocks, {.language = "ru"}).text() == "<p>«x»</p>\n");
    }

    TEST_CASE("a builder with an open element is a fault of ours") {
        HtmlBuilder out;
        out.open("p");
        CHECK_THROWS_AS(out.finish(), base::Error);
    }
}
