// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/process.hpp"
#include "base/text.hpp"
#include "document/fake_program.hpp"
#include "document/zip.hpp"
#include "report/material.hpp"
#include "report/render.hpp"
#include "report/small_report.hpp"
#include "store/reports.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <map>
#include <set>

using namespace rapporteur;
using namespace rapporteur::report;

namespace {

base::Outcome run_tool(const char* program, std::vector<std::string> arguments) {
    base::Command command;
    command.program = base::require_program(program);
    command.arguments = std::move(arguments);
    command.environment = {{"LANG", "C.UTF-8"}};
    command.time_limit = std::chrono::seconds(60);
    command.output_limit = 64U << 20;
    return base::run(command);
}

// The text of a rendered file as its readers see it: of the PDF by pdftotext, of the DOCX all XML of the package.
std::string text_of(const RenderedFile& file) {
    if (file.format == Format::html) {
        return file.bytes;
    }
    const base::ScratchDirectory scratch;
    const std::filesystem::path path = scratch.path() / file.name;
    base::write_atomically(path, file.bytes);
    if (file.format == Format::pdf) {
        return run_tool("pdftotext", {"-layout", path.string(), "-"}).out;
    }
    std::string text;
    for (const document::ZipPart& part : document::read_zip(file.bytes)) {
        text += part.bytes + "\n";
    }
    return text;
}

const RenderedReport& rendered(const char* id) {
    static std::map<std::string, RenderedReport> made;
    const auto known = made.find(id);
    if (known != made.end()) {
        return known->second;
    }
    RenderRequest request;
    request.report = domain::ReportId(id);
    request.formats = {Format::html, Format::docx, Format::pdf};
    return made.emplace(id, render(shipped(), request)).first->second;
}

// key -> number as the HTML prints it: <div id="k7c2xq" ...><p><a class="pn" ...>12.</a>
std::map<std::string, std::string> numbers_in_html(const std::string& html) {
    std::map<std::string, std::string> numbers;
    for (std::size_t at = html.find("class=\"pn\""); at != std::string::npos;
         at = html.find("class=\"pn\"", at + 1)) {
        const std::size_t href = html.find("href=\"#", at);
        const std::size_t text = html.find('>', at) + 1;
        const std::string key = html.substr(href + 7, 6);
        numbers[key] = html.substr(text, html.find_first_not_of("0123456789", text) - text);
    }
    return numbers;
}

constexpr const char* k_shipped_final = "greta/XAA-2/report/final";

}  // namespace

TEST_SUITE_BEGIN("report.render");

TEST_CASE("files are named after the report") {
    CHECK(file_name(domain::ReportId("peer/XAA-2/report/final"), Format::pdf) == "peer-XAA-2-final.pdf");
    CHECK(file_name(domain::ReportId("peer/XAA-2/report/interim"), Format::html, "fr") ==
          "peer-XAA-2-interim.fr.html");
}

TEST_CASE("all formats and the list of recommendations have the same numbers") {
    const RenderedReport& report = rendered(k_shipped_final);
    REQUIRE(report.files.size() == 3);
    const std::string html = text_of(report.files[0]);
    const std::string docx = text_of(report.files[1]);
    const std::string pdf = text_of(report.files[2]);
    std::set<std::string> lines;  // the first word of each
    for (const std::string_view line : base::split_lines(pdf)) {
        const auto words = base::split_words(line);
        lines.insert(words.empty() ? "" : std::string(words.front()));
    }
    const auto numbers = numbers_in_html(html);
    REQUIRE(numbers.size() == 95);
    std::set<std::string> seen;
    for (const auto& one : numbers) {
        const auto& key = one.first;
        const auto& number = one.second;
        CAPTURE(key);
        CHECK(number ==
              std::to_string(
                  number_paragraphs(*store::find_report(shipped(), domain::ReportId(k_shipped_final)), "en")
                      .at(key)));
        CHECK(seen.insert(number).second);
        // A bookmark of the key stands in the very paragraph that begins with the number.
        const std::size_t bookmark = docx.find("w:name=\"" + key + "\"");
        REQUIRE(bookmark != std::string::npos);
        const std::size_t text = docx.find("<w:t", bookmark);
        const std::size_t begin = docx.find('>', text) + 1;
        CHECK(docx.substr(begin, docx.find_first_not_of("0123456789", begin) - begin) == number);
        CHECK(lines.count(number + ".") != 0);
    }
    const auto& items = rendered(k_shipped_final).facts;
    CHECK(items.recommendations == 22);
    const auto held = store::find_report(shipped(), domain::ReportId(k_shipped_final));
    for (const domain::Chapter& chapter : held->chapters) {
        for (const domain::ReportItem& item : chapter.items) {
            if (item.kind == domain::ItemKind::recommendation) {
                const std::string expected = "href=\"#" + item.key + "\" class=\"pref\">paragraph\u00A0" +
                                             numbers.at(item.key) + "</a>)";
                CAPTURE(expected);
                CHECK(html.find(expected) != std::string::npos);
            }
        }
    }
}

TEST_CASE("neither evidence nor a confidential sender is in any format") {
    for (const char* id :
         {"greta/XAA-2/report/final", "greta/XAA-2/report/interim", "greta/XAA-1/report/final"}) {
        for (const RenderedFile& file : rendered(id).files) {
            const std::string text = text_of(file);
            CAPTURE(file.name);
            REQUIRE(text.size() > 20'000);
            for (const char* secret : {"Furrow", "furrow", "XAA/source", "XAA/body", "/reply/", "/note/",
                                       "/meeting/", "ngo-harbour", "class=\"ev\"", "{.ev", "person/"}) {
                CAPTURE(secret);
                CHECK(text.find(secret) == std::string::npos);
            }
        }
    }
}

TEST_CASE("the interim report is marked and has no comments") {
    for (const RenderedFile& file : rendered("greta/XAA-2/report/interim").files) {
        CAPTURE(file.name);
        const std::string text = text_of(file);
        CHECK(text.find("DRAFT – CONFIDENTIAL") != std::string::npos);
        CHECK(text.find("For the authorities of Velsonia") != std::string::npos);
        CHECK(text.find("1 December 2017") != std::string::npos);
        CHECK(text.find("no part of the analysis") == std::string::npos);
    }
    for (const RenderedFile& file : rendered(k_shipped_final).files) {
        CAPTURE(file.name);
        const std::string text = base::collapse_spaces(text_of(file));
        CHECK(text.find("DRAFT") == std::string::npos);
        CHECK(text.find("no part of the analysis") != std::string::npos);
    }
}

TEST_CASE("the same register gives the same bytes") {
    setenv("SOURCE_DATE_EPOCH", "1795248000", 1);
    const store::Register where = register_with(small_dossier());
    RenderRequest request;
    request.report = k_final;
    request.formats = {Format::pdf, Format::docx, Format::html};
    std::atomic<int> steps = 0;
    request.on_step = [&steps] { ++steps; };
    const RenderedReport once = render(where, request);
    CHECK(steps == 4);
    const RenderedReport twice = render(register_with(small_dossier()), request);
    unsetenv("SOURCE_DATE_EPOCH");
    REQUIRE(once.files.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CAPTURE(once.files[i].name);
        CHECK(once.files[i].format == request.formats[i]);
        CHECK(once.files[i].bytes.size() > 5000);
        CHECK(once.files[i].bytes == twice.files[i].bytes);
    }
}

TEST_CASE("a report with errors is not rendered and all of them are told") {
    domain::Dossier dossier = small_dossier();
    final_items(dossier).push_back(paragraph("kfffff", "See [](#kzzzzz). <b>Now</b>."));
    final_items(dossier).push_back(paragraph("kggggg", "See [](#kyyyyy)."));
    const store::Register where = register_with(dossier);
    RenderRequest request;
    request.report = k_final;
    request.formats = {Format::html};
    try {
        render(where, request);
        FAIL("it was rendered");
    } catch (const base::InvalidInput& fault) {
        CHECK(saying(fault.problems(), "raw HTML").size() >= 1);
        CHECK(saying(fault.problems(), "#kyyyyy").size() == 1);
    }
}

TEST_CASE("a missing program is named with its package") {
    const store::Register where = register_with(small_dossier());
    RenderRequest request;
    request.report = k_final;
    request.formats = {Format::html};
    document::FakePath nothing;
    try {
        render(where, request);
        FAIL("it was rendered");
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::tool_failed);
        CHECK((error.message() + error.reason() + error.help()).find("pandoc") != std::string::npos);
    }
}

TEST_SUITE_END();
