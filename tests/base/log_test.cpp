// SPDX-License-Identifier: EUPL-1.2
#include "base/log.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace rapporteur::base;

TEST_SUITE("base.log") {
    TEST_CASE("lines below the level are not written") {
        const LogLevel before = log_level();
        std::vector<std::string> lines;
        set_log_sink([&lines](LogLevel, std::string_view message) { lines.emplace_back(message); });
        set_log_level(LogLevel::warning);
        log_info("quiet");
        log_warning("loud");
        CHECK_FALSE(logs(LogLevel::info));
        set_log_level(LogLevel::debug);
        log_debug("whisper");
        set_log_level(LogLevel::off);
        log_error("nothing");
        CHECK_FALSE(logs(LogLevel::off));
        set_log_sink({});
        set_log_level(before);
        CHECK(lines == std::vector<std::string>{"loud", "whisper"});
    }
}
