// SPDX-License-Identifier: EUPL-1.2
// A report of an invented state to render in tests and to look at: chapters, numbered paragraphs, recommendations,
// notes, tables, a chart, an appendix, comments, letters of three scripts. As long as wanted.
#pragma once

#include "document/report_document.hpp"

namespace rapporteur::document {

enum class SampleState { interim, final_ };

// About four paragraphs a page; paragraphs carry the keys "k1", "k2", ... and the numbers 1, 2, ...
ReportDocument sample_report(SampleState state, int paragraphs);

}  // namespace rapporteur::document
