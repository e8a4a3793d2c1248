// SPDX-License-Identifier: EUPL-1.2
#include "base/digest.hpp"
#include "base/json.hpp"
#include "exchange/browser_form.hpp"
#include "exchange/browser_words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace rapporteur;
using namespace rapporteur::domain;
using namespace rapporteur::exchange;

namespace {

constexpr const char* k_hostile = "</script><script>alert(1)</script> & \"<b>\"";

// A choice whose label is markup, and a table in which rows are added.
Issuing hostile() {
    Issuing issuing;
    issuing.evaluation = EvaluationId("peer/XAA-2");
    issuing.language = "en";
    issuing.issue.id = IssueId("peer/XAA-2/issue/government");
    issuing.issue.respondent = "government";
    Questionnaire& made = issuing.questionnaire;
    made.id = QuestionnaireId("peer/round-2@1");
    made.languages = {{"en", "master"}};
    made.respondents = {"government", "ngo"};
    made.title = {{"en", "Questionnaire"}};
    made.codelists = {{"how", true, {{"one", "", "", {{"en", k_hostile}}}}}};
    Question choice;
    choice.id = QuestionId("how");
    choice.kind = QuestionKind::choice;
    choice.number = "1";
    choice.codelist = "how";
    choice.text = {{"en", "How?"}};
    choice.checks = {{"count(${how}) > 0", CheckLevel::error, {{"en", k_hostile}}}};
    Question table;
    table.id = QuestionId("stat");
    table.kind = QuestionKind::table;
    table.number = "2";
    table.unit = "persons";
    table.text = {{"en", "How many?"}};
    table.dimensions = {{"how", Axis::row, "how", "", "", false, TotalOrigin::computed},
                        {"year", Axis::column, "", "2015", "2016", false, TotalOrigin::none}};
    Section section;
    section.id = "all";
    section.title = {{"en", "All"}};
    section.questions = {choice, table};
    made.sections = {section};
    return issuing;
}

std::string form_of(const Issuing& issuing, const BrowserTerms& terms = {}) {
    return browser_form(
        issuing, form_document(issuing.questionnaire, issuing.issue, issuing.names, issuing.language), terms);
}

// What stands in the elements of that name, in their order.
std::vector<std::string> contents_of(const std::string& page, const std::string& element) {
    std::vector<std::string> contents;
    for (std::size_t at = page.find("<" + element); at != std::string::npos;
         at = page.find("<" + element, at)) {
        const std::size_t begin = page.find('>', at) + 1;
        const std::size_t end = page.find("</" + element, begin);
        contents.push_back(page.substr(begin, end - begin));
        at = end;
    }
    return contents;
}

std::string source_of(const std::string& bytes) {
    return "&#39;sha256-" + base::to_base64(base::sha256(bytes).view()) + "&#39;";
}

}  // namespace

TEST_SUITE("exchange.browser_form") {
    TEST_CASE("one script and one style run, known by their hashes") {
        const std::string page = form_of(hostile());
        const auto scripts = contents_of(page, "script");
        const auto styles = contents_of(page, "style");
        REQUIRE(scripts.size() == 2);  // the data is the first, and does not run
        REQUIRE(styles.size() == 1);
        CHECK(page.find("content=\"default-src &#39;none&#39;; script-src " + source_of(scripts[1]) +
                        "; style-src " + source_of(styles[0]) +
                        "; base-uri &#39;none&#39;; form-action &#39;none&#39;\"") != std::string::npos);
    }

    TEST_CASE("a questionnaire's words stay words, in the page and in its data") {
        const std::string page = form_of(hostile());
        CHECK(page.find("<script>alert") == std::string::npos);
        CHECK(page.find("&lt;/script&gt;&lt;script&gt;alert(1)") != std::string::npos);
        base::Problems problems;
        const auto data = base::JsonValue::parse(contents_of(page, "script").front(), "data", problems);
        REQUIRE(data.has_value());
        const base::JsonValue choice = data->at("questions").at(std::size_t{0});
        CHECK(choice.at("checks").at(std::size_t{0}).at("message").text() == k_hostile);
    }

    TEST_CASE("totals that are worked out have a place and no field") {
        const std::string page = form_of(hostile());
        CHECK(page.find("data-sum=\"how=total year=2015\"") != std::string::npos);
        CHECK(page.find("data-at=\"how=total year=2015\"") == std::string::npos);
        CHECK(page.find("data-at=\"how=one year=2016\"") != std::string::npos);
        CHECK(page.find("data-new-row=\"how\"") != std::string::npos);
    }

    TEST_CASE("who may have written an answer is offered, and consent is asked of those who need it") {
        Issuing issuing = hostile();
        const BrowserTerms terms{{{"XAA/body/office", "Office of the <Co-ordinator>"}}, 3};
        const std::string page = form_of(issuing, terms);
        CHECK(page.find("<option value=\"XAA/body/office\">Office of the &lt;Co-ordinator&gt;</option>") !=
              std::string::npos);
        CHECK(page.find("data-field=\"consent\"") == std::string::npos);
        CHECK(page.find("\"version\":3") != std::string::npos);
        issuing.issue.respondent = "ngo";
        CHECK(form_of(issuing).find("data-field=\"consent\"") != std::string::npos);
    }

    TEST_CASE("a phrase that the form does not have is an error") {
        CHECK(page_words("save", "ru") == "Сохранить");
        CHECK(page_words("save", "de") == "Save");
        CHECK_THROWS(page_words("sav", "en"));
    }
}
