// SPDX-License-Identifier: EUPL-1.2
//
// Two replies beside each other as a document, for the writers of HTML, DOCX and PDF. Answers are Markdown of others, read by Pandoc in the
// jail; words that went and came are marked by strokes as well as by colour. Called by reply compare.
#pragma once

#include "document/report_document.hpp"
#include "exchange/comparison.hpp"

namespace rapporteur::exchange {

// base::Error(tool_failed) where Pandoc is missing; (refused) without a jail.
document::ReportDocument comparison_document(const Comparison& comparison);

}  // namespace rapporteur::exchange
