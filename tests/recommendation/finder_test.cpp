// SPDX-License-Identifier: EUPL-1.2
// What the finder says against a plain scan over the same recommendations: with no stored index, with one, and with one that is behind. The
// texts are of a language without stems, so that the scan needs none; stems have their own tests in tests/search.
#include "base/text.hpp"
#include "recommendation/finder.hpp"
#include "store/evaluations.hpp"
#include "store/frameworks.hpp"
#include "store/imports.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace rapporteur;
using recommendation::Finder;
using recommendation::Wanted;

namespace {

const std::vector<std::string> k_words{"rel",  "rela", "relat", "mor",  "mora",  "tum", "tumi",
                                       "ser",  "sera", "seri",  "ket",  "keta",  "bun", "bunal",
                                       "dorn", "fil",  "filo",  "gast", "gasti", "hul"};
const std::vector<std::string> k_verbs{"", "urges", "invites"};
const std::vector<std::string> k_themes{"law", "victims", "data"};

class World {
public:
    explicit World(unsigned seed) : m_random(seed), m_where(store::Register::in_memory()) {
        domain::Framework framework;
        framework.id = domain::FrameworkId("table");
        framework.version = "1";
        framework.name = {{"en", "Table"}};
        store::Change change(m_where, "operator/test", "test");
        store::put_framework(change, framework);
        for (const char* const id : {"table/XAA-1", "table/XAB-1", "table/XAB-2"}) {
            domain::Evaluation evaluation;
            evaluation.id = domain::EvaluationId(id);
            evaluation.round = domain::RoundId(std::string("table/round-") + evaluation.id.text().back());
            evaluation.subject = domain::SubjectId(evaluation.id.text().substr(6, 3));
            evaluation.opened = *base::Date::parse("2026-01-01");
            evaluation.language = "xx";
            evaluation.title = {{"en", "Title"}};
            store::put_evaluation(change, evaluation);
            m_evaluations.push_back(evaluation.id);
        }
        change.commit();
    }

    store::Register& where() { return m_where; }
    std::size_t roll(std::size_t below) {
        return std::uniform_int_distribution<std::size_t>(0, below - 1)(m_random);
    }
    const std::string& one_of(const std::vector<std::string>& values) { return values[roll(values.size())]; }

    void add(std::size_t count) {
        store::Change change(m_where, "operator/test", "test");
        for (std::size_t i = 0; i < count; ++i) {
            const domain::EvaluationId& evaluation = m_evaluations[roll(m_evaluations.size())];
            const int number = ++m_numbers[evaluation];
            domain::Recommendation r = anything();
            r.id = domain::RecommendationId(fmt::format("{}/r{:02}", evaluation.text(), number));
            store::add_recommendation(change, evaluation, number, r);
            m_all[r.id.text()] = r;
        }
        change.commit();
    }
    void change(std::size_t count) {
        store::Change change(m_where, "operator/test", "test");
        for (std::size_t i = 0; i < count; ++i) {
            auto one = std::next(m_all.begin(), static_cast<std::ptrdiff_t>(roll(m_all.size())));
            domain::Recommendation r = anything();
            r.id = domain::RecommendationId(one->first);
            store::replace_recommendation(change, r);
            one->second = r;
        }
        change.commit();
    }

    // The same question, twice.
    struct Question {
        Wanted wanted;
        std::vector<std::vector<std::string>>
            phrases;  // each must stand in the text; one word, or several in a row
        std::string prefix;
    };
    Question question() {
        Question q;
        q.wanted.limit = 100'000;
        q.wanted.facets = {"verb", "theme", "subject", "round"};
        switch (roll(4)) {
        case 0:
            q.phrases = {{one_of(k_words)}, {one_of(k_words)}};
            q.wanted.words = q.phrases[0][0] + " " + q.phrases[1][0];
            break;
        case 1:
            q.phrases = {{one_of(k_words), one_of(k_words)}};
            q.wanted.words = fmt::format("\"{} {}\"", q.phrases[0][0], q.phrases[0][1]);
            break;
        case 2:
            q.prefix = one_of(k_words).substr(0, 1 + roll(3));
            q.wanted.words = q.prefix + "*";
            break;
        default:
            break;
        }
        if (roll(2) == 0) {
            q.wanted.choices.push_back({"verb", {one_of(k_verbs), one_of(k_verbs)}});
        }
        if (roll(2) == 0) {
            q.wanted.choices.push_back({"theme", {one_of(k_themes)}});
        }
        return q;
    }
    std::vector<const domain::Recommendation*> scan(const Question& q) const {
        std::vector<const domain::Recommendation*> found;
        for (const auto& [id, r] : m_all) {
            if (has_words(q, r) && fits(q, r)) {
                found.push_back(&r);
            }
        }
        return found;
    }

private:
    domain::Recommendation anything() {
        domain::Recommendation r;
        r.kind = "listed";
        r.verb = one_of(k_verbs);
        for (const std::string& theme : k_themes) {
            if (roll(3) == 0) {
                r.themes.push_back(theme);
            }
        }
        std::string text;
        for (std::size_t i = 3 + roll(8); i > 0; --i) {
            text += one_of(k_words) + (roll(6) == 0 ? ", " : " ");
        }
        r.text = {{"xx", text}};
        return r;
    }
    static std::vector<std::string> split(const std::string& text) {
        std::vector<std::string> words(1);
        for (const char c : text) {
            if (c >= 'a' && c <= 'z') {
                words.back() += c;
            } else if (!words.back().empty()) {
                words.emplace_back();
            }
        }
        return words;
    }
    static bool has_words(const Question& q, const domain::Recommendation& r) {
        const std::vector<std::string> words = split(r.text.front().text);
        for (const auto& phrase : q.phrases) {
            if (std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) == words.end()) {
                return false;
            }
        }
        return q.prefix.empty() || std::any_of(words.begin(), words.end(), [&](const std::string& word) {
                   return word.substr(0, q.prefix.size()) == q.prefix;
               });
    }
    static bool fits(const Question& q, const domain::Recommendation& r) {
        return std::all_of(
            q.wanted.choices.begin(), q.wanted.choices.end(), [&](const search::Choice& choice) {
                return std::any_of(choice.values.begin(), choice.values.end(), [&](const std::string& value) {
                    return choice.facet == "verb" ? r.verb == value : base::contains(r.themes, value);
                });
            });
    }

    std::mt19937 m_random;
    store::Register m_where;
    std::vector<domain::EvaluationId> m_evaluations;
    std::map<domain::EvaluationId, int> m_numbers;
    std::map<std::string, domain::Recommendation> m_all;
};

using Counts = std::map<std::string, std::uint64_t>;

void compare(World& world, int questions) {
    const Finder finder(world.where());
    for (int i = 0; i < questions; ++i) {
        const World::Question q = world.question();
        CAPTURE(q.wanted.words);
        const recommendation::Found found = finder.find(q.wanted);
        std::set<std::string> expected;
        Counts verbs;
        Counts themes;
        Counts subjects;
        for (const domain::Recommendation* const r : world.scan(q)) {
            expected.insert(r->id.text());
            ++verbs[r->verb];
            ++subjects[r->id.text().substr(6, 3)];
            for (const std::string& theme : r->themes) {
                ++themes[theme];
            }
        }
        std::set<std::string> hits;
        for (const domain::RecommendationId& id : found.hits) {
            hits.insert(id.text());
        }
        REQUIRE(found.count == expected.size());
        REQUIRE(found.hits.size() == expected.size());
        REQUIRE(hits == expected);
        for (const auto& [facet, counts] : {std::pair(0U, &verbs), {1U, &themes}, {2U, &subjects}}) {
            const search::FacetCounts& said = found.facets[facet];
            for (const search::ValueCount& value : said.values) {
                CAPTURE(value.value);
                CHECK(value.count == (*counts)[value.value]);
            }
            if (facet == 0) {
                CHECK(said.none.count == verbs[""]);
            }
            for (const auto& [value, count] : *counts) {
                CHECK((count == 0 || value.empty() ||
                       std::any_of(said.values.begin(), said.values.end(),
                                   [&value = value](const auto& one) { return one.value == value; })));
            }
        }
    }
}

}  // namespace

TEST_SUITE("recommendation.finder") {
    TEST_CASE(
        "results and counts are those of a scan: without an index, with one, and with one that is behind") {
        const unsigned seed = std::random_device{}();
        INFO("seed " << seed);
        World world(seed);
        world.add(300);
        compare(world, 100);
        CHECK(!store::search_base(world.where()));

        world.add(static_cast<std::size_t>(recommendation::k_worth_storing));
        recommendation::refresh_search_base(world.where(), "operator/test");
        REQUIRE(store::search_base(world.where()));
        CHECK(store::touched_since(world.where(), store::search_base(world.where())->journal_seq)
                  .records.empty());
        compare(world, 100);

        world.change(40);
        world.add(25);
        CHECK(store::touched_since(world.where(), store::search_base(world.where())->journal_seq)
                  .records.size() >= 65);
        compare(world, 100);
    }
    TEST_CASE("an index that is damaged is said to be, and made anew by the next that writes one") {
        World world(1);
        world.add(static_cast<std::size_t>(recommendation::k_worth_storing));
        recommendation::refresh_search_base(world.where(), "operator/test");
        {
            store::Change change(world.where(), "operator/test", "test");
            change.database().run_script("DELETE FROM search_blob WHERE name = 'records'");
            change.commit();
        }
        CHECK_THROWS_AS(Finder(world.where()), base::Error);
        recommendation::refresh_search_base(world.where(), "operator/test");
        compare(world, 5);
    }
    TEST_CASE("pages follow one another without a gap or a double") {
        World world(2);
        world.add(100);
        const Finder finder(world.where());
        Wanted wanted;
        wanted.limit = 7;
        std::set<std::string> seen;
        for (wanted.skip = 0; wanted.skip < 100; wanted.skip += 7) {
            for (const domain::RecommendationId& id : finder.find(wanted).hits) {
                CHECK(seen.insert(id.text()).second);
            }
        }
        CHECK(seen.size() == 100);
    }
}
