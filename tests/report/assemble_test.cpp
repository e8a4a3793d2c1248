// SPDX-License-Identifier: EUPL-1.2
#include "document/references.hpp"
#include "document/tree_html.hpp"
#include "document/write_report.hpp"
#include "report/assemble.hpp"
#include "report/small_report.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::report;

namespace {

std::string text_of(const document::ReportDocument& report) {
    std::string text;
    for (const document::Part& part : report.parts) {
        text += document::plain_text(part.blocks) + "\n";
    }
    return text;
}

const document::Part* part_with(const document::ReportDocument& report, std::string_view identifier) {
    for (const document::Part& part : report.parts) {
        const auto* heading = part.blocks.front().as<document::Heading>();
        if (heading != nullptr && heading->attr.identifier == identifier) {
            return &part;
        }
    }
    return nullptr;
}

document::ReportDocument assembled(const domain::Dossier& dossier, const domain::ReportId& id = k_final) {
    const store::Register where = register_with(dossier);
    AssembledReport result = assemble(where, id);
    CHECK(result.problems.empty());
    document::check_report(result.document);
    return std::move(result.document);
}

}  // namespace

TEST_SUITE_BEGIN("report.assemble");

TEST_CASE("paragraphs bear their numbers and references lead to them") {
    const document::ReportDocument report = assembled(small_dossier());
    REQUIRE(report.parts.size() == 6);
    CHECK(report.parts[0].kind == document::PartKind::front);
    CHECK(report.parts[1].kind == document::PartKind::chapter);
    const auto law = divs_of(report.parts[1].blocks, "para");
    REQUIRE(law.size() == 2);
    CHECK(law[0].attr.identifier == "kbbbbb");
    CHECK(law[0].attr.value("number") == "1");
    CHECK(document::plain_text(law[0].content).find("(see paragraph 4)") != std::string::npos);
    CHECK(law[1].attr.value("number") == "2");
    CHECK(law[1].attr.value("rec") == "r01");
    CHECK(divs_of(report.parts[0].blocks, "para").empty());
    CHECK(divs_of(report.parts[0].blocks, "text").size() == 1);
    CHECK(report.parts[2].blocks[1].as<document::Heading>()->attr.value("label") == "1.");
}

TEST_CASE("evidence is in no part of the document") {
    const document::ReportDocument report = assembled(small_dossier());
    for (const document::Part& part : report.parts) {
        CHECK(document::evidence_in(part.blocks).empty());
        const std::string html = document::to_html(part.blocks).text();
        CHECK(html.find("peer/XAA-2") == std::string::npos);
        CHECK(html.find("XAA/source") == std::string::npos);
    }
}

TEST_CASE("the verb is bold where the author set nothing in bold") {
    const document::ReportDocument report = assembled(small_dossier());
    const std::string html = document::to_html(report.parts[1].blocks).text();
    CHECK(html.find("The <strong>panel urges</strong> the authorities") != std::string::npos);
    const std::string other = document::to_html(report.parts[2].blocks).text();
    CHECK(other.find("<strong>The panel considers that the authorities should help") != std::string::npos);
}

TEST_CASE("the first appendix lists every recommendation with its paragraph") {
    const document::ReportDocument report = assembled(small_dossier());
    const document::Part* part = part_with(report, "appendix-recommendations");
    REQUIRE(part != nullptr);
    CHECK(part->kind == document::PartKind::appendix);
    const std::string text = document::plain_text(part->blocks);
    CHECK(text.find("Appendix I – What is proposed") == 0);
    CHECK(text.find("The panel urges the authorities to keep order. (paragraph\u00A02)") !=
          std::string::npos);
    CHECK(text.find("pay. (paragraph\u00A04)") != std::string::npos);
    CAPTURE(text);
    CHECK(text.find("Law\n") < text.find("panel urges"));
    CHECK(text.find("Help\n") < text.find("panel considers"));
    CHECK(divs_of(part->blocks, "listed").size() == 2);
}

TEST_CASE("bodies that refused to be named are named nowhere") {
    const document::ReportDocument report = assembled(small_dossier());
    const document::Part* part = part_with(report, "appendix-bodies");
    REQUIRE(part != nullptr);
    const std::string text = document::plain_text(part->blocks);
    CHECK(text.find("Ministry of Order") != std::string::npos);
    CHECK(text.find("Government of Xania") != std::string::npos);
    CHECK(text.find("Loud Voices") != std::string::npos);
    CHECK(text.find("Office of the Nations") != std::string::npos);
    CHECK(text_of(report).find("Quiet Help") == std::string::npos);
    SUBCASE("nor is one that was never asked") {
        domain::Dossier dossier = small_dossier();
        dossier.replies[2].naming = domain::Consent::unset;
        CHECK(text_of(assembled(dossier)).find("Quiet Help") == std::string::npos);
    }
    SUBCASE("one that consents is named") {
        domain::Dossier dossier = small_dossier();
        dossier.replies[2].naming = domain::Consent::given;
        CHECK(text_of(assembled(dossier)).find("Quiet Help") != std::string::npos);
    }
}

TEST_CASE("final comments stand apart and only in the final report") {
    const document::ReportDocument report = assembled(small_dossier());
    CHECK(report.parts.back().kind == document::PartKind::comments);
    const std::string text = document::plain_text(report.parts.back().blocks);
    CHECK(text.find("Government of Xania, 4 May 2018") != std::string::npos);
    CHECK(text.find("It does not agree.") != std::string::npos);
    const document::ReportDocument interim = assembled(small_dossier(), k_interim);
    CHECK(text_of(interim).find("does not agree") == std::string::npos);
    CHECK(interim.parts.back().kind == document::PartKind::appendix);
}

TEST_CASE("markup in a stranger's comment is words or nothing") {
    domain::Dossier dossier = small_dossier();
    dossier.comments[0].text =
        "Read <script>alert(1)</script> this.\n\n[](#kbbbbb)\n\n::: {.para .rec}\nFalse.\n:::";
    const store::Register where = register_with(dossier);
    const AssembledReport result = assemble(where, k_final);
    CHECK_FALSE(base::has_errors(result.problems));
    CHECK_FALSE(result.problems.empty());
    const std::string html = document::to_html(result.document.parts.back().blocks).text();
    CHECK(html.find("<script") == std::string::npos);
    CHECK(divs_of(result.document.parts.back().blocks, "rec").empty());
    CHECK(html.find("False.") != std::string::npos);
}

TEST_CASE("the cover says what the report is") {
    const document::ReportDocument report = assembled(small_dossier());
    CHECK(report.body == "Panel of Peers");
    CHECK(report.title == "Report on Xania");
    CHECK(report.state == "Xania");
    CHECK(report.round == "Second round");
    CHECK(report.symbol == "P(2018)7");
    CHECK(report.date_line == "Adopted on 22 March 2018");
    CHECK(report.note == "Xania, its institutions, figures and persons are invented.");
    CHECK_FALSE(report.draft);
    const document::ReportDocument interim = assembled(small_dossier(), k_interim);
    REQUIRE(interim.draft);
    CHECK(interim.draft->text == "DRAFT – CONFIDENTIAL");
    CHECK(interim.draft->addressee == "For the authorities of Old Xania");
    CHECK(interim.draft->date == "sent on 1 December 2017");
    CHECK(interim.date_line == "Approved on 16 November 2017");
}

TEST_CASE("a round that the title names is not named again") {
    domain::Dossier dossier = small_dossier();
    dossier.reports.back().title = {{"en", "Report on Xania: second round"}};
    CHECK(assembled(dossier).round.empty());
}

TEST_CASE("a note that says it already is not told twice that all is invented") {
    domain::Dossier dossier = small_dossier();
    dossier.reports.back().note = {{"en", "Everything here is invented."}};
    CHECK(assembled(dossier).note == "Everything here is invented.");
    dossier.reports.back().note = {{"en", "Comments by May."}};
    CHECK(assembled(dossier).note ==
          "Comments by May. Xania, its institutions, figures and persons are invented.");
}

TEST_CASE("a final report that was not adopted bears the mark of a draft") {
    domain::Dossier dossier = small_dossier();
    dossier.reports.back().status = domain::ReportStatus::draft;
    CHECK(assembled(dossier).draft);
}

TEST_CASE("sections with one name or none have different anchors") {
    domain::Dossier dossier = small_dossier();
    auto& items = final_items(dossier);
    items.push_back(heading(2, "2.", "help", "Help again"));
    items.push_back(heading(2, "3.", "", "Untold"));
    items.push_back(heading(2, "4.", "", "Untold"));
    items.push_back(heading(2, "5.", std::string(60, 'x'), "Long"));
    assembled(dossier);
}

TEST_CASE("a bold line above a table that was written by hand is its caption") {
    domain::Dossier dossier = small_dossier();
    final_items(dossier).push_back(paragraph(
        "kfffff",
        "Look.\n\n**Table A: Acts: all**\n\n| Act | Year |\n|:--|--:|\n| One | 2014 |\n| Two | 2015 |\n\n"
        "**Bold words.**\n\nThe end."));
    const document::ReportDocument report = assembled(dossier);
    const auto tables = divs_of(report.parts[2].blocks, "data");
    REQUIRE(tables.size() == 3);
    CHECK(document::plain_text(tables[2].content).find("Table A. Acts: all") == 0);
    const std::string html = document::to_html(report.parts[2].blocks).text();
    CHECK(html.find("<strong>Table A") == std::string::npos);
    CHECK(html.find("<strong>Bold words.</strong>") != std::string::npos);
    // Figures are numbers of their own; a table by hand has no anchor.
    CHECK(tables[2].attr.identifier.empty());
}

TEST_CASE("text before the first heading still makes a document") {
    domain::Dossier dossier = small_dossier();
    auto& items = dossier.reports.back().chapters.front().items;
    items.insert(items.begin(), paragraph("kfffff", "Straight away."));
    const document::ReportDocument report = assembled(dossier);
    CHECK(document::plain_text(report.parts.front().blocks).find("Straight away.") != std::string::npos);
}

TEST_SUITE_END();
