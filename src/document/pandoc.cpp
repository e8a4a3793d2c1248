// SPDX-License-Identifier: EUPL-1.2
#include "document/pandoc.hpp"

#include "base/clock.hpp"

#include <fmt/core.h>

#include <mutex>

namespace rapporteur::document {
namespace {

constexpr std::size_t k_output_limit = 128U << 20;
constexpr std::uint64_t k_pandoc_file_limit = 64U << 20;

}  // namespace

std::map<std::string, std::string> tool_environment() {
    return {{"LC_ALL", "C.UTF-8"},
            {"TZ", "UTC"},
            {"SOURCE_DATE_EPOCH", fmt::format("{}", base::now().seconds_since_1970())}};
}

base::Outcome run_pandoc(const PandocRun& run) {
    base::JailedRun jailed;
    jailed.command.program = base::require_program("pandoc");
    // The heap is capped by the run-time system: GHC dies at once under an address-space limit.
    jailed.command.arguments = {"+RTS", "-M512M", "-RTS"};
    jailed.command.arguments.insert(jailed.command.arguments.end(), run.arguments.begin(),
                                    run.arguments.end());
    jailed.command.environment = tool_environment();
    jailed.command.input = run.input;
    jailed.command.time_limit = run.limits.wall;
    jailed.command.cpu_limit = run.limits.cpu;
    jailed.command.output_limit = k_output_limit;
    jailed.command.file_size_limit = k_pandoc_file_limit;
    jailed.origin = run.origin;
    jailed.readable = run.readable;
    jailed.command.directory = run.directory;
    return base::run_in_jail(jailed);
}

ApiVersion pandoc_api_version() {
    static std::mutex mutex;
    static std::map<std::filesystem::path, ApiVersion> known;
    const std::filesystem::path program = base::require_program("pandoc");
    const std::lock_guard<std::mutex> lock(mutex);
    const auto found = known.find(program);
    if (found != known.end()) {
        return found->second;
    }
    PandocRun run;
    run.arguments = {"--from=commonmark", "--to=json"};
    run.limits.wall = std::chrono::seconds(10);
    const base::Outcome outcome = run_pandoc(run);
    if (!outcome.succeeded()) {
        throw base::tool_error("pandoc", outcome);
    }
    return known.emplace(program, tree_from_json(outcome.out).api_version).first->second;
}

}  // namespace rapporteur::document
