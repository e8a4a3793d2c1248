// SPDX-License-Identifier: EUPL-1.2
// A report as HTML, DOCX and PDF. The HTML is ours (tree_html.hpp); the PDF is made of HTML of ours by WeasyPrint, the
// DOCX of the tree by Pandoc and then worked over (docx_package.hpp); both programs run in the jail. Equal documents,
// tools and SOURCE_DATE_EPOCH give equal bytes. Called by the report room; knows nothing of where files go.
// Measured (38 pages, 230 paragraphs, 5 tables, 2 charts; two busy cores, medians of CPU seconds): Pandoc by itself
// 0.33 and WeasyPrint 4.6; HTML 0.004, DOCX 0.58 and PDF 4.7 together 1.08 x that, of it 0.07 s in this program.
// The PDF is tagged, but no claim of PDF/UA is made: figures have no alternative text in WeasyPrint 57.
#pragma once

#include "document/report_document.hpp"

#include <string>

namespace rapporteur::document {

// Where what belongs to the HTML is to be found. Empty: inside it, so that the file can be sent by itself.
struct HtmlPlacement {
    std::string stylesheet_address;  // of report_stylesheet()
    std::string picture_prefix;      // put before "<name>.svg"
};

std::string write_html(const ReportDocument& report, const HtmlPlacement& placement = {});
// The stylesheet for screens and for printing from a browser.
std::string report_stylesheet();

// base::Error(tool_failed) where WeasyPrint is missing (package weasyprint) or fails.
std::string write_pdf(const ReportDocument& report);

// base::Error(tool_failed) where Pandoc (pandoc) or, with pictures, rsvg-convert (librsvg2-bin) is missing or fails.
std::string write_docx(const ReportDocument& report);

// What no writer can make a report of: a report with nothing in it, a part without its heading,
// two places with one identifier, a reference to none, a picture that is not there. Error(internal): it was assembled
// wrongly. All writers call it.
void check_report(const ReportDocument& report);

}  // namespace rapporteur::document
