// SPDX-License-Identifier: EUPL-1.2
//
// A report as files: checked, assembled once and written in the formats asked for, side by side. A report with errors is
// not rendered. Writes no files itself: the caller says where they go. Called by `report render` and by publication.
#pragma once

#include "base/names.hpp"
#include "base/problem.hpp"
#include "domain/identifiers.hpp"
#include "report/check.hpp"
#include "store/register.hpp"

#include <functional>
#include <string>
#include <vector>

namespace rapporteur::report {

enum class Format { html, docx, pdf };

struct RenderRequest {
    domain::ReportId report;
    std::vector<Format> formats;
    std::string language;                // "": the report's own
    const base::KeyPair* key = nullptr;  // for the consent of notes
    std::function<void()>
        on_step;  // called once before each format is ready and once for the text; any thread, one at a time
};

struct RenderedFile {
    Format format = Format::html;
    std::string name;  // peer-XAA-2-final.html; with the language where it is not the report's own
    std::string bytes;
};

struct RenderedReport {
    std::vector<RenderedFile> files;  // in the order asked for
    base::Problems problems;          // warnings and notes
    ReportFacts facts;
};

// base::InvalidInput with every fault where there is an error; Error(tool_failed) naming the package of a missing program.
RenderedReport render(const store::Register& where, const RenderRequest& request);

// "peer-XAA-2-final.pdf"
std::string file_name(const domain::ReportId& report, Format format, std::string_view language_suffix = "");

}  // namespace rapporteur::report

template <>
struct rapporteur::base::Names<rapporteur::report::Format> {
    using F = rapporteur::report::Format;
    static constexpr std::array<Name<F>, 3> k_names{{{F::html, "html"}, {F::docx, "docx"}, {F::pdf, "pdf"}}};
};
