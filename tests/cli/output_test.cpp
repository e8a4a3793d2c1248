// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace rapporteur;
using namespace rapporteur::cli;

namespace {

Listing a_listing() {
    return {.key = "answers",
            .columns = {{"id", "Id"},
                        {"text", "Text"},
                        {"count", "Count", Align::right},
                        {"hidden", ""},
                        {"", "Shown"}},
            .rows = {{"q1", "Жертвы торговли людьми получают помощь бесплатно и без условий", std::int64_t{7},
                      true, "x"},
                     {"q2", Cell(), Cell(), Cell(), "y"}},
            .when_empty = "No answers."};
}

}  // namespace

TEST_SUITE("cli.output") {
    TEST_CASE("a table is aligned and leaves no spaces at the end of a line") {
        const auto text =
            table_text({.key = "k",
                        .columns = {{"a", "A"}, {"n", "N", Align::right}, {"b", "B"}},
                        .rows = {{"long", std::int64_t{5}, Cell()}, {"x", std::int64_t{10}, "b"}}},
                       0);
        CHECK(text == "A      N  B\nlong   5\nx     10  b\n");
    }

    TEST_CASE("a table fits the width and wraps its widest column") {
        const auto text = table_text(a_listing(), 40);
        for (const auto line : base::split_lines(text)) {
            CAPTURE(line);
            CHECK(base::display_width(line) <= 40);
        }
        CHECK(base::split_lines(text).size() > 4);
        CHECK(base::split_lines(table_text(a_listing(), 0)).size() == 3);
    }

    TEST_CASE("where not even the words fit they are cut and aligned and what names the row is whole") {
        const Listing listing{.key = "k",
                              .columns = {{"id", "Id"}, {"when", "When"}},
                              .rows = {{"peer/XAA-1/pub/1", "2026-11-21T08:00:00Z"}, {"x", "y"}}};
        CHECK(table_text(listing, 30) == "Id                When\npeer/XAA-1/pub/1  2026-11-21T\n"
                                         "                  08:00:00Z\nx                 y\n");
    }

    TEST_CASE("in JSON every field is present and nothing is null") {
        CHECK(
            json_of(a_listing()) ==
            "{\n  \"answers\": [\n    {\n      \"id\": \"q1\",\n      \"text\": \"Жертвы торговли людьми получают помощь "
            "бесплатно и без условий\",\n      \"count\": 7,\n      \"hidden\": true\n    },\n    {\n      \"id\": "
            "\"q2\",\n      \"text\": null,\n      \"count\": null,\n      \"hidden\": null\n    }\n  ]\n}\n");
    }

    TEST_CASE("an empty list says so in text and is an empty array in JSON") {
        auto listing = a_listing();
        listing.rows.clear();
        CHECK(table_text(listing, 80) == "No answers.\n");
        CHECK(json_of(listing).find("\"answers\": []") != std::string::npos);
    }

    TEST_CASE("a card leaves empty fields out of the text and keeps them in JSON") {
        const Card card{{{"id", "Id", "r07"},
                         {"verb", "Verb", Cell()},
                         {"limbs", "Limbs", std::vector<std::string>{"a", "b"}}},
                        {}};
        CHECK(card_text(card, 80) == "Id     r07\nLimbs  a, b\n");
        CHECK(json_of(card).find("\"verb\": null") != std::string::npos);
    }

    TEST_CASE("a row that is too short is an error and not a guess") {
        auto listing = a_listing();
        listing.rows.front().pop_back();
        CHECK_THROWS(table_text(listing, 80));
    }

    TEST_CASE("progress is silent in a pipe and for quick work") {
        const Command command{.verb = "x", .summary = "s"};
        const Invocation invocation{.command = &command};
        std::ostringstream err;
        {
            const Context pipe(invocation, Surroundings{err, err, 0, false});
            Progress in_pipe(pipe, "loading", 2);
            in_pipe.step();
            const Context terminal(invocation, Surroundings{err, err, 80, true});
            Progress quick(terminal, "loading", 2);
            quick.step();
            quick.step();
        }
        CHECK(err.str().empty());
        CHECK(progress_line("loading", 1, 2) == "loading [###############               ] 1/2");
    }
}
