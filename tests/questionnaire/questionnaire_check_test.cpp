// SPDX-License-Identifier: EUPL-1.2
#include "questionnaire/questionnaire_check.hpp"
#include "small_questionnaire.hpp"

using namespace rapporteur;
using namespace rapporteur::questionnaire;

namespace {

// One fault with that text, on the line where `at` stands in the spoilt file.
void refused(std::string_view from, std::string_view to, std::string_view text, std::string_view at) {
    const std::string bytes = with(k_questionnaire, from, to);
    const base::Problems problems = questionnaire_problems(bytes);
    CAPTURE(to);
    for (const base::Problem& problem : problems) {
        INFO(base::describe(problem));
    }
    REQUIRE(problems.size() == 1);
    INFO(base::describe(problems.front()));
    CHECK(problems.front().text.find(text) != std::string::npos);
    CHECK(problems.front().place.line == base::line_of(bytes, bytes.find(at)));
}

}  // namespace

TEST_SUITE("questionnaire.check") {
    TEST_CASE("the small questionnaire has no fault and is written as it was read") {
        CHECK(questionnaire_problems(std::string(k_questionnaire)).empty());
        CHECK(write_questionnaire(read_clean(std::string(k_questionnaire))) == k_questionnaire);
    }

    TEST_CASE("identifiers are unique") {
        refused(R"(<question id="depth")", R"(<question id="kinds")", "\"kinds\" stands twice",
                R"(<question id="kinds" number="1.4")");
        refused(R"(<section id="figures")", R"(<section id="law")", "\"law\" stands twice",
                R"(<section id="law" number="2")");
        refused(R"(<code v="spring">)", R"(<code v="well">)", "the code \"well\" stands twice",
                R"(<codelist id="kind")");
    }

    TEST_CASE("what is referred to exists") {
        refused(R"(choice codelist="kind")", R"(choice codelist="kinds")", "no codelist \"kinds\"",
                R"(<question id="kinds")");
        refused(R"(axis="row" codelist="kind")", R"(axis="row" codelist="sort")", "no codelist \"sort\"",
                R"(<question id="stat.waters")");
        refused(R"(over="kind")", R"(over="sort")", "no dimension of the table",
                R"(<question id="stat.waters")");
        refused(R"(codelist="kind" total="given")", R"(codelist="kind")", "a total over kind, which has none",
                R"(<question id="stat.waters")");
        refused(R"(provisions="1")", R"(provisions="2")", "no provision \"2\"",
                R"(<question id="law.exists")");
        refused(R"(indicator="waters")", R"(indicator="water")", "no indicator \"water\"",
                R"(<question id="stat.waters")");
        refused(R"(for="state")", R"(for="states")", "\"states\" is no respondent",
                R"(<section id="figures")");
        refused(R"(respondents="state ngo")", R"(respondents="state ngo king")", "no respondent \"king\"",
                R"(<questionnaire )");
        refused(R"(question="law.text"/>)", R"(question="law.txt"/>)", "no question \"law.txt\"",
                R"(<slot )");
        refused(R"(rivers/round-1@2)", R"(lakes/round-1@2)", "belongs to the framework lakes",
                R"(<questionnaire )");
    }

    TEST_CASE("conditions are understood and look at known questions") {
        refused(R"(when="${law.exists} = 'yes'")", R"(when="${law.exist} = 'yes'")",
                "no question \"law.exist\"", R"(<question id="law.text")");
        refused(R"(when="${law.exists} = 'yes'")", R"(when="$law.exists = 'yes'")", "at character 1",
                R"(<question id="law.text")");
        refused(R"(when="${law.exists} = 'yes'")", R"(when="${law.exists} = 'maybe'")",
                "can never be 'maybe'", R"(<question id="law.text")");
        refused(R"([kind=well])", R"([sort=well])", "has no dimension \"sort\"",
                R"(<question id="stat.waters")");
        refused(R"([kind=well])", R"([kind=lake])", "has no code \"lake\"", R"(<question id="stat.waters")");
    }

    TEST_CASE("a condition that looks at a later question is named") {
        refused(R"(when="${law.exists} = 'yes'")", R"(when="${depth} > 1")",
                "looks at depth, which stands later", R"(<question id="law.text")");
        refused(R"(id="law.exists" number="1.1")", R"(id="law.exists" when="${stat.waters} > 1")",
                "looks at stat.waters, which stands later", R"(<question id="law.exists")");
    }

    TEST_CASE("a circle of conditions is named with its members") {
        refused(R"(id="law.exists" number="1.1")", R"(id="law.exists" when="count(${law.text}) > 0")",
                "a circle of conditions: law.exists -> law.text -> law.exists",
                R"(<question id="law.exists")");
        refused(R"(id="law.exists" number="1.1")", R"(id="law.exists" when="${law.exists} = 'no'")",
                "law.exists -> law.exists", R"(<question id="law.exists")");
        const base::Problems problems =
            questionnaire_problems(with(k_questionnaire, R"(number="2" for="state")",
                                        R"(number="2" for="state" when="count(${stat.waters}) > 0")"));
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().text.find("stat.waters -> stat.waters") != std::string::npos);
    }

    TEST_CASE("every text has the master language") {
        refused(R"(<text xml:lang="en">How deep?)", R"(<text xml:lang="ru">Глубина?)",
                "no text in the master language en", R"(<question id="depth")");
        refused(R"(<text xml:lang="en">How deep?</text>)",
                R"(<text xml:lang="en">How deep?</text><text xml:lang="fr">Profondeur ?</text>)",
                "fr, which is not declared", R"(<question id="depth")");
        refused(R"(code="ru" role="courtesy")", R"(code="ru" role="master")", "several master languages",
                R"(<questionnaire )");
    }

    TEST_CASE("a missing translation into an official language is a warning") {
        const base::Problems problems = questionnaire_problems(
            with(k_questionnaire, R"(code="ru" role="courtesy")", R"(code="ru" role="official")"));
        CHECK(problems.size() > 10);
        CHECK_FALSE(base::has_errors(problems));
    }

    TEST_CASE("faults of form carry their lines") {
        refused(R"(required="block")", R"(required="must")", "\"must\" can not be the attribute required",
                R"(required="must")");
        refused(R"(attachments="expected")", R"(attachments="some")",
                "\"some\" can not be the attribute attachments", R"(attachments="some")");
        refused(R"(precision="month")", R"(precision="week")", "\"week\" can not be", R"(precision="week")");
        refused(R"(from="2019" to="2020")", R"(from="2021" to="2020")", "an earlier to a later",
                R"(from="2021")");
        refused(R"(from="2019" to="2020")", R"(from="2019")", "either a codelist or years", R"(from="2019")");
        refused(R"(<question id="depth")", R"(<question id="1depth")", "can not be a question's identifier",
                R"(<question id="1depth")");
        refused(R"(<code v="spring">)", R"(<code v="total">)", "\"total\" can not be a code",
                R"(<code v="total")");
        refused(R"(   <date precision="month"/>
)",
                "", "lacks its kind", R"(<question id="since")");
    }
}
