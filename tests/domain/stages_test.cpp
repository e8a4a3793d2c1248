// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "domain/stages.hpp"
#include "domain/visibility.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace rapporteur;
using namespace rapporteur::domain;
using base::Date;
using base::Period;

namespace {

// ask (P2M) -> visit (optional) -> report -> publish (P1M); ask -> hearing (optional, nothing waits for it).
Framework small() {
    Framework framework;
    framework.id = FrameworkId("peer");
    framework.stages = {
        {"open", {}, "office", "", {}, false},
        {"ask", {}, "state", "open", Period::parse("P2M"), false},
        {"hearing", {}, "office", "ask", {}, true},
        {"visit", {}, "group", "ask", {}, true},
        {"report", {}, "group", "visit", {}, false},
        {"publish", {}, "office", "report", Period::parse("P1M"), false},
    };
    DocumentType reply;
    reply.id = "reply";
    reply.visibility = {{"", Visibility::party, false}, {"publish", Visibility::public_, true}};
    framework.documents = {reply};
    return framework;
}

Date day(const std::string& text) {
    return Date::parse(text).value();
}

// "ask entered 2020-01-02 due 2020-03-01 reason": one line of a log.
StageEvent line(const std::string& text) {
    const std::vector<std::string_view> words = base::split_words(text);
    StageEvent event;
    event.stage = words.at(0);
    event.act = base::from_name<StageAct>(words.at(1)).value();
    event.date = day(std::string(words.at(2)));
    for (std::size_t i = 3; i < words.size(); ++i) {
        if (words[i] == "due") {
            event.due = Date::parse(words.at(++i));
        } else if (words[i].rfind("person/", 0) == 0) {
            event.by = PersonId(words[i]);
        } else {
            event.reason += words[i];
        }
    }
    return event;
}

Evaluation logged(const std::vector<std::string>& lines) {
    Evaluation evaluation;
    evaluation.id = EvaluationId("peer/XAA-1");
    evaluation.opened = day("2020-01-01");
    Assignment recused;
    recused.person = PersonId("person/recused");
    recused.role = EvaluationRole::recused;
    recused.reason = "own state";
    evaluation.assignments = {recused};
    for (const std::string& text : lines) {
        evaluation.stages.push_back(line(text));
    }
    return evaluation;
}

// "open completed; ask current 2020-03-03 log"
std::string standing_text(const std::vector<std::string>& lines, const std::string& stage,
                          const std::string& on = "2026-01-01") {
    for (const StageStanding& each : stage_standings(small(), logged(lines), day(on))) {
        if (each.stage.id == stage) {
            std::string text(base::name_of(each.state));
            if (each.due) {
                text += " " + each.due->text() + " " + std::string(base::name_of(each.due_origin));
            }
            if (const auto days = days_left(each, day(on))) {
                text += " " + std::to_string(*days);
            }
            return text;
        }
    }
    return "none";
}

std::string awaited(const std::vector<std::string>& lines) {
    const auto standings = stage_standings(small(), logged(lines), day("2026-01-01"));
    std::string text;
    for (const std::size_t index : awaited_stages(standings)) {
        text += (text.empty() ? "" : " ") + standings[index].stage.id;
    }
    return text;
}

const std::vector<std::string> k_opened{"open entered 2020-01-01", "open completed 2020-01-02"};

std::vector<std::string> opened_and(const std::vector<std::string>& more) {
    std::vector<std::string> lines = k_opened;
    lines.insert(lines.end(), more.begin(), more.end());
    return lines;
}

struct Row {
    const char* what;
    std::vector<std::string> log;
    const char* act;
    const char* says;  // "" where it is allowed; otherwise the start of the refusal's text
};

}  // namespace

TEST_SUITE("domain.stages") {
    TEST_CASE("a stage waits for the one that it follows") {
        CHECK(standing_text({}, "open") == "next");
        CHECK(standing_text({}, "ask") == "pending");
        CHECK(standing_text(k_opened, "ask", "2020-01-02") == "next 2020-03-02 framework 60");
        CHECK(standing_text(opened_and({"visit skipped 2020-01-05"}), "report") == "next");
    }

    TEST_CASE("the log's date overrides the framework's and an extension overrides both") {
        CHECK(standing_text(opened_and({"ask entered 2020-01-03"}), "ask", "2020-03-01") ==
              "current 2020-03-02 framework 1");
        CHECK(standing_text(opened_and({"ask entered 2020-01-03 due 2020-02-01"}), "ask", "2020-03-01") ==
              "current 2020-02-01 log -29");
        CHECK(standing_text(opened_and({"ask entered 2020-01-03 due 2020-02-01",
                                        "ask extended 2020-01-20 due 2020-03-10 asked"}),
                            "ask", "2020-03-01") == "current 2020-03-10 extension 9");
        CHECK(standing_text(
                  opened_and({"ask entered 2020-01-03", "ask extended 2020-01-20 due 2020-03-10 asked"}),
                  "ask", "2020-03-01") == "current 2020-03-10 extension 9");
    }

    TEST_CASE("what came later than the date asked for is not seen") {
        const auto lines = opened_and({"ask entered 2020-01-03", "ask completed 2020-04-01"});
        CHECK(standing_text(lines, "ask", "2020-03-12") == "current 2020-03-02 framework -10");
        CHECK(standing_text(lines, "ask", "2020-04-01") == "completed 2020-03-02 framework -30");
        CHECK(standing_text(lines, "ask", "2026-04-01") == "completed 2020-03-02 framework -30");
        CHECK(standing_text(lines, "ask", "2020-01-01") == "pending");
    }

    TEST_CASE("a stage that was entered early runs from the entering of the one before") {
        const auto lines =
            opened_and({"report entered 2020-02-01 early", "publish entered 2020-02-10 early"});
        CHECK(standing_text(lines, "publish", "2020-02-20") == "current 2020-03-01 framework 10");
    }

    TEST_CASE("a stage may be entered again and then has its date anew") {
        const auto lines = opened_and({"ask entered 2020-01-03 due 2020-02-01", "ask completed 2020-01-20",
                                       "ask entered 2020-05-01 due 2020-05-20 once-more"});
        CHECK(standing_text(lines, "ask", "2020-05-10") == "current 2020-05-20 log 10");
    }

    TEST_CASE(
        "awaited is what is current or must follow and an optional stage only where something waits for it") {
        CHECK(awaited({}) == "open");
        CHECK(awaited(k_opened) == "ask");
        CHECK(awaited(opened_and({"ask entered 2020-01-03"})) == "ask");
        CHECK(awaited(opened_and({"ask completed 2020-02-03"})) == "visit");
        CHECK(awaited(opened_and({"ask completed 2020-02-03", "hearing entered 2020-02-04"})) == "hearing");
        CHECK(awaited(opened_and({"ask completed 2020-02-03", "visit skipped 2020-02-04"})) == "report");
        CHECK(awaited(opened_and({"ask completed 2020-02-03", "visit skipped 2020-02-04",
                                  "report completed 2020-03-01", "publish completed 2020-04-01"})) == "");
    }

    TEST_CASE(
        "an optional stage is awaited where another optional one stands between it and what must come") {
        Framework framework = small();
        framework.stages[3].after = "hearing";  // ask, hearing, visit, report: two optional ones in between
        const Evaluation evaluation = logged(opened_and({"ask completed 2020-02-03"}));
        const auto standings = stage_standings(framework, evaluation, day("2026-01-01"));
        const auto awaited_now = awaited_stages(standings);
        REQUIRE(awaited_now.size() == 1);
        CHECK(standings[awaited_now.front()].stage.id == "hearing");
    }

    TEST_CASE("what follows a stage is rather what must than what may") {
        const auto standings = stage_standings(small(), logged(k_opened), day("2020-02-01"));
        REQUIRE(following_stage(standings, "ask") != nullptr);
        CHECK(following_stage(standings, "ask")->stage.id == "visit");
        CHECK(following_stage(standings, "report")->stage.id == "publish");
        CHECK(following_stage(standings, "publish") == nullptr);
        REQUIRE(last_settled(standings) != nullptr);
        CHECK(last_settled(standings)->stage.id == "open");
    }

    TEST_CASE("acts are allowed or refused by rule") {
        const std::vector<Row> rows{
            {"unknown stage", {}, "aks entered 2020-01-02", "the framework peer has no stage \"aks\""},
            {"first stage", {}, "open entered 2020-01-02", ""},
            {"before its time", {}, "ask entered 2020-01-02", "ask follows open, which is neither"},
            {"before its time with a reason", {}, "ask entered 2020-01-02 urgent", ""},
            {"in its time", k_opened, "ask entered 2020-01-02", ""},
            {"twice", opened_and({"ask entered 2020-01-03"}), "ask entered 2020-01-04",
             "ask was entered on 2020-01-03 and is not"},
            {"again", opened_and({"ask entered 2020-01-03", "ask completed 2020-01-04"}),
             "ask entered 2020-01-05", "ask was completed on 2020-01-04"},
            {"again with a reason", opened_and({"ask entered 2020-01-03", "ask completed 2020-01-04"}),
             "ask entered 2020-01-05 more", ""},
            {"completing what was not entered", k_opened, "ask completed 2020-01-05",
             "ask was not entered and can not be completed"},
            {"completing", opened_and({"ask entered 2020-01-03"}), "ask completed 2020-01-05", ""},
            {"completing twice", opened_and({"ask entered 2020-01-03", "ask completed 2020-01-04"}),
             "ask completed 2020-01-05", "ask was completed on 2020-01-04 already"},
            {"extending what was not entered", k_opened, "ask extended 2020-01-05 due 2020-06-01 asked",
             "ask was not entered and can not be extended"},
            {"extending without a date", opened_and({"ask entered 2020-01-03"}),
             "ask extended 2020-01-05 asked", "an extension needs its new date"},
            {"extending without a reason", opened_and({"ask entered 2020-01-03"}),
             "ask extended 2020-01-05 due 2020-06-01", "an extension needs its reason"},
            {"extending to an earlier date", opened_and({"ask entered 2020-01-03"}),
             "ask extended 2020-01-05 due 2020-03-02 asked", "the new date 2020-03-02 is not later"},
            {"extending", opened_and({"ask entered 2020-01-03"}),
             "ask extended 2020-01-05 due 2020-03-03 asked", ""},
            {"skipping what is optional", opened_and({"ask completed 2020-01-05"}),
             "visit skipped 2020-01-06", ""},
            {"skipping what is not", opened_and({"ask completed 2020-01-05"}), "report skipped 2020-01-06",
             "report is not optional"},
            {"skipping what is not with a reason", opened_and({"ask completed 2020-01-05"}),
             "report skipped 2020-01-06 merged", ""},
            {"skipping what was entered", opened_and({"visit entered 2020-01-05 early"}),
             "visit skipped 2020-01-06", "visit was entered on 2020-01-05"},
            {"skipping twice", opened_and({"visit skipped 2020-01-05"}), "visit skipped 2020-01-06 really",
             "visit was skipped on 2020-01-05 already"},
            {"a recused person", k_opened, "ask entered 2020-01-03 person/recused",
             "person/recused is recused in peer/XAA-1"},
            {"another person", k_opened, "ask entered 2020-01-03 person/other", ""},
            {"a day to come", k_opened, "ask entered 2026-12-01", "the date 2026-12-01 is still to come"},
            {"before the opening",
             {},
             "open entered 2019-12-31",
             "the date 2019-12-31 lies before the evaluation was opened"},
            {"before the entering", opened_and({"ask entered 2020-01-03"}), "ask completed 2020-01-02",
             "the date 2020-01-02 lies before the last event of ask"},
            {"due before the act", k_opened, "ask entered 2020-01-03 due 2020-01-02",
             "it would be due on 2020-01-02"},
            {"due of what is completed", opened_and({"ask entered 2020-01-03"}),
             "ask completed 2020-01-04 due 2020-02-02", "what is completed is not due any more"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.what);
            const auto refusal = refusal_of(small(), logged(row.log), line(row.act), day("2026-11-21"));
            const std::string text = refusal ? refusal->text : "";
            CHECK(text.substr(0, std::string(row.says).size()) == row.says);
            CHECK(text.empty() == std::string(row.says).empty());
            CHECK((!refusal || !refusal->hint.empty()));
        }
    }

    TEST_CASE("a refusal's kind says whether it is the stage or the person or a rule") {
        const auto kind = [](const char* act) {
            return refusal_of(small(), logged(k_opened), line(act), day("2026-11-21")).value().kind;
        };
        CHECK(kind("aks entered 2020-01-02") == base::ErrorKind::not_found);
        CHECK(kind("ask entered 2020-01-03 person/recused") == base::ErrorKind::forbidden);
        CHECK(kind("report entered 2020-01-03") == base::ErrorKind::refused);
    }

    TEST_CASE("a recusal that has ended or not begun does not count") {
        Evaluation evaluation = logged({});
        evaluation.assignments.front().from = day("2020-02-01");
        evaluation.assignments.front().until = day("2020-03-01");
        const PersonId person("person/recused");
        CHECK(recusal_of(evaluation, person, day("2020-01-31")) == nullptr);
        CHECK(recusal_of(evaluation, person, day("2020-02-01")) != nullptr);
        CHECK(recusal_of(evaluation, person, day("2020-03-01")) != nullptr);
        CHECK(recusal_of(evaluation, person, day("2020-03-02")) == nullptr);
        CHECK(recusal_of(evaluation, PersonId("person/other"), day("2020-02-10")) == nullptr);
    }

    TEST_CASE("visibility follows the completed stages and the sender's consent") {
        const auto now = [](const char* type, const std::vector<std::string>& lines, Consent consent) {
            return visibility_now(small(), type, stage_standings(small(), logged(lines), day("2026-01-01")),
                                  consent);
        };
        const std::vector<std::string> published{"publish entered 2020-05-01 early",
                                                 "publish completed 2020-06-01"};
        CHECK(now("reply", {}, Consent::given) == Visibility::party);
        CHECK(now("reply", {"publish entered 2020-05-01 early"}, Consent::given) == Visibility::party);
        CHECK(now("reply", published, Consent::given) == Visibility::public_);
        CHECK(now("reply", published, Consent::unset) == Visibility::party);
        CHECK(now("reply", published, Consent::refused) == Visibility::party);
        CHECK(now("nothing", published, Consent::given) == Visibility::confidential);
    }

    TEST_CASE("what is shown as public and what may be published agree at every point of a log") {
        const std::vector<std::string> log{
            "open completed 2020-01-01",      "publish entered 2020-05-01 early",
            "publish completed 2020-06-01",   "publish entered 2020-07-01 corrected",
            "publish completed 2020-08-01",   "publish entered 2020-09-01 again",
            "publish skipped 2020-10-01 not", "publish entered 2020-11-01 later"};
        const std::vector<bool> completed{false, false, false, true, false, true, false, false, false};
        const std::vector<bool> entered{false, false, true, true, true, true, true, false, true};
        for (std::size_t length = 0; length <= log.size(); ++length) {
            INFO(length);
            const Evaluation evaluation = logged({log.begin(), log.begin() + static_cast<long>(length)});
            const auto standings = stage_standings(small(), evaluation, day("2026-01-01"));
            const bool shown =
                visibility_now(small(), "reply", standings, Consent::given) == Visibility::public_;
            CHECK(shown == is_public(small(), evaluation, "reply", StageTest::completed));
            CHECK(shown == completed.at(length));
            CHECK(is_public(small(), evaluation, "reply", StageTest::entered) == entered.at(length));
        }
        const Access access = access_of(small(), logged(log), "reply", StageTest::entered);
        CHECK(access.needs_consent);
        CHECK_FALSE(access_of(small(), logged({}), "reply", StageTest::entered).needs_consent);
        CHECK_FALSE(is_public(small(), logged(log), "nothing", StageTest::entered));
    }
}
