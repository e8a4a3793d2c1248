// SPDX-License-Identifier: EUPL-1.2
#include "exchange/asked.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::domain;
using namespace rapporteur::exchange;

namespace {

Question question(const char* id, std::vector<std::string> respondents = {}, std::string when = "") {
    Question made;
    made.id = QuestionId(id);
    made.respondents = std::move(respondents);
    made.when = std::move(when);
    return made;
}

std::string ids(const std::vector<AskedQuestion>& asked) {
    std::string text;
    for (const AskedQuestion& each : asked) {
        text += (text.empty() ? "" : " ") + each.question->id.text() + (each.takes_answer ? "" : "*");
    }
    return text;
}

Questionnaire small() {
    Section first;
    first.id = "first";
    first.title = {{"en", "First"}};
    first.questions = {question("a"), question("b", {"state"}), question("c", {}, "${a} = 'yes'")};
    Question record = question("r");
    record.kind = QuestionKind::record;
    record.parts = {question("r.x"), question("r.y", {"guild"})};
    Section inner;
    inner.id = "inner";
    inner.title = {{"en", "Inner"}};
    inner.when = "${a} = 'no'";
    inner.questions = {record};
    first.sections = {inner};
    Section second;
    second.id = "second";
    second.respondents = {"guild"};
    second.questions = {question("d")};
    Questionnaire questionnaire;
    questionnaire.sections = {first, second};
    return questionnaire;
}

Reply saying(const char* value) {
    Answer answer;
    answer.question = QuestionId("a");
    answer.values = {value};
    Reply reply;
    reply.answers = {answer};
    return reply;
}

}  // namespace

TEST_SUITE("exchange.asked") {
    TEST_CASE("each respondent is asked its own questions and the parts of its records") {
        const Questionnaire questionnaire = small();
        CHECK(ids(asked_questions(questionnaire, "state", "en")) == "a b c r* r.x");
        CHECK(ids(asked_questions(questionnaire, "guild", "en")) == "a c r* r.x r.y d");
        CHECK(asked_questions(questionnaire, "state", "en").back().section_title == "Inner");
    }

    TEST_CASE("conditions of questions and sections count and what is not answered leaves them open") {
        const Questionnaire questionnaire = small();
        const auto asked = asked_questions(questionnaire, "state", "en");
        CHECK((is_asked(asked[0], Reply()) == true));
        CHECK((is_asked(asked[2], Reply()) == std::nullopt));
        CHECK((is_asked(asked[2], saying("yes")) == true));
        CHECK((is_asked(asked[2], saying("no")) == false));
        CHECK((is_asked(asked[4], saying("yes")) == false));
        CHECK((is_asked(asked[4], saying("no")) == true));
    }
}
