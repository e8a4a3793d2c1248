// SPDX-License-Identifier: EUPL-1.2
#include "base/file.hpp"
#include "framework/framework_file.hpp"
#include "small_framework.hpp"

#include <algorithm>
#include <filesystem>

using namespace rapporteur;
using namespace rapporteur::framework;

namespace {

std::string shipped(std::string_view name) {
    const std::filesystem::path path = std::filesystem::path(RAPPORTEUR_SOURCE_DIR) / "questionnaires" / name;
    return base::read_file(path, base::ByteLimit{4U << 20});
}

domain::Framework read(const std::string& bytes) {
    base::Problems problems;
    domain::Framework framework = read_framework(bytes, "f.xml", problems);
    for (const base::Problem& problem : problems) {
        MESSAGE(base::describe(problem));
    }
    REQUIRE(problems.empty());
    return framework;
}

}  // namespace

TEST_SUITE("framework.file") {
    TEST_CASE("what was written is read again byte for byte") {
        CHECK(write_framework(read(std::string(k_small))) == k_small);
    }

    TEST_CASE("values come out as they stand in the file") {
        const domain::Framework framework = read(std::string(k_small));
        CHECK(framework.id.text() == "rivers");
        CHECK(framework.find_verb("hopes")->rank == 2);
        CHECK(framework.find_stage("answer")->within->text() == "P3M");
        CHECK(framework.documents.at(0).visibility.at(1).needs_consent);
        CHECK_FALSE(framework.rules.at(0).confirmed);
        CHECK(framework.find_round("1")->outline.at(1).parent == "facts");
        CHECK(framework.find_subject("XAA")->names.at(1).from == base::Date::of(2015, 1, 1));
    }

    TEST_CASE("each shipped framework is free of faults and survives writing") {
        for (const std::string_view name :
             {"greta/framework.xml", "national/framework.xml", "tip/framework.xml", "upr/framework.xml"}) {
            CAPTURE(name);
            const domain::Framework framework = read(shipped(name));
            CHECK(read(write_framework(framework)) == framework);
        }
    }

    TEST_CASE("the convention has its 47 articles and every round its outline or a reason") {
        const domain::Framework framework = read(shipped("greta/framework.xml"));
        int articles = 0;
        for (const domain::Provision& provision : framework.provisions) {
            articles += provision.parent.empty() ? 0 : 1;
            CHECK(domain::find_text(provision.title, "en") != nullptr);
        }
        CHECK(articles == 47);
        CHECK(framework.rounds.size() == 4);
        CHECK(framework.verbs.size() == 3);
        CHECK(framework.find_stage("comments")->within->text() == "P2M");
        CHECK(framework.find_document("note")->visibility.size() == 1);
        CHECK(framework.find_subject("XAA")->invented);
    }

    TEST_CASE("what the convention's decisions and permits count is a person each") {
        const domain::Framework framework = read(shipped("greta/framework.xml"));
        const auto rule =
            std::find_if(framework.rules.begin(), framework.rules.end(),
                         [](const domain::Rule& each) { return each.id == "small-cell-units"; });
        REQUIRE(rule != framework.rules.end());
        CHECK_FALSE(rule->confirmed);
        for (const char* const indicator : {"recovery-periods", "residence-permits"}) {
            CAPTURE(indicator);
            const auto found =
                std::find_if(framework.indicators.begin(), framework.indicators.end(),
                             [&](const domain::Indicator& each) { return each.id == indicator; });
            REQUIRE(found != framework.indicators.end());
            const std::vector<std::string_view> units = base::split_words(rule->value);
            CHECK(std::find(units.begin(), units.end(), found->unit) != units.end());
        }
    }

    TEST_CASE("faults of form carry their lines") {
        const std::string bytes =
            small_with(R"(<rule id="members-min" value="3")", R"(<rule id="members-min" valeu="3")");
        const base::Problems problems = problems_of(bytes);
        REQUIRE(problems.size() == 2);
        CHECK(problems.at(0).text.find("lacks the attribute value") != std::string::npos);
        CHECK(problems.at(1).hint == "did you mean value?");
        CHECK(problems.at(1).place.line == base::line_of(bytes, bytes.find("valeu")));
    }

    TEST_CASE("faults against the rules are named beside faults of form") {
        std::string bytes =
            small_with(R"(<rule id="members-min" value="3")", R"(<rule id="members-min" valeu="3")");
        const std::string_view after = "after=\"ask\"";
        REQUIRE(bytes.find(after) != std::string::npos);
        bytes.replace(bytes.find(after), after.size(), "after=\"nothing\"");
        const base::Problems problems = problems_of(bytes);
        REQUIRE(problems.size() == 3);
        CHECK(problems.at(2).text == "there is no stage \"nothing\" that it could follow");
    }

    TEST_CASE("what the reader could not read is named once and not missed wherever it is pointed at") {
        for (const std::string_view list :
             {"languages", "bodies", "respondents", "provisions", "stages", "verbs", "rounds"}) {
            CAPTURE(list);
            std::string bytes(k_small);
            for (const std::string& tag : {"<" + std::string(list) + ">", "</" + std::string(list) + ">"}) {
                REQUIRE(bytes.find(tag) != std::string::npos);
                bytes.replace(bytes.find(tag) + tag.size() - 1, 1, "x>");
            }
            const base::Problems problems = problems_of(bytes);
            REQUIRE(problems.size() == 1);
            CHECK(problems.front().text.find("has no element") != std::string::npos);
        }
    }

    TEST_CASE("a document type declaration is refused before anything is read") {
        const base::Problems problems =
            problems_of(small_with("<framework", "<!DOCTYPE framework [<!ENTITY a \"a\">]><framework"));
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().text.find("DOCTYPE") != std::string::npos);
    }
}
