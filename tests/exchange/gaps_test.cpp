// SPDX-License-Identifier: EUPL-1.2
#include "exchange/amending.hpp"
#include "exchange/gaps.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::domain;
using namespace rapporteur::exchange;

namespace {

Question question(const char* id, QuestionKind kind = QuestionKind::narrative, std::string when = "") {
    Question made;
    made.id = QuestionId(id);
    made.kind = kind;
    made.when = std::move(when);
    return made;
}

// Victims by sex, 2025, with a total that is given; 50 places at the most.
Questionnaire small() {
    Questionnaire questionnaire;
    questionnaire.respondents = {"state"};
    questionnaire.codelists = {
        {"sex",
         false,
         {{"f", "", "", {{"en", "Women *all*"}}}, {"m", "", "", {{"en", "Men"}, {"ru", "Мужчины"}}}}}};
    Question table = question("victims", QuestionKind::table);
    table.dimensions = {{"sex", Axis::row, "sex", "", "", false, TotalOrigin::given},
                        {"year", Axis::column, "", "2025", "2025", false, TotalOrigin::none}};
    table.totals = {{{"sex"}, TotalRule::equal, CheckLevel::warning}};
    Question places = question("places", QuestionKind::number);
    places.checks = {{"${places} <= 50", CheckLevel::warning, {{"en", "More than 50 places?"}}}};
    Section section;
    section.id = "all";
    section.questions = {question("plan"), question("since", QuestionKind::date, "${plan} = 'yes'"), table,
                         places};
    questionnaire.sections = {section};
    return questionnaire;
}

Answer answer(const char* id, std::string text = "") {
    Answer made;
    made.question = QuestionId(id);
    made.text = std::move(text);
    return made;
}

Cell cell(const char* sex, const char* raw) {
    return {{std::string("sex=") + sex, "year=2025"}, raw, {}, "", false};
}

Answer victims(std::vector<Cell> cells) {
    Answer made = answer("victims");
    made.cells = std::move(cells);
    return made;
}

Answer places(const char* number) {
    Answer made = answer("places");
    made.values = {number};
    return made;
}

Reply reply(std::vector<Answer> answers) {
    Reply made;
    made.respondent = "state";
    made.language = "en";
    made.answers = std::move(answers);
    return made;
}

std::string kinds(const std::vector<Gap>& gaps) {
    std::string text;
    for (const Gap& gap : gaps) {
        text += (text.empty() ? "" : " ") + gap.question.text() + ":" +
                std::string(rapporteur::base::name_of(gap.kind));
    }
    return text;
}

std::vector<Gap> gaps_of(const Reply& given, const char* language = "en") {
    return find_gaps(given, small(), Issue(), language);
}

}  // namespace

TEST_SUITE("exchange.gaps") {
    TEST_CASE("a question that was put and not answered is a gap and one that was not put is none") {
        CHECK(kinds(gaps_of(reply({}))) == "plan:unanswered victims:unanswered places:unanswered");
        CHECK(kinds(gaps_of(reply({answer("plan", "yes")}))) ==
              "since:unanswered victims:unanswered places:unanswered");
        Answer blank = answer("plan");
        blank.state = AnswerState::blank;
        CHECK(kinds(gaps_of(reply({blank}))) == "plan:unanswered victims:unanswered places:unanswered");
    }

    TEST_CASE("a reason in place of an answer is a gap of its own kind and is named") {
        Answer none = answer("places");
        none.state = AnswerState::no_answer;
        none.reason = NoAnswer::declined;
        const std::vector<Gap> gaps = gaps_of(reply(
            {answer("plan", "no"), victims({cell("f", "1"), cell("m", "2"), cell("total", "3")}), none}));
        REQUIRE(kinds(gaps) == "places:no-answer");
        CHECK(gaps[0].what.find("We do not wish to answer") != std::string::npos);
    }

    TEST_CASE("totals and cells are asked about with their numbers and by their labels") {
        const std::vector<Gap> gaps =
            gaps_of(reply({answer("plan", "no"),
                           victims({cell("f", "7"), cell("m", "5"), cell("total", "13")}), places("40")}));
        REQUIRE(kinds(gaps) == "victims:figures");
        CHECK(gaps[0].what ==
              "Total, 2025: the total is given as 13, and its parts add up to 12. Which figure is "
              "right, and how does the difference arise?");
        const Reply holes = reply({answer("plan", "no"), victims({cell("m", "")}), places("40")});
        const std::vector<Gap> empty = gaps_of(holes);
        REQUIRE(kinds(empty) == "victims:figures");
        CHECK(empty[0].what.find(": Men, 2025; Women \\*all\\*, 2025; Total, 2025. ") != std::string::npos);
        CHECK(gaps_of(holes, "ru")[0].what.find("Мужчины, 2025") != std::string::npos);
    }

    TEST_CASE("a check of the questionnaire that fails asks in its own words") {
        const Reply given =
            reply({answer("plan", "no"), victims({cell("f", "1"), cell("m", "2"), cell("total", "3")}),
                   places("60")});
        REQUIRE(kinds(gaps_of(given)) == "places:figures");
        CHECK(gaps_of(given)[0].what == "More than 50 places?");
    }

    TEST_CASE("a country-specific question counts like any other") {
        Issue issue;
        issue.specific = {{QuestionId("own.1"), "slot", {}, {{"en", "And here?"}}}};
        const std::vector<Gap> gaps =
            find_gaps(reply({answer("plan", "no"),
                             victims({cell("f", "1"), cell("m", "2"), cell("total", "3")}), places("40")}),
                      small(), issue, "en");
        CHECK(kinds(gaps) == "own.1:unanswered");
    }
}

TEST_SUITE("exchange.amending") {
    TEST_CASE("cells that came take the place of the same ones and the others stay") {
        const Reply before = reply({answer("plan", "no"), victims({cell("f", "7"), cell("total", "13")})});
        const Amendment amendment =
            amend(before, {victims({cell("total", "12"), cell("m", "5")})}, small(), "en");
        CHECK(amendment.changed == std::vector<std::string>{"victims"});
        REQUIRE(amendment.answers.size() == 2);
        const std::vector<Cell>& cells = amendment.answers[1].cells;
        REQUIRE(cells.size() == 3);
        CHECK(cells[0] == cell("f", "7"));
        CHECK(cells[1] == cell("m", "5"));  // new, and therefore not revised
        CHECK(cells[2].raw == "12");
        CHECK(cells[2].revised);
    }

    TEST_CASE("what says the same changes nothing and is told") {
        const Reply before = reply({victims({cell("f", "7")})});
        const Amendment amendment = amend(before, {victims({cell("f", " 7")})}, small(), "en");
        CHECK(amendment.changed.empty());
        CHECK(amendment.repeated == std::vector<std::string>{"victims"});
        CHECK(amendment.answers == before.answers);
    }

    TEST_CASE("prose alone stays with the request") {
        const Amendment amendment = amend(reply({}), {answer("plan", "The plan of 2025.")}, small(), "en");
        CHECK(amendment.changed.empty());
        CHECK(amendment.answers.empty());
    }

    TEST_CASE("a reason stands where nothing stood and takes nothing away") {
        Answer reason = answer("places");
        reason.state = AnswerState::no_answer;
        reason.reason = NoAnswer::not_collected;
        const Amendment stands = amend(reply({}), {reason}, small(), "en");
        REQUIRE(stands.answers.size() == 1);
        CHECK((stands.answers[0].reason == NoAnswer::not_collected));
        Answer given = answer("places");
        given.values = {"40"};
        const Amendment kept = amend(reply({given}), {reason}, small(), "en");
        CHECK(kept.changed.empty());
        CHECK(kept.answers[0] == given);
    }

    TEST_CASE("a value is replaced with its explanation and in its language") {
        Answer before = answer("places", "Since spring.");
        before.values = {"40"};
        Answer came = answer("places", "С осени.");
        came.values = {"44"};
        const Amendment amendment = amend(reply({before}), {came}, small(), "ru");
        REQUIRE(amendment.answers.size() == 1);
        CHECK(amendment.answers[0].values == std::vector<std::string>{"44"});
        CHECK(amendment.answers[0].text == "С осени.");
        CHECK(amendment.answers[0].language == "ru");
    }
}
