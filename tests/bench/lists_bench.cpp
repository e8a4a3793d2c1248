// SPDX-License-Identifier: EUPL-1.2
// Lists of recommendations at the size of one mechanism, of the first cycles of a universal one, and of all mechanisms together: the commands
// as they run (recommendation import, search, export), from opening the register to the last printed line, in this process. Lists are invented,
// in three languages; each is written, and its register made, once. RAPPORTEUR_LIST=FILE measures a list of the universal review's mapping too.
//
// Times are CPU time (the column CPU). MB_grown is by how much the process grew at most; slope how CPU time grows from the size before, as a
// power of the number of recommendations: 1 is in proportion.
#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/parse.hpp"
#include "recommendation/invented_list.hpp"
#include "store/frameworks.hpp"
#include "support/shipped.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <malloc.h>

#include <cmath>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

using namespace rapporteur;

namespace {

constexpr unsigned k_seed = 20261124;

std::string run_command(const std::vector<std::string>& words) {
    const cli::Request request = cli::parse(words);
    std::ostringstream out;
    std::ostringstream err;
    cli::Context context(request.invocation, {out, err, 80});
    request.invocation.command->run(context);
    return out.str();
}

std::vector<std::string> operator+(std::vector<std::string> one, const std::vector<std::string>& more) {
    one.insert(one.end(), more.begin(), more.end());
    return one;
}

// The lists and registers of this run, in a directory of its own.
class Desk {
public:
    static Desk& here() {
        static Desk s_desk;
        return s_desk;
    }

    std::filesystem::path path(const std::string& name) const { return m_directory.path() / name; }

    std::string list(std::size_t rows, recommendation::TableFormat format) {
        const bool csv = format == recommendation::TableFormat::csv;
        const std::filesystem::path file = path(fmt::format("list-{}.{}", rows, csv ? "csv" : "jsonl"));
        if (!std::filesystem::exists(file)) {
            invented::write_list(file, format, m_framework, rows, k_seed);
        }
        return file.string();
    }
    // With the framework and the mappings of the lists, and no recommendation.
    std::string new_register(const std::string& name) const {
        const std::filesystem::path file = path(name);
        for (const char* const beside : {"", "-wal", "-shm"}) {
            std::filesystem::remove(file.string() + beside);
        }
        std::filesystem::copy_file(path("empty.db"), file);
        return file.string();
    }
    // Of a list that was imported: by the benchmark of the import, or now.
    std::string register_of(std::size_t rows) {
        const std::string file = path(fmt::format("register-{}.db", rows)).string();
        if (!std::filesystem::exists(file)) {
            new_register(fmt::format("register-{}.db", rows));
            import(file, list(rows, recommendation::TableFormat::csv), "invented-csv");
        }
        return file;
    }
    std::string register_of_given(const std::string& list) {
        const std::string file = path("register-given.db").string();
        if (!std::filesystem::exists(file)) {
            new_register("register-given.db");
            import(file, list, "upr-info");
        }
        return file;
    }
    static void import(const std::string& register_, const std::string& list, const std::string& mapping) {
        run_command({"--register", register_, "recommendation", "import", list, "--framework", "upr",
                     "--mapping", mapping});
    }

private:
    Desk() {
        const std::string file = path("empty.db").string();
        run_command({"init", file});
        run_command({"--register", file, "load", support::source_directory() + "/questionnaires/upr"});
        store::Register where = store::Register::open(file);
        m_framework = store::need_framework(where, domain::FrameworkId("upr"));
        domain::Framework with_lists = m_framework;
        for (const auto& [id, format] : {std::pair("invented-csv", domain::ImportFormat::csv),
                                         {"invented-json", domain::ImportFormat::json}}) {
            with_lists.imports.push_back(invented::mapping_of_list(m_framework, format));
            with_lists.imports.back().id = id;
        }
        store::Change change(where, "operator/bench", "bench");
        store::put_framework(change, with_lists);
        change.commit();
    }

    base::ScratchDirectory m_directory;
    domain::Framework m_framework;
};

std::optional<double> megabytes_of(const std::string& line) {
    std::ifstream status("/proc/self/status");
    for (std::string name; status >> name;) {
        double kilobytes = 0;
        if (name == line && status >> kilobytes) {
            return kilobytes / 1024;
        }
    }
    return std::nullopt;
}

// CPU time and memory of what is measured, as counters; made before the loop and told of at its end.
class Meter {
public:
    explicit Meter(std::string name) : m_name(std::move(name)) {
        malloc_trim(0);
        std::ofstream("/proc/self/clear_refs") << "5";  // sets the kernel's mark of the most memory back
        m_before = megabytes_of("VmRSS:");
    }
    void start() { m_started = now(); }
    void stop() { m_seconds += now() - m_started; }
    void tell(benchmark::State& state, std::size_t rows) const {
        const std::optional<double> peak = megabytes_of("VmHWM:");
        if (m_before && peak) {
            state.counters["MB_grown"] = std::max(0.0, *peak - *m_before);
        }
        static std::map<std::string, std::map<std::size_t, double>> s_seconds;
        std::map<std::size_t, double>& known = s_seconds[m_name];
        const double each = m_seconds / static_cast<double>(state.iterations());
        known[rows] = each;
        const auto here = known.find(rows);
        if (here != known.begin()) {
            const auto before = std::prev(here);
            state.counters["slope"] =
                std::log(each / before->second) /
                std::log(static_cast<double>(rows) / static_cast<double>(before->first));
        }
    }

private:
    static double now() {
        timespec time{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
    }

    std::string m_name;
    std::optional<double> m_before;
    double m_started = 0;
    double m_seconds = 0;
};

// Into a new register each time: reading, checking, the rows, their journal entry, the index. The last one stays for the others.
void import_into_new(benchmark::State& state, const std::string& list, const std::string& mapping,
                     const std::string& name, std::size_t rows) {
    Meter meter("import " + mapping);
    for (auto _ : state) {
        state.PauseTiming();
        const std::string file = Desk::here().new_register(name);
        state.ResumeTiming();
        meter.start();
        Desk::import(file, list, mapping);
        meter.stop();
    }
    meter.tell(state, rows);
    state.counters["MB_register"] =
        static_cast<double>(std::filesystem::file_size(Desk::here().path(name))) / 1e6;
}

void import_csv(benchmark::State& state) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    import_into_new(state, Desk::here().list(rows, recommendation::TableFormat::csv), "invented-csv",
                    fmt::format("register-{}.db", rows), rows);
}

// Records one behind the other, as a stream gives them.
void import_json(benchmark::State& state) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    import_into_new(state, Desk::here().list(rows, recommendation::TableFormat::jsonl), "invented-json",
                    fmt::format("register-{}.db", rows), rows);
}

void command(benchmark::State& state, const std::string& register_, const std::vector<std::string>& words,
             std::size_t rows) {
    Meter meter(words.at(1) + words.back());
    const std::vector<std::string> whole = std::vector<std::string>{"--register", register_} + words;
    for (auto _ : state) {
        meter.start();
        benchmark::DoNotOptimize(run_command(whole));
        meter.stop();
    }
    meter.tell(state, rows);
}

// What the command prints first is how many it found.
void tell_found(benchmark::State& state, const std::string& register_,
                const std::vector<std::string>& words) {
    std::istringstream card(run_command(std::vector<std::string>{"--register", register_} + words));
    std::string name;
    double found = 0;
    card >> name >> found;
    state.counters["found"] = found;
}

const std::vector<std::string> k_search{"recommendation", "search"};
const std::vector<std::string> k_page =
    k_search + std::vector<std::string>{"--facet", "subject",  "--facet", "round", "--facet", "from",
                                        "--facet", "position", "--facet", "verb",  "--facet", "theme"};

std::vector<std::string> export_to(const std::string& ending) {
    return {"recommendation", "export", Desk::here().path("all." + ending).string()};
}

void list_page(benchmark::State& state) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    command(state, Desk::here().register_of(rows), k_page, rows);
}
void search(benchmark::State& state, const std::string& words) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    const std::vector<std::string> whole = k_search + std::vector<std::string>{words};
    command(state, Desk::here().register_of(rows), whole, rows);
    tell_found(state, Desk::here().register_of(rows), whole);
}
void export_all(benchmark::State& state, const std::string& ending) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    command(state, Desk::here().register_of(rows), export_to(ending), rows);
}

std::string word(std::size_t rank, std::size_t language) {
    return support::invented_word(rank, language);
}
std::string phrase(std::size_t language) {
    return "\"" + word(0, language) + " " + word(40, language) + "\"";
}

void sizes(benchmark::internal::Benchmark* bench) {
    bench->Arg(10'000)->Arg(41'000)->Arg(268'000)->Unit(benchmark::kMillisecond);
}

BENCHMARK(import_csv)->Arg(10'000)->Arg(41'000)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(import_json)->Arg(41'000)->Arg(268'000)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(list_page)->Apply(sizes);
BENCHMARK_CAPTURE(search, en_word, word(0, 0))->Apply(sizes);
BENCHMARK_CAPTURE(search, en_two_words, word(0, 0) + " " + word(40, 0))->Apply(sizes);
BENCHMARK_CAPTURE(search, en_prefix, std::string("tra*"))->Apply(sizes);
BENCHMARK_CAPTURE(search, en_phrase, phrase(0))->Apply(sizes);
BENCHMARK_CAPTURE(search, ru_word, word(0, 2))->Apply(sizes);
BENCHMARK_CAPTURE(search, ru_two_words, word(0, 2) + " " + word(40, 2))->Apply(sizes);
BENCHMARK_CAPTURE(search, ru_prefix, std::string("жер*"))->Apply(sizes);
BENCHMARK_CAPTURE(search, ru_phrase, phrase(2))->Apply(sizes);
BENCHMARK_CAPTURE(export_all, csv, std::string("csv"))->Apply(sizes);
BENCHMARK_CAPTURE(export_all, jsonl, std::string("jsonl"))->Apply(sizes);
BENCHMARK_CAPTURE(export_all, xlsx, std::string("xlsx"))->Apply(sizes);

// The list that the environment names, if it names one.
bool register_given_list() {
    const char* const list = std::getenv("RAPPORTEUR_LIST");
    if (list == nullptr) {
        return false;
    }
    const std::string file = list;
    benchmark::RegisterBenchmark("given/import", [file](benchmark::State& state) {
        import_into_new(state, file, "upr-info", "register-given.db", 0);
    })->Unit(benchmark::kMillisecond);
    const auto add = [&file](const std::string& name, const std::vector<std::string>& words) {
        benchmark::RegisterBenchmark(("given/" + name).c_str(), [file, words](benchmark::State& state) {
            command(state, Desk::here().register_of_given(file), words, 0);
        })->Unit(benchmark::kMillisecond);
    };
    add("list_page", k_page);
    for (const auto& [name, words] :
         std::map<std::string, std::string>{{"search/word", "women"},
                                            {"search/two_words", "human rights"},
                                            {"search/prefix", "discriminat*"},
                                            {"search/phrase", "\"death penalty\""}}) {
        add(name, k_search + std::vector<std::string>{words});
    }
    for (const char* const ending : {"csv", "jsonl", "xlsx"}) {
        benchmark::RegisterBenchmark(fmt::format("given/export/{}", ending).c_str(),
                                     [file, ending](benchmark::State& state) {
                                         command(state, Desk::here().register_of_given(file),
                                                 export_to(ending), 0);
                                     })
            ->Unit(benchmark::kMillisecond);
    }
    return true;
}
const bool k_with_given_list = register_given_list();

}  // namespace
