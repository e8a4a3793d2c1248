// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/jail.hpp"
#include "base/text.hpp"
#include "document/docx_package.hpp"
#include "document/docx_shape.hpp"
#include "document/pandoc.hpp"
#include "document/tree_json.hpp"
#include "document/write_report.hpp"

namespace rapporteur::document {
namespace {

// Word shows no SVG before 2016 and drops it when it saves for older readers: a picture of 1550 dots, 10 for each mm.
std::string png_of(const std::string& svg) {
    base::JailedRun run;
    run.command.program = base::require_program("rsvg-convert");
    run.command.arguments = {"--format=png", "--width=1550", "--keep-aspect-ratio"};
    run.command.input = svg;
    run.command.environment = tool_environment();
    run.command.cpu_limit = std::chrono::seconds(10);
    run.command.time_limit = std::chrono::seconds(20);
    run.origin = base::Origin::own_text;
    base::Outcome outcome = base::run_in_jail(run);
    if (!outcome.succeeded() || outcome.out.empty()) {
        throw base::tool_error("rsvg-convert", outcome);
    }
    return std::move(outcome.out);
}

}  // namespace

std::string write_docx(const ReportDocument& report) {
    check_report(report);
    const base::ScratchDirectory scratch;
    // Relative: Pandoc writes the path that it was given into the document.
    const auto file_of = [](const std::string& name) { return name + ".png"; };
    for (const auto& [name, svg] : report.pictures) {
        if (!base::is_ascii_token(name)) {
            throw base::Error(base::ErrorKind::internal, "a picture's name that cannot be a file's").at(name);
        }
        base::write_atomically(scratch.path() / file_of(name), png_of(svg));
    }
    const DocxShape shape = docx_shape(report, file_of);
    // No metadata but the language: Pandoc would write every other key into the properties.
    const std::string input =
        tree_to_json({pandoc_api_version(), {{"lang", report.language}}, shape.blocks, {}});
    PandocRun run;
    run.arguments = {"--from=json", "--to=docx", "--output=-"};
    run.input = input;
    run.readable = {scratch.path()};
    run.directory = scratch.path();
    const base::Outcome outcome = run_pandoc(run);
    if (!outcome.succeeded() || outcome.output_cut) {
        throw base::tool_error("pandoc", outcome);
    }
    return finish_docx(outcome.out, report, shape);
}

}  // namespace rapporteur::document
