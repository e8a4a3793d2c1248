// SPDX-License-Identifier: EUPL-1.2
#include "base/clock.hpp"

#include "base/error.hpp"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <string_view>

namespace rapporteur::base {

Instant now() {
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (epoch == nullptr || *epoch == '\0') {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return Instant::from_seconds(std::chrono::duration_cast<std::chrono::seconds>(since).count());
    }
    const std::string_view text(epoch);
    std::int64_t seconds = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), seconds);
    constexpr std::int64_t k_end_of_9999 = 253'402'300'799;
    if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size() || seconds < 0 ||
        seconds > k_end_of_9999) {
        throw Error(ErrorKind::usage, "SOURCE_DATE_EPOCH is not a number of seconds since 1970")
            .at("SOURCE_DATE_EPOCH=" + std::string(text))
            .help("unset it, or set it to for example 1795219200");
    }
    return Instant::from_seconds(seconds);
}

Date today() {
    return now().date();
}

}  // namespace rapporteur::base
