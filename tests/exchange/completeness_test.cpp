// SPDX-License-Identifier: EUPL-1.2
#include "exchange/completeness.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::domain;
using namespace rapporteur::exchange;

namespace {

Question question(const char* id, Required required, std::string when = "") {
    Question made;
    made.id = QuestionId(id);
    made.required = required;
    made.when = std::move(when);
    return made;
}

Questionnaire small() {
    Questionnaire made;
    made.respondents = {"government", "ngo"};
    Section law;
    law.title = {{"en", "Law"}};
    law.questions = {question("exists", Required::block),
                     question("text", Required::warn, "${exists} = 'yes'"), question("since", Required::no)};
    law.questions.front().kind = QuestionKind::yesno;
    Section practice;
    practice.title = {{"en", "Practice"}};
    practice.questions = {question("cases", Required::warn), question("budget", Required::warn)};
    made.sections = {law, practice};
    return made;
}

Answer answer(const char* id, AnswerState state, const char* author = nullptr) {
    Answer made;
    made.question = QuestionId(id);
    made.state = state;
    if (author != nullptr) {
        made.author = BodyId(author);
    }
    return made;
}

Reply reply() {
    Reply made;
    made.respondent = "government";
    made.language = "en";
    made.answers = {answer("exists", AnswerState::answered, "XAA/body/justice"),
                    answer("since", AnswerState::blank, "XAA/body/justice"),
                    answer("cases", AnswerState::no_answer, "XAA/body/interior")};
    made.answers[0].values = {"no"};
    made.answers[2].reason = NoAnswer::not_collected;
    return made;
}

}  // namespace

TEST_SUITE("exchange.completeness") {
    TEST_CASE("whole, by section, by body: the parts add up to the whole") {
        const Completeness made = completeness_of(reply(), small(), nullptr);
        CHECK(made.whole.counts.asked == 5);
        CHECK(made.whole.counts.answered == 1);
        CHECK(made.whole.counts.without_answer() == 1);
        CHECK(made.whole.counts.blank == 1);
        CHECK(made.whole.counts.not_asked == 1);  // the text of a law that does not exist
        CHECK(made.whole.counts.left_out == 1);
        CHECK(made.whole.counts.required == 3);
        CHECK(made.whole.counts.required_done == 2);
        CHECK(made.whole.open == std::vector<std::string>{"budget"});
        for (const auto* const lines : {&made.sections, &made.bodies}) {
            int asked = 0;
            int required = 0;
            for (const CompletenessLine& line : *lines) {
                asked += line.counts.asked;
                required += line.counts.required;
            }
            CHECK(asked == made.whole.counts.asked);
            CHECK(required == made.whole.counts.required);
        }
        REQUIRE(made.sections.size() == 2);
        CHECK(made.sections[1].name == "Practice");
        CHECK(made.sections[1].open == std::vector<std::string>{"budget"});
        REQUIRE(made.bodies.size() == 3);
        CHECK(made.bodies[0].name == "XAA/body/justice");
        CHECK(made.bodies[1].counts.without_answer() == 1);
        CHECK(made.bodies[2].name.empty());  // what nobody answered stands last
        CHECK(made.bodies[2].counts.asked == 2);
    }

    TEST_CASE("who need not answer owes nothing, and questions to this state count") {
        Reply other = reply();
        other.respondent = "ngo";
        Issue issue;
        issue.specific.emplace_back();
        issue.specific.back().id = QuestionId("cs1");
        const Completeness made = completeness_of(other, small(), &issue);
        CHECK(made.whole.counts.required == 0);
        CHECK(made.whole.counts.asked == 6);
        CHECK(made.sections.back().name == k_specific_section);
    }
}
