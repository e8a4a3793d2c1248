// SPDX-License-Identifier: EUPL-1.2
// The one page of HTML that a report becomes, in its two forms: for screens (notes at the end) and for paged media
// (notes where they are called, a watermark). Inside the room: write_html and write_pdf are made of it.
#pragma once

#include "document/html.hpp"
#include "document/report_document.hpp"

#include <functional>
#include <string>

namespace rapporteur::document {

enum class PageForm { screen, paged };

struct ReportPage {
    PageForm form = PageForm::screen;
    std::string stylesheet_address;  // a link to it, or
    std::string stylesheet;          // the stylesheet itself
    std::function<std::string(const std::string& name)> picture_address;
};

Html report_page(const ReportDocument& report, const ReportPage& page);

// "data:image/svg+xml;base64,..."
std::string svg_data_address(const std::string& svg);

}  // namespace rapporteur::document
