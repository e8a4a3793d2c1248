// SPDX-License-Identifier: EUPL-1.2
// What the index finds, counts and ranks is what a plain scan does, on documents and queries at random: in one index,
// and in a base less what was removed with a small index beside it.
#include "generated.hpp"
#include "search/search.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace rapporteur;
using generated::Document;
using generated::Wish;

namespace {

search::MemoryShelf indexed(const std::vector<Document>& documents) {
    std::vector<search::Field> fields;
    for (std::size_t i = 0; i < generated::field_names().size(); ++i) {
        fields.push_back({generated::field_names()[i], generated::field_weights()[i]});
    }
    search::IndexBuilder builder(fields);
    for (const Document& document : documents) {
        builder.begin_document();
        for (const generated::Text& text : document.texts) {
            builder.add_text(text.field, text.language, text.text);
        }
    }
    search::MemoryShelf shelf;
    builder.write(shelf);
    return shelf;
}

std::vector<Document> documents_at_random(generated::Random& random, std::size_t count) {
    std::vector<Document> documents;
    for (; count > 0; --count) {
        documents.push_back(generated::random_document(random));
    }
    return documents;
}

const std::vector<std::vector<std::string>> k_spoken = {{}, {}, {}, {"en"}, {"fr", "ru"}, {"de"}};

// The documents that fulfil a wish, the best first, as the scan says; numbers are places in the list.
std::vector<std::pair<double, std::uint32_t>>
scanned(const std::vector<Document>& documents, const Wish& wish, const std::vector<std::string>& spoken) {
    const std::vector<double> scores = generated::scores(documents, wish, spoken);
    std::vector<std::pair<double, std::uint32_t>> found;
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        if (generated::fulfils(documents[i], wish, spoken)) {
            found.emplace_back(-scores[i], i);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

// Scores are sums of doubles in the same order; the scan may differ in the last digits, and then two documents may have
// changed places.
void check_ranks(const std::vector<search::Hit>& hits,
                 const std::vector<std::pair<double, std::uint32_t>>& found) {
    REQUIRE(hits.size() == found.size());
    for (std::size_t i = 0; i < hits.size(); ++i) {
        CHECK(std::abs(hits[i].score + found[i].first) < 1e-9);
        const bool tied = (i > 0 && std::abs(found[i - 1].first - found[i].first) < 1e-9) ||
                          (i + 1 < found.size() && std::abs(found[i + 1].first - found[i].first) < 1e-9);
        CHECK((tied || hits[i].number == found[i].second));
        if (i > 0 && hits[i].score == hits[i - 1].score) {
            CHECK(hits[i - 1].number < hits[i].number);
        }
    }
}

std::vector<std::uint32_t> sorted_numbers(const std::vector<search::Hit>& hits) {
    std::vector<std::uint32_t> numbers;
    for (const search::Hit& hit : hits) {
        numbers.push_back(hit.number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

}  // namespace

TEST_SUITE("search.property") {
    TEST_CASE("an index finds and ranks what a scan does") {
        const unsigned seed = std::random_device{}();
        CAPTURE(seed);
        generated::Random random(seed);
        std::size_t with_results = 0;
        for (int round = 0; round < 12; ++round) {
            const std::vector<Document> documents =
                documents_at_random(random, 1 + generated::below(random, 150));
            const search::MemoryShelf shelf = indexed(documents);
            const search::Index index(shelf);
            for (int i = 0; i < 60; ++i) {
                const Wish wish = generated::random_wish(random, documents, 2);
                const std::vector<std::string>& spoken = k_spoken[generated::below(random, k_spoken.size())];
                const std::string text = generated::written(wish);
                CAPTURE(text);
                const search::Search found({{&index}}, search::parse_query(text, generated::field_names()),
                                           spoken);
                const auto expected = scanned(documents, wish, spoken);
                CHECK(found.count() == expected.size());
                check_ranks(found.best(documents.size()), expected);
                with_results += expected.empty() ? 0U : 1U;
            }
        }
        CHECK(with_results > 300);  // the queries ask for something
    }

    TEST_CASE("a base less what was removed and what came since are as one index") {
        const unsigned seed = std::random_device{}();
        CAPTURE(seed);
        generated::Random random(seed);
        for (int round = 0; round < 12; ++round) {
            const std::vector<Document> base = documents_at_random(random, 1 + generated::below(random, 80));
            const std::vector<Document> fresh = documents_at_random(random, generated::below(random, 20));
            const search::MemoryShelf base_shelf = indexed(base);
            const search::MemoryShelf fresh_shelf = indexed(fresh);
            const search::Index base_index(base_shelf);
            const search::Index fresh_index(fresh_shelf);
            // Where a document was changed the fresh one takes its number; the others come behind.
            search::DocumentSet removed(base_index.documents());
            std::vector<std::uint32_t> numbers;
            std::vector<Document> now = base;
            for (const Document& document : fresh) {
                const auto place = static_cast<std::uint32_t>(generated::below(random, base.size()));
                if (generated::below(random, 2) == 0 && !removed.contains(place)) {
                    removed.add(place);
                    numbers.push_back(place);
                    now[place] = document;
                } else {
                    numbers.push_back(static_cast<std::uint32_t>(now.size()));
                    now.push_back(document);
                }
            }
            const search::MemoryShelf now_shelf = indexed(now);
            const search::Index now_index(now_shelf);
            for (int i = 0; i < 30; ++i) {
                const Wish wish = generated::random_wish(random, now, 2);
                const std::string text = generated::written(wish);
                CAPTURE(text);
                const search::Query query = search::parse_query(text, generated::field_names());
                const search::Search parts({{&base_index, &removed}, {&fresh_index, nullptr, &numbers}},
                                           query);
                const search::Search whole({{&now_index}}, query);
                CHECK(parts.count() == whole.count());
                const auto some = parts.best(7, 2);
                const auto same = whole.best(7, 2);
                REQUIRE(some.size() == same.size());
                for (std::size_t k = 0; k < some.size(); ++k) {
                    CHECK(some[k].number == same[k].number);
                    CHECK(some[k].score == same[k].score);
                }
                CHECK(sorted_numbers(parts.best(now.size())) == sorted_numbers(whole.best(now.size())));
                check_ranks(parts.best(now.size()), scanned(now, wish, {}));
            }
        }
    }

    TEST_CASE("a dictionary of many shards and long lists is searched like a small one") {
        const unsigned seed = std::random_device{}();
        CAPTURE(seed);
        generated::Random random(seed);
        // Enough words for several shards, and two words in every document, whose lists have blobs of their own.
        std::vector<Document> documents(20'000);
        for (std::size_t i = 0; i < documents.size(); ++i) {
            const std::string number = std::to_string(generated::below(random, 9'000));
            documents[i].texts.push_back(
                {1, "en", "common w" + number + " words w" + number + "x common words"});
        }
        const search::MemoryShelf shelf = indexed(documents);
        CHECK(shelf.blobs().count("words/t/5") == 1);
        CHECK(std::any_of(shelf.blobs().begin(), shelf.blobs().end(),
                          [](const auto& blob) { return blob.first.rfind("words/P/", 0) == 0; }));
        const search::Index index(shelf);
        for (const char* text : {"w12*", "w1*", "word", "\"common words\"", "\"w8999x common\"", "common-w77",
                                 "w77x", "zz*", "a*"}) {
            CAPTURE(text);
            Wish wish;
            const auto query = search::parse_query(text, generated::field_names());
            for (const search::Term& term : query.root.front().terms) {
                wish.words.push_back(term.lowered);
            }
            wish.open_end = query.root.front().terms.back().kind == search::TermKind::prefix;
            wish.kind = query.root.front().terms.front().kind == search::TermKind::stem ? Wish::Kind::joint
                                                                                        : Wish::Kind::phrase;
            std::vector<std::uint32_t> expected;
            for (std::uint32_t i = 0; i < documents.size(); ++i) {
                if (generated::fulfils(documents[i], wish, {})) {
                    expected.push_back(i);
                }
            }
            CHECK(search::Search({{&index}}, query).matches().front().documents() == expected);
        }
    }
}
