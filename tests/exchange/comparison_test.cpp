// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "document/report_document.hpp"
#include "exchange/comparison.hpp"
#include "support/shipped.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::domain;
using namespace rapporteur::exchange;

namespace {

Questionnaire questionnaire(const std::string& id) {
    Questionnaire made;
    made.id = QuestionnaireId(id);
    made.respondents = {"government"};
    made.codelists = {{"who", false, {{"f", "", "", {{"en", "Women"}}}, {"m", "", "", {{"en", "Men"}}}}}};
    Section section;
    section.id = "all";
    for (const char* const name : {"plan", "victims", "forms"}) {
        Question& question = section.questions.emplace_back();
        question.id = QuestionId(name);
        if (question.id.text() != "plan") {
            question.kind = QuestionKind::table;
            question.indicator = "victims";
            question.dimensions = {{"who", Axis::row, "who", "", "", false, TotalOrigin::given},
                                   {"year", Axis::column, "", "2014", "2016", false, TotalOrigin::none}};
        }
    }
    made.sections.push_back(std::move(section));
    return made;
}

Cell cell(const char* who, const char* year, const char* raw) {
    Cell made;
    made.dims = {std::string("who=") + who, std::string("year=") + year};
    made.raw = raw;
    return made;
}

ReadableReply saying(const std::vector<Answer>& answers) {
    ReadableReply made;
    made.reply.id = ReplyId("weir/XAA-1/reply/government");
    made.reply.language = "en";
    made.reply.answers = answers;
    for (const Answer& each : answers) {
        ReadableAnswer& one = made.answers.emplace_back();
        one.question = each.question.text();
        one.answer = each;
        one.text = each.text;
        one.values = each.values;
        one.state_words = each.state == AnswerState::answered ? "" : "No answer: declined.";
        if (!each.cells.empty()) {
            one.table.emplace();
        }
    }
    return made;
}

Answer text(const char* words) {
    Answer made;
    made.question = QuestionId("plan");
    made.text = words;
    return made;
}

Answer figures(const char* question, std::vector<Cell> cells) {
    Answer made;
    made.question = QuestionId(question);
    made.cells = std::move(cells);
    return made;
}

Comparison compared(const std::vector<Answer>& later, const std::vector<Answer>& earlier) {
    return compare(saying(later), questionnaire("weir/round-1@1"), saying(earlier),
                   questionnaire("weir/round-1@1"));
}

Verdict verdict_of(const std::vector<Answer>& later, const std::vector<Answer>& earlier) {
    const Comparison made = compared(later, earlier);
    REQUIRE(made.questions.size() == 1);
    return made.questions.front().verdict;
}

const ComparedFigure& only_figure(const Comparison& comparison) {
    REQUIRE(comparison.questions.size() == 1);
    REQUIRE(comparison.questions.front().figures.size() == 1);
    return comparison.questions.front().figures.front();
}

}  // namespace

TEST_SUITE("exchange.comparison") {
    TEST_CASE("texts: the same but for white space and emphasis, changed, new, missing") {
        CHECK((verdict_of({text("A  plan.")}, {text("A **plan**.")}) == Verdict::same));
        CHECK((verdict_of({text("A new plan.")}, {text("A plan.")}) == Verdict::changed));
        Answer declined = text("");
        declined.state = AnswerState::no_answer;
        CHECK((verdict_of({text("A plan.")}, {declined}) == Verdict::added));
        CHECK((verdict_of({declined}, {text("A plan.")}) == Verdict::missing));
        CHECK((verdict_of({declined}, {declined}) == Verdict::unanswered));
        const Comparison made =
            compared({text("The plan of 2016 runs on.")}, {text("The plan of 2012 runs on.")});
        CHECK(made.questions.front().text.size() == 4);
        CHECK(compared({text("Nothing in common here.")}, {text("A plan of 2012.")})
                  .questions.front()
                  .text.empty());
    }

    TEST_CASE("figures of the same year: equal as numbers, revised, contradicted, come and gone") {
        const auto one = [](Cell now, Cell then) {
            return compared({figures("victims", {std::move(now)})}, {figures("victims", {std::move(then)})});
        };
        CHECK((one(cell("f", "2015", "1 068"), cell("f", "2015", "1068")).questions.front().verdict ==
               Verdict::same));
        const Comparison silent = one(cell("f", "2015", "68"), cell("f", "2015", "71"));
        CHECK((silent.questions.front().verdict == Verdict::contradicts));
        CHECK(figure_words(only_figure(silent)) == "2015, Women: was 71, now 68; not marked as revised");
        Cell marked = cell("f", "2015", "68");
        marked.revised = true;
        const Comparison revised = one(marked, cell("f", "2015", "71"));
        CHECK((revised.questions.front().verdict == Verdict::changed));
        CHECK((only_figure(revised).change == FigureChange::revised));
        Cell none = cell("f", "2015", "");
        none.reason = NoAnswer::not_collected;
        CHECK((only_figure(one(none, cell("f", "2015", "71"))).change == FigureChange::vanished));
        CHECK((only_figure(one(cell("f", "2015", "71"), none)).change == FigureChange::appeared));
        CHECK(only_figure(one(cell("m", "2015", "1"), cell("f", "2015", "71"))).later == "not given");
    }

    TEST_CASE("figures of other years are new, and those that are asked for no more are counted") {
        const Comparison made = compared({figures("victims", {cell("f", "2016", "5")})},
                                         {figures("victims", {cell("f", "2011", "4")})});
        CHECK((made.questions.front().verdict == Verdict::added));
        CHECK(made.questions.front().figures_new == 1);
        CHECK(made.questions.front().figures_left == 1);
        CHECK(made.questions.front().figures.empty());
    }

    TEST_CASE("one indicator, one year, two tables of one reply") {
        const Comparison made = compared({figures("victims", {cell("total", "2015", "83")}),
                                          figures("forms", {cell("total", "2015", "82")})},
                                         {});
        REQUIRE(made.disagreements.size() == 1);
        CHECK(made.disagreements.front().figure == "83");
        CHECK(made.disagreements.front().other_question == "forms");
        CHECK(compared({figures("victims", {cell("total", "2015", "83")}),
                        figures("forms", {cell("total", "2015", "83 ")})},
                       {})
                  .disagreements.empty());
    }

    TEST_CASE("without a map only equal identifiers of equal kind are paired, and it is said") {
        Questionnaire later = questionnaire("weir/round-2@1");
        later.sections.front().questions.front().kind = QuestionKind::yesno;
        const Comparison made =
            compare(saying({text("yes"), figures("victims", {cell("f", "2015", "5")})}), later,
                    saying({text("A plan."), figures("victims", {cell("f", "2015", "5")})}),
                    questionnaire("weir/round-1@1"));
        CHECK((made.footing == Footing::same_identifiers));
        CHECK(footing_words(made).find("No migration map leads from weir/round-1@1 to weir/round-2@1") == 0);
        REQUIRE(made.questions.size() == 2);
        CHECK((made.questions[0].verdict == Verdict::added));
        CHECK((made.questions[1].verdict == Verdict::same));
        REQUIRE(made.kept.size() == 1);
        CHECK(made.kept.front().side.first().text == "A plan.");
    }

    TEST_CASE("the shipped replies of two rounds: each answer stands in one place") {
        const support::ShippedRegister shipped = support::shipped_register();
        const Comparison made = compare_replies(
            shipped.where, {"greta/XAA-1", "greta/XAA-2", "government", base::Date::of(2026, 11, 21)});
        CHECK(made.later.reply.id.text() == "greta/XAA-2/reply/government");
        std::size_t earlier = made.kept.size();
        for (const ComparedQuestion& each : made.questions) {
            for (const ComparedSide& side : each.earlier) {
                earlier += side.answers.size();
            }
        }
        CHECK(earlier == made.earlier.answers.size());
        CHECK(made.count(Verdict::contradicts) == 0);  // no year is in both
        CHECK_THROWS_AS(compare_replies(shipped.where, {"greta/XAA-2", "greta/XAA-2/reply/government",
                                                        "government", base::Date::of(2026, 11, 21)}),
                        base::Error);
    }
}
