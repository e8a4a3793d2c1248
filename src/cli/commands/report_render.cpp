// SPDX-License-Identifier: EUPL-1.2
// A report as files that can be sent, printed and read.
#include "base/file.hpp"
#include "base/jail.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/report_choice.hpp"
#include "cli/session.hpp"
#include "report/render.hpp"

#include <algorithm>
#include <mutex>

namespace rapporteur::cli::command::report_render {

namespace {

std::vector<report::Format> formats_of(const Context& context) {
    std::vector<report::Format> formats;
    for (const std::string& name : context.options("format")) {
        const auto format = base::from_name<report::Format>(name);  // the parser has seen to the choices
        if (format && std::find(formats.begin(), formats.end(), *format) == formats.end()) {
            formats.push_back(*format);
        }
    }
    return formats.empty() ? std::vector<report::Format>{report::Format::html} : formats;
}

void tell_jail_warnings(const Context& context) {
    base::on_jail_warning([&context](std::string_view warning) {
        static std::mutex mutex;
        const std::lock_guard<std::mutex> lock(mutex);
        context.err() << "warning: " << warning << '\n';
    });
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const Actor actor = actor_of(context, where);
    report::RenderRequest request;
    request.report = chosen_report(context, where);
    request.formats = formats_of(context);
    request.language = context.option_or("language", "");
    request.key = actor.key_or_null();
    const std::filesystem::path directory = context.option_or("out", ".");
    tell_jail_warnings(context);
    report::RenderedReport rendered;
    {
        Progress progress(context, "rendering", request.formats.size() + 1);
        request.on_step = [&progress] { progress.step(); };
        rendered = report::render(where, request);
    }
    for (const base::Problem& problem : rendered.problems) {
        if (problem.severity == base::Severity::warning) {
            context.err() << base::describe(problem) << '\n';
        }
    }
    base::make_directories(directory);
    Listing listing{.key = "files",
                    .columns = {{"format", "Format"}, {"file", "File"}, {"bytes", "Bytes", Align::right}}};
    for (const report::RenderedFile& file : rendered.files) {
        const std::filesystem::path path = directory / file.name;
        base::write_atomically(path, file.bytes);
        listing.rows.push_back({std::string(base::name_of(file.format)), path.generic_string(),
                                static_cast<std::int64_t>(file.bytes.size())});
    }
    print(context, listing);
}

}  // namespace

Command describe() {
    return {.noun = "report",
            .verb = "render",
            .summary = "write a report as HTML, DOCX and PDF",
            .arguments = {{"EVALUATION", "its identifier"}},
            .options = {report_option(),
                        {"format",
                         "FORMAT",
                         "the form to write; may be repeated",
                         {"html", "docx", "pdf"},
                         Repeats::yes},
                        {"language", "CODE", "another language than the report's own"},
                        {"out", "DIR", "the directory to write to"}},
            .json = Json::yes,
            .run = run};
}

}  // namespace rapporteur::cli::command::report_render
