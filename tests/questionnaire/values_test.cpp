// SPDX-License-Identifier: EUPL-1.2
#include "questionnaire/values.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::questionnaire;

TEST_SUITE("questionnaire.values") {
    TEST_CASE("a question's identifier fits a bookmark") {
        for (const std::string_view good : {"a", "legalaid.how", "fu.r07", "A_b-2"}) {
            CAPTURE(good);
            CHECK(is_question_id(good));
        }
        for (const std::string_view bad :
             {"", "1a", ".a", "a b", "a/b", "é", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}) {
            CAPTURE(bad);
            CHECK_FALSE(is_question_id(bad));
        }
    }

    TEST_CASE("a questionnaire's identifier is split") {
        const auto parts = parse_questionnaire_id("rivers/round-2@2014.1");
        REQUIRE(parts.has_value());
        CHECK(parts->framework == "rivers");
        CHECK(parts->name == "round-2");
        CHECK(parts->version == "2014.1");
        for (const std::string_view bad :
             {"", "rivers", "rivers/round-2", "rivers@1/a", "/a@1", "a/@1", "a/b@", "a/b c@1", "a/b@c/d"}) {
            CAPTURE(bad);
            CHECK_FALSE(parse_questionnaire_id(bad).has_value());
        }
    }

    TEST_CASE("figures are read as people type them and never guessed") {
        CHECK(parse_figure("1234") == 1234.0);
        CHECK(parse_figure(" 76.2 ") == 76.2);
        CHECK(parse_figure("1 234 567") == 1234567.0);
        CHECK(parse_figure("1\xC2\xA0"
                           "234.5") == 1234.5);
        CHECK(parse_figure("12\xE2\x80\xAF"
                           "345") == 12345.0);
        CHECK(parse_figure("-1 234") == -1234.0);
        for (const std::string_view bad : {"", "-", "n/a", "1,236", "12 34", "1234 567", "1 234.5 678", "5*",
                                           "1e3", "\xE2\x80\x94", "1  234"}) {
            CAPTURE(bad);
            CHECK_FALSE(parse_figure(bad).has_value());
        }
    }

    TEST_CASE("dates are as exact as asked") {
        CHECK(is_date_of_precision("2016", "year"));
        CHECK(is_date_of_precision("2016-03", "month"));
        CHECK(is_date_of_precision("2016-02-29", "day"));
        CHECK_FALSE(is_date_of_precision("2015-02-29", "day"));
        CHECK_FALSE(is_date_of_precision("2016-03", "year"));
        CHECK_FALSE(is_date_of_precision("16", "year"));
        CHECK_FALSE(is_date_of_precision("2016-3", "month"));
        CHECK_FALSE(is_date_of_precision("", "day"));
    }

    TEST_CASE("marks standing alone are no words") {
        CHECK(count_words("") == 0);
        CHECK(count_words("one - two, три") == 3);
        CHECK(count_words("* item\n* second item") == 3);
    }
}
