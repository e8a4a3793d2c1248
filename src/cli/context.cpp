// SPDX-License-Identifier: EUPL-1.2
#include "cli/context.hpp"

#include "base/clock.hpp"
#include "base/error.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace rapporteur::cli {

namespace {

std::size_t width_of_output() {
    if (const char* columns = std::getenv("COLUMNS")) {
        std::size_t width = 0;
        const std::string_view text(columns);
        std::from_chars(text.data(), text.data() + text.size(), width);
        if (width >= 20 && width <= 1000) {
            return width;
        }
    }
    if (isatty(STDOUT_FILENO) == 0) {
        return 0;
    }
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) {
        return size.ws_col;
    }
    return 80;
}

[[noreturn]] void undeclared(const Command& command, const std::string& name) {
    throw base::Error(base::ErrorKind::internal,
                      name_of(command) + " asks for " + name + ", which it does not declare");
}

}  // namespace

Surroundings surroundings_of_process() {
    return {std::cout, std::cerr, width_of_output(), isatty(STDERR_FILENO) != 0, isatty(STDIN_FILENO) != 0};
}

Context::Context(Invocation invocation, Surroundings surroundings)
    : m_invocation(std::move(invocation)), m_surroundings(surroundings) {}

const std::vector<std::string>& Context::arguments(const std::string& name) const {
    const auto found = m_invocation.arguments.find(name);
    if (found == m_invocation.arguments.end()) {
        undeclared(command(), name);
    }
    return found->second;
}

const std::string& Context::argument(const std::string& name) const {
    const auto& values = arguments(name);
    if (values.empty()) {
        undeclared(command(), name + " as an argument that is always there");
    }
    return values.front();
}

std::optional<std::string> Context::optional_argument(const std::string& name) const {
    const auto& values = arguments(name);
    return values.empty() ? std::nullopt : std::optional(values.front());
}

const std::vector<std::string>& Context::declared_option(const std::string& name) const {
    const auto found = m_invocation.options.find(name);
    if (found == m_invocation.options.end()) {
        undeclared(command(), "--" + name);
    }
    return found->second;
}

bool Context::has(const std::string& option) const {
    return !declared_option(option).empty();
}

std::optional<std::string> Context::option(const std::string& name) const {
    const auto& values = declared_option(name);
    return values.empty() ? std::nullopt : std::optional(values.front());
}

std::string Context::option_or(const std::string& name, const std::string& fallback) const {
    return option(name).value_or(fallback);
}

const std::vector<std::string>& Context::options(const std::string& name) const {
    return declared_option(name);
}

std::filesystem::path Context::register_path() const {
    if (m_invocation.register_path) {
        return *m_invocation.register_path;
    }
    const char* from_environment = std::getenv("RAPPORTEUR_REGISTER");
    if (from_environment != nullptr && *from_environment != '\0') {
        return from_environment;
    }
    return "rapporteur.db";
}

const std::string& Context::required_person() const {
    if (!m_invocation.acting_person) {
        throw base::Error(base::ErrorKind::usage, "who is acting is not said")
            .because("rapporteur " + name_of(command()) + " is recorded in the journal under a person's name")
            .help("add --as PERSON, for example --as person/mira.solberg");
    }
    return *m_invocation.acting_person;
}

std::optional<std::filesystem::path> Context::passphrase_file() const {
    if (m_invocation.passphrase_file) {
        return m_invocation.passphrase_file;
    }
    const char* from_environment = std::getenv("RAPPORTEUR_PASSPHRASE_FILE");
    if (from_environment != nullptr && *from_environment != '\0') {
        return from_environment;
    }
    return std::nullopt;
}

base::Instant Context::now() const {
    if (!m_now) {
        m_now = base::now();
    }
    return *m_now;
}

}  // namespace rapporteur::cli
