// SPDX-License-Identifier: EUPL-1.2
#include "document/form_tokens.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::document;

TEST_SUITE("document.form_tokens") {

    TEST_CASE("what is written is found again") {
        const FormReference form{"peer/XAA-2/issue/government", "peer/round-2@2014.1", "ru", ""};
        const std::string text = "См. " + reference_line(form) + " и " + begin_line("legalaid.how") +
                                 end_line("a-b_c") + option_mark("not-collected") +
                                 place_mark({"sex=f", "form=labour"});
        const std::vector<Token> tokens = tokens_in(text);
        REQUIRE(tokens.size() == 5);
        CHECK(tokens[0].kind == TokenKind::reference);
        CHECK(*tokens[0].form == form);
        CHECK(tokens[1].kind == TokenKind::begin);
        CHECK(tokens[1].question == "legalaid.how");
        CHECK(text.substr(tokens[1].offset, tokens[1].length) == begin_line("legalaid.how"));
        CHECK(tokens[2].kind == TokenKind::end);
        CHECK(tokens[2].question == "a-b_c");
        CHECK(tokens[3].code == "not-collected");
        CHECK(tokens[4].places == std::vector<std::string>{"sex=f", "form=labour"});
    }

    TEST_CASE("a word processor's corrections do not hide a token; other brackets are text") {
        CHECK(tokens_in("[ #Legalaid.how ]").at(0).question == "legalaid.how");
        CHECK(tokens_in("[/ # legalaid.how]").at(0).kind == TokenKind::end);
        CHECK(tokens_in("[see [#a]").at(0).question == "a");
        CHECK(tokens_in("[...] [1] [see annex] [] [#] [# two words] [=] [@ one]").empty());
        CHECK(tokens_in("[#unclosed").empty());
        const FormReference part{"peer/XAA-2/issue/government", "peer/round-2@2014.1", "en",
                                 "XAA/body/police", 12};
        CHECK(reference_line(part) ==
              "[@ peer/XAA-2/issue/government peer/round-2@2014.1 en XAA/body/police 12]");
        CHECK(*tokens_in(reference_line(part)).at(0).form == part);
        CHECK(tokens_in("[@ peer/XAA-2/issue/government peer/round-2@2014.1 en XAA/body/police]").empty());
        CHECK(tokens_in("[@ peer/XAA-2/issue/government peer/round-2@2014.1 en XAA/body/police 1x]").empty());
        CHECK(tokens_in("[@ peer/XAA-2/issue/government peer/round-2@2014.1 en XAA/body/police -1]").empty());
    }

    TEST_CASE("a box is ticked in many ways") {
        for (const char* const mark : {"☒", "☑ ", "✓", "x", "X", "х", " [x]", "(X)", "✘", "☐x", "☐ ✓"}) {
            CAPTURE(mark);
            CHECK(is_ticked(mark));
        }
        for (const char* const mark : {"☐", "", " ", "-", "[ ]", "()", "o", "xyz"}) {
            CAPTURE(mark);
            CHECK_FALSE(is_ticked(mark));
        }
    }

    TEST_CASE("bookmarks tell questions apart") {
        CHECK(bookmark_of("legalaid.how") == "q_legalaid_how");
        CHECK(bookmark_of("a.b") != bookmark_of("a_b"));
        CHECK(bookmark_of("a.b") != bookmark_of("a-b"));
        const std::string one(60, 'a');
        CHECK(bookmark_of(one).size() <= 40);
        CHECK(bookmark_of(one) != bookmark_of(one + "a"));
    }

}  // TEST_SUITE
