// SPDX-License-Identifier: EUPL-1.2
#include "document/report_html.hpp"

#include "base/digest.hpp"
#include "base/error.hpp"
#include "document/assets.hpp"
#include "document/docx_shape.hpp"
#include "document/page.hpp"
#include "document/tree_html.hpp"
#include "document/write_report.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace rapporteur::document {
namespace {

Html stylesheet_html(const ReportPage& page) {
    HtmlBuilder out;
    if (page.stylesheet_address.empty()) {
        out.open("style").stylesheet(page.stylesheet).close();
    } else {
        out.open("link")
            .attribute("rel", "stylesheet")
            .attribute("href", Url(page.stylesheet_address).text())
            .close();
    }
    return out.finish();
}

// Two levels of a list: chapters and their sections.
Html contents_html(const ReportDocument& report, TreeHtmlWriter& writer) {
    HtmlBuilder out;
    out.open("ol").newline();
    int open_level = 0;  // of the last entry; its <li> is open
    for (const ContentsEntry& entry : contents_of(report)) {
        if (open_level != 0 && entry.level > open_level) {
            out.newline().open("ol").newline();
        } else if (open_level != 0) {
            out.close().newline();
            if (entry.level < open_level) {
                out.close().close().newline();
            }
        } else if (entry.level > 1) {
            throw base::Error(base::ErrorKind::internal, "a section before the first chapter").at(entry.id);
        }
        open_level = entry.level;
        out.open("li").open("a").attribute("href", "#" + entry.id);
        if (entry.label.empty() || entry.label.size() > k_short_label) {
            out.attribute("class", entry.label.empty() ? "unlabelled" : "long");
        }
        if (!entry.label.empty()) {
            out.open("span").attribute("class", "label").text(entry.label).close().text(" ");
        }
        out.open("span").attribute("class", "entry").html(writer.write(entry.content)).close().close();
    }
    for (; open_level > 0; --open_level) {
        out.close().newline();
        if (open_level > 1) {
            out.close().newline();
        }
    }
    out.close().newline();
    return out.finish();
}

const char* class_of(PartKind kind) {
    switch (kind) {
    case PartKind::front:
        return "part front";
    case PartKind::chapter:
        return "part chapter";
    case PartKind::appendix:
        return "part appendix";
    case PartKind::comments:
        return "part comments";
    }
    return "part";
}

Html parts_html(const ReportDocument& report, TreeHtmlWriter& writer) {
    HtmlBuilder out;
    for (const Part& part : report.parts) {
        out.open("section").attribute("class", class_of(part.kind)).newline();
        if (part.kind == PartKind::comments) {
            out.html(writer.write(Blocks{part.blocks.front()}));
            out.open("p")
                .attribute("class", "statement")
                .text(report.words.comments_statement)
                .close()
                .newline();
            out.html(writer.write(Blocks(part.blocks.begin() + 1, part.blocks.end())));
        } else {
            out.html(writer.write(part.blocks));
        }
        out.close().newline();
    }
    return out.finish();
}

std::string page_title(const ReportDocument& report) {
    std::string title = title_with_state(report);
    return report.symbol.empty() ? title : report.symbol + ": " + title;
}

}  // namespace

Html report_page(const ReportDocument& report, const ReportPage& page) {
    check_report(report);
    HtmlOptions options;
    options.language = report.language;
    options.notes = page.form == PageForm::screen ? NoteForm::collected : NoteForm::in_place;
    options.heading_shift = 1;
    options.picture_address = page.picture_address;
    TreeHtmlWriter writer(options);
    std::string authors;
    for (const std::string& author : report.authors) {
        authors += authors.empty() ? author : ", " + author;
    }
    PageValues values;
    values.set("language", report.language);
    values.set("page_title", page_title(report));
    values.set("form", page.form == PageForm::screen ? "screen" : "paged");
    values.set("stylesheet", stylesheet_html(page));
    values.set("skip_to_text", report.words.skip_to_text);
    values.set("body", report.body);
    values.set("title", report.title);
    values.set("subtitle", report.subtitle);
    values.set("state", report.state);
    values.set("round", report.round);
    values.set("symbol", report.symbol);
    values.set("date_line", report.date_line);
    values.set("note", report.note);
    values.set("authors", authors);
    values.set_shown("draft", report.draft.has_value());
    values.set("draft_mark", report.draft ? report.draft->text : "");
    values.set("draft_line", report.draft ? draft_line(*report.draft) : "");
    values.set_shown("watermark", report.draft.has_value() && page.form == PageForm::paged);
    values.set("contents_heading", report.words.contents);
    const bool has_contents = report.use == DocumentUse::to_read;
    values.set_shown("has_contents", has_contents);
    values.set("contents", has_contents ? contents_html(report, writer) : Html());
    values.set("parts", parts_html(report, writer));
    values.set("notes_heading", report.words.notes);
    values.set("notes", writer.notes_html());
    return PageTemplate("report/report.html", asset("report/report.html")).render(values);
}

std::string svg_data_address(const std::string& svg) {
    return "data:image/svg+xml;base64," + base::to_base64(svg);
}

std::string write_html(const ReportDocument& report, const HtmlPlacement& placement) {
    ReportPage page;
    page.stylesheet_address = placement.stylesheet_address;
    if (page.stylesheet_address.empty()) {
        page.stylesheet = report_stylesheet();
    }
    page.picture_address = [&report, &placement](const std::string& name) {
        return placement.picture_prefix.empty() ? svg_data_address(report.pictures.at(name))
                                                : Url(placement.picture_prefix + name + ".svg").text();
    };
    return report_page(report, page).text();
}

std::string report_stylesheet() {
    return asset("report/report.css");
}

}  // namespace rapporteur::document
