// SPDX-License-Identifier: EUPL-1.2
#include "search/query.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace rapporteur::search;

namespace {

const std::vector<std::string> k_fields = {"title", "text"};

std::string read_as(std::string_view text) {
    return to_text(parse_query(text, k_fields));
}

}  // namespace

TEST_SUITE("search.query") {
    TEST_CASE("each part of the language is read as its page says") {
        CHECK(read_as("victim support") == "victim AND support");
        CHECK(read_as("victim AND support") == "victim AND support");
        CHECK(read_as("\"Forced Labour\"") == "\"forced labour\"");
        CHECK(read_as("\"victim\"") == "\"victim\"");
        CHECK(read_as("discriminat*") == "discriminat*");
        CHECK(read_as("\"forced lab*\"") == "\"forced lab*\"");
        CHECK(read_as("anti-trafficking") == "anti-trafficking");
        CHECK(read_as("women's") == "women-s");
        CHECK(read_as("anti-traffick*") == "anti-traffick*");
        CHECK(read_as("a b OR c") == "a AND b OR c");
        CHECK(read_as("a (b OR c)") == "a AND (b OR c)");
        CHECK(read_as("a -b") == "a AND NOT b");
        CHECK(read_as("NOT (a b)") == "NOT (a AND b)");
        CHECK(read_as("title:draft") == "title:draft");
        CHECK(read_as("TITLE:\"a draft\" text:pre*") == "title:\"a draft\" AND text:pre*");
        CHECK(read_as("title:(a OR -b)") == "title:a OR NOT title:b");
        CHECK(read_as("-title:draft -\"a b\"") == "NOT title:draft AND NOT \"a b\"");
    }

    TEST_CASE("the tree is what the text says") {
        const Query query = parse_query("a (b OR title:\"c d\")", k_fields);
        REQUIRE(query.root.size() == 1);
        const Node& root = query.root.front();
        CHECK(root.kind == NodeKind::all_of);
        REQUIRE(root.children.size() == 2);
        CHECK(root.children[0].terms == std::vector<Term>{{TermKind::stem, "a", "a"}});
        const Node& either = root.children[1];
        CHECK(either.kind == NodeKind::any_of);
        CHECK(either.children[1].field == "title");
        CHECK(either.children[1].terms ==
              std::vector<Term>{{TermKind::exact, "c", "c"}, {TermKind::exact, "d", "d"}});
    }

    TEST_CASE("what is not whole is read as far as it goes") {
        CHECK(read_as("\"forced labour") == "\"forced labour\"");
        CHECK(read_as("(a OR b") == "a OR b");
        CHECK(read_as("a) b") == "a AND b");
        CHECK(read_as("()") == "");
        CHECK(read_as("AND") == "");
        CHECK(read_as("OR a OR") == "a");
        CHECK(read_as("a AND OR b") == "a OR b");
        CHECK(read_as("a NOT") == "a");
        CHECK(read_as("NOT NOT a") == "a");
        CHECK(read_as("NOT (NOT a)") == "a");
        CHECK(read_as("- a --b") == "a AND NOT b");
        CHECK(read_as("* !? \"\"") == "");
        CHECK(read_as("dis*nat") == "dis* AND nat");
        CHECK(read_as("article:5") == "article-5");
        CHECK(read_as("http://x.org") == "http-x-org");
        CHECK(read_as("title:") == "title");
        CHECK(read_as("title: AND b") == "title AND b");
        CHECK(read_as("title: \"a b\"") == "title:\"a b\"");
        CHECK(read_as("title:text:a") == "text:a");
        CHECK(read_as("a and b or not c") == "a AND and AND b AND or AND not AND c");
    }

    TEST_CASE("what is left out is said") {
        std::string many;
        for (int i = 0; i < 70; ++i) {
            many += "w" + std::to_string(i) + " ";
        }
        const Query words = parse_query(many, k_fields);
        CHECK(words.root.front().children.size() == 64);
        CHECK(words.notes == std::vector<std::string>{"only the first 64 words are searched for"});
        const Query deep =
            parse_query(std::string(1'000, '(') + "a OR b" + std::string(1'000, ')') + " c", k_fields);
        CHECK(to_text(deep) == "(a OR b) AND c");
        CHECK(deep.notes.size() == 1);
        CHECK(parse_query(std::string(4'000, ' ') + "a", k_fields).notes ==
              std::vector<std::string>{"only the first 4000 bytes are read"});
        CHECK(parse_query("a", k_fields).notes.empty());
    }

    TEST_CASE("long runs of one sign do not exhaust the reader") {
        for (const char* piece :
             {"NOT ", "-", "title:", "(", "\"", ")", "*", "OR ", "title:(", "-(", "NOT -"}) {
            std::string text;
            while (text.size() < 3'990) {
                text += piece;
            }
            CHECK_NOTHROW(parse_query(text + "a", k_fields));
        }
    }

    TEST_CASE("every text is read and its printed form is read alike") {
        const unsigned seed = std::random_device{}();
        CAPTURE(seed);
        std::mt19937 random(seed);
        const std::string pieces[] = {"a",        "Жертвы",  " ",     " ",       "AND", "OR", "NOT",
                                      "(",        ")",       "\"",    "*",       "-",   ":",  "été",
                                      "'",        "title:",  "text:", " - ",     " (",  ") ", "b2",
                                      "\xC2\xAD", " title ", "**",    "\"a b\"", "-x",  "\n"};
        for (int round = 0; round < 20'000; ++round) {
            std::string text;
            for (std::size_t i = random() % 40; i > 0; --i) {
                text += random() % 8 == 0 ? std::string(1, static_cast<char>(random() % 256))
                                          : pieces[random() % std::size(pieces)];
            }
            const Query query = parse_query(text, k_fields);
            const std::string printed = to_text(query);
            CAPTURE(text);
            CAPTURE(printed);
            CHECK(parse_query(printed, k_fields).root == query.root);
        }
    }

    TEST_CASE("words under a NOT are not wanted") {
        const Query query = parse_query("a (b OR -c) NOT (d -e)", k_fields);
        std::string wanted;
        for (const Node* leaf : wanted_leaves(query)) {
            wanted += leaf->terms.front().folded;
        }
        CHECK(wanted == "ab");
    }
}
