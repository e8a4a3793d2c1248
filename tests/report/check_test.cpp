// SPDX-License-Identifier: EUPL-1.2
#include "base/sealing.hpp"
#include "report/check.hpp"
#include "report/small_report.hpp"
#include "store/dossiers.hpp"
#include "store/frameworks.hpp"
#include "store/people.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::report;

namespace {

CheckedReport checked(const domain::Dossier& dossier) {
    const store::Register where = register_with(dossier);
    return check(where, k_final);
}

CheckedReport checked_with(const std::string& markdown) {
    domain::Dossier dossier = small_dossier();
    final_items(dossier).push_back(paragraph("kfffff", markdown));
    return checked(dossier);
}

}  // namespace

TEST_SUITE_BEGIN("report.check");

TEST_CASE("a sound report has no errors and its facts are counted") {
    const CheckedReport result = checked(small_dossier());
    CHECK(result.problems.empty());
    CHECK(result.facts.paragraphs == 4);
    CHECK(result.facts.recommendations == 2);
    CHECK(result.facts.evidence == 3);
    CHECK(result.facts.without_evidence == 0);
    CHECK(result.facts.tables == 2);
    CHECK(result.facts.charts == 0);
    CHECK(result.facts.footnotes == 1);
    CHECK(result.facts.words == 42);
}

TEST_CASE("faults of prose are told with file line and key") {
    const CheckedReport result = checked_with("One line.\n\nTwo <b>bold</b> lines.");
    const auto said = saying(result.problems, "raw HTML");
    REQUIRE(said.size() >= 1);
    CAPTURE(said[0]);
    CHECK(said[0].find("report/final/02-practice.en.md:27") == 0);
    CHECK(said[0].find("kfffff") != std::string::npos);
}

TEST_CASE("everything that can be wrong with a paragraph is an error") {
    struct Case {
        const char* markdown;
        const char* says;
    };
    constexpr Case k_cases[] = {
        {"See [](#kzzzzz).", "#kzzzzz, which is no numbered paragraph"},
        {"See [](#kaaaaa).", "#kaaaaa, which is no numbered paragraph"},
        {"So it is.[]{.ev ref=\"peer/XAA-2/reply/government#nothing\"}",
         "evidence that is not in the register"},
        {"So it is.[]{.ev ref=\"peer/XAA-2/reply/nobody\"}", "evidence that is not in the register"},
        {"So it is.[]{.ev ref=\"peer/XAA-2/note/9#f1\"}", "evidence that is not in the register"},
        {"So it is.[]{.ev ref=\"peer/XAA-2/exhibit/9\"}", "evidence that is not in the register"},
        {"So it is.[]{.ev ref=\"peer/XAA-2/r09\"}", "evidence that is not in the register"},
        {"So it is.[]{.ev ref=\"peer/XAA-2/r02.c\"}", "evidence that is not in the register"},
        {"So it is.[]{.ev ref=\"peer/XAA-2/p99\"}", "evidence that is not in the register"},
        {"So it is.[]{.ev ref=\"XAA/source/nothing\"}", "evidence that is not in the register"},
        {"So it is.[]{.ev ref=\"what they said\"}", "no reference to evidence"},
        {"As Quiet  Help said.", "names a body that has not agreed to be named"},
        {"x[^1]\n\n[^1]: QUIET HELP.", "names a body that has not agreed to be named"},
        {"::: {.rec}\nx\n:::", "fenced division"},
        {"```{.statistics indicator=victims by=age years=2015}\nTable\n```", "there are no figures"},
    };
    for (const Case& each : k_cases) {
        CAPTURE(each.markdown);
        const CheckedReport result = checked_with(each.markdown);
        CHECK(base::has_errors(result.problems));
        const auto said = saying(result.problems, each.says);
        REQUIRE(said.size() == 1);
        CHECK(said[0].find("error") != std::string::npos);
        CHECK(said[0].find("kfffff") != std::string::npos);
    }
}

TEST_CASE("evidence of every kind that is there is found") {
    const CheckedReport result = checked_with(
        "It is so.[]{.ev ref=\"peer/XAA-2/reply/government\"}[]{.ev ref=\"peer/XAA-2/reply/government@1#law.changes\"}"
        "[]{.ev ref=\"peer/XAA-2/meeting/1\"}[]{.ev ref=\"peer/XAA-2/r02.b\"}[]{.ev ref=\"peer/XAA-2/p4\"}"
        "[]{.ev ref=\"peer/XAA-2/para/kccccc\"}[]{.ev ref=\"peer/XAA-2/comment/1\"}[]{.ev ref=\"XAA/source/law#art-3\"}"
        "[]{.ev ref=\"XAA/body/quiet\"}[]{.ev ref=\"peer/XAA-2\"}[]{.ev ref=\"peer/XAA-2/statistics/victims\"}");
    CHECK(result.problems.empty());
}

TEST_CASE("evidence of an evaluation that is not in the register is a warning") {
    const CheckedReport result = checked_with("It was so.[]{.ev ref=\"peer/XAA-1/r03\"}");
    CHECK_FALSE(base::has_errors(result.problems));
    CHECK(saying(result.problems, "not in this register").size() == 1);
}

TEST_CASE("paragraphs without evidence are noted") {
    const CheckedReport result = checked_with("It is so.");
    CHECK_FALSE(base::has_errors(result.problems));
    CHECK(saying(result.problems, "paragraph 5 cites no evidence").size() == 1);
    CHECK(result.facts.without_evidence == 1);
}

TEST_CASE("a verb that the text does not have is an error") {
    domain::Dossier dossier = small_dossier();
    final_items(dossier).back().verb = "urges";
    const CheckedReport result = checked(dossier);
    REQUIRE(saying(result.problems, "r02 is written down as urges, and its text says").size() == 1);
    CHECK(base::has_errors(result.problems));
}

TEST_CASE("a text without any verb is a warning") {
    domain::Dossier dossier = small_dossier();
    final_items(dossier).back().markdown = "Help would be good: [build]{.limb id=a}, [pay]{.limb id=b}.";
    const CheckedReport result = checked(dossier);
    CHECK(saying(result.problems, "the text has no verb that is known").size() == 1);
    CHECK_FALSE(base::has_errors(result.problems));
}

TEST_CASE("recommendations and their paragraphs must fit") {
    domain::Dossier dossier = small_dossier();
    SUBCASE("a recommendation without paragraph") {
        final_items(dossier).pop_back();
        const CheckedReport result = checked(dossier);
        CHECK(saying(result.problems, "recommendation r02 stands in no paragraph").size() == 1);
    }
    SUBCASE("a paragraph without recommendation") {
        final_items(dossier).push_back(recommendation("kfffff", "r09", "urges", "The panel urges more."));
        CHECK(saying(checked(dossier).problems, "there is no recommendation r09").size() == 1);
    }
    SUBCASE("another paragraph") {
        dossier.recommendations.recommendations[1].paragraph = "kddddd";
        CHECK(saying(checked(dossier).problems, "r02 stands in paragraph kddddd").size() == 1);
    }
    SUBCASE("other limbs") {
        dossier.recommendations.recommendations[1].limbs.pop_back();
        CHECK(saying(checked(dossier).problems, "has the limbs \"a b\"").size() == 1);
    }
}

TEST_CASE("sections of the outline that were not written are warnings") {
    domain::Dossier dossier = small_dossier();
    final_items(dossier)[1].section.clear();
    const CheckedReport result = checked(dossier);
    CHECK(saying(result.problems, "a section help (Help), the report has none").size() == 1);
    CHECK_FALSE(base::has_errors(result.problems));
}

TEST_CASE("a fact that may not be used is an error for whoever can open it") {
    domain::Dossier dossier = small_dossier();
    domain::Note note;
    note.id = domain::NoteId("peer/XAA-2/note/1");
    note.interlocutor = "V1-M01-A";
    note.written = base::Date::of(2017, 5, 15);
    note.retain_until = base::Date::of(2029, 5, 15);
    note.facts = {{"f1", domain::FactConsent::publish_general, "Open."},
                  {"f2", domain::FactConsent::background_only, "Hidden."},
                  {"f3", domain::FactConsent::none, "Secret."}};
    note.text = "They said so.";
    dossier.notes = {note};
    final_items(dossier).push_back(paragraph("kfffff", "So.[]{.ev ref=\"peer/XAA-2/note/1#f1\"}"
                                                       "[]{.ev ref=\"peer/XAA-2/note/1#f2\"}"
                                                       "[]{.ev ref=\"peer/XAA-2/note/1#f3\"}"));
    store::Register where = store::Register::in_memory();
    const base::KeyPair key = base::KeyPair::generate();
    store::Change change(where, "operator/test", "test");
    store::put_framework(change, small_framework());
    domain::Person person;
    person.id = domain::PersonId("person/secretary");
    person.name = "A. Secretary";
    store::put_person(change, person);
    store::add_key(change, {person.id, "secretariat",
                            base::lock(key, "a long passphrase", base::PassphraseCost::least())});
    store::put_dossier(change, dossier, &key);
    change.commit();
    const CheckedReport open = check(where, k_final, "", &key);
    CHECK(saying(open.problems, "its consent is background-only").size() == 1);
    CHECK(saying(open.problems, "its consent is none").size() == 1);
    CHECK(saying(open.problems, "note/1#f1").empty());
    const CheckedReport closed = check(where, k_final);
    CHECK_FALSE(base::has_errors(closed.problems));
    CHECK(saying(closed.problems, "3 citations of notes were not checked").size() == 1);
    domain::Dossier other = dossier;
    final_items(other).back().markdown = "So.[]{.ev ref=\"peer/XAA-2/note/1#f7\"}";
    other.reports.back().status = domain::ReportStatus::draft;
    // An adopted report does not change any more: a register of its own.
    store::Register second = store::Register::in_memory();
    store::Change again(second, "operator/test", "test");
    store::put_framework(again, small_framework());
    store::put_person(again, person);
    store::add_key(again, {person.id, "secretariat",
                           base::lock(key, "a long passphrase", base::PassphraseCost::least())});
    store::put_dossier(again, other, &key);
    again.commit();
    CHECK(saying(check(second, k_final, "", &key).problems, "not in the register: peer/XAA-2/note/1#f7")
              .size() == 1);
}

TEST_CASE("the shipped reports have no errors") {
    for (const char* id : {"greta/XAA-1/report/interim", "greta/XAA-1/report/final",
                           "greta/XAA-2/report/interim", "greta/XAA-2/report/final"}) {
        CAPTURE(id);
        const CheckedReport result = check(shipped(), domain::ReportId(id));
        for (const std::string& error : saying(result.problems, ": error: ")) {
            FAIL_CHECK(error);
        }
        CHECK(result.facts.paragraphs >= 60);
        CHECK(result.facts.recommendations >= 22);
    }
}

TEST_SUITE_END();
