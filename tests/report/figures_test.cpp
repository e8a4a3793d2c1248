// SPDX-License-Identifier: EUPL-1.2
#include "report/assemble.hpp"
#include "report/figures.hpp"
#include "report/small_report.hpp"
#include "statistics/figure.hpp"
#include "store/replies.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <algorithm>
#include <array>

using namespace rapporteur;
using namespace rapporteur::report;

namespace {

using Rows = std::vector<std::vector<std::string>>;

const document::Table& table_in(const document::Div& div) {
    const auto* table = div.content.front().as<document::Table>();
    REQUIRE(table != nullptr);
    return *table;
}

// The cells as words, the head first; superscripts left out.
Rows cells_of(const document::Table& table) {
    Rows rows;
    const auto add = [&rows](const document::Row& row) {
        rows.emplace_back();
        for (const document::Cell& cell : row.cells) {
            document::Rewriter bare;
            bare.in_line = [](document::Inline node) -> document::Inlines {
                const auto* styled = node.as<document::Styled>();
                const bool mark = styled != nullptr && styled->style == document::Style::superscript;
                return mark ? document::Inlines{} : document::Inlines{std::move(node)};
            };
            std::string text = document::plain_text(document::rewrite(cell.content, bare));
            while (!text.empty() && text.back() == '\n') {
                text.pop_back();
            }
            rows.back().push_back(text);
        }
    };
    for (const document::Row& row : table.head) {
        add(row);
    }
    for (const document::TableBody& body : table.bodies) {
        for (const document::Row& row : body.rows) {
            add(row);
        }
    }
    return rows;
}

std::vector<document::Div> divs_in(const document::ReportDocument& report, std::string_view name) {
    std::vector<document::Div> found;
    for (const document::Part& part : report.parts) {
        for (document::Div& div : divs_of(part.blocks, name)) {
            found.push_back(std::move(div));
        }
    }
    return found;
}

// The observation of an indicator in a year with this one dimension, straight from the register.
std::string row_value(const std::vector<domain::Observation>& rows, std::string_view indicator, int year,
                      const std::string& dim) {
    for (const domain::Observation& row : rows) {
        if (row.indicator == indicator && row.year == year && row.dims == std::vector<std::string>{dim}) {
            return row.value;
        }
    }
    return "none";
}

AssembledReport with_block(const std::string& markdown) {
    domain::Dossier dossier = small_dossier();
    final_items(dossier).push_back(paragraph("kfffff", markdown));
    const store::Register where = register_with(dossier);
    return assemble(where, k_final);
}

}  // namespace

TEST_SUITE_BEGIN("report.figures");

TEST_CASE("blocks become tables with the figures of their rows") {
    const store::Register where = register_with(small_dossier());
    const AssembledReport report = assemble(where, k_final);
    CHECK(report.problems.empty());
    const auto tables = divs_in(report.document, "data");
    REQUIRE(tables.size() == 2);
    CHECK(cells_of(table_in(tables[0])) ==
          Rows{{"Number of persons", "2015", "2016"}, {"Women", "31", "28"}, {"Men", "12", "30"}});
    CHECK(cells_of(table_in(tables[1])) ==
          Rows{{"Figures", "2015", "2016"}, {"Assisted", "40", "1\u00A0250"}, {"Shelters", "2", "…"}});
    const std::string text = document::plain_text(tables[1].content);
    CHECK(text.find("Source: Government of Xania, reply to the questionnaire (27 February 2017).") !=
          std::string::npos);
    CHECK(text.find("… no figure. a\u00A0Not available. The register was closed.") != std::string::npos);
    CHECK(document::plain_text(tables[0].content).find("Source: Parliament, Law on Order (1 March 2015).") !=
          std::string::npos);
    CHECK(tables[0].attr.identifier == "kddddd-1");
}

TEST_CASE("captions give label and words") {
    CHECK(split_caption("Table 3: Victims: by form").label == "Table 3");
    CHECK(split_caption("Table 3: Victims: by form").text == "Victims: by form");
    CHECK(split_caption("Victims by\n form").label.empty());
    CHECK(split_caption("Victims by\n form").text == "Victims by form");
    CHECK(split_caption("What they said: nothing").label.empty());
}

TEST_CASE("faulty blocks are problems of their paragraph and print nothing") {
    struct Case {
        const char* block;
        const char* says;
    };
    constexpr Case k_cases[] = {
        {"```{.statistics indicator=victims by=form years=2015}\nTable\n```",
         "there are no figures of indicator victims by form"},
        {"```{.statistics indicator=nothing by=total years=2015}\nTable\n```",
         "neither a figure nor a reason"},
        {"```{.statistics question=stat.support by=series years=1990}\nTable\n```", "there are no figures"},
        {"```{.statistics by=series years=2015}\nTable\n```", "needs a question or an indicator"},
        {"```{.chart indicator=victims by=group years=2015 kind=cake}\nChart\n```", "no kind of chart"},
        {"```{.statistics indicator=victims by=group years=2015}\n```", "have no caption"},
    };
    for (const Case& each : k_cases) {
        CAPTURE(each.block);
        const AssembledReport report = with_block(each.block);
        const auto said = saying(report.problems, each.says);
        REQUIRE(said.size() >= 1);
        CHECK(said[0].find("kfffff") != std::string::npos);
    }
}

TEST_CASE("a year without a row is told apart from a reason") {
    const AssembledReport report =
        with_block("```{.statistics indicator=victims by=group years=2015-2017}\nTable\n```");
    CHECK(saying(report.problems, "women in 2017: neither a figure nor a reason").size() == 1);
    const auto tables = divs_in(report.document, "data");
    REQUIRE(tables.size() == 3);
    CHECK(cells_of(table_in(tables[2]))[1][3] == "…");
    CHECK(document::plain_text(tables[2].content).find("a\u00A0The source gives no figure.") !=
          std::string::npos);
}

TEST_CASE("figures whose publication was refused are kept out of a final report") {
    domain::Dossier dossier = small_dossier();
    dossier.replies[0].answers[1].consent = domain::Consent::refused;
    const store::Register where = register_with(dossier);
    CHECK(saying(assemble(where, k_final).problems, "publication was refused").size() == 1);
    CHECK(base::has_errors(assemble(where, k_final).problems));
    CHECK_FALSE(base::has_errors(assemble(where, k_interim).problems));
}

TEST_CASE("a sender who refused to be named is not named as a source") {
    domain::Dossier dossier = small_dossier();
    dossier.replies[2].answers.push_back(dossier.replies[0].answers[1]);
    dossier.replies[2].publication = domain::Consent::given;
    final_items(dossier).push_back(paragraph(
        "kfffff", "```{.statistics question=stat.support reply=quiet by=series years=2015}\nTable\n```"));
    const store::Register where = register_with(dossier);
    const AssembledReport report = assemble(where, k_final);
    const auto tables = divs_in(report.document, "data");
    REQUIRE(tables.size() == 3);
    const std::string text = document::plain_text(tables[2].content);
    CHECK(text.find("Source: Information received in confidence.") != std::string::npos);
    CHECK(text.find("Quiet") == std::string::npos);
}

TEST_CASE("charts say their figures in words and have a picture") {
    const AssembledReport report =
        with_block("```{.chart indicator=victims by=group years=2015-2016 kind=bars}\nChart 1: Victims\n```");
    CHECK(report.problems.empty());
    const auto figures = divs_in(report.document, "figure");
    REQUIRE(figures.size() == 1);
    CHECK(report.document.pictures.count("kfffff-1") == 1);
    const document::Image* image = nullptr;
    document::Visitor visitor;
    visitor.in_line = [&image](const document::Inline& node) {
        image = node.as<document::Image>() != nullptr ? node.as<document::Image>() : image;
    };
    document::walk(figures[0].content, visitor);
    REQUIRE(image != nullptr);
    CHECK(image->target == "kfffff-1");
    const std::string alternative = document::plain_text(image->alternative);
    for (const char* expected : {"Victims", "Women", "31", "28", "Men", "12", "30"}) {
        CHECK(alternative.find(expected) != std::string::npos);
    }
}

TEST_CASE("every figure in the tables of the shipped reports is the register's") {
    const domain::EvaluationId evaluation("greta/XAA-2");
    const auto rows = store::list_observations(shipped(), evaluation);
    const AssembledReport report = assemble(shipped(), domain::ReportId("greta/XAA-2/report/final"));
    CHECK(report.problems.empty());
    auto tables = divs_in(report.document, "data");
    REQUIRE(tables.size() == 7);
    // Two were written by hand.
    tables.erase(std::remove_if(tables.begin(), tables.end(),
                                [](const document::Div& div) { return div.attr.identifier.empty(); }),
                 tables.end());
    REQUIRE(tables.size() == 5);
    const Rows groups = cells_of(table_in(tables[0]));
    REQUIRE(groups.size() == 5);
    constexpr std::array<const char*, 3> k_groups{"women", "men", "children"};
    int all = 0;
    for (std::size_t year = 0; year < 5; ++year) {
        int sum = 0;
        for (std::size_t i = 0; i < k_groups.size(); ++i) {
            const std::string& printed = groups[i + 1][year + 1];
            CHECK(printed == row_value(rows, "victims-identified", 2012 + static_cast<int>(year),
                                       std::string("group=") + k_groups[i]));
            sum += std::stoi(printed);
        }
        CHECK(groups[4][year + 1] == std::to_string(sum));
        all += sum;
    }
    CHECK(all == 347);
    const auto reply = store::find_reply(shipped(), domain::ReplyId("greta/XAA-2/reply/government"));
    REQUIRE(reply);
    const domain::Answer* answer = reply->find_answer("stat.proceedings");
    REQUIRE(answer != nullptr);
    const Rows proceedings = cells_of(table_in(tables[4]));
    REQUIRE(proceedings.size() == 11);
    std::size_t compared = 0;
    for (std::size_t row = 1; row < proceedings.size(); ++row) {
        for (std::size_t year = 1; year <= 5; ++year) {
            const domain::Cell& cell = answer->cells[(year - 1) * 10 + row - 1];
            REQUIRE(cell.dims[0] == fmt::format("year={}", 2011 + year));
            if (!cell.reason) {
                CHECK(proceedings[row][year] == cell.raw);
                ++compared;
            }
        }
    }
    CHECK(compared == 47);
    // A missing year is explained.
    CHECK(document::plain_text(tables[4].content)
              .find("No liability of legal persons before 1 January 2014.") != std::string::npos);
}

TEST_SUITE_END();
