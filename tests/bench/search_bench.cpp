// SPDX-License-Identifier: EUPL-1.2
// The index over generated recommendations: three languages, 41 words each on average, frequencies after Zipf, six
// facets. At the size of one mechanism, of the first cycles of a universal one, and of all mechanisms together. Times are
// CPU time (the column CPU); counters say what an index takes on the shelf and what a query reads of it.
#include "search/facets.hpp"
#include "search/search.hpp"
#include "support/invented_texts.hpp"

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <map>
#include <memory>

using namespace rapporteur;

namespace {

const std::vector<std::string> k_fields = {"title", "text"};
const std::vector<std::string> k_facets = {"framework", "subject", "round", "provision", "theme", "fate"};
const std::vector<std::size_t> k_values = {6, 195, 5, 42, 60, 7};

struct Record {
    std::size_t language;
    std::string title;
    std::string text;
    std::vector<std::string> values;
};

std::vector<Record> records(std::size_t count) {
    support::InventedTexts generator(20261124);
    std::vector<Record> all;
    for (; count > 0; --count) {
        Record& record = all.emplace_back();
        record.language = generator.language();
        record.title = generator.text(record.language, 3 + generator.below(6));
        record.text = generator.text(record.language, 20 + generator.below(31));
        for (const std::size_t values : k_values) {
            record.values.push_back("v" + std::to_string(generator.below(values)));
        }
    }
    return all;
}

// Counts what is read, as if from disk: get gives a copy.
class CountingShelf final : public search::Shelf, public search::ShelfWriter {
public:
    std::optional<std::string> get(std::string_view key) const override {
        auto blob = m_shelf.get(key);
        m_read += blob ? blob->size() : 0;
        return blob;
    }
    void put(std::string_view key, std::string_view bytes) override { m_shelf.put(key, bytes); }
    std::size_t bytes() const { return m_shelf.bytes(); }
    std::size_t read() const { return m_read; }

private:
    search::MemoryShelf m_shelf;
    mutable std::size_t m_read = 0;
};

double resident_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void build_words(const std::vector<Record>& all, search::ShelfWriter& shelf) {
    search::IndexBuilder builder({{"title", 2}, {"text", 1}});
    for (const Record& record : all) {
        builder.begin_document();
        builder.add_text(0, support::invented_languages()[record.language], record.title);
        builder.add_text(1, support::invented_languages()[record.language], record.text);
    }
    builder.write(shelf);
}

void build_facets(const std::vector<Record>& all, search::ShelfWriter& shelf) {
    search::FacetBuilder builder(k_facets);
    for (const Record& record : all) {
        builder.begin_document();
        for (std::size_t facet = 0; facet < record.values.size(); ++facet) {
            builder.add(facet, record.values[facet]);
        }
        builder.add(4, record.values[3]);  // themes are several
    }
    builder.write(shelf);
}

class NoShelf final : public search::ShelfWriter {
public:
    void put(std::string_view, std::string_view bytes) override { m_bytes += bytes.size(); }
    std::size_t bytes() const { return m_bytes; }

private:
    std::size_t m_bytes = 0;
};

// Peak memory is that of the process: what it grew by while the first index of a size was built.
void build_index(benchmark::State& state) {
    const std::vector<Record> all = records(static_cast<std::size_t>(state.range(0)));
    const double before = resident_megabytes();
    std::size_t bytes = 0;
    for (auto _ : state) {
        NoShelf shelf;
        build_words(all, shelf);
        bytes = shelf.bytes();
    }
    state.counters["MB_stored"] = static_cast<double>(bytes) / 1e6;
    state.counters["MB_grown"] = resident_megabytes() - before;
}

void build_columns(benchmark::State& state) {
    const std::vector<Record> all = records(static_cast<std::size_t>(state.range(0)));
    std::size_t bytes = 0;
    for (auto _ : state) {
        NoShelf shelf;
        build_facets(all, shelf);
        bytes = shelf.bytes();
    }
    state.counters["MB_stored"] = static_cast<double>(bytes) / 1e6;
}

const CountingShelf& shelf_of(std::size_t count) {
    static std::map<std::size_t, std::unique_ptr<CountingShelf>> s_shelves;
    std::unique_ptr<CountingShelf>& shelf = s_shelves[count];
    if (!shelf) {
        shelf = std::make_unique<CountingShelf>();
        const std::vector<Record> all = records(count);
        build_words(all, *shelf);
        build_facets(all, *shelf);
    }
    return *shelf;
}

// A command's way: open, search, the best twenty.
void find(benchmark::State& state, const std::string& text) {
    const CountingShelf& shelf = shelf_of(static_cast<std::size_t>(state.range(0)));
    const search::Query query = search::parse_query(text, k_fields);
    const std::size_t before = shelf.read();
    std::uint64_t found = 0;
    for (auto _ : state) {
        const search::Index index(shelf);
        const search::Search search({{&index}}, query);
        found = search.count();
        benchmark::DoNotOptimize(search.best(20));
    }
    state.counters["found"] = static_cast<double>(found);
    state.counters["KB_read"] =
        static_cast<double>(shelf.read() - before) / 1e3 / static_cast<double>(state.iterations());
}

// The list page: everything, or a filter, with the counts of six facets.
void page(benchmark::State& state, const std::vector<search::Choice>& choices) {
    const CountingShelf& shelf = shelf_of(static_cast<std::size_t>(state.range(0)));
    const auto documents = static_cast<std::uint32_t>(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            search::count_facets({&shelf}, {search::DocumentSet::all(documents)}, choices, k_facets));
    }
}

void sizes(benchmark::internal::Benchmark* bench) {
    bench->Arg(10'000)->Arg(41'000)->Arg(268'000)->Unit(benchmark::kMillisecond);
}

std::string common_word() {
    return support::invented_word(0, 0);
}
std::string other_word() {
    return support::invented_word(40, 0);
}
std::string rare_word() {
    return support::invented_word(9'000, 0);
}

BENCHMARK(build_index)->Arg(1'000)->Apply(sizes);
BENCHMARK(build_columns)->Apply(sizes);
BENCHMARK_CAPTURE(find, rare_word, rare_word())->Apply(sizes);
BENCHMARK_CAPTURE(find, common_word, common_word())->Apply(sizes);
BENCHMARK_CAPTURE(find, two_words, common_word() + " " + other_word())->Apply(sizes);
BENCHMARK_CAPTURE(find, prefix, std::string("tra*"))->Apply(sizes);
BENCHMARK_CAPTURE(find, prefix_of_one_letter, std::string("d*"))->Apply(sizes);
BENCHMARK_CAPTURE(find, phrase, "\"" + common_word() + " " + other_word() + "\"")->Apply(sizes);
BENCHMARK_CAPTURE(find, field_and_not, "title:" + other_word() + " -" + common_word())->Apply(sizes);
BENCHMARK_CAPTURE(page, all, std::vector<search::Choice>{})->Apply(sizes);
BENCHMARK_CAPTURE(page, two_choices,
                  std::vector<search::Choice>{{"subject", {"v3", "v4"}}, {"theme", {"v5"}}})
    ->Apply(sizes);

}  // namespace
