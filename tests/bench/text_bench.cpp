// SPDX-License-Identifier: EUPL-1.2
// The ground room: checking and wrapping text, which everything that comes in and goes out passes.
#include "base/text.hpp"

#include <benchmark/benchmark.h>

#include <string>

namespace {

using namespace rapporteur;

std::string prose(std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) {
        text +=
            "Жертвы торговли людьми получают помощь бесплатно; victims are assisted on a consensual basis. ";
    }
    return text;
}

void check_utf8(benchmark::State& state) {
    const auto text = prose(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(base::find_invalid_utf8(text));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(check_utf8)->Arg(1 << 20);

void wrap_text(benchmark::State& state) {
    const auto text = prose(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(base::wrap(text, 80));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(wrap_text)->Arg(1 << 16);

}  // namespace
