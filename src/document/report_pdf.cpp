// SPDX-License-Identifier: EUPL-1.2
#include "base/file.hpp"
#include "base/jail.hpp"
#include "document/assets.hpp"
#include "document/pandoc.hpp"
#include "document/report_html.hpp"
#include "document/write_report.hpp"

namespace rapporteur::document {
namespace {

constexpr std::size_t k_pdf_limit = 64U << 20;
// A report of 100 pages takes 4 s on one core.
constexpr std::chrono::seconds k_cpu_limit{120};

}  // namespace

std::string write_pdf(const ReportDocument& report) {
    ReportPage page;
    page.form = PageForm::paged;
    page.stylesheet = asset("report/paged.css");
    page.picture_address = [&report](const std::string& name) {
        return svg_data_address(report.pictures.at(name));
    };
    const std::string html = report_page(report, page).text();
    const base::ScratchDirectory scratch;
    const std::filesystem::path in = scratch.path() / "report.html";
    const std::filesystem::path out = scratch.path() / "report.pdf";
    base::write_atomically(in, html);
    base::JailedRun run;
    run.command.program = base::require_program("weasyprint");
    // Tagged: costs 6 % more time and gives headings, lists and tables to screen readers.
    run.command.arguments = {"--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", in.string(), out.string()};
    run.command.environment = tool_environment();
    run.command.time_limit = 2 * k_cpu_limit;
    run.command.cpu_limit = k_cpu_limit;
    run.command.file_size_limit = k_pdf_limit;
    run.origin = base::Origin::own_text;
    run.work_directory = scratch.path();
    const base::Outcome outcome = base::run_in_jail(run);
    if (!outcome.succeeded()) {
        throw base::tool_error("weasyprint", outcome);
    }
    return base::read_file(out, base::ByteLimit{k_pdf_limit}, base::Symlinks::refuse);
}

}  // namespace rapporteur::document
