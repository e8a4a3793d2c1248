// SPDX-License-Identifier: EUPL-1.2
// Lines for whoever runs the program, on standard error: "warning: ...". Not for results (standard output)
// and not for the record (the journal). RAPPORTEUR_LOG=debug|info|warning|error|off sets the level; warning
// is usual.
#pragma once

#include <functional>
#include <string_view>

namespace rapporteur::base {

enum class LogLevel { debug, info, warning, error, off };

void log(LogLevel level, std::string_view message);
inline void log_debug(std::string_view message) {
    log(LogLevel::debug, message);
}
inline void log_info(std::string_view message) {
    log(LogLevel::info, message);
}
inline void log_warning(std::string_view message) {
    log(LogLevel::warning, message);
}
inline void log_error(std::string_view message) {
    log(LogLevel::error, message);
}

LogLevel log_level();
void set_log_level(LogLevel level);
bool logs(LogLevel level);  // would a line of this level be written

// Somewhere else than standard error, for tests; an empty function puts it back.
void set_log_sink(std::function<void(LogLevel, std::string_view)> sink);

}  // namespace rapporteur::base
