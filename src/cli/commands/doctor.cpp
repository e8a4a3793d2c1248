// SPDX-License-Identifier: EUPL-1.2
// What this machine has of the things rapporteur leans on. Each row says what it found and, where something is
// missing, which Debian package brings it and what does not work without it.
#include "base/error.hpp"
#include "base/jail.hpp"
#include "base/process.hpp"
#include "base/text.hpp"
#include "cli/output.hpp"
#include "store/register.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace rapporteur::cli::command::doctor {

namespace {

enum class State { good, weak, missing };

struct Finding {
    std::string name;
    State state;
    std::string found;   // empty: nothing
    std::string advice;  // empty when good
};

struct Tool {
    const char* program;
    const char* package;
    const char* use;
    const char* version = "--version";  // the option that prints it
};

constexpr std::array<Tool, 5> k_tools{{
    {"pandoc", "pandoc", "reports in any format and replies in Word need it"},
    {"weasyprint", "weasyprint", "reports in PDF need it"},
    {"gnuplot", "gnuplot-nox", "charts need it"},
    {"pdftotext", "poppler-utils", "publishing a PDF needs it: the leak scan reads its words", "-v"},
    {"bwrap", "bubblewrap", "the strongest jail for foreign files needs it"},
}};

// The Kazakh letters that Russian lacks, upper case: a font with them has all of Cyrillic that reports use.
constexpr const char* k_kazakh_letters = ":charset=4d8 492 49a 4a2 4e8 4b0 4ae 4ba 406";

std::string_view name_of(State state) {
    switch (state) {
    case State::good:
        return "ok";
    case State::weak:
        return "weak";
    case State::missing:
        break;
    }
    return "missing";
}

base::Outcome run_tool(const std::filesystem::path& program, std::vector<std::string> arguments) {
    base::Command command;
    command.program = program;
    command.arguments = std::move(arguments);
    command.environment = {
        {"PATH", "/usr/local/bin:/usr/bin:/bin"}, {"LANG", "C.UTF-8"}, {"HOME", "/nonexistent"}};
    command.time_limit = std::chrono::seconds(20);
    return base::run(command);
}

Finding look_for(const Tool& tool) {
    const auto path = base::find_program(tool.program);
    if (!path) {
        return {tool.program, State::missing, "",
                std::string(tool.use) + "; apt-get install " + tool.package + " brings it"};
    }
    const auto outcome = run_tool(*path, {tool.version});
    const std::string& said = outcome.out.empty() ? outcome.err : outcome.out;
    if (!outcome.succeeded() || said.empty()) {
        return {tool.program, State::missing, path->string(),
                "it does not start: " + base::tool_error(tool.program, outcome).reason()};
    }
    const auto lines = base::split_lines(said);
    return {tool.program, State::good, std::string(lines.front()), ""};
}

Finding look_at_jail() {
    const auto strength = base::available_jail();
    Finding finding{"jail", State::good, std::string(base::name_of(strength)), ""};
    if (strength == base::JailStrength::bubblewrap) {
        return finding;
    }
    const auto probe = base::probe_jail(base::JailStrength::bubblewrap);
    const std::string why = probe.works ? "RAPPORTEUR_JAIL lowers the jail"
                                        : "bubblewrap does not work here (" + probe.reason + ")";
    finding.state = State::weak;
    finding.advice = why + (strength == base::JailStrength::landlock
                                ? "; foreign files are read under Landlock and seccomp"
                                : "; foreign files are refused, own text is rendered without a jail");
    return finding;
}

// Not started: that takes seconds. Without it much works; so it is never missing.
Finding look_for_office() {
    const auto path = base::find_program("soffice");
    if (!path) {
        return {"soffice", State::weak, "",
                "replies in .odt, .rtf and .doc need it, those in .docx do not; apt-get install "
                "libreoffice-writer-nogui brings it"};
    }
    if (base::available_jail() != base::JailStrength::bubblewrap) {
        return {"soffice", State::weak, path->string(),
                "replies in .odt, .rtf and .doc are refused: it runs under bubblewrap alone"};
    }
    return {"soffice", State::good, path->string(), ""};
}

Finding look_for_fonts() {
    const auto path = base::find_program("fc-list");
    if (!path) {
        return {"fonts", State::weak, "",
                "fonts cannot be listed; apt-get install fontconfig brings fc-list"};
    }
    const auto outcome = run_tool(*path, {k_kazakh_letters, "family"});
    std::set<std::string> families;
    for (const auto line : base::split_lines(outcome.out)) {
        families.emplace(line.substr(0, line.find(',')));
    }
    if (families.empty()) {
        return {"fonts", State::missing, "",
                "no font has the Kazakh letters; apt-get install fonts-noto-core brings one"};
    }
    // Named first: what the report's style sheet asks for.
    for (const char* wanted : {"Noto Serif", "Noto Sans", "DejaVu Serif", "DejaVu Sans"}) {
        if (families.contains(wanted)) {
            return {"fonts", State::good,
                    std::string(wanted) + " (" + std::to_string(families.size()) +
                        " families have the Kazakh letters)",
                    ""};
        }
    }
    return {"fonts", State::weak, *families.begin(),
            "the fonts that reports ask for are missing; apt-get install fonts-noto-core brings them"};
}

// Opened for reading: a register of another kind, a newer or an older one, and a damaged header are found out. Whether its
// records are as they were written is the journal's to say.
Finding look_at_register(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) {
        return {"register", State::good, "none at " + path.string(), ""};
    }
    try {
        store::Register::open(path, sqlite::OpenMode::read_only);
        return {"register", State::good, path.string() + " opens", ""};
    } catch (const base::Error& error) {
        return {"register", State::weak, path.string(),
                error.message() + (error.help().empty() ? "" : "; " + error.help())};
    }
}

void run(Context& context) {
    std::vector<Finding> findings;
    findings.reserve(k_tools.size() + 5);
    for (const auto& tool : k_tools) {
        findings.push_back(look_for(tool));
    }
    findings.push_back(look_at_jail());
    findings.push_back(look_for_office());
    findings.push_back(look_for_fonts());
    findings.push_back({"sqlite", State::good, sqlite::Database::in_memory().version(), ""});
    findings.push_back(look_at_register(context.register_path()));

    Listing listing{
        .key = "checks",
        .columns = {{"name", "Check"}, {"state", "State"}, {"found", "Found"}, {"advice", "What to do"}}};
    for (const auto& finding : findings) {
        listing.rows.push_back({finding.name, std::string(name_of(finding.state)),
                                finding.found.empty() ? Cell() : Cell(finding.found),
                                finding.advice.empty() ? Cell() : Cell(finding.advice)});
    }
    print(context, listing);
    const bool all_there =
        std::ranges::none_of(findings, [](const Finding& f) { return f.state == State::missing; });
    if (!all_there) {
        throw base::Error(base::ErrorKind::tool_failed, "something is missing")
            .help("script/bootstrap installs all of it");
    }
}

}  // namespace

Command describe() {
    return {
        .verb = "doctor", .summary = "say what this machine has and lacks", .json = Json::yes, .run = run};
}

}  // namespace rapporteur::cli::command::doctor
