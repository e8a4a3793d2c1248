// SPDX-License-Identifier: EUPL-1.2
// A questionnaire's file read and checked against its framework and the version that it supersedes.
#include "questionnaire/questionnaire_check.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/problem.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "framework/framework_file.hpp"
#include "questionnaire/questionnaire_file.hpp"
#include "questionnaire/values.hpp"
#include "store/frameworks.hpp"
#include "store/questionnaires.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace rapporteur::cli::command::questionnaire_check {

namespace {

namespace fs = std::filesystem;

// What the questionnaire is checked against: files that lie beside it before the register's, which may be older.
class Around {
public:
    Around(const Context& context, fs::path directory)
        : m_context(context), m_directory(std::move(directory)) {}

    std::optional<domain::Framework> framework(const domain::FrameworkId& id) const {
        const fs::path beside = m_context.option("framework") ? fs::path(*m_context.option("framework"))
                                                              : m_directory / "framework.xml";
        if (m_context.option("framework") || fs::exists(beside)) {
            base::Problems problems;
            domain::Framework framework = framework::read_framework(
                base::read_file(beside, base::k_text_file_limit), beside.string(), problems);
            base::throw_if_errors(problems, "the framework has faults");
            return framework;
        }
        return fs::exists(m_context.register_path()) ? store::find_framework(open_to_read(m_context), id)
                                                     : std::nullopt;
    }

    std::optional<domain::Questionnaire> version(const questionnaire::QuestionnaireIdParts& id,
                                                 const std::string& version) const {
        const fs::path beside = m_directory / (id.name + "-" + version + ".xml");
        if (fs::exists(beside)) {
            base::Problems ignored;  // its own check names them
            return questionnaire::read_questionnaire(base::read_file(beside, base::k_text_file_limit),
                                                     beside.string(), ignored);
        }
        if (!fs::exists(m_context.register_path())) {
            return std::nullopt;
        }
        return store::find_questionnaire(
            open_to_read(m_context), domain::QuestionnaireId(id.framework + "/" + id.name + "@" + version));
    }

private:
    const Context& m_context;
    fs::path m_directory;
};

// By line, as one goes through the file.
void put_in_order(base::Problems& problems) {
    std::stable_sort(problems.begin(), problems.end(), [](const base::Problem& a, const base::Problem& b) {
        return a.place.line < b.place.line;
    });
}

void check(const Around& around, const domain::Questionnaire& questionnaire, const std::string& file,
           const base::XmlPlaces& places, base::Problems& problems) {
    const auto parts = questionnaire::parse_questionnaire_id(questionnaire.id.text());
    if (!parts) {
        return;  // a fault that the reader has named
    }
    const std::optional<domain::Framework> framework =
        around.framework(domain::FrameworkId(parts->framework));
    if (!framework && base::has_errors(problems)) {
        return;  // what the reader found comes first
    }
    if (!framework) {
        throw base::Error(base::ErrorKind::not_found, "the framework " + parts->framework +
                                                          " is neither beside the file nor in the register")
            .at(file)
            .help("add --framework FRAMEWORK.XML");
    }
    questionnaire::check_questionnaire(questionnaire, *framework, problems, places);
    for (const std::string& version : questionnaire::versions_mapped(questionnaire)) {
        if (const auto earlier = around.version(*parts, version)) {
            questionnaire::check_migration(*earlier, questionnaire, problems, places);
        } else {
            base::add_warning(problems, {file, 0, questionnaire.id.text()},
                              "the version " + version + " is not there: the migration map was not checked",
                              "put its file beside this one, or load it");
        }
    }
}

void run(Context& context) {
    const std::string& file = context.argument("FILE");
    const std::string bytes = base::read_file(file, base::k_text_file_limit);
    base::Problems problems;
    const domain::Questionnaire questionnaire = questionnaire::read_questionnaire(bytes, file, problems);
    check(Around(context, fs::path(file).parent_path()), questionnaire, file,
          questionnaire::questionnaire_places(bytes, file), problems);
    put_in_order(problems);
    base::throw_if_errors(problems, "the questionnaire has faults");
    for (const base::Problem& problem : problems) {
        context.err() << base::describe(problem) << '\n';
    }
    print(context,
          Card{{{"questionnaire", "Questionnaire", questionnaire.id.text()},
                {"status", "Status", std::string(base::name_of(questionnaire.status))},
                {"questions", "Questions",
                 static_cast<std::int64_t>(domain::questions_of(questionnaire).size())},
                {"codelists", "Codelists", static_cast<std::int64_t>(questionnaire.codelists.size())},
                {"warnings", "Warnings", static_cast<std::int64_t>(problems.size())},
                {"", "Verdict", "no fault"}}});
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "questionnaire";
    command.verb = "check";
    command.summary = "check a questionnaire, name every fault";
    command.arguments = {{"FILE", "a questionnaire in XML"}};
    command.options = {{"framework", "FILE", "the framework.xml that it belongs to"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::questionnaire_check
