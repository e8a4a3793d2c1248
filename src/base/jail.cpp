// SPDX-License-Identifier: EUPL-1.2
#include "base/jail.hpp"

#include "base/file.hpp"
#include "base/jail_parts.hpp"
#include "base/log.hpp"
#include "base/names.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <mutex>
#include <system_error>
#include <utility>

namespace rapporteur::base {

template <>
struct Names<JailStrength> {
    static constexpr std::array<Name<JailStrength>, 3> k_names{{{JailStrength::none, "none"},
                                                                {JailStrength::landlock, "landlock"},
                                                                {JailStrength::bubblewrap, "bubblewrap"}}};
};

namespace {

namespace fs = std::filesystem;

fs::path checked_path(const fs::path& path, const char* what) {
    std::error_code error;
    if (!path.is_absolute() || path.lexically_normal() == "/") {
        throw Error(ErrorKind::internal, std::string(what) + " must be an absolute path and not the root")
            .at(path.string());
    }
    if (!fs::exists(path, error)) {
        throw Error(ErrorKind::not_found, std::string(what) + " is not there").at(path.string());
    }
    return path.lexically_normal();
}

// scratch: the private directory that TMPDIR names.
PreparedRun prepare(const JailedRun& run, const fs::path& scratch) {
    PreparedRun prepared;
    prepared.command = run.command;
    prepared.children = run.children;
    prepared.sockets = run.sockets;
    Command& command = prepared.command;
    command.program = require_program(command.program.string());
    for (const fs::path& path : run.readable) {
        prepared.readable.push_back(checked_path(path, "a file for the jail"));
    }
    if (command.program.string().rfind("/usr/", 0) != 0) {
        prepared.readable.push_back(command.program);
    }
    prepared.writable.push_back(scratch);
    if (run.work_directory) {
        prepared.writable.push_back(checked_path(*run.work_directory, "the jail's work directory"));
    }
    if (command.directory.empty()) {
        command.directory = prepared.writable.back();
    }
    // Programs that keep caches and settings at home keep them where they go away again.
    const std::map<std::string, std::string> usual{{"PATH", "/usr/local/bin:/usr/bin:/bin"},
                                                   {"LANG", "C.UTF-8"},
                                                   {"HOME", scratch.string()},
                                                   {"TMPDIR", scratch.string()},
                                                   {"XDG_CACHE_HOME", scratch.string()}};
    command.environment.insert(usual.begin(), usual.end());  // what is there stays
    return prepared;
}

Outcome run_at(JailStrength strength, const JailedRun& run) {
    const ScratchDirectory scratch;
    const PreparedRun prepared = prepare(run, scratch.path());
    switch (strength) {
    case JailStrength::bubblewrap:
        return run_with_bubblewrap(prepared);
    case JailStrength::landlock:
        return run_with_landlock(prepared);
    case JailStrength::none:
        break;
    }
    return spawn_and_wait(prepared.command, {});
}

// A program is started that tries to read what it must not see: it must run, and fail at that.
JailProbe try_out(JailStrength strength) {
    constexpr const char* k_forbidden = "/etc/passwd";
    if (strength == JailStrength::none) {
        return {true, ""};
    }
    if (strength == JailStrength::bubblewrap && !find_program("bwrap")) {
        return {false, "bubblewrap is not installed (Debian package bubblewrap)"};
    }
    if (strength == JailStrength::landlock && landlock_version() == 0) {
        return {false, "the kernel has no Landlock, or it is switched off"};
    }
    JailedRun run;
    run.command.program = "/usr/bin/cat";
    run.command.arguments = {k_forbidden};
    run.command.time_limit = std::chrono::seconds(10);
    try {
        const Outcome outcome = run_at(strength, run);
        if (outcome.succeeded()) {
            return {false, std::string(k_forbidden) + " could be read in it"};
        }
        // cat itself must have spoken; else it did not start.
        if (outcome.exit_status == 1 && outcome.err.find(k_forbidden) != std::string::npos) {
            return {true, ""};
        }
        return {false, tool_error("the trial", outcome).reason()};
    } catch (const Error& error) {
        return {false, error.message() + (error.reason().empty() ? "" : ": " + error.reason())};
    }
}

JailStrength lowered_by_environment() {
    const char* wanted = std::getenv("RAPPORTEUR_JAIL");
    if (wanted == nullptr || *wanted == '\0') {
        return JailStrength::bubblewrap;
    }
    const auto strength = from_name<JailStrength>(wanted);
    if (!strength) {
        throw Error(ErrorKind::usage, "no such jail")
            .at("RAPPORTEUR_JAIL=" + std::string(wanted))
            .help("one of " + names_list<JailStrength>());
    }
    return *strength;
}

JailStrength strongest(JailStrength at_most) {
    for (const JailStrength strength : {JailStrength::bubblewrap, JailStrength::landlock}) {
        if (strength <= at_most && probe_jail(strength).works) {
            return strength;
        }
    }
    return JailStrength::none;
}

std::mutex& listener_mutex() {
    static std::mutex s_mutex;
    return s_mutex;
}
std::function<void(std::string_view)>& listener() {
    static std::function<void(std::string_view)> s_listener;
    return s_listener;
}
bool g_warned = false;  // under listener_mutex()

void warn_once() {
    const std::lock_guard<std::mutex> guard(listener_mutex());
    if (std::exchange(g_warned, true)) {
        return;
    }
    constexpr std::string_view k_text =
        "no jail can be made here: text of the house is converted without one, files from others are refused "
        "(install bubblewrap, or run where namespaces or Landlock are allowed)";
    if (listener()) {
        listener()(k_text);
    } else {
        log_warning(k_text);
    }
}

}  // namespace

JailProbe probe_jail(JailStrength strength) {
    static std::array<std::once_flag, 3> s_once;
    static std::array<JailProbe, 3> s_probes;
    const auto index = static_cast<std::size_t>(strength);
    std::call_once(s_once.at(index), [&] { s_probes.at(index) = try_out(strength); });
    return s_probes.at(index);
}

JailStrength available_jail() {
    return strongest(lowered_by_environment());
}

Outcome run_in_jail(const JailedRun& run) {
    const JailStrength strength = strongest(std::min(lowered_by_environment(), run.at_most));
    if (strength == JailStrength::none) {
        if (run.origin == Origin::foreign_file) {
            throw Error(ErrorKind::refused, "a file from somebody else is not opened without a jail")
                .because("neither bubblewrap nor Landlock works here")
                .help(
                    "install bubblewrap, or run where namespaces or Landlock are allowed; rapporteur doctor says more");
        }
        warn_once();
    }
    if (strength == JailStrength::landlock && run.sockets == LocalSockets::allowed) {
        throw Error(ErrorKind::refused, "the program does not run in the jail that works here")
            .because("it needs sockets of its own, which Landlock cannot keep from leading elsewhere")
            .help("install bubblewrap, or run where namespaces are allowed; rapporteur doctor says more");
    }
    return run_at(strength, run);
}

std::string_view name_of(JailStrength strength) {
    return name_of<JailStrength>(strength);
}

void on_jail_warning(std::function<void(std::string_view)> replacement) {
    const std::lock_guard<std::mutex> guard(listener_mutex());
    listener() = std::move(replacement);
    g_warned = false;
}

// Fonts and what the loader, Python and gettext look at. Nothing that names users or hosts.
const std::vector<const char*>& jail_settings() {
    static const std::vector<const char*> s_settings{
        "/etc/fonts",       "/etc/alternatives", "/etc/ld.so.cache", "/etc/mime.types",
        "/etc/papersize",   "/etc/localtime",    "/etc/libpaper.d",  "/var/cache/fontconfig",
        "/etc/libreoffice", "/etc/gnuplot",      "/etc/pandoc",      "/var/lib/libreoffice"};
    return s_settings;
}

}  // namespace rapporteur::base
