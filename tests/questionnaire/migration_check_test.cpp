// SPDX-License-Identifier: EUPL-1.2
#include "small_questionnaire.hpp"

using namespace rapporteur;
using namespace rapporteur::questionnaire;

namespace {

constexpr std::string_view k_earlier = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<questionnaire xmlns="urn:rapporteur:questionnaire:1" id="rivers/round-1@1" status="withdrawn" respondents="state">
 <title xml:lang="en">Rivers</title>
 <codelists>
  <codelist id="kind"><code v="source"><label xml:lang="en">Source</label></code></codelist>
 </codelists>
 <section id="all">
  <title xml:lang="en">All</title>
  <question id="law.exists"><text xml:lang="en">a</text><yesno partly="true"/></question>
  <question id="law.text"><text xml:lang="en">b</text><narrative/></question>
  <question id="waters"><text xml:lang="en">c</text><narrative/></question>
  <question id="begin"><text xml:lang="en">d</text><date precision="month"/></question>
  <question id="old.a"><text xml:lang="en">e</text><narrative/></question>
  <question id="old.b"><text xml:lang="en">f</text><narrative/></question>
  <question id="colour"><text xml:lang="en">g</text><narrative/></question>
 </section>
</questionnaire>
)xml";

base::Problems problems_with(std::string_view from, std::string_view to) {
    const std::string bytes = with(k_questionnaire, from, to);
    base::Problems problems;
    check_migration(read_clean(std::string(k_earlier)), read_clean(bytes), problems,
                    questionnaire_places(bytes, "q.xml"));
    return problems;
}

void refused(std::string_view from, std::string_view to, std::string_view text) {
    const base::Problems problems = problems_with(from, to);
    CAPTURE(to);
    REQUIRE_FALSE(problems.empty());
    INFO(base::describe(problems.front()));
    CHECK(problems.front().text.find(text) != std::string::npos);
    CHECK(problems.front().place.line > 0);
}

}  // namespace

TEST_SUITE("questionnaire.migration") {
    TEST_CASE("a complete map has no fault") {
        CHECK(problems_with("<title xml:lang=\"en\">Rivers", "<title xml:lang=\"en\">Rivers").empty());
    }

    TEST_CASE("a question of either version that no step names is named") {
        refused("  <step act=\"dropped\" from=\"colour\"/>\n", "",
                "leaves out the question colour of the earlier version");
        refused("  <step act=\"added\" to=\"remark\"/>\n", "",
                "leaves out the question remark of this version");
    }

    TEST_CASE("a question stands in one step only") {
        refused("act=\"dropped\" from=\"colour\"",
                "act=\"dropped\" from=\"colour\"/><step act=\"dropped\" from=\"waters\"",
                "stands in several steps");
    }

    TEST_CASE("steps name questions that exist and as many as they need") {
        refused("from=\"colour\"", "from=\"color\"", "the earlier version has no question color");
        refused("to=\"since\"", "to=\"sinse\"", "this version has no question sinse");
        refused("act=\"moved\" from=\"begin\" to=\"since\"", "act=\"moved\" from=\"begin\"", "right number");
        refused("act=\"dropped\" from=\"colour\"", "act=\"dropped\" from=\"colour\" to=\"depth\"",
                "right number");
    }

    TEST_CASE("a reworded question says what became of its substance") {
        refused(" substance=\"wider\"", "", "without its substance");
        refused("act=\"same\" from=\"law.exists\"", "act=\"same\" from=\"law.exists\" substance=\"same\"",
                "only a reworded question");
    }

    TEST_CASE("codes that are recoded exist") {
        refused("from=\"source\"", "from=\"sauce\"", "has no code sauce");
        refused("to=\"spring\" codelist", "to=\"sprung\" codelist", "has no code sprung");
    }

    TEST_CASE("nothing is recoded to a code that is no longer in use, and no code twice") {
        refused("to=\"spring\" codelist", "to=\"pond\" codelist",
                "the code pond of the list \"kind\" is no longer");
        refused("<step act=\"recode\" from=\"source\" to=\"spring\" codelist=\"kind\"/>",
                "<step act=\"recode\" from=\"source\" to=\"spring\" codelist=\"kind\"/>"
                "<step act=\"recode\" from=\"source\" to=\"well\" codelist=\"kind\"/>",
                "the code source of the list \"kind\" is recoded twice");
    }

    TEST_CASE("a code that goes without successor is named, and no fault") {
        const base::Problems problems =
            problems_with("  <step act=\"recode\" from=\"source\" to=\"spring\" codelist=\"kind\"/>\n", "");
        REQUIRE(problems.size() == 1);
        CHECK((problems.front().severity == base::Severity::warning));
        CHECK(problems.front().text.find("the code source of the list \"kind\" is gone") == 0);
    }

    TEST_CASE("a question that takes another kind of answer is not the same") {
        refused("<yesno partly=\"true\" explain=\"no partly\"/>", "<number/>",
                "law.exists takes another kind of answer than before (yesno, now number)");
        refused("act=\"reworded\" from=\"law.text\" substance=\"wider\"",
                "act=\"reworded\" from=\"law.text\" to=\"depth\" substance=\"same\"",
                "depth takes another kind of answer");
    }

    TEST_CASE("the versions that a map is needed from") {
        domain::Questionnaire questionnaire = read_clean(std::string(k_questionnaire));
        CHECK(versions_mapped(questionnaire) == std::vector<std::string>{"1"});
        questionnaire.migrations.push_back({"0", {}});
        CHECK(versions_mapped(questionnaire) == std::vector<std::string>{"1", "0"});
    }

    TEST_CASE("a map from another version or none at all is no map") {
        refused("<migration from=\"1\">", "<migration from=\"0\">", "no migration map from the version 1");
        base::Problems problems;
        domain::Questionnaire other = read_clean(std::string(k_earlier));
        other.id = domain::QuestionnaireId("rivers/round-2@1");
        check_migration(other, read_clean(std::string(k_questionnaire)), problems);
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().text.find("no version of the same") != std::string::npos);
    }
}
