// SPDX-License-Identifier: EUPL-1.2
#include "domain/identifiers.hpp"
#include "domain/report.hpp"
#include "domain/text.hpp"
#include "domain/visit.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::domain;

TEST_SUITE("domain.identifiers") {
    TEST_CASE("an evaluation's identifier falls into its parts") {
        const auto plain = parse_evaluation_id("peer/XAA-2");
        REQUIRE(plain);
        CHECK(plain->framework.text() == "peer");
        CHECK(plain->subject.text() == "XAA");
        CHECK(plain->round_number == "2");
        CHECK(plain->suffix.empty());
        const auto urgent = parse_evaluation_id("peer/XAA-2-u1");
        REQUIRE(urgent);
        CHECK(urgent->suffix == "u1");
        const auto list = parse_evaluation_id("lists/CONF-ALM-2011");
        REQUIRE(list);
        CHECK(list->subject.text() == "CONF-ALM");
        CHECK(list->round_number == "2011");
        for (const char* const wrong : {"", "peer", "peer/", "peer/XAA", "peer/xaa-2", "Peer/XAA-2",
                                        "peer/XAA-", "peer/XAA-2-", "peer/XAA-2x", "/XAA-2"}) {
            INFO(wrong);
            CHECK(!parse_evaluation_id(wrong));
        }
    }

    TEST_CASE("what belongs to an evaluation says to which") {
        CHECK(evaluation_of("peer/XAA-2/r07")->text() == "peer/XAA-2");
        CHECK(evaluation_of("peer/XAA-2/reply/government#q.a")->text() == "peer/XAA-2");
        CHECK(evaluation_of("peer/XAA-2")->text() == "peer/XAA-2");
        CHECK(!evaluation_of("XAA/source/law"));
        CHECK(part_of("a/b#c.d") == "c.d");
        CHECK(without_part("a/b#c.d") == "a/b");
    }

    TEST_CASE("a limb and a version are taken off and nothing else is") {
        CHECK(without_limb("peer/XAA-2/r07.b") == "peer/XAA-2/r07");
        CHECK(limb_of("peer/XAA-2/r07.b") == "b");
        for (const char* const whole :
             {"peer/XAA-2/r07", "peer.two/XAA-2/r07", "peer/XAA-2/r07.", "r07", ""}) {
            INFO(whole);
            CHECK(without_limb(whole) == whole);
            CHECK(limb_of(whole).empty());
        }
        CHECK(points_at("peer/XAA-2/r07", "peer/XAA-2/r07"));
        CHECK(points_at("peer/XAA-2/r07.b", "peer/XAA-2/r07"));
        CHECK(points_at("peer/XAA-2/r4.1", "peer/XAA-2/r4.1"));
        CHECK(points_at("peer/XAA-2/r4.1.b", "peer/XAA-2/r4.1"));
        CHECK_FALSE(points_at("peer/XAA-2/r071", "peer/XAA-2/r07"));
        CHECK_FALSE(points_at("peer/XAA-2/r07", "peer/XAA-2/r07.b"));
        CHECK(without_version("peer/XAA-2/reply/government@2") == "peer/XAA-2/reply/government");
        CHECK(version_of("peer/XAA-2/reply/government@2") == "2");
        CHECK(version_of("peer/XAA-2/reply/government@") == "");
        CHECK(without_version("peer/XAA-2/reply/government") == "peer/XAA-2/reply/government");
        CHECK(!version_of("peer/XAA-2/reply/government"));
    }

    TEST_CASE("references are paths of plain characters") {
        CHECK(is_reference("peer/XAA-2/reply/government#legalaid.how"));
        for (const char* const wrong : {"", "/a", "a/", "a//b", "a b", "a/b c", "a/\xC3\xA9", "#x"}) {
            INFO(wrong);
            CHECK(!is_reference(wrong));
        }
    }

    TEST_CASE("a paragraph's key has no letters that look alike") {
        CHECK(is_paragraph_key("k7c2xq"));
        for (const char* const wrong :
             {"", "k7c2x", "k7c2xq2", "x7c2xq", "k7c2xo", "k7c2x1", "k7c2x0", "kL2345", "k7c2xu"}) {
            INFO(wrong);
            CHECK(!is_paragraph_key(wrong));
        }
    }

    TEST_CASE("an interlocutor's code can not be a name") {
        CHECK(is_interlocutor_code("V2-M03-A"));
        for (const char* const wrong : {"", "ANNA", "Anna-1", "V2-M03-ANNA", "ABC-1", "V-M-A", "V2 M03"}) {
            INFO(wrong);
            CHECK(!is_interlocutor_code(wrong));
        }
    }

    TEST_CASE("a text in a language is found or its absence is seen") {
        const Texts texts{{"en", "law"}, {"ru", "zakon"}};
        CHECK(text_in(texts, "ru") == "zakon");
        CHECK(text_in(texts, "fr") == "law");
        CHECK(find_text(texts, "fr") == nullptr);
        CHECK(is_language("sr-latn"));
        CHECK(!is_language("EN"));
        CHECK(!is_language("english"));
    }

    TEST_CASE("a fenced div in prose is seen and a colon is not") {
        CHECK(has_fenced_div("a\n::: {.rec}\nb"));
        CHECK(has_fenced_div("  :::"));
        CHECK(!has_fenced_div("as follows::: and so on"));
        CHECK(!has_fenced_div("::"));
    }
}
