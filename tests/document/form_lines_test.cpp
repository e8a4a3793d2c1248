// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "document/form_lines.hpp"
#include "document/form_tokens.hpp"
#include "document/report_document.hpp"
#include "document/write_report.hpp"
#include "document/zip.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace rapporteur;
using namespace rapporteur::document;

namespace {

ReportDocument small_form() {
    ReportDocument form;
    form.use = DocumentUse::to_fill_in;
    form.body = "Group of experts";
    form.title = "Questionnaire";
    form.state = "Xania";
    form.symbol = reference_line({"peer/XAA-2/issue/government", "peer/round-2@2014.1", "en", ""});
    Blocks blocks{report_heading(1, "s_law", "I.", text_inlines("Law"))};
    blocks.push_back(report_heading(2, bookmark_of("law.new"), "", text_inlines("Question 1")));
    blocks.push_back(form_line(FormLine::question_text, text_inlines("Which laws are new?")));
    blocks.push_back(form_line(FormLine::begin, text_inlines(begin_line("law.new"))));
    blocks.push_back(form_line(FormLine::option, marked_words("☐ Yes", option_mark("yes"))));
    blocks.push_back(form_line(FormLine::answer, text_inlines(k_placeholder)));
    blocks.push_back(form_line(FormLine::end, text_inlines(end_line("law.new"))));
    blocks.push_back(form_table({"Persons",
                                 {marked_words("2015", place_mark({"year=2015"}))},
                                 {marked_words("Women", place_mark({"sex=f"}))}}));
    form.parts.push_back({PartKind::chapter, std::move(blocks)});
    return form;
}

const std::string& package_part(const std::string& name) {
    static const std::map<std::string, std::string> parts = [] {
        std::map<std::string, std::string> by_name;
        for (ZipPart& part : read_zip(write_docx(small_form()))) {
            by_name[part.name] = std::move(part.bytes);
        }
        return by_name;
    }();
    return parts.at(name);
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// The paragraph of the DOCX in which that stands.
std::string paragraph_with(std::string_view words) {
    const std::string& text = package_part("word/document.xml");
    const std::size_t at = text.find(words);
    REQUIRE(at != std::string::npos);
    const std::size_t begin = text.rfind("<w:p>", at);
    return text.substr(begin, text.find("</w:p>", at) - begin);
}

}  // namespace

TEST_SUITE("document.form_lines") {

    TEST_CASE("a heading holds its bookmark within its own paragraph") {
        const std::string heading = paragraph_with("Question 1");
        CHECK(has(heading, "<w:pStyle w:val=\"Heading2\" />"));
        CHECK(has(heading, "w:name=\"q_law_new\"/>"));
        CHECK(has(heading, "<w:bookmarkEnd"));
        const std::string& text = package_part("word/document.xml");
        CHECK_FALSE(has(text, "</w:p><w:bookmark"));
        CHECK_FALSE(has(text, "<w:body><w:bookmark"));
    }

    TEST_CASE("the lines round an answer are paragraphs of their own in one run of text") {
        const std::string begin = paragraph_with("[#law.new]");
        CHECK(has(begin, "<w:pStyle w:val=\"AnswerToken\"/>"));
        CHECK(has(begin, ">[#law.new]</w:t>"));
        CHECK_FALSE(has(begin, "keepNext"));  // the style holds it to what follows
        CHECK(has(paragraph_with("[/#law.new]"), "<w:keepNext w:val=\"0\"/>"));
        CHECK(has(paragraph_with("[=yes]"), "☐"));
        const std::string& styles = package_part("word/styles.xml");
        for (const char* style :
             {"AnswerToken", "AnswerMark", "AnswerOption", "Answer", "QuestionText", "Guidance", "AnswerLead",
              "AnswerReason", "AnswerSheet", "FormTitle", "FormNote"}) {
            CAPTURE(std::string(style));
            CHECK(has(styles, "w:styleId=\"" + std::string(style) + "\""));
        }
    }

    TEST_CASE(
        "a table to be filled in has marks in its heads lines between its columns and one paragraph a cell") {
        const std::string& text = package_part("word/document.xml");
        CHECK(has(text, ">[year=2015]</w:t>"));
        CHECK(has(text, ">[sex=f]</w:t>"));
        CHECK(has(text,
                  "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/><w:jc w:val=\"right\"/></w:pPr></w:p></w:tc>"));
        CHECK(has(package_part("word/styles.xml"), "<w:insideV w:val=\"single\""));
    }

    TEST_CASE("a form has its reference on the first page and in the running head and no contents") {
        const std::string line = "[@ peer/XAA-2/issue/government peer/round-2@2014.1 en]";
        CHECK(has(package_part("word/document.xml"), line));
        CHECK(has(package_part("word/header.xml"), line));
        CHECK_FALSE(has(package_part("word/document.xml"), "PAGEREF"));
        // Nothing to ask of who opens it.
        CHECK(has(package_part("word/settings.xml"), "<w:updateFields w:val=\"false\"/>"));
        CHECK_FALSE(has(package_part("word/document.xml"), "<w:pageBreakBefore"));
        const std::string html = write_html(small_form());
        CHECK_FALSE(has(html, "<nav"));
        CHECK(has(html, "<div class=\"form-line token\">"));
        CHECK(has(html, "[#law.new]"));
    }
}
