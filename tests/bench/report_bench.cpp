// SPDX-License-Identifier: EUPL-1.2
// A report of 95 paragraphs: what reading (Pandoc runs in it), checking and putting together cost by themselves.

#include "report/assemble.hpp"
#include "report/check.hpp"
#include "statistics/observations.hpp"
#include "statistics/table.hpp"
#include "support/shipped.hpp"

#include <benchmark/benchmark.h>

using namespace rapporteur;

namespace {

const domain::ReportId k_report("greta/XAA-2/report/final");

void read_a_report(benchmark::State& state) {
    const support::ShippedRegister shipped = support::shipped_register();
    for (auto _ : state) {
        benchmark::DoNotOptimize(report::read_material(shipped.where, k_report));
    }
}
BENCHMARK(read_a_report)->Unit(benchmark::kMillisecond);

void check_a_report(benchmark::State& state) {
    const support::ShippedRegister shipped = support::shipped_register();
    const report::Material material = report::read_material(shipped.where, k_report);
    for (auto _ : state) {
        benchmark::DoNotOptimize(report::check(material, &shipped.key));
    }
}
BENCHMARK(check_a_report)->Unit(benchmark::kMillisecond);

// Three charts among it, each a run of gnuplot.
void assemble_a_report(benchmark::State& state) {
    const support::ShippedRegister shipped = support::shipped_register();
    const report::Material material = report::read_material(shipped.where, k_report);
    for (auto _ : state) {
        benchmark::DoNotOptimize(report::assemble(material));
    }
}
BENCHMARK(assemble_a_report)->Unit(benchmark::kMillisecond);

void build_a_table(benchmark::State& state) {
    const support::ShippedRegister shipped = support::shipped_register();
    const auto observations = statistics::observations_of(shipped.where, domain::EvaluationId("greta/XAA-2"));
    statistics::TableRequest request;
    request.question = "stat.proceedings";
    request.by = "series";
    request.years = {2012, 2013, 2014, 2015, 2016};
    const statistics::Vocabulary vocabulary("en");
    for (auto _ : state) {
        benchmark::DoNotOptimize(statistics::build_table(observations, request, vocabulary));
    }
}
BENCHMARK(build_a_table)->Unit(benchmark::kMicrosecond);

}  // namespace
