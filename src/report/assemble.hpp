// SPDX-License-Identifier: EUPL-1.2
//
// A report put together from the register's rows as a document ready for the writers: paragraphs numbered, references resolved,
// figures in place of their blocks, evidence gone, appendices made, the cover filled in. Knows no format of files.
// Called by render, by publication and by whoever shows a report.
#pragma once

#include "document/report_document.hpp"
#include "domain/identifiers.hpp"
#include "report/material.hpp"
#include "store/register.hpp"

#include <string_view>

namespace rapporteur::report {

struct AssembledReport {
    document::ReportDocument document;
    base::Problems problems;  // of prose, references and figures; what is faulty is left out of the document
};

// "" is the report's own language. Errors as in read_material; Error(tool_failed) where charts cannot be drawn.
AssembledReport assemble(const store::Register& where, const domain::ReportId& id,
                         std::string_view language = "");
AssembledReport assemble(const Material& material);

}  // namespace rapporteur::report
