// SPDX-License-Identifier: EUPL-1.2
#include "report/render.hpp"

#include "document/write_report.hpp"
#include "report/assemble.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <future>
#include <mutex>

namespace rapporteur::report {
namespace {

std::string write(const document::ReportDocument& document, Format format) {
    switch (format) {
    case Format::html:
        return document::write_html(document);
    case Format::docx:
        return document::write_docx(document);
    case Format::pdf:
        break;
    }
    return document::write_pdf(document);
}

}  // namespace

std::string file_name(const domain::ReportId& report, Format format, std::string_view language_suffix) {
    std::string name = report.text();
    const std::size_t kind = name.find("/report/");
    if (kind != std::string::npos) {
        name.erase(kind, std::string_view("/report").size());
    }
    std::replace(name.begin(), name.end(), '/', '-');
    return name + (language_suffix.empty() ? "" : "." + std::string(language_suffix)) + "." +
           std::string(base::name_of(format));
}

RenderedReport render(const store::Register& where, const RenderRequest& request) {
    std::mutex mutex;
    const auto step = [&mutex, &request] {
        const std::lock_guard<std::mutex> lock(mutex);
        if (request.on_step) {
            request.on_step();
        }
    };
    const Material material = read_material(where, request.report, request.language);
    CheckedReport checked = check(material, request.key);
    base::throw_if_errors(checked.problems, fmt::format("{} cannot be rendered", request.report.text()));
    const AssembledReport assembled = assemble(material);
    base::throw_if_errors(assembled.problems, fmt::format("{} cannot be rendered", request.report.text()));
    step();
    RenderedReport result;
    result.problems = std::move(checked.problems);
    result.facts = checked.facts;
    const std::string suffix = material.language == material.report.language ? "" : material.language;
    std::vector<std::future<std::string>> writers;
    for (const Format format : request.formats) {
        result.files.push_back(RenderedFile{format, file_name(request.report, format, suffix), ""});
        writers.push_back(std::async(std::launch::async, [&assembled, &step, format] {
            std::string bytes = write(assembled.document, format);
            step();
            return bytes;
        }));
    }
    // Every writer is awaited before the first failure is thrown on: they use what lives here.
    for (const std::future<std::string>& writer : writers) {
        writer.wait();
    }
    for (std::size_t i = 0; i < writers.size(); ++i) {
        result.files[i].bytes = writers[i].get();
    }
    return result;
}

}  // namespace rapporteur::report
