// SPDX-License-Identifier: EUPL-1.2
// Loading, dumping and the matrix: on the shipped evaluations, and on registers that grow, so that the slope shows.
#include "base/file.hpp"
#include "dossier/files.hpp"
#include "dossier/load.hpp"
#include "recommendation/matrix.hpp"
#include "recommendation/thread.hpp"
#include "store/dossiers.hpp"
#include "store/evaluations.hpp"
#include "store/journal.hpp"
#include "store/people.hpp"
#include "store/recommendations.hpp"
#include "support/shipped.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

using namespace rapporteur;

namespace {

void load_the_examples(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(support::shipped_register());
    }
}
BENCHMARK(load_the_examples)->Unit(benchmark::kMillisecond);

void load_again_unchanged(benchmark::State& state) {
    support::ShippedRegister shipped = support::shipped_register();
    dossier::LoadOptions options;
    options.person = "person/secretary";
    options.key = &shipped.key;
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            dossier::load(shipped.where, {support::source_directory() + "/evaluations/greta"}, options));
    }
}
BENCHMARK(load_again_unchanged)->Unit(benchmark::kMillisecond);

void dump_one_evaluation(benchmark::State& state) {
    const support::ShippedRegister shipped = support::shipped_register();
    for (auto _ : state) {
        benchmark::DoNotOptimize(dossier::write_files(
            store::read_dossier(shipped.where, domain::EvaluationId("greta/XAA-2"), &shipped.key)));
    }
}
BENCHMARK(dump_one_evaluation)->Unit(benchmark::kMillisecond);

void matrix_of_two_rounds(benchmark::State& state) {
    const support::ShippedRegister shipped = support::shipped_register();
    for (auto _ : state) {
        benchmark::DoNotOptimize(recommendation::read_matrix(shipped.where, domain::FrameworkId("greta"),
                                                             domain::SubjectId("XAA")));
    }
}
BENCHMARK(matrix_of_two_rounds)->Unit(benchmark::kMillisecond);

void verify_the_journal(benchmark::State& state) {
    const support::ShippedRegister shipped = support::shipped_register();
    for (auto _ : state) {
        benchmark::DoNotOptimize(store::verify_journal(shipped.where));
    }
}
BENCHMARK(verify_the_journal)->Unit(benchmark::kMillisecond);

// A list of that many recommendations in a register that has them already as earlier lists: each continues one of before.
void one_thread_among_many(benchmark::State& state) {
    support::ShippedRegister shipped = support::register_without_evaluations();
    const auto count = static_cast<int>(state.range(0));
    store::Change change(shipped.where, "person/secretary", "fill");
    for (int year = 2001; year <= 2010; ++year) {
        domain::Dossier dossier;
        dossier.evaluation.id = domain::EvaluationId(fmt::format("national/KAZ-{}", year));
        dossier.evaluation.round = domain::RoundId("national/list");
        dossier.evaluation.subject = domain::SubjectId("KAZ");
        dossier.evaluation.language = "en";
        for (int i = 0; i < count / 10; ++i) {
            domain::Recommendation& r = dossier.recommendations.recommendations.emplace_back();
            r.id = domain::RecommendationId(fmt::format("{}/r{}", dossier.evaluation.id.text(), i));
            r.kind = "listed";
            r.text = {{"en", fmt::format("Recommendation {} of {}", i, year)}};
            if (year > 2001) {
                r.links.push_back({domain::LinkType::repeats,
                                   domain::RecommendationId(fmt::format("national/KAZ-{}/r{}", year - 1, i)),
                                   "",
                                   {},
                                   ""});
            }
        }
        store::put_dossier(change, dossier, &shipped.key);
    }
    change.commit();
    const domain::RecommendationId middle("national/KAZ-2005/r7");
    for (auto _ : state) {
        benchmark::DoNotOptimize(recommendation::read_thread(shipped.where, middle));
    }
    state.SetComplexityN(state.range(0));
}
BENCHMARK(one_thread_among_many)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(40'000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

}  // namespace
