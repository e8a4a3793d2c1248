// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/text.hpp"
#include "dossier/chapter.hpp"
#include "report/material.hpp"
#include "report/small_report.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::report;

TEST_SUITE_BEGIN("report.material");

TEST_CASE("numbers run over all chapters and leave headings and texts out") {
    const store::Register where = register_with(small_dossier());
    const Material material = read_material(where, k_final);
    CHECK(material.numbers == std::map<std::string, int, std::less<>>{
                                  {"kbbbbb", 1}, {"kccccc", 2}, {"kddddd", 3}, {"keeeee", 4}});
    REQUIRE(material.items.size() == 9);
    CHECK(material.items[1].number == 0);
    CHECK(material.items[7].number == 3);
    CHECK(material.subject_name == "Xania");
    CHECK(read_material(where, k_interim).subject_name == "Old Xania");
    CHECK(material.problems.empty());
}

TEST_CASE("places are the lines of the chapter files that dump writes") {
    for (const char* id : {"greta/XAA-1/report/final", "greta/XAA-2/report/interim"}) {
        const Material material = read_material(shipped(), domain::ReportId(id));
        std::map<std::string, std::string> files;
        for (const domain::Chapter& chapter : material.report.chapters) {
            const std::string kind(base::name_of(material.report.kind));
            files["report/" + kind + "/" + chapter.slug + ".en.md"] = dossier::write_chapter(chapter.items);
        }
        REQUIRE(material.items.size() > 80);
        for (const MaterialItem& each : material.items) {
            CAPTURE(each.place.file);
            CAPTURE(each.place.line);
            const auto lines = base::split_lines(files.at(each.place.file));
            const std::string_view line = lines.at(static_cast<std::size_t>(each.place.line) - 1);
            const std::string_view first = base::split_lines(each.item.markdown).front();
            CHECK(line.find(first) != std::string_view::npos);
        }
    }
}

TEST_CASE("for the figures of a report its observations and words are read and no prose") {
    const domain::ReportId id("greta/XAA-2/report/final");
    const Material whole = read_material(shipped(), id);
    const Material figures = read_figure_material(shipped(), id);
    CHECK(figures.items.empty());
    CHECK(figures.language == whole.language);
    CHECK((figures.report.kind == whole.report.kind));
    REQUIRE(!whole.observations.empty());
    CHECK(figures.observations.size() == whole.observations.size());
    REQUIRE(figures.vocabulary);
    CHECK(figures.vocabulary->question_number("stat.identified") ==
          whole.vocabulary->question_number("stat.identified"));
}

TEST_CASE("a report or a language that is not there is named") {
    const store::Register where = register_with(small_dossier());
    CHECK_THROWS_WITH_AS(read_material(where, domain::ReportId("peer/XAA-2/report/other")),
                         "there is no report peer/XAA-2/report/other", base::Error);
    CHECK_THROWS_WITH_AS(read_material(where, k_final, "fr"),
                         "peer/XAA-2/report/final has no chapters in the language fr", base::Error);
    CHECK_THROWS_AS(read_material(where, domain::ReportId("peer/XAA-9/report/final")), base::Error);
    CHECK_THROWS_AS(read_material(where, domain::ReportId("nothing")), base::Error);
}

TEST_SUITE_END();
