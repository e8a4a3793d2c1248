// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "search/index.hpp"
#include "search/search.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace rapporteur;
using namespace rapporteur::search;

namespace {

const std::vector<std::string> k_names = {"title", "text"};

struct SmallIndex {
    MemoryShelf shelf;
    std::unique_ptr<Index> index;

    // Each document: title, text, language.
    explicit SmallIndex(const std::vector<std::array<std::string, 3>>& documents) {
        IndexBuilder builder({{"title", 2}, {"text", 1}});
        for (const auto& [title, text, language] : documents) {
            builder.begin_document();
            builder.add_text(0, language, title);
            builder.add_text(1, language, text);
        }
        builder.write(shelf);
        index = std::make_unique<Index>(shelf);
    }

    std::vector<std::uint32_t> find(std::string_view text,
                                    const std::vector<std::string>& languages = {}) const {
        return Search({{index.get()}}, parse_query(text, k_names), languages).matches().front().documents();
    }
    std::vector<std::uint32_t> ranked(std::string_view text) const {
        std::vector<std::uint32_t> numbers;
        for (const Hit& hit : Search({{index.get()}}, parse_query(text, k_names)).best(10)) {
            numbers.push_back(hit.number);
        }
        return numbers;
    }
};

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_SUITE("search.index") {
    TEST_CASE("a beginning finds every word that begins so whatever its stem") {
        const SmallIndex small({{"", "discrimination of women", "en"},
                                {"", "discriminatory laws", "en"},
                                {"", "the discriminating employer", "en"},
                                {"", "pratiques discriminatoires", "fr"},
                                {"", "indiscriminate use", "en"}});
        CHECK(small.find("discriminat*") == Numbers{0, 1, 2, 3});
        CHECK(small.find("discriminato*") == Numbers{1, 3});
        CHECK(small.find("DISCRIMINATION*") == Numbers{0});
    }

    TEST_CASE("a word is found in its forms and a quoted one as it is written") {
        const SmallIndex small({{"", "Identify the victims", "en"},
                                {"", "a victim", "en"},
                                {"", "помощь жертвам", "ru"},
                                {"", "жертвы торговли", "ru"},
                                {"", "les victimes exploitées", "fr"},
                                {"", "exploité", "fr"}});
        CHECK(small.find("victim") == Numbers{0, 1, 4});
        CHECK(small.find("\"victim\"") == Numbers{1});
        CHECK(small.find("жертва") == Numbers{2, 3});
        CHECK(small.find("exploiter") == Numbers{4, 5});
        CHECK(small.find("exploitees") == Numbers{4});  // typed without accents: the word itself at least
        CHECK(small.find("\"exploite\"") == Numbers{5});
    }

    TEST_CASE("in each text a word is stemmed in the language of that text") {
        // French takes the ending of "promesses" off, English another; Kazakh none.
        const SmallIndex small({{"", "promesse", "fr"}, {"", "promesse", "en"}, {"", "promesse", "kk"}});
        CHECK(small.find("promesses").front() == 0);
        CHECK(small.find("promesses", {"kk"}).empty());
        CHECK(small.find("promesse", {"kk"}) == Numbers{2});
        CHECK(small.find("promesse", {"fr", "en"}) == Numbers{0, 1});
        CHECK(small.find("NOT promesse", {"fr"}) == Numbers{1, 2});
    }

    TEST_CASE("phrases fields and operators") {
        const SmallIndex small({{"Forced labour", "and other work", "en"},
                                {"Labour", "forced", "en"},
                                {"Work", "forced labour; labour forced", "en"},
                                {"Anti-trafficking", "the unit's staff", "en"}});
        CHECK(small.find("\"forced labour\"") == Numbers{0, 2});
        CHECK(small.find("\"labour and\"").empty());  // no phrase across fields
        CHECK(small.find("title:labour") == Numbers{0, 1});
        CHECK(small.find("title:\"forced labour\"") == Numbers{0});
        CHECK(small.find("forced labour -title:labour") == Numbers{2});
        CHECK(small.find("work OR anti-traffick*") == Numbers{0, 2, 3});
        CHECK(small.find("-forced") == Numbers{3});
        CHECK(small.find("units") == Numbers{3});
        CHECK(small.find("title:nothing").empty());
        CHECK(small.find("") == Numbers{0, 1, 2, 3});
    }

    TEST_CASE("two texts of one field are no phrase together") {
        IndexBuilder builder({{"text", 1}});
        builder.begin_document();
        builder.add_text(0, "en", "forced");
        builder.add_text(0, "en", "labour");
        MemoryShelf shelf;
        builder.write(shelf);
        const Index index(shelf);
        CHECK(Search({{&index}}, parse_query("\"forced labour\"", {})).count() == 0);
        CHECK(Search({{&index}}, parse_query("forced labour", {})).count() == 1);
    }

    TEST_CASE("the best come first and equals by their number") {
        const SmallIndex small({{"", "victim one two three", "en"},
                                {"victim", "one two three", "en"},
                                {"", "victim victim one two", "en"},
                                {"", "victim one two three", "en"},
                                {"", "nothing of the kind", "en"}});
        CHECK(small.ranked("victim") == Numbers{1, 2, 0, 3});
        CHECK(small.ranked("-victim") == Numbers{4});
        CHECK(small.ranked("") == Numbers{0, 1, 2, 3, 4});
        const Search search({{small.index.get()}}, parse_query("victim", k_names));
        CHECK(search.best(2, 1).front().number == 2);
        CHECK(search.best(2, 9).empty());
        CHECK(search.best(SIZE_MAX, 3).size() == 1);
        DocumentSet within(5);
        within.add(3);
        within.add(4);
        const auto hits = search.best_within({within}, 5);
        REQUIRE(hits.size() == 1);
        CHECK(hits.front().score == search.best(5).back().score);
    }

    TEST_CASE("an index knows what it holds") {
        const SmallIndex small({{"a b", "c", "ru"}, {"", "d", "en"}});
        CHECK(small.index->documents() == 2);
        CHECK(small.index->words() == 4);
        CHECK(small.index->languages() == std::vector<std::string>{"en", "ru"});
        CHECK(small.index->fields() == std::vector<Field>{{"title", 2}, {"text", 1}});
    }

    TEST_CASE("an index of nothing finds nothing") {
        const SmallIndex small({});
        CHECK(small.find("").empty());
        CHECK(small.find("a* OR \"b c\" OR d").empty());
        CHECK(small.ranked("a").empty());
        const SmallIndex empty({{"", "", "en"}, {"", "...", "en"}});
        CHECK(empty.find("a OR b*").empty());
        CHECK(empty.ranked("-a") == Numbers{0, 1});
    }

    TEST_CASE("the same documents give the same bytes") {
        const std::vector<std::array<std::string, 3>> documents = {{"a", "b c", "en"}, {"ж", "бв", "ru"}};
        CHECK(SmallIndex(documents).shelf.blobs() == SmallIndex(documents).shelf.blobs());
    }

    TEST_CASE("what can not be indexed is refused") {
        IndexBuilder builder({{"text", 1}});
        CHECK_THROWS_AS(builder.add_text(0, "en", "a"), base::Error);
        builder.begin_document();
        CHECK_THROWS_AS(builder.add_text(1, "en", "a"), base::Error);
        for (int i = 0; i < 32; ++i) {
            builder.add_text(0, "x" + std::to_string(i), "a");
        }
        CHECK_THROWS_AS(builder.add_text(0, "y", "a"), base::Error);
    }
}
