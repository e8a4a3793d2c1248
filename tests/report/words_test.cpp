// SPDX-License-Identifier: EUPL-1.2
#include "report/words.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace rapporteur;
using namespace rapporteur::report;

namespace {

// Every text of the catalogue. A new field is added here too; the size check below reminds of it.
std::vector<std::string> texts_of(const Words& words) {
    std::vector<std::string> texts{words.language,
                                   words.date,
                                   words.first_of_month,
                                   words.approved_on,
                                   words.adopted_on,
                                   words.draft_mark,
                                   words.draft_addressee,
                                   words.sent_on,
                                   words.invented,
                                   words.invented_stem,
                                   words.appendix,
                                   words.recommendations_title,
                                   words.recommendations_intro,
                                   words.in_paragraph,
                                   words.bodies_title,
                                   words.bodies_intro,
                                   words.authorities,
                                   words.international,
                                   words.civil_society,
                                   words.other_bodies,
                                   words.comments_title,
                                   words.comments_date,
                                   words.total,
                                   words.number_of,
                                   words.figures,
                                   words.reply_source,
                                   words.reply_question,
                                   words.own_figures,
                                   words.unnamed_sender,
                                   words.not_available,
                                   words.not_collected,
                                   words.not_disaggregated,
                                   words.not_applicable,
                                   words.declined,
                                   words.unknown,
                                   words.revised,
                                   words.legend_gap,
                                   words.legend_not_applicable,
                                   words.sum_of_parts};
    texts.insert(texts.end(), words.months.begin(), words.months.end());
    return texts;
}

std::size_t places_in(std::string_view text) {
    std::size_t count = 0;
    for (const char* place : {"{0}", "{1}", "{2}"}) {
        count += text.find(place) != std::string_view::npos ? 1U : 0U;
    }
    return count;
}

}  // namespace

TEST_SUITE_BEGIN("report.words");

TEST_CASE("every language has every word and the same places to fill") {
    const std::vector<std::string> english = texts_of(words_in("en"));
    CHECK(english.size() * sizeof(std::string) == sizeof(Words));
    for (const char* language : {"en", "fr", "ru"}) {
        CAPTURE(language);
        REQUIRE(has_words(language));
        CHECK(words_in(language).language == language);
        const std::vector<std::string> texts = texts_of(words_in(language));
        for (std::size_t i = 0; i < texts.size(); ++i) {
            CAPTURE(english[i]);
            CHECK_FALSE(texts[i].empty());
            CHECK(places_in(texts[i]) == places_in(english[i]));
        }
    }
}

TEST_CASE("a language without words gets the English ones and is known to have none") {
    CHECK_FALSE(has_words("kk"));
    CHECK(words_in("kk").language == "en");
}

TEST_CASE("dates are printed as each language writes them") {
    const base::Date first = base::Date::of(2018, 3, 1);
    CHECK(printed_date(first, words_in("en")) == "1 March 2018");
    CHECK(printed_date(first, words_in("fr")) == "1er mars 2018");
    CHECK(printed_date(first, words_in("ru")) == "1 марта 2018 года");
    CHECK(printed_date(base::Date::of(2017, 12, 31), words_in("fr")) == "31 décembre 2017");
}

TEST_CASE("texts are put in once and are not looked at again") {
    CHECK(fill("{0} and {1}", {"{1}", "b"}) == "{1} and b");
    CHECK(fill("{0} {7} {x}", {"a"}) == "a {7} {x}");
    CHECK(fill("{", {"a"}) == "{");
}

TEST_SUITE_END();
