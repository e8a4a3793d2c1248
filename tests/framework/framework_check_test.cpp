// SPDX-License-Identifier: EUPL-1.2
#include "framework/framework_check.hpp"
#include "small_framework.hpp"

using namespace rapporteur;
using namespace rapporteur::framework;

namespace {

// One fault, with that text in it, on the line on which `at` stands in the spoilt file.
void refused(std::string_view from, std::string_view to, std::string_view text, std::string_view at) {
    const std::string bytes = small_with(from, to);
    const base::Problems problems = problems_of(bytes);
    CAPTURE(to);
    REQUIRE(problems.size() == 1);
    INFO(base::describe(problems.front()));
    CHECK(problems.front().text.find(text) != std::string::npos);
    CHECK(problems.front().place.file == "f.xml");
    CHECK(problems.front().place.line == base::line_of(bytes, bytes.find(at)));
}

}  // namespace

TEST_SUITE("framework.check") {
    TEST_CASE("the small framework has no fault") {
        CHECK(problems_of(std::string(k_small)).empty());
    }

    TEST_CASE("an identifier that stands twice is named with the line of the second") {
        refused(R"(<verb id="hopes")", R"(<verb id="demands")", "\"demands\" stands twice",
                R"(<verb id="demands" rank="2")");
        refused(R"(<section id="springs")", R"(<section id="facts")", "stands twice in the outline",
                R"(<section id="facts")");
    }

    TEST_CASE("references that lead nowhere are named") {
        refused(R"(parent="I")", R"(parent="II")", "no provision \"II\"", R"(parent="II")");
        refused(R"(after="ask")", R"(after="asked")", "no stage \"asked\"", R"(after="asked")");
        refused(R"(actor="state")", R"(actor="states")", "nobody is called \"states\"", R"(actor="states")");
        refused(R"(from-stage="answer")", R"(from-stage="reply")", "no stage \"reply\"",
                R"(<document id="answer")");
        refused(R"(by="panel")", R"(by="pane")", "no body \"pane\"", R"(by="pane")");
        refused(R"(launched="2020-01-31" provisions="1")", R"(provisions="1 2")", "no provision \"2\"",
                R"(<round )");
        refused(R"(label="1." provisions="1")", R"(label="1." provisions="3")", "no provision \"3\"",
                R"(label="1.")");
        refused(R"(parent="facts")", R"(parent="fact")", "no section \"fact\" stands before it",
                R"(parent="fact")");
        refused(R"("rivers/round-1")", R"("lakes/round-1")", "another framework's", R"(<round )");
    }

    TEST_CASE("circles are named with all their members") {
        refused(R"(<stage id="ask" actor="panel">)", R"(<stage id="ask" actor="panel" after="answer">)",
                "ask follows answer follows ask", R"(<stage id="ask")");
        refused(R"(<provision id="I" label)", R"(<provision id="I" parent="1" label)",
                "I belongs to 1 belongs to I", R"(<provision id="I")");
    }

    TEST_CASE("two verbs of one rank are refused") {
        refused(R"(rank="2")", R"(rank="1")", "demands and hopes have the same rank 1",
                R"(<verb id="hopes")");
    }

    TEST_CASE("a pattern that is not RE2 is refused") {
        refused(R"(\bpanel demands\b)", R"((panel demands)", "is not RE2", R"(<verb id="demands")");
        refused(R"(\bpanel demands\b)", R"((?=panel))", "is not RE2", R"(<verb id="demands")");
        refused(R"(\bpanel demands\b)", R"((panel)*)", "empty text", R"(<verb id="demands")");
    }

    TEST_CASE("languages are declared and one of them is the master") {
        refused(R"(code="fr" role="official")", R"(code="fr" role="master")", "second master",
                R"(code="fr")");
        refused(R"(<pattern language="en">\bpanel demands)", R"(<pattern language="ru">\bpanel demands)",
                "ru, which is not declared", R"(<verb id="demands")");
        refused(R"(<name xml:lang="en">Panel</name>)", R"(<name xml:lang="fr">Comité</name>)",
                "no name in the master language en", R"(<body id="panel")");
    }

    TEST_CASE("names of a subject follow one another in time") {
        refused(R"(<name from="2015-01-01">)", R"(<name>)", "follow one another", R"(<subject )");
    }

    TEST_CASE("a body may not be called as a respondent is") {
        const base::Problems problems =
            problems_of(small_with(R"(<body id="panel">)", R"(<body id="state">)"));
        REQUIRE_FALSE(problems.empty());
        CHECK(problems.front().text.find("is a body and a respondent") != std::string::npos);
    }

    TEST_CASE("every fault is told and not the first alone") {
        std::string bytes = small_with(R"(after="ask")", R"(after="asked")");
        bytes.replace(bytes.find(R"(by="panel")"), 10, R"(by="nobody")");
        CHECK(problems_of(bytes).size() == 2);
    }
}
