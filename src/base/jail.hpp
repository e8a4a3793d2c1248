// SPDX-License-Identifier: EUPL-1.2
// External converters (Pandoc, WeasyPrint, gnuplot, xlsx2csv) run with no network, no sight of the user's
// files and nothing to write but one directory, because what they read may come from strangers. Three
// strengths: bubblewrap (own namespaces); Landlock with a seccomp filter, where namespaces are not allowed,
// as in most containers; none. Without a jail foreign files are refused; own text runs under limits, with one
// warning a process.
#pragma once

#include "base/process.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::base {

enum class JailStrength { none, landlock, bubblewrap };  // in rising order

enum class Origin {
    own_text,      // made by this program from text of the house
    foreign_file,  // bytes that somebody sent
};

// refused: threads only; Pandoc, WeasyPrint and gnuplot need no more.
enum class ChildProcesses { refused, allowed };

// allowed: sockets of the file system's kind between the program's own parts, which LibreOffice does not start without. Only bubblewrap can
// promise that nobody else is to be reached by them: Landlock does not see connections to a socket's path.
enum class LocalSockets { refused, allowed };

// Paths mean the same inside and outside. Inside are to be seen: /usr, fonts and what the loader needs; the
// program; what is listed here; a private empty TMPDIR. The command's environment is added to PATH, LANG,
// HOME and TMPDIR.
struct JailedRun {
    Command command;
    Origin origin = Origin::foreign_file;
    std::vector<std::filesystem::path> readable;  // further files or directories, read-only
    // The only writable place; also the directory to run in when the command names none.
    std::optional<std::filesystem::path> work_directory;
    ChildProcesses children = ChildProcesses::refused;
    LocalSockets sockets = LocalSockets::refused;
    JailStrength at_most = JailStrength::bubblewrap;  // lower only in tests
};

// Error(refused) for a foreign file where no jail is to be had, or only one that has no local sockets for a program that needs them;
// Error(tool_failed) as run().
Outcome run_in_jail(const JailedRun& run);

// The strongest that works here. Each is tried for real (a program is started in it), once a process, when
// first asked for. RAPPORTEUR_JAIL=bubblewrap|landlock|none may only lower it.
JailStrength available_jail();

struct JailProbe {
    bool works = false;
    std::string reason;  // why it does not
};
// For doctor and for tests: not lowered by RAPPORTEUR_JAIL.
JailProbe probe_jail(JailStrength strength);

std::string_view name_of(JailStrength strength);

// Who is told, once a process, that own text runs without a jail. By default the log.
void on_jail_warning(std::function<void(std::string_view)> listener);

}  // namespace rapporteur::base
