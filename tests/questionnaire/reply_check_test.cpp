// SPDX-License-Identifier: EUPL-1.2
#include "questionnaire/reply_check.hpp"
#include "small_questionnaire.hpp"

using namespace rapporteur;
using namespace rapporteur::questionnaire;

namespace {

// One problem: "item: error: text" begins so, and stands on a line of the file.
void one(const base::Problems& problems, std::string_view expected) {
    for (const base::Problem& problem : problems) {
        CAPTURE(base::describe(problem));
    }
    REQUIRE(problems.size() == 1);
    const base::Problem& problem = problems.front();
    const std::string got = problem.place.item + ": " +
                            (problem.severity == base::Severity::error ? "error" : "warning") + ": " +
                            problem.text;
    CHECK(got.substr(0, expected.size()) == expected);
    CHECK(problem.place.file == "r.xml");
}

// The first of several problems, where one slip has consequences.
void spoilt_first(std::string_view from, std::string_view to, std::string_view expected) {
    CAPTURE(to);
    base::Problems problems = reply_problems(with(k_reply, from, to));
    REQUIRE(problems.size() > 1);
    problems.resize(1);
    one(problems, expected);
}

void spoilt(std::string_view from, std::string_view to, std::string_view expected) {
    CAPTURE(to);
    one(reply_problems(with(k_reply, from, to)), expected);
}

}  // namespace

TEST_SUITE("questionnaire.reply") {
    TEST_CASE("a good reply has no fault and is written as it was read") {
        CHECK(reply_problems(std::string(k_reply)).empty());
        base::Problems problems;
        CHECK(write_reply(read_reply(k_reply, "r.xml", "rivers/XAA-1", problems)) == k_reply);
        CHECK(write_issue(read_issue(k_issue, "i.xml", "rivers/XAA-1", problems)) == k_issue);
        CHECK(problems.empty());
    }

    TEST_CASE("a total that its parts do not give names the cell and both figures") {
        spoilt(">92<", ">88<",
               "stat.waters[year=2019 kind=total]: error: the parts add up to 40 + 52 = 92, not 88");
        const std::string bytes = with(k_reply, ">92<", ">88<");
        CHECK(reply_problems(bytes).front().place.line ==
              base::line_of(bytes, bytes.find("<answer question=\"stat.waters\"")));
    }

    TEST_CASE("parts that are not all known can only prove a total too small") {
        spoilt(
            R"(kind=spring" reason="not-disaggregated"/>)", R"(kind=spring">1096</cell>)",
            "stat.waters[year=2020 kind=total]: error: the parts add up to 1096, which is more than the total 1095");
        CHECK(reply_problems(
                  with(k_reply, R"(kind=well" reason="not-disaggregated"/>)", R"(kind=well">7</cell>)"))
                  .empty());
    }

    TEST_CASE("rules of at most and at least are kept apart") {
        const std::string at_most =
            with(k_questionnaire, R"(rule="equal" level="error")", R"(rule="at-most" level="warning")");
        CHECK(reply_problems(with(k_reply, ">92<", ">95<"), at_most).empty());
        one(reply_problems(with(k_reply, ">92<", ">88<"), at_most),
            "stat.waters[year=2019 kind=total]: warning: the parts add up to 40 + 52 = 92, which is more than the total 88");
        const std::string at_least = with(k_questionnaire, R"(rule="equal")", R"(rule="at-least")");
        CHECK(reply_problems(with(k_reply, ">92<", ">88<"), at_least).empty());
        one(reply_problems(with(k_reply, ">92<", ">95<"), at_least),
            "stat.waters[year=2019 kind=total]: error: the parts add up to 40 + 52 = 92, which is less than the total 95");
    }

    TEST_CASE("cells stand in the table") {
        spoilt_first("year=2019 kind=well", "year=2018 kind=well",
                     "stat.waters[year=2018 kind=well]: error: the dimension year has no code \"2018\"");
        spoilt_first("year=2019 kind=spring", "year=2019 kind=sprung",
                     "stat.waters[year=2019 kind=sprung]: error: the dimension kind has no code \"sprung\"");
        spoilt_first("year=2019 kind=spring", "year=2019 kind=pond",
                     "stat.waters[year=2019 kind=pond]: error: the code pond is no longer in use");
        spoilt(R"(<cell at="year=2019 kind=well">40</cell>)", R"(<cell at="kind=well year=2019">40</cell>)",
               "stat.waters[kind=well year=2019]: error: the dimensions stand in another order");
        spoilt(R"(<cell at="year=2019 kind=total">92</cell>)",
               R"(<cell at="year=2019 kind=total">92</cell><cell at="year=2019 kind=total">92</cell>)",
               "stat.waters[year=2019 kind=total]: error: the cell stands twice");
        spoilt(R"(<cell at="year=2019 kind=total">92</cell>)",
               R"(<cell at="year=2019 kind=total">92</cell><cell at="year=total kind=well">40</cell>)",
               "stat.waters[year=total kind=well]: error: the dimension year has no total");
    }

    TEST_CASE("a dimension that is missing or unknown is named") {
        const base::Problems missing = reply_problems(with(k_reply, "year=2019 kind=total", "year=2019"));
        REQUIRE_FALSE(missing.empty());
        CHECK(missing.front().text == "the dimension kind is missing");
        const base::Problems unknown =
            reply_problems(with(k_reply, "year=2019 kind=total", "year=2019 kind=total sex=f"));
        REQUIRE_FALSE(unknown.empty());
        CHECK(unknown.front().text == "the table has no dimension \"sex\"");
    }

    TEST_CASE("figures and reasons exclude each other and one is needed") {
        spoilt(">40<", ">forty<", "stat.waters[year=2019 kind=well]: error: \"forty\" is no figure");
        spoilt(">40<", ">1,095<", "stat.waters[year=2019 kind=well]: error: \"1,095\" is no figure");
        spoilt(R"(kind=well">40<)", R"(kind=well"><)",
               "stat.waters[year=2019 kind=well]: warning: neither a figure nor a reason");
        spoilt(R"(kind=well" reason="not-disaggregated"/>)",
               R"(kind=well" reason="not-disaggregated">7</cell>)",
               "stat.waters[year=2020 kind=well]: error: a figure and a reason");
        spoilt(R"(kind=well" reason="not-disaggregated"/>)", R"(kind=well" reason="declined"/>)",
               "stat.waters[year=2020 kind=well]: error: \"declined\" is no reason for no answer here");
    }

    TEST_CASE("cells that are missing are listed") {
        spoilt(R"(  <cell at="year=2020 kind=spring" reason="not-disaggregated"/>
)",
               "",
               "stat.waters: warning: cells that are neither filled nor explained: year=2020 kind=spring");
    }

    TEST_CASE("values fit their kind") {
        spoilt_first(R"("law.exists" values="yes")", R"("law.exists" values="perhaps")",
                     "law.exists: error: \"perhaps\" is no answer");
        spoilt(R"(values="well spring")", R"(values="well lake")",
               "kinds: error: \"lake\" is no code of kind");
        spoilt(R"(values="well spring")", R"(values="well well")", "kinds: error: \"well\" is chosen twice");
        spoilt(R"(values="12.5")", R"(values="12,5")", "depth: error: \"12,5\" is no number");
        spoilt(R"(values="12.5")", R"(values="120.5")", "depth: error: 120.5 is out of range");
        spoilt(R"(values="12.5")", R"(values="12.55")", "depth: error: 12.55 has too many decimals");
        spoilt(R"(values="12.5")", R"(values="1 2")", "depth: error: several values");
        spoilt(R"(values="2016-03")", R"(values="2016")", "since: error: \"2016\" is no date by month");
        spoilt(R"(values="2016-03")", R"(values="2016-13")", "since: error: \"2016-13\" is no date by month");
        spoilt(R"(<answer question="law.text" exhibits="1">)",
               R"(<answer question="law.text" exhibits="1" values="yes">)",
               "law.text: error: values where a text");
        spoilt(R"(<answer question="cs1">)", R"(<answer question="cs1" values="yes">)",
               "cs1: error: a country-specific question");
    }

    TEST_CASE("an explanation and an exhibit that are asked for are missed") {
        const std::string no_law =
            with(with(k_reply, R"("law.exists" values="yes")", R"("law.exists" values="no")"), "law.text",
                 "law.text");
        const base::Problems problems = reply_problems(no_law);
        REQUIRE(problems.size() == 2);
        CHECK(problems.at(0).text == "the explanation is missing");
        CHECK(problems.at(1).text == "an answer to what is not asked after the other answers");
        spoilt(R"("law.text" exhibits="1")", R"("law.text")", "law.text: warning: no exhibit");
        spoilt("See exhibit 1.", "See exhibit 1 which has it all.", "law.text: warning: about 7 words");
    }

    TEST_CASE("answers belong to questions that were put to the respondent") {
        spoilt(R"(<answer question="kinds" values)", R"(<answer question="kind" values)",
               "kind: error: there is no question \"kind\"");
        spoilt(R"(<answer question="kinds" values="well spring"/>)",
               R"(<answer question="remark"><text>Thanks.</text></answer>)", "remark: error: this is a note");
        spoilt(R"(<answer question="kinds" values="well spring"/>)",
               R"(<answer question="since" values="2016-03"/>)", "since: error: a second answer");
    }

    TEST_CASE("an NGO may answer in part and not what is asked of states") {
        const std::string ngo = with(with(k_reply, R"(respondent="state")", R"(respondent="ngo")"),
                                     "law.exists\" values=\"yes\"", "law.exists\" values=\"yes\"");
        base::Problems problems;
        const domain::Reply reply = read_reply(ngo, "r.xml", "rivers/XAA-1", problems);
        check_reply(reply, read_clean(std::string(k_questionnaire)), nullptr, problems);
        REQUIRE(problems.size() == 2);
        CHECK(problems.at(0).text == "this is not asked of \"ngo\"");
        CHECK(problems.at(1).text == "there is no question \"cs1\"");
        CHECK(reply_problems(ngo).front().text.find("the issue was sent to \"state\"") != std::string::npos);
    }

    TEST_CASE("what must be answered is missed in a submitted reply and only mentioned in a draft") {
        const std::string without = with(k_reply, R"( <answer question="law.exists" values="yes"/>
)",
                                         "");
        one(reply_problems(without), "law.exists: error: no answer to a question that must be answered");
        one(reply_problems(with(without, R"(status="submitted")", R"(status="draft")")),
            "law.exists: warning: no answer");
        spoilt(R"(<answer question="law.exists" values="yes"/>)",
               R"(<answer question="law.exists" state="blank"/>)",
               "law.exists: error: no answer to a question that must be answered");
        CHECK(reply_problems(with(k_reply, R"(<answer question="law.exists" values="yes"/>)",
                                  R"(<answer question="law.exists" state="no-answer" reason="declined"/>)"))
                  .empty());
        spoilt(R"(<answer question="cs1">
  <text>It was done.</text>
 </answer>)",
               "", "cs1: warning: no answer");
    }

    TEST_CASE("a question whose condition fails is not missed") {
        const std::string partly = with(k_reply, R"("law.exists" values="yes"/>)",
                                        R"("law.exists" values="partly"><text>Half.</text></answer>)");
        CHECK(reply_problems(with(partly, R"( <answer question="law.text" exhibits="1">
  <text>See exhibit 1.</text>
 </answer>)",
                                  ""))
                  .empty());
        spoilt(R"( <answer question="law.text" exhibits="1">
  <text>See exhibit 1.</text>
 </answer>)",
               "", "law.text: warning: no answer");
    }

    TEST_CASE("a reason for no answer is one that the question allows") {
        spoilt(R"(<answer question="depth" values="12.5"/>)",
               R"(<answer question="depth" state="no-answer" reason="declined"/>)",
               "depth: error: \"declined\" is no reason for no answer here");
        spoilt(R"(<answer question="depth" values="12.5"/>)",
               R"(<answer question="depth" state="blank" values="12.5"/>)",
               "depth: error: values in an answer that is none");
    }

    TEST_CASE("exhibits that are cited are there and numbered once") {
        spoilt(R"(exhibits="1")", R"(exhibits="1 2")", "law.text: error: there is no exhibit 2");
        const std::string twice = with(
            k_reply, " </exhibits>",
            "  <exhibit number=\"1\" file=\"b.txt\" media-type=\"text/plain\">B</exhibit>\n </exhibits>");
        one(reply_problems(twice), "1: error: the exhibit 1 stands twice");
        const std::string same = with(
            k_reply, " </exhibits>",
            "  <exhibit number=\"2\" file=\"law.txt\" media-type=\"text/plain\">B</exhibit>\n </exhibits>");
        one(reply_problems(same), "2: error: the file law.txt belongs to two exhibits");
    }

    TEST_CASE("the checks of the questionnaire are made in the language of the reply") {
        const std::string many = with(with(k_reply, ">40<", ">140<"), ">92<", ">192<");
        one(reply_problems(many), "stat.waters: warning: So many wells?");
    }

    TEST_CASE("values for expressions are figures without totals") {
        base::Problems problems;
        const domain::Reply reply = read_reply(k_reply, "r.xml", "rivers/XAA-1", problems);
        const domain::Answer& table = *reply.find_answer("stat.waters");
        CHECK(expression_values(table, {}) == std::vector<std::string>{"40", "52"});
        CHECK(expression_values(table, {"kind=total"}) == std::vector<std::string>{"92", "1095"});
        CHECK(expression_values(table, {"year=2019", "kind=well"}) == std::vector<std::string>{"40"});
        CHECK(expression_values(*reply.find_answer("law.text"), {}) ==
              std::vector<std::string>{"See exhibit 1."});
    }
}
