// SPDX-License-Identifier: EUPL-1.2
// The finder against a plain scan (plain_scan.hpp): beginnings, words, phrases and filters drawn at random from the texts' and rows' own, and
// for each the same hits, the same count, and the same counts of every value of every facet. Over the shipped texts and a list of invented and
// shipped ones, in three languages, with a stored index that is behind; or over the register that RAPPORTEUR_SCANNED_REGISTER names, which is only
// read. RAPPORTEUR_SEED repeats a run.
#include "base/text.hpp"
#include "recommendation/import.hpp"
#include "recommendation/invented_list.hpp"
#include "recommendation/plain_scan.hpp"
#include "store/evaluations.hpp"
#include "store/frameworks.hpp"
#include "store/imports.hpp"
#include "store/questionnaires.hpp"
#include "store/recommendations.hpp"
#include "store/reports.hpp"
#include "support/scratch.hpp"
#include "support/shipped.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <random>

using namespace rapporteur;
using plain::Question;
using plain::Scan;
using plain::Sought;
using plain::TermKind;

namespace {

constexpr std::size_t k_list = 2'050;  // recommendations: more than are needed for an index to be stored
static_assert(k_list > static_cast<std::size_t>(recommendation::k_worth_storing));
constexpr std::size_t k_since = 120;   // that came when it was stored
constexpr std::size_t k_changed = 40;  // and of those before, changed

enum class Filter { alone, with_words };

class Draw {
public:
    Draw(const Scan& scan, unsigned seed) : m_scan(scan), m_random(seed) {}

    std::size_t below(std::size_t end) { return m_random() % end; }

    Question beginning() { return of_words({{{one(TermKind::beginning)}}}); }
    // Most in any of its forms, some as written.
    Question word() { return of_words({{{one(below(4) == 0 ? TermKind::exact : TermKind::form)}}}); }
    Question phrase() { return of_words({{{run()}}}); }

    // One to four facets, each with a value or several; with words, of which some are denied or one of several, or alone.
    Question filter(Filter filter) {
        Question q;
        if (filter == Filter::with_words) {
            std::vector<std::vector<Sought>> groups(1 + below(3));
            for (std::vector<Sought>& group : groups) {
                for (std::size_t i = 1 + below(2); i > 0; --i) {
                    group.push_back(below(4) == 0 ? run() : one(static_cast<TermKind>(below(3))));
                    group.back().denied = below(4) == 0;
                }
            }
            q = of_words(std::move(groups));
        } else {
            q = of_words({});
        }
        std::vector<std::string> facets = recommendation::facet_names();
        std::shuffle(facets.begin(), facets.end(), m_random);
        facets.resize(1 + below(4));
        const Scan::Recommendation& like = m_scan.recommendations()[below(m_scan.recommendations().size())];
        for (const std::string& facet : facets) {
            q.wanted.choices.push_back({facet, values(facet, like)});
        }
        return q;
    }

private:
    Question of_words(std::vector<std::vector<Sought>> groups) {
        Question q;
        q.any_group = below(2) == 0;
        q.groups = std::move(groups);
        q.wanted.words = written(q);
        q.wanted.facets = recommendation::facet_names();
        q.wanted.limit = m_scan.recommendations().size() + 10;
        if (below(8) == 0) {
            q.wanted.languages =
                below(2) == 0 ? std::vector<std::string>{"en"} : std::vector<std::string>{"fr", "ru"};
        }
        return q;
    }

    // Values of a recommendation that there is, so that most filters find something, and others.
    std::vector<std::string> values(const std::string& facet, const Scan::Recommendation& like) {
        const auto& names = recommendation::facet_names();
        const auto place =
            static_cast<std::size_t>(std::find(names.begin(), names.end(), facet) - names.begin());
        const std::vector<std::string>& known = m_scan.values_of(place);
        const std::vector<std::string>& its = like.facets[place];
        std::vector<std::string> values{its.empty() ? "" : its[below(its.size())]};
        while (below(2) == 0) {
            const std::size_t draw = below(12);
            values.push_back(draw == 0 || known.empty() ? ""
                             : draw == 1                ? "no such value"
                                                        : known[below(known.size())]);
        }
        return values;
    }

    const Scan::Text& text() {
        for (;;) {
            const auto& texts = m_scan.recommendations()[below(m_scan.recommendations().size())].texts;
            if (!texts.empty() && !texts.front().words.empty()) {
                const Scan::Text& text = texts[below(texts.size())];
                return text.words.empty() ? texts.front() : text;
            }
        }
    }

    // As somebody types it: as it stands, or in small letters, or without accents. Operators are capital letters.
    std::string typed(const plain::Word& word) {
        const std::size_t draw = below(4);
        const bool is_operator = word.written == "AND" || word.written == "OR" || word.written == "NOT";
        return draw == 0 ? word.lowered : draw == 1 ? word.folded : is_operator ? word.lowered : word.written;
    }
    static plain::Term term(const std::string& typed, TermKind kind) {
        const std::vector<plain::Word> words = plain::words_of(typed);
        REQUIRE(words.size() == 1);
        return {kind, words.front()};
    }
    // Up to seven characters of a word; a single one seldom.
    std::string cut(const std::string& word) {
        const std::size_t characters = 1 + below(7) + (below(4) == 0 ? 0 : 1);
        std::size_t end = 0;
        for (std::size_t i = 0; i < characters && end < word.size(); ++i) {
            ++end;
            while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) {
                ++end;
            }
        }
        return word.substr(0, end);
    }

    // As often as it is written, or any of the vocabulary alike.
    Sought one(TermKind kind) {
        const bool frequent = below(2) == 0;
        const std::vector<std::size_t>& words = text().words;
        const plain::Word& word =
            m_scan.vocabulary()[frequent ? words[below(words.size())] : below(m_scan.vocabulary().size())];
        const std::string as_typed = typed(word);
        return {{term(kind == TermKind::beginning ? cut(as_typed) : as_typed, kind)}};
    }
    // Two to four words as they follow in a text: as written, the last perhaps a beginning, or joined, each in any form.
    Sought run() {
        const std::vector<std::size_t>& words = text().words;
        const std::size_t length = std::min(words.size(), 2 + below(3));
        const std::size_t first = below(words.size() - length + 1);
        const TermKind kind = below(5) == 0 ? TermKind::form : TermKind::exact;
        const bool open = below(6) == 0;
        Sought sought;
        for (std::size_t i = 0; i < length; ++i) {
            const std::string as_typed = typed(m_scan.vocabulary()[words[first + i]]);
            const bool last = i + 1 == length;
            sought.terms.push_back(last && open ? term(cut(as_typed), TermKind::beginning)
                                                : term(as_typed, kind));
        }
        return sought;
    }

    std::string written(const Sought& sought) {
        const bool joined = sought.terms.front().kind == TermKind::form;
        std::string text;
        for (const plain::Term& term : sought.terms) {
            text += text.empty() ? "" : joined ? "-" : " ";
            text += term.word.written + (term.kind == TermKind::beginning ? "*" : "");
        }
        if (sought.terms.size() > 1 || sought.terms.front().kind == TermKind::exact) {
            text = joined ? text : "\"" + text + "\"";
        }
        if (below(10) == 0) {
            text = "text:" + text;
        }
        return !sought.denied ? text : below(2) == 0 ? "-" + text : "NOT " + text;
    }
    std::string written(const Question& q) {
        std::string words;
        for (const std::vector<Sought>& group : q.groups) {
            std::string inside;
            for (const Sought& sought : group) {
                inside += inside.empty() ? "" : !q.any_group ? " OR " : below(2) == 0 ? " AND " : " ";
                inside += written(sought);
            }
            words += words.empty() ? "" : q.any_group ? " OR " : " ";
            words += q.any_group || group.size() == 1 ? inside : "(" + inside + ")";
        }
        return words;
    }

    const Scan& m_scan;
    std::mt19937 m_random;
};

struct Tally {
    std::size_t questions = 0;
    std::size_t with_hits = 0;
    std::size_t hits = 0;
    std::size_t counts = 0;
};

std::string choices_of(const Question& q) {
    std::string text;
    for (const search::Choice& choice : q.wanted.choices) {
        text += fmt::format("{} {}; ", choice.facet, base::join(choice.values, " or "));
    }
    return text + base::join(q.wanted.languages, " ");
}

bool is_same(const search::ValueCount& one, const search::ValueCount& other) {
    return one.value == other.value && one.count == other.count && one.without_own == other.without_own &&
           one.chosen == other.chosen;
}

std::string text_of(const search::ValueCount& count) {
    return fmt::format("\"{}\" {} of {}{}", count.value, count.count, count.without_own,
                       count.chosen ? ", chosen" : "");
}

// Prints what differs; a million assertions would cost more than the search.
void check_counts(const search::FacetCounts& said, const search::FacetCounts& scanned) {
    CAPTURE(scanned.facet);
    REQUIRE(said.facet == scanned.facet);
    for (std::size_t i = 0; i < std::min(said.values.size(), scanned.values.size()); ++i) {
        if (!is_same(said.values[i], scanned.values[i])) {
            REQUIRE(text_of(said.values[i]) == text_of(scanned.values[i]));
        }
    }
    REQUIRE(said.values.size() == scanned.values.size());
    REQUIRE(text_of(said.none) == text_of(scanned.none));
}

void compare(const recommendation::Finder& finder, const Scan& scan, const Question& q, Tally& tally) {
    const std::string choices = choices_of(q);
    CAPTURE(q.wanted.words);
    CAPTURE(choices);
    const recommendation::Found found = finder.find(q.wanted);
    const plain::Answer answer = scan.answer(q);
    std::vector<std::string> hits;
    for (const domain::RecommendationId& id : found.hits) {
        hits.push_back(id.text());
    }
    std::sort(hits.begin(), hits.end());
    REQUIRE(found.of == scan.recommendations().size());
    REQUIRE(found.count == answer.ids.size());
    REQUIRE(hits == answer.ids);
    REQUIRE(found.facets.size() == answer.facets.size());
    for (std::size_t i = 0; i < answer.facets.size(); ++i) {
        check_counts(found.facets[i], answer.facets[i]);
        tally.counts += 2 * (answer.facets[i].values.size() + 1);
    }
    ++tally.questions;
    tally.with_hits += hits.empty() ? 0U : 1U;
    tally.hits += hits.size();
}

void compare_all(const store::Register& where, unsigned seed, Tally& tally) {
    const Scan scan(where);
    const recommendation::Finder finder(where);
    Draw draw(scan, seed);
    for (int i = 0; i < 500; ++i) {
        compare(finder, scan, draw.beginning(), tally);
    }
    for (int i = 0; i < 500; ++i) {
        compare(finder, scan, draw.word(), tally);
    }
    for (int i = 0; i < 200; ++i) {
        compare(finder, scan, draw.phrase(), tally);
    }
    for (int i = 0; i < 200; ++i) {
        compare(finder, scan, draw.filter(i % 2 == 0 ? Filter::with_words : Filter::alone), tally);
    }
    for (int i = 0; i < 50; ++i) {
        compare(finder, scan, draw.filter(Filter::with_words), tally);
    }
    MESSAGE("seed " << seed << ": " << scan.recommendations().size() << " recommendations of " << scan.words()
                    << " words (" << scan.vocabulary().size() << " different): " << tally.questions
                    << " questions, " << tally.with_hits << " of them with hits, " << tally.hits
                    << " hits and " << tally.counts << " counts of facets compared");
}

// The shipped questions and paragraphs, words apart, by language.
std::map<std::string, std::vector<std::string>> shipped_words(const store::Register& where) {
    std::map<std::string, std::vector<std::string>> words;
    const auto add = [&words](const std::string& language, const std::string& text) {
        for (const std::string_view word : base::split_words(text)) {
            words[language].emplace_back(word);
        }
    };
    for (const domain::QuestionnaireId& id : store::list_questionnaires(where)) {
        const domain::Questionnaire questionnaire = store::need_questionnaire(where, id);
        for (const domain::Question* const question : domain::questions_of(questionnaire)) {
            for (const domain::LocalText& text : question->text) {
                add(text.language, text.text);
            }
        }
    }
    for (const domain::EvaluationId& id : store::list_evaluations(where)) {
        for (const domain::Report& cover : store::list_reports(where, id)) {
            const domain::Report report = store::find_report(where, cover.id).value();
            for (const domain::Chapter& chapter : report.chapters) {
                for (const domain::ReportItem& item : chapter.items) {
                    add(chapter.language, item.markdown);
                }
            }
        }
    }
    return words;
}

void import_list(store::Register& where, const std::filesystem::path& file, std::size_t rows, unsigned seed) {
    const domain::Framework framework = store::need_framework(where, domain::FrameworkId("upr"));
    const auto shipped = shipped_words(where);
    invented::write_list(file, recommendation::TableFormat::csv, framework, rows, seed,
                         [&](support::InventedTexts& texts, std::size_t language) {
                             const auto words = shipped.find(support::invented_languages()[language]);
                             if (words == shipped.end() || texts.below(3) == 0) {
                                 return invented::usual_text(texts, language);
                             }
                             const std::size_t length = 10 + texts.below(25);
                             auto at =
                                 words->second.begin() +
                                 static_cast<std::ptrdiff_t>(texts.below(words->second.size() - length));
                             std::string text;
                             for (std::size_t i = 0; i < length; ++i) {
                                 text += (i == 0 ? "" : " ") + *at++;
                             }
                             return text;
                         });
    const domain::ImportMapping mapping = invented::mapping_of_list(framework, domain::ImportFormat::csv);
    base::Problems problems;
    const auto source = recommendation::open_source(file, mapping, std::nullopt, problems);
    recommendation::Import incoming(where, framework, mapping, *source, file.string(), problems);
    REQUIRE(problems.empty());
    REQUIRE(incoming.summary().added == rows);
    store::Change change(where, "person/secretary", "import");
    incoming.write(change, recommendation::OnConflict::keep);
    change.commit();
}

// Takes the text of one and the facets of another.
void change_some(store::Register& where, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<domain::Recommendation> listed;
    for (const domain::EvaluationId& id : store::list_evaluations(where, "upr")) {
        for (domain::Recommendation& r : store::list_recommendations(where, id)) {
            listed.push_back(std::move(r));
        }
    }
    std::shuffle(listed.begin(), listed.end(), random);
    store::Change change(where, "person/secretary", "change");
    for (std::size_t i = 0; i < k_changed; ++i) {
        domain::Recommendation r = listed[i];
        r.text = listed[i + k_changed].text;
        r.verb = listed[i + 2 * k_changed].verb;
        r.themes = listed[i + 2 * k_changed].themes;
        store::replace_recommendation(change, r);
    }
    change.commit();
}

unsigned seed_of_run() {
    const char* const given = std::getenv("RAPPORTEUR_SEED");
    return given == nullptr ? std::random_device{}() : static_cast<unsigned>(std::stoul(given));
}

}  // namespace

TEST_SUITE("recommendation.plain_scan") {
    TEST_CASE("hits, counts and facets of 1,450 questions are those of a plain scan") {
        const unsigned seed = seed_of_run();
        CAPTURE(seed);
        Tally tally;
        if (const char* const file = std::getenv("RAPPORTEUR_SCANNED_REGISTER")) {
            compare_all(store::Register::open(file, sqlite::OpenMode::read_only), seed, tally);
        } else {
            support::ShippedRegister shipped = support::shipped_register();
            const support::ScratchDir scratch;
            import_list(shipped.where, scratch / "list.csv", k_list, seed);
            recommendation::refresh_search_base(shipped.where, "person/secretary");
            import_list(shipped.where, scratch / "since.csv", k_since, seed + 1);
            change_some(shipped.where, seed);
            const auto base = store::search_base(shipped.where);
            REQUIRE(base);
            const auto touched = store::touched_since(shipped.where, base->journal_seq);
            REQUIRE(!touched.too_much);
            REQUIRE(touched.records.size() >= k_since + k_changed);
            compare_all(shipped.where, seed, tally);
        }
        CHECK(tally.with_hits > 1'000);  // the questions ask for something
    }
}
