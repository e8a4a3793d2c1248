// SPDX-License-Identifier: EUPL-1.2
#include "base/digest.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "document/form_tokens.hpp"
#include "exchange/form_document.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace rapporteur;
using namespace rapporteur::domain;
using namespace rapporteur::exchange;

namespace {

Question question(const char* id, QuestionKind kind, const char* number, const char* text) {
    Question made;
    made.id = QuestionId(id);
    made.kind = kind;
    made.number = number;
    made.text = {{"en", text}};
    return made;
}

Codelist codelist(const char* id, std::vector<std::pair<const char*, const char*>> codes) {
    Codelist made;
    made.id = id;
    for (const auto& [value, label] : codes) {
        made.codes.push_back({value, "", "", {{"en", label}}});
    }
    return made;
}

Question table() {
    Question made = question("stat", QuestionKind::table, "4", "Victims");
    made.unit = "persons";
    made.dimensions = {{"from", Axis::sheet, "from", "", "", false, TotalOrigin::none},
                       {"sex", Axis::row, "sex", "", "", false, TotalOrigin::given},
                       {"form", Axis::row, "form", "", "", false, TotalOrigin::computed},
                       {"year", Axis::column, "", "2015", "2016", false, TotalOrigin::none}};
    return made;
}

Questionnaire small() {
    Questionnaire made;
    made.id = QuestionnaireId("peer/round-2@1");
    made.languages = {{"en", "master"}, {"ru", "courtesy"}};
    made.respondents = {"government", "ngo"};
    made.title = {{"en", "Questionnaire"}};
    made.codelists = {codelist("sex", {{"f", "Women"}, {"m", "Men"}}), codelist("form", {{"work", "Work"}}),
                      codelist("from", {{"own", "Nationals"}, {"other", "Others"}}),
                      codelist("how", {{"one", "One register"}, {"two", "Two"}})};
    made.codelists[3].codes[1].retired = "0";
    Question yesno = question("law.new", QuestionKind::yesno, "1", "Are there *new* laws?");
    yesno.partly = true;
    yesno.explain = {"yes"};
    Question choice = question("how", QuestionKind::choice, "2", "How?");
    choice.codelist = "how";
    choice.other = true;
    choice.when = "${law.new} = 'no'";
    choice.no_answers = {NoAnswer::declined};
    Question secret = question("secret", QuestionKind::narrative, "3", "Only of the government");
    secret.respondents = {"government"};
    Question record = question("places", QuestionKind::record, "5", "Places");
    record.parts = {question("places.women", QuestionKind::number, "", "Places for women")};
    Section first;
    first.id = "first";
    first.number = "I";
    first.title = {{"en", "Law"}};
    first.questions = {yesno,   choice, secret,
                       table(), record, question("thanks", QuestionKind::note, "", "Thanks")};
    first.slots = {{"country", SlotKind::country_specific, ""}};
    made.sections = {first};
    return made;
}

Issue issue_to(const char* respondent) {
    Issue made;
    made.id = IssueId("peer/XAA-2/issue/" + std::string(respondent));
    made.questionnaire = QuestionnaireId("peer/round-2@1");
    made.respondent = respondent;
    made.language = "en";
    made.specific = {{QuestionId("cs1"), "country", std::nullopt, {{"en", "We wrote:\n\n> Do it.\n\nDone?"}}},
                     {QuestionId("cs2"), "elsewhere", std::nullopt, {{"en", "And?"}}}};
    return made;
}

FormDocument form_to(const char* respondent, const char* language = "en") {
    return form_document(small(), issue_to(respondent), {"Xania", "Group", "Second round", "", false},
                         language);
}

// Every paragraph, cell and heading of the form on a line of its own.
std::vector<std::string> lines_of(const FormDocument& form) {
    std::vector<std::string> lines;
    for (const document::Part& part : form.document.parts) {
        const std::string text = document::plain_text(part.blocks);
        for (const std::string_view line : base::split_lines(text)) {
            if (!base::trim(line).empty()) {
                lines.emplace_back(base::trim(line));
            }
        }
    }
    return lines;
}

// What stands between the lines of a question.
std::string answer_part(const FormDocument& form, const std::string& id) {
    const std::vector<std::string> lines = lines_of(form);
    const auto begin = std::find(lines.begin(), lines.end(), document::begin_line(id));
    const auto end = std::find(begin, lines.end(), document::end_line(id));
    REQUIRE(end != lines.end());
    return base::join(std::vector<std::string>(begin + 1, end), "\n");
}

std::string ids_of(const FormDocument& form) {
    std::string ids;
    for (const document::FormQuestion& each : form.manifest.questions) {
        ids += (ids.empty() ? "" : " ") + each.id;
    }
    return ids;
}

const std::string k_five = "If you give no answer, the reason is:\n"
                           "☐ The information exists but cannot be given now [=none.not-available]\n"
                           "☐ This is not collected [=none.not-collected]\n"
                           "☐ This is collected, but not broken down so [=none.not-disaggregated]\n"
                           "☐ This does not apply to us [=none.not-applicable]\n"
                           "☐ We do not wish to answer [=none.declined]";

}  // namespace

TEST_SUITE("exchange.form_document") {

    TEST_CASE("a form has what is asked of the respondent in the order of the questionnaire") {
        CHECK(ids_of(form_to("government")) == "law.new how secret stat places places.women cs1 cs2");
        CHECK(ids_of(form_to("ngo")) == "law.new how stat places places.women cs1 cs2");
    }

    TEST_CASE("each kind of question has its lines between its tokens") {
        const FormDocument form = form_to("government");
        CHECK(answer_part(form, "law.new") ==
              "☐ Yes [=yes]\n☐ Partly [=partly]\n☐ No [=no]\nPlease explain if you ticked: Yes.\n[...]\n" +
                  k_five);
        CHECK(answer_part(form, "how") ==
              "☐ One register [=one]\n☐ Other, namely: [=other]\nPlease explain:\n[...]\n"
              "If you give no answer, the reason is:\n"
              "☐ We do not wish to answer [=none.declined]");
        CHECK(answer_part(form, "secret") == "[...]\n" + k_five);
        CHECK(answer_part(form, "places.women") == "[...]\n" + k_five);
        const std::string table =
            "Persons\n2015 [year=2015]\n2016 [year=2016]\nWomen, Work [sex=f form=work]\n"
            "Men, Work [sex=m form=work]\nTotal, Work [sex=total form=work]\n";
        CHECK(answer_part(form, "stat") == "Nationals [from=own]\n" + table + "Others [from=other]\n" +
                                               table + "Notes on the figures:\n[...]\n" + k_five);
        CHECK(form.tables == 2);
        CHECK(form.questions == 7);  // the record's parts, and not the record
        const std::vector<std::string> lines = lines_of(form);
        for (const char* without : {"[#places]", "[#thanks]"}) {
            CHECK(std::find(lines.begin(), lines.end(), without) == lines.end());
        }
        CHECK(std::find(lines.begin(), lines.end(), "Thanks") != lines.end());
    }

    TEST_CASE("the manifest knows every paragraph of the form that is no token") {
        for (const char* language : {"en", "ru"}) {
            CAPTURE(std::string(language));
            const FormDocument form = form_to("government", language);
            std::vector<std::string> known = form.manifest.other_texts;
            for (const document::FormQuestion& each : form.manifest.questions) {
                CHECK(each.bookmark == document::bookmark_of(each.id));
                known.push_back(each.heading);
                known.insert(known.end(), each.texts.begin(), each.texts.end());
            }
            known.emplace_back(document::k_placeholder);
            known.emplace_back(form.document.parts.at(1).blocks.empty() ? "" : "Law");  // without its number
            for (const std::string& line : lines_of(form)) {
                const std::vector<document::Token> tokens = document::tokens_in(line);
                if (!tokens.empty() && tokens.front().offset == 0) {
                    continue;
                }
                CAPTURE(line);
                CHECK(base::contains(known, line));
            }
            CHECK(base::contains(form.manifest.other_texts, "I. Law"));
        }
    }

    TEST_CASE("the texts of a question are those that are printed") {
        const FormDocument form = form_to("government");
        const auto& first = form.manifest.questions.front();
        CHECK(first.heading == "Question 1");
        CHECK(first.texts.at(0) == "Are there new laws?");
        CHECK(form.manifest.questions.at(1).texts.at(1) == "Only if the answer to question 1 is: No.");
        const auto& part = form.manifest.questions.at(5);
        CHECK(part.heading == "Places for women");
        const auto& specific = form.manifest.questions.at(6);
        CHECK(specific.heading == "Country-specific question 1");
        CHECK(specific.texts.at(1) == "Do it.");
        CHECK(base::contains(form.manifest.other_texts, "Further questions"));
    }

    TEST_CASE("the form says which it is in words of its own language") {
        const FormDocument form = form_to("government", "ru");
        CHECK(form.document.symbol == "[@ peer/XAA-2/issue/government peer/round-2@1 ru]");
        CHECK(form.manifest.reference.language == "ru");
        CHECK(form.manifest.questions.front().heading == "Вопрос 1");
        CHECK(base::contains(form.untranslated, "law.new"));
        CHECK(form_to("government").untranslated.empty());
    }

    TEST_CASE("the digest changes with what is asked and with nothing else") {
        const std::string digest = digest_of_questions(form_to("government").manifest);
        CHECK(digest.size() == 64);
        CHECK(digest == digest_of_questions(form_to("government").manifest));
        CHECK(digest != digest_of_questions(form_to("ngo").manifest));
        CHECK(digest != digest_of_questions(form_to("government", "ru").manifest));
        document::FormManifest changed = form_to("government").manifest;
        changed.other_texts.clear();
        CHECK(digest == digest_of_questions(changed));
        changed.questions.front().texts.front() += "!";
        CHECK(digest != digest_of_questions(changed));
    }

    TEST_CASE("a text that is no Markdown of a form is refused with the name of its question") {
        Questionnaire faulty = small();
        faulty.sections.front().questions.front().text = {{"en", "<b>Now</b>"}};
        try {
            form_document(faulty, issue_to("ngo"), {}, "en");
            FAIL("a form was made");
        } catch (const base::InvalidInput& error) {
            REQUIRE(!error.problems().empty());
            CHECK(error.problems().front().place.item == "text:law.new");
        }
    }
}
