// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/names.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using recommendation::Names;

namespace {

domain::Framework framework() {
    domain::Framework framework;
    domain::Subject a;
    a.code = domain::SubjectId("XAA");
    a.names = {{std::nullopt, {{"en", "Old A"}, {"fr", "Ancien A"}}},
               {base::Date::parse("2020-01-01"), {{"en", "New A"}}}};
    a.spellings = {{"A, Republic of"}};
    domain::Subject b;
    b.code = domain::SubjectId("XAB");
    b.names = {{std::nullopt, {{"en", "B"}}}};
    framework.subjects = {a, b};
    framework.themes = {{"law", {{"en", "Laws and rules"}}, {{"Legislation"}}}};
    return framework;
}

}  // namespace

TEST_SUITE("recommendation.names") {
    TEST_CASE("a subject is known by code, by every name of every time, and by other spellings") {
        const Names names = Names::of_subjects(framework());
        for (const char* const name :
             {"XAA", "Old A", "Ancien A", "New A", "A, Republic of", "new  a", "  OLD A ", "xaa"}) {
            CAPTURE(name);
            const std::string* const code = names.find(name);
            REQUIRE(code != nullptr);
            CHECK(*code == "XAA");
        }
        CHECK(names.find("A") == nullptr);
        CHECK(names.find("") == nullptr);
    }
    TEST_CASE("only today's name in the master language, and the code, are how it is called now") {
        const Names names = Names::of_subjects(framework());
        CHECK(names.is_present_name("New A"));
        CHECK(names.is_present_name("XAA"));
        CHECK(!names.is_present_name("Old A"));
        CHECK(!names.is_present_name("A, Republic of"));
        CHECK(!names.is_present_name("new a"));
    }
    TEST_CASE("the nearest name is for a hint alone") {
        const Names names = Names::of_subjects(framework());
        CHECK(names.nearest("A, Republik of") == "A, Republic of");
        CHECK(names.nearest("somewhere else") == "");
    }
    TEST_CASE("themes") {
        const Names names = Names::of_themes(framework());
        REQUIRE(names.find("legislation") != nullptr);
        CHECK(*names.find("legislation") == "law");
        CHECK(*names.find("law") == "law");
    }
}
