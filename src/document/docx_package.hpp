// SPDX-License-Identifier: EUPL-1.2
// What is done to the package that Pandoc wrote: our styles, settings, headers and footers (watermark, symbol, page
// fields), properties that say title, body, language and symbol and nothing else, page breaks before parts, rows that
// do not break, the order of the schema where Pandoc swaps two elements. Inside the room, for report_docx.cpp.
#pragma once

#include "document/docx_shape.hpp"
#include "document/report_document.hpp"

#include <string>
#include <string_view>

namespace rapporteur::document {

// The finished package from the bytes of Pandoc's. Error(tool_failed) where Pandoc's package lacks what it must have.
std::string finish_docx(std::string_view bytes, const ReportDocument& report, const DocxShape& shape);

}  // namespace rapporteur::document
