// SPDX-License-Identifier: EUPL-1.2
#include "base/jail_parts.hpp"

#include <system_error>

namespace rapporteur::base {

namespace {

namespace fs = std::filesystem;

class Arguments {
public:
    template <class... Words>
    Arguments& add(Words... words) {
        (m_list.push_back(std::string(words)), ...);
        return *this;
    }
    std::vector<std::string> take() { return std::move(m_list); }

private:
    std::vector<std::string> m_list;
};

// /bin, /lib ... are links into /usr on Debian; elsewhere directories.
void add_root_entry(Arguments& arguments, const fs::path& path) {
    std::error_code error;
    if (fs::is_symlink(path, error)) {
        arguments.add("--symlink", fs::read_symlink(path, error).string(), path.string());
    } else if (fs::is_directory(path, error)) {
        arguments.add("--ro-bind", path.string(), path.string());
    }
}

std::vector<std::string> bubblewrap_arguments(const PreparedRun& run) {
    Arguments arguments;
    arguments.add("--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL");
    arguments.add("--ro-bind", "/usr", "/usr");
    for (const char* const name : {"/bin", "/sbin", "/lib", "/lib64", "/lib32", "/libx32"}) {
        add_root_entry(arguments, name);
    }
    for (const char* const name : jail_settings()) {
        arguments.add("--ro-bind-try", name, name);
    }
    arguments.add("--dev", "/dev");
    // Programs of several processes (LibreOffice) look themselves up there; the others do without.
    if (run.children == ChildProcesses::allowed) {
        arguments.add("--proc", "/proc");
    }
    for (const fs::path& path : run.readable) {
        arguments.add("--ro-bind", path.string(), path.string());
    }
    for (const fs::path& path : run.writable) {
        arguments.add("--bind", path.string(), path.string());
    }
    arguments.add("--remount-ro", "/", "--chdir", run.command.directory.string(), "--seccomp", "3", "--");
    arguments.add(run.command.program.string());
    std::vector<std::string> list = arguments.take();
    list.insert(list.end(), run.command.arguments.begin(), run.command.arguments.end());
    return list;
}

}  // namespace

Outcome run_with_bubblewrap(const PreparedRun& run) {
    Command command = run.command;
    command.arguments = bubblewrap_arguments(run);
    command.program = require_program("bwrap");
    command.directory = "/";
    // Signals need no filter: there is nobody else in the namespace.
    const Descriptor filter = memory_file(system_call_filter(run.children, run.sockets, Signals::scoped));
    ChildSetup setup;
    setup.keep = filter.number();
    Outcome outcome = spawn_and_wait(command, setup);
    if (outcome.exit_status == 1 && outcome.out.empty() && outcome.err.rfind("bwrap: ", 0) == 0) {
        throw tool_error("bubblewrap", outcome).at(run.command.program.string());
    }
    return outcome;
}

}  // namespace rapporteur::base
