// SPDX-License-Identifier: EUPL-1.2
// What a command is given to work with: the values from the command line, the register's path, the acting person, the
// clock and where to print. A command asks by the names it declared; asking for one it did not declare is a fault of
// the program (Error internal), not of the user. It opens no register: commands that need one do.
#pragma once

#include "base/date.hpp"
#include "cli/command.hpp"
#include "cli/parse.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace rapporteur::cli {

struct Surroundings {
    std::ostream& out;
    std::ostream& err;
    std::size_t width = 0;         // columns that text should fit in; 0: as long as it gets (a pipe)
    bool err_is_terminal = false;  // a progress bar may be drawn
    bool in_is_terminal = false;   // a person may be asked
};

// Of this process: the terminal's width or COLUMNS.
Surroundings surroundings_of_process();

class Context {
public:
    Context(Invocation invocation, Surroundings surroundings);

    const Command& command() const { return *m_invocation.command; }

    // An argument that must be there; one that may be; one that may be many.
    const std::string& argument(const std::string& name) const;
    std::optional<std::string> optional_argument(const std::string& name) const;
    const std::vector<std::string>& arguments(const std::string& name) const;

    // A switch; an option's value; the values of one that may be repeated.
    bool has(const std::string& option) const;
    std::optional<std::string> option(const std::string& name) const;
    std::string option_or(const std::string& name, const std::string& fallback) const;
    const std::vector<std::string>& options(const std::string& name) const;

    // --register, else RAPPORTEUR_REGISTER, else rapporteur.db in the working directory.
    std::filesystem::path register_path() const;
    // --as; or Error(usage) that says how to name oneself.
    std::optional<std::string> acting_person() const { return m_invocation.acting_person; }
    const std::string& required_person() const;
    // --passphrase-file, else RAPPORTEUR_PASSPHRASE_FILE.
    std::optional<std::filesystem::path> passphrase_file() const;

    bool wants_json() const { return m_invocation.json; }
    std::ostream& out() const { return m_surroundings.out; }
    std::ostream& err() const { return m_surroundings.err; }  // warnings and progress, never results
    std::size_t width() const { return m_surroundings.width; }
    bool asks_questions() const { return m_surroundings.in_is_terminal && m_surroundings.err_is_terminal; }
    bool draws_progress() const { return m_surroundings.err_is_terminal; }

    // SOURCE_DATE_EPOCH or the system's clock, asked once: one command has one time.
    base::Instant now() const;
    base::Date today() const { return now().date(); }

private:
    const std::vector<std::string>& declared_option(const std::string& name) const;

    Invocation m_invocation;
    Surroundings m_surroundings;
    mutable std::optional<base::Instant> m_now;
};

}  // namespace rapporteur::cli
