// SPDX-License-Identifier: EUPL-1.2
#include "exchange/carrying.hpp"
#include "exchange/comparison.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

using namespace rapporteur;
using namespace rapporteur::domain;
using namespace rapporteur::exchange;

namespace {

Question question(const std::string& id, QuestionKind kind = QuestionKind::narrative) {
    Question made;
    made.id = QuestionId(id);
    made.kind = kind;
    return made;
}

Questionnaire questionnaire(const std::string& version, std::vector<Question> questions) {
    Questionnaire made;
    made.id = QuestionnaireId("weir/round-1@" + version);
    made.respondents = {"government"};
    Section section;
    section.id = "all";
    section.questions = std::move(questions);
    made.sections.push_back(std::move(section));
    return made;
}

Codelist list(const std::string& id, const std::vector<std::string>& codes,
              const std::vector<std::string>& retired = {}) {
    Codelist made;
    made.id = id;
    for (const std::string& code : codes) {
        made.codes.push_back({code, "", "", {}});
    }
    for (const std::string& code : retired) {
        made.codes.push_back({code, "", "2", {}});
    }
    return made;
}

Answer says(const std::string& id, const std::string& text) {
    Answer made;
    made.question = QuestionId(id);
    made.text = text;
    return made;
}

Answer chooses(const std::string& id, std::vector<std::string> values) {
    Answer made;
    made.question = QuestionId(id);
    made.values = std::move(values);
    return made;
}

Cell cell(const std::string& who, int year, const std::string& raw) {
    Cell made;
    made.dims = {"who=" + who, "year=" + std::to_string(year)};
    made.raw = raw;
    return made;
}

Question table(const std::string& id, const std::string& from, const std::string& to) {
    Question made = question(id, QuestionKind::table);
    made.dimensions = {{"who", Axis::row, "who", "", "", false, TotalOrigin::none},
                       {"year", Axis::column, "", from, to, false, TotalOrigin::none}};
    return made;
}

Reply reply(std::vector<Answer> answers) {
    Reply made;
    made.id = ReplyId("weir/XAA-1/reply/government");
    made.respondent = "government";
    made.language = "en";
    made.answers = std::move(answers);
    return made;
}

Carrying carried(const Reply& given, const Questionnaire& earlier, Questionnaire later,
                 std::vector<MigrationStep> steps) {
    later.migrations = {{"1", std::move(steps)}};
    return carry_answers(given, earlier, later, pair_questions(earlier, later));
}

unsigned seed_of_tests() {
    const char* const given = std::getenv("RAPPORTEUR_SEED");
    return given == nullptr ? std::random_device()() : static_cast<unsigned>(std::stoul(given));
}

// A questionnaire, a later version with a valid map, and a reply to the earlier one, all at random.
struct Scene {
    explicit Scene(std::mt19937& random) : m_random(random) {
        const std::size_t count = 1 + random() % 12;
        for (std::size_t i = 0; i < count; ++i) {
            add_question("q" + std::to_string(i));
        }
        earlier = questionnaire("1", m_before);
        later = questionnaire("2", {});
        earlier.codelists = {list("ground", {"a", "b", "c"}), list("who", {"w", "m"})};
        recode();
        migrate();
        std::shuffle(m_now.begin(), m_now.end(), random);
        later.sections.front().questions = std::move(m_now);
        later.migrations = {m_map};
        given = reply(m_answers);
    }

    Questionnaire earlier;
    Questionnaire later;
    Reply given;

private:
    std::size_t up_to(std::size_t most) { return m_random() % (most + 1); }

    void add_question(const std::string& id) {
        switch (up_to(3)) {
        case 0:
            m_before.push_back(question(id));
            break;
        case 1:
            m_before.push_back(question(id, QuestionKind::choice));
            m_before.back().codelist = "ground";
            m_before.back().many = true;
            break;
        case 2:
            m_before.push_back(table(id, "2020", "2022"));
            break;
        default:
            m_before.push_back(question(id, QuestionKind::number));
        }
        if (up_to(5) != 0) {
            m_answers.push_back(answer_to(m_before.back()));
        } else if (up_to(1) == 0) {
            m_answers.push_back(says("cs" + id, "To this state alone."));
        }
    }

    Answer answer_to(const Question& asked) {
        Answer made = chooses(asked.id.text(), {});
        if (up_to(6) == 0) {
            made.state = up_to(1) == 0 ? AnswerState::blank : AnswerState::no_answer;
            made.reason =
                made.state == AnswerState::no_answer ? std::optional(NoAnswer::declined) : std::nullopt;
        } else if (asked.kind == QuestionKind::choice) {
            for (const char* const code : {"a", "b", "c"}) {
                if (up_to(1) == 0) {
                    made.values.emplace_back(code);
                }
            }
        } else if (asked.kind == QuestionKind::table) {
            for (int year = 2020; year <= 2022; ++year) {
                made.cells.push_back(cell("w", year, std::to_string(up_to(90))));
                made.cells.push_back(cell("m", year, std::to_string(up_to(90))));
            }
        } else if (asked.kind == QuestionKind::number) {
            made.values = {std::to_string(up_to(90))};
        } else {
            made.text = "Text " + std::to_string(m_random());
        }
        return made;
    }

    void recode() {
        const bool gone = up_to(1) == 0;  // without successor
        later.codelists = {
            list("ground", gone ? std::vector<std::string>{"a", "c"} : std::vector<std::string>{"a", "d"},
                 {"b"}),
            list("who",
                 up_to(1) == 0 ? std::vector<std::string>{"w", "m"} : std::vector<std::string>{"f", "m"})};
        if (!gone) {
            m_map.steps.push_back({MigrationAct::recode, {"b"}, {"d"}, "", "ground"});
            m_map.steps.push_back({MigrationAct::recode, {"c"}, {"d"}, "", "ground"});
        }
        if (later.codelists.back().codes.front().value == "f") {
            m_map.steps.push_back({MigrationAct::recode, {"w"}, {up_to(3) == 0 ? "m" : "f"}, "", "who"});
        }
    }

    void step(MigrationAct act, std::vector<std::string> from, std::vector<std::string> to,
              const std::string& substance = "") {
        m_map.steps.push_back({act, std::move(from), std::move(to), substance, ""});
    }

    Question renamed(Question asked, const std::string& id) {
        asked.id = QuestionId(id);
        if (asked.kind == QuestionKind::table && up_to(1) == 0) {
            asked.dimensions.back().from = "2022";
            asked.dimensions.back().to = "2024";
        }
        if (asked.kind == QuestionKind::number && up_to(2) == 0) {
            asked.maximum = "45";
        }
        return asked;
    }

    void migrate() {
        m_map.from = "1";
        for (std::size_t i = 0; i < m_before.size(); ++i) {
            const Question& asked = m_before[i];
            const std::string id = asked.id.text();
            switch (up_to(6)) {
            case 0:
                step(MigrationAct::dropped, {id}, {});
                break;
            case 1:
                m_now.push_back(renamed(asked, "n" + id));
                step(MigrationAct::moved, {id}, {"n" + id});
                break;
            case 2:
                m_now.push_back(question(id + ".1"));
                m_now.push_back(question(id + ".2"));
                step(MigrationAct::split, {id}, {id + ".1", id + ".2"});
                break;
            case 3:
                m_now.push_back(question("m" + id));
                if (i + 1 < m_before.size()) {
                    step(MigrationAct::merged, {id, m_before[++i].id.text()}, {"m" + id});
                } else {
                    step(MigrationAct::merged, {id}, {"m" + id});
                }
                break;
            case 4: {
                const std::size_t which = up_to(2);
                m_now.push_back(which == 0 ? renamed(asked, id) : question(id));
                step(MigrationAct::reworded, {id}, {},
                     which == 0   ? "same"
                     : which == 1 ? "narrower"
                                  : "wider");
                break;
            }
            default:
                m_now.push_back(renamed(asked, id));
                step(MigrationAct::same, {id}, {});
            }
        }
        m_now.push_back(question("new"));
        step(MigrationAct::added, {}, {"new"});
    }

    std::mt19937& m_random;
    std::vector<Question> m_before;
    std::vector<Question> m_now;
    std::vector<Answer> m_answers;
    Migration m_map;
};

// The answers as text, sorted: two lists of them hold the same answers, as often, where these are equal.
std::vector<std::string> listed(const std::vector<Answer>& answers) {
    std::vector<std::string> made;
    for (const Answer& each : answers) {
        std::string text =
            each.question.text() + "|" + std::string(base::name_of(each.state)) + "|" + each.text;
        for (const std::string& value : each.values) {
            text += "|" + value;
        }
        for (const Cell& one : each.cells) {
            text += "|" + one.dims.front() + " " + one.dims.back() + " " + one.raw;
        }
        made.push_back(text);
    }
    std::sort(made.begin(), made.end());
    return made;
}

ReadableReply readable(const Reply& given) {
    ReadableReply made;
    made.reply = given;
    for (const Answer& each : given.answers) {
        ReadableAnswer& one = made.answers.emplace_back();
        one.question = each.question.text();
        one.answer = each;
        one.text = each.text;
        one.values = each.values;
        one.state_words = each.state == AnswerState::answered ? "" : "None.";
        if (!each.cells.empty()) {
            one.table.emplace();
        }
    }
    return made;
}

}  // namespace

TEST_SUITE("exchange.carrying") {
    TEST_CASE("what asks for the same is carried, and all else is shown or kept, with the reason") {
        const Questionnaire earlier = questionnaire("1", {question("plan"), question("body"), question("aid"),
                                                          question("films"), question("shelter")});
        const Questionnaire later =
            questionnaire("2", {question("plan"), question("coordination"), question("aid.1"),
                                question("aid.2"), question("shelter")});
        const Carrying made =
            carried(reply({says("plan", "A plan."), says("body", "A council."), says("aid", "Both."),
                           says("films", "One."), says("shelter", "Two."), says("cs1", "Done.")}),
                    earlier, later,
                    {{MigrationAct::same, {"plan"}, {}, "", ""},
                     {MigrationAct::moved, {"body"}, {"coordination"}, "", ""},
                     {MigrationAct::split, {"aid"}, {"aid.1", "aid.2"}, "", ""},
                     {MigrationAct::dropped, {"films"}, {}, "", ""},
                     {MigrationAct::reworded, {"shelter"}, {}, "wider", ""}});
        REQUIRE(made.carried.size() == 2);
        CHECK(made.carried[1].answer.question.text() == "coordination");
        CHECK(made.carried[1].earlier.question.text() == "body");
        REQUIRE(made.previous.size() == 2);
        CHECK(made.previous[0].later == std::vector<std::string>{"aid.1", "aid.2"});
        CHECK(made.previous[1].why == "the question asks for more now");
        REQUIRE(made.kept.size() == 2);
        CHECK(made.kept[0].why == "asked no more");
        CHECK(made.kept[1].why == "a question to this state alone");
    }

    TEST_CASE("options get their new codes, and an answer with one that is gone is not carried in part") {
        Question grounds = question("grounds", QuestionKind::choice);
        grounds.codelist = "ground";
        grounds.many = true;
        Questionnaire earlier = questionnaire("1", {grounds});
        Questionnaire later = questionnaire("2", {grounds});
        earlier.codelists = {list("ground", {"consent", "hardship", "other"})};
        later.codelists = {list("ground", {"consent", "personal"}, {"hardship", "other"})};
        const std::vector<MigrationStep> steps{
            {MigrationAct::same, {"grounds"}, {}, "", ""},
            {MigrationAct::recode, {"hardship"}, {"personal"}, "", "ground"}};
        const Carrying whole =
            carried(reply({chooses("grounds", {"consent", "hardship"})}), earlier, later, steps);
        REQUIRE(whole.carried.size() == 1);
        CHECK(whole.carried[0].answer.values == std::vector<std::string>{"consent", "personal"});
        CHECK(whole.carried[0].recoded.size() == 1);
        const Carrying none =
            carried(reply({chooses("grounds", {"consent", "other"})}), earlier, later, steps);
        CHECK(none.carried.empty());
        REQUIRE(none.previous.size() == 1);
        CHECK(none.previous[0].why == "the option other is no longer in use");
        CHECK(none.previous[0].answer.values == std::vector<std::string>{"consent", "other"});
    }

    TEST_CASE(
        "a table's years that are asked no more stay behind, and rows that became one are not added up") {
        Questionnaire earlier = questionnaire("1", {table("victims", "2020", "2021")});
        Questionnaire later = questionnaire("2", {table("victims", "2021", "2022")});
        earlier.codelists = {list("who", {"w", "m"})};
        later.codelists = {list("who", {"f", "m"})};
        Answer answer = chooses("victims", {});
        answer.cells = {cell("w", 2020, "1"), cell("m", 2020, "2"), cell("w", 2021, "3"),
                        cell("m", 2021, "4")};
        const MigrationStep same{MigrationAct::same, {"victims"}, {}, "", ""};
        const Carrying made =
            carried(reply({answer}), earlier, later, {same, {MigrationAct::recode, {"w"}, {"f"}, "", "who"}});
        REQUIRE(made.carried.size() == 1);
        CHECK(made.carried[0].answer.cells.size() == 2);
        CHECK(made.carried[0].answer.cells[0].dims == std::vector<std::string>{"who=f", "year=2021"});
        CHECK(made.carried[0].cells_left.size() == 2);
        const Carrying merged =
            carried(reply({answer}), earlier, later, {same, {MigrationAct::recode, {"w"}, {"m"}, "", "who"}});
        CHECK(merged.carried.empty());
        CHECK(merged.previous.at(0).why == "rows became one, and no sum is made of what was reported");
    }

    TEST_CASE("what the later version would not take is no answer to it, and consent is asked anew") {
        Question number = question("places", QuestionKind::number);
        const Questionnaire earlier = questionnaire("1", {number, question("plan"), question("aid")});
        number.maximum = "50";
        const Questionnaire later = questionnaire("2", {number, question("plan"), question("aid")});
        Answer given = says("plan", "A plan.");
        given.consent = Consent::given;
        Answer refused = says("aid", "None.");
        refused.consent = Consent::refused;
        const Carrying made = carried(reply({chooses("places", {"80"}), given, refused}), earlier, later,
                                      {{MigrationAct::same, {"places"}, {}, "", ""},
                                       {MigrationAct::same, {"plan"}, {}, "", ""},
                                       {MigrationAct::same, {"aid"}, {}, "", ""}});
        CHECK(made.previous.at(0).why == "it does not fit any more: 80 is out of range");
        REQUIRE(made.carried.size() == 2);
        CHECK((made.carried[0].answer.consent == Consent::unset));
        CHECK((made.carried[1].answer.consent == Consent::refused));
    }

    TEST_CASE("a map that was never checked loses and doubles no answer") {
        const Questionnaire earlier = questionnaire("1", {question("a"), question("b"), question("c")});
        const Questionnaire later = questionnaire("2", {question("a"), question("d")});
        const Carrying made = carried(reply({says("a", "1"), says("b", "2"), says("c", "3")}), earlier, later,
                                      {{MigrationAct::same, {"a"}, {}, "", ""},
                                       {MigrationAct::merged, {"a", "b"}, {"d"}, "", ""},
                                       {MigrationAct::moved, {"b"}, {"nowhere"}, "", ""}});
        CHECK(made.carried.size() == 1);
        CHECK(made.previous.size() == 1);
        CHECK(made.kept.size() == 1);
        Questionnaire mapped = later;
        mapped.migrations = {
            {"1",
             {{MigrationAct::same, {"a"}, {}, "", ""}, {MigrationAct::merged, {"a", "b"}, {"d"}, "", ""}}}};
        std::vector<std::string> seen;
        for (const QuestionPair& pair : pair_questions(earlier, mapped).pairs) {
            seen.insert(seen.end(), pair.earlier.begin(), pair.earlier.end());
        }
        CHECK(seen == std::vector<std::string>{"a", "b", "c"});
    }

    TEST_CASE("random versions: every answer is carried, shown or kept, none twice and none lost") {
        const unsigned seed = seed_of_tests();
        CAPTURE(seed);
        MESSAGE("seed " << seed);
        std::mt19937 random(seed);
        std::size_t carried_in_all = 0;
        std::size_t answers_in_all = 0;
        for (int round = 0; round < 400; ++round) {
            const Scene scene(random);
            const Carrying made = carry_answers(scene.given, scene.earlier, scene.later,
                                                pair_questions(scene.earlier, scene.later));
            std::vector<Answer> accounted;
            for (const CarriedAnswer& each : made.carried) {
                accounted.push_back(each.earlier);
                REQUIRE(each.earlier.cells.size() == each.answer.cells.size() + each.cells_left.size());
                REQUIRE(each.earlier.text == each.answer.text);
                REQUIRE(scene.later.find_question(each.answer.question.text()) != nullptr);
            }
            for (const auto* const rest : {&made.previous, &made.kept}) {
                for (const EarlierAnswer& each : *rest) {
                    accounted.push_back(each.answer);
                    REQUIRE_FALSE(each.why.empty());
                    REQUIRE(each.later.empty() == (rest == &made.kept));
                }
            }
            REQUIRE(listed(accounted) == listed(scene.given.answers));
            carried_in_all += made.carried.size();
            answers_in_all += scene.given.answers.size();
        }
        CHECK(carried_in_all > answers_in_all / 10);  // the scenes are not empty
        CHECK(carried_in_all < answers_in_all);
    }

    TEST_CASE("random versions: the comparison shows every earlier answer once") {
        const unsigned seed = seed_of_tests();
        CAPTURE(seed);
        MESSAGE("seed " << seed);
        std::mt19937 random(seed);
        for (int round = 0; round < 400; ++round) {
            const Scene scene(random);
            // Answers to some of what is asked now, so that all of it stands there or not.
            std::vector<Answer> now;
            for (const Question* const asked : questions_of(scene.later)) {
                if (random() % 4 != 0) {
                    now.push_back(says(asked->id.text(), "Now."));
                }
            }
            const Comparison made =
                compare(readable(reply(now)), scene.later, readable(scene.given), scene.earlier);
            std::vector<Answer> shown;
            std::vector<Answer> shown_now;
            const auto gather = [](const std::vector<ComparedSide>& sides, std::vector<Answer>& to) {
                for (const ComparedSide& side : sides) {
                    for (const ReadableAnswer& each : side.answers) {
                        to.push_back(each.answer);
                    }
                }
            };
            for (const ComparedQuestion& each : made.questions) {
                gather(each.earlier, shown);
                gather(each.later, shown_now);
            }
            for (const KeptQuestion& each : made.kept) {
                gather({each.side}, shown);
            }
            // An answer with nothing in it is none.
            std::vector<Answer> given = scene.given.answers;
            std::erase_if(given, [](const Answer& each) {
                return each.state == AnswerState::answered && each.values.empty() && each.cells.empty() &&
                       each.text.empty();
            });
            std::erase_if(shown, [](const Answer& each) {
                return each.state == AnswerState::answered && each.values.empty() && each.cells.empty() &&
                       each.text.empty();
            });
            REQUIRE(listed(shown) == listed(given));
            REQUIRE(listed(shown_now) == listed(now));
        }
    }
}
