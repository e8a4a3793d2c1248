// SPDX-License-Identifier: EUPL-1.2
#include "base/log.hpp"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace rapporteur::base {

namespace {

struct LevelName {
    LogLevel level;
    std::string_view name;
};
constexpr LevelName k_names[] = {{LogLevel::debug, "debug"},
                                 {LogLevel::info, "info"},
                                 {LogLevel::warning, "warning"},
                                 {LogLevel::error, "error"},
                                 {LogLevel::off, "off"}};

LogLevel level_from_environment() {
    const char* wanted = std::getenv("RAPPORTEUR_LOG");
    for (const LevelName& row : k_names) {
        if (wanted != nullptr && row.name == wanted) {
            return row.level;
        }
    }
    return LogLevel::warning;
}

std::atomic<LogLevel>& level_in_force() {
    static std::atomic<LogLevel> s_level{level_from_environment()};
    return s_level;
}

std::mutex& sink_mutex() {
    static std::mutex s_mutex;
    return s_mutex;
}
std::function<void(LogLevel, std::string_view)>& sink() {
    static std::function<void(LogLevel, std::string_view)> s_sink;
    return s_sink;
}

std::string_view name_of(LogLevel level) {
    for (const LevelName& row : k_names) {
        if (row.level == level) {
            return row.name;
        }
    }
    return "";
}

// One write a line, so that lines of several threads do not mix. Control characters (terminal escapes in a
// file's name) are shown, not sent.
void write_line(LogLevel level, std::string_view message) {
    std::string line(name_of(level));
    line += ": ";
    for (const char c : message) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) {
            line += '?';
        } else {
            line += c;
        }
    }
    line += '\n';
    std::size_t written = 0;
    while (written < line.size()) {
        const ssize_t count = ::write(STDERR_FILENO, line.data() + written, line.size() - written);
        if (count <= 0) {
            return;
        }
        written += static_cast<std::size_t>(count);
    }
}

}  // namespace

LogLevel log_level() {
    return level_in_force().load();
}
void set_log_level(LogLevel level) {
    level_in_force().store(level);
}
bool logs(LogLevel level) {
    return level != LogLevel::off && level >= log_level();
}

void log(LogLevel level, std::string_view message) {
    if (!logs(level)) {
        return;
    }
    const std::lock_guard<std::mutex> guard(sink_mutex());
    if (sink()) {
        sink()(level, message);
    } else {
        write_line(level, message);
    }
}

void set_log_sink(std::function<void(LogLevel, std::string_view)> replacement) {
    const std::lock_guard<std::mutex> guard(sink_mutex());
    sink() = std::move(replacement);
}

}  // namespace rapporteur::base
