// SPDX-License-Identifier: EUPL-1.2
#include "dossier/load.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "base/xml_form.hpp"
#include "dossier/agreement.hpp"
#include "dossier/check.hpp"
#include "dossier/files.hpp"
#include "dossier/grammar.hpp"
#include "dossier/places.hpp"
#include "framework/framework_file.hpp"
#include "questionnaire/questionnaire_check.hpp"
#include "questionnaire/questionnaire_file.hpp"
#include "questionnaire/reply_check.hpp"
#include "questionnaire/reply_file.hpp"
#include "store/evaluations.hpp"
#include "store/frameworks.hpp"
#include "store/people.hpp"
#include "store/questionnaires.hpp"
#include "store/visits.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::dossier {

namespace {

namespace fs = std::filesystem;
using base::Place;

struct Found {
    std::vector<fs::path> xml;       // frameworks and questionnaires, to be told apart by their root
    std::vector<fs::path> dossiers;  // directories
};

void find_below(const fs::path& path, Found& found, base::Problems& problems) {
    if (!fs::is_directory(path)) {
        found.xml.push_back(path);
        return;
    }
    if (fs::exists(fs::symlink_status(path / "evaluation.xml"))) {
        found.dossiers.push_back(path);
        return;
    }
    for (const std::string& name : base::list_directory(path)) {
        const fs::path inner = path / name;
        const fs::file_status status = fs::symlink_status(inner);
        if (is_passed_over(name)) {
            continue;
        }
        if (fs::is_directory(status)) {
            find_below(inner, found, problems);
        } else if (!fs::is_regular_file(status)) {
            base::add_error(problems, Place{inner.string(), 0, ""}, "this is no regular file",
                            "name what it stands for on the command line, or remove it");
        } else if (inner.extension() == ".xml") {
            found.xml.push_back(inner);
        }
    }
}

class Loader {
public:
    Loader(store::Register& where, const LoadOptions& options) : m_register(where), m_options(options) {}

    LoadResult run(const std::vector<fs::path>& paths) {
        const Found found = find(paths);
        for (const fs::path& path : found.xml) {
            read_xml(path);
        }
        for (const fs::path& path : found.dossiers) {
            progress(path.string());
            m_dossiers.push_back({path.string(), read_files(path, m_problems)});
        }
        check_all();
        stop_on_errors();
        return write();
    }

private:
    struct Read {
        std::string directory;
        domain::Dossier dossier;
    };

    void progress(const std::string& what) {
        if (m_options.progress) {
            m_options.progress(what);
        }
    }

    Found find(const std::vector<fs::path>& paths) {
        Found found;
        for (const fs::path& path : paths) {
            if (!fs::exists(path)) {
                throw base::Error(base::ErrorKind::not_found, "there is no such file or directory")
                    .at(path.string());
            }
            find_below(path, found, m_problems);
        }
        if (found.xml.empty() && found.dossiers.empty() && m_problems.empty()) {
            throw base::Error(base::ErrorKind::not_found, "nothing to load was found there")
                .at(paths.empty() ? std::string() : paths.front().string())
                .help("give a framework.xml, a questionnaire, or a directory with an evaluation.xml");
        }
        return found;
    }

    void read_xml(const fs::path& path) {
        progress(path.string());
        const std::string bytes = base::read_file(path, base::k_text_file_limit, base::Symlinks::refuse);
        const std::string_view head = std::string_view(bytes).substr(0, 2000);
        if (head.find("<questionnaire") != std::string_view::npos) {
            m_questionnaires.push_back(questionnaire::read_questionnaire(bytes, path.string(), m_problems));
            m_questionnaire_places.push_back(questionnaire::questionnaire_places(bytes, path.string()));
        } else if (head.find("<framework") != std::string_view::npos) {
            const std::size_t before = m_problems.size();
            m_frameworks.push_back(framework::read_framework(bytes, path.string(), m_problems));
            m_framework_unread |= std::any_of(
                m_problems.begin() + static_cast<std::ptrdiff_t>(before), m_problems.end(),
                [](const base::Problem& problem) { return problem.severity == base::Severity::error; });
        } else {
            base::add_error(m_problems, Place{path.string(), 0, ""},
                            "neither a framework nor a questionnaire",
                            "a reply alone is received with: rapporteur reply receive");
        }
    }

    void stop_on_errors() {
        if (base::has_errors(m_problems)) {
            throw base::InvalidInput("nothing was loaded", m_problems);
        }
    }

    std::optional<domain::Framework> framework_of(const domain::EvaluationId& evaluation) const {
        const std::optional<domain::EvaluationParts> parts = domain::parse_evaluation_id(evaluation.text());
        return parts ? framework_named(parts->framework) : std::nullopt;
    }

    std::optional<domain::Framework> framework_named(const domain::FrameworkId& id) const {
        for (const domain::Framework& framework : m_frameworks) {
            if (framework.id == id) {
                return framework;
            }
        }
        return store::find_framework(m_register, id);
    }

    std::optional<domain::Questionnaire> questionnaire_of(const domain::QuestionnaireId& id) const {
        for (const domain::Questionnaire& questionnaire : m_questionnaires) {
            if (questionnaire.id == id) {
                return questionnaire;
            }
        }
        return store::find_questionnaire(m_register, id);
    }

    void check_all() {
        Known known;
        for (const base::Problem& problem : m_problems) {
            if (problem.severity == base::Severity::error) {
                known.unread.insert(problem.place.file);
            }
        }
        check_questionnaires(known);
        for (const Read& read : m_dossiers) {
            add_identifiers(read.dossier, known);
        }
        for (const domain::EvaluationId& other : store::list_evaluations(m_register)) {
            const bool loaded = known.evaluations.count(other.text()) != 0;
            if (!loaded) {
                m_others.push_back(store::read_dossier(m_register, other, nullptr));
            }
            if (!loaded || leaves_notes_out(other)) {
                for (const domain::Note& note : store::list_notes(m_register, other)) {
                    known.identifiers.insert(note.id.text());
                    known.sealed_notes.insert(note.id.text());
                }
            }
        }
        for (const domain::Dossier& other : m_others) {
            add_identifiers(other, known);
        }
        check_shared(known);
        if (known.unread.empty()) {
            find_broken(known);
        }
        for (const Read& read : m_dossiers) {
            // Without a framework, or without knowing which, nothing can be said of the words that it gives.
            if (m_framework_unread || known.unread.count(read.directory + "/evaluation.xml") != 0) {
                continue;
            }
            const std::optional<domain::Framework> framework = framework_of(read.dossier.evaluation.id);
            if (!framework) {
                base::add_error(
                    m_problems,
                    Place{read.directory + "/evaluation.xml", 0, read.dossier.evaluation.id.text()},
                    "the evaluation's framework is neither in the register nor among the files",
                    "load its framework.xml too");
                continue;
            }
            const std::size_t first = m_problems.size();
            check_dossier(read.dossier, *framework, known, read.directory, m_problems);
            add_lines(m_problems, first, read.directory, read.dossier.evaluation.id.text());
            check_replies(read, known);
        }
    }

    void check_shared(const Known& known) {
        std::vector<Statement> loaded;
        for (const Read& read : m_dossiers) {
            if (known.unread.count(read.directory + "/evaluation.xml") != 0) {
                continue;
            }
            loaded.push_back({read.directory + "/evaluation.xml", &read.dossier.evaluation});
        }
        std::vector<Statement> others;
        for (const domain::Dossier& other : m_others) {
            others.push_back(
                {fmt::format("the register ({})", other.evaluation.id.text()), &other.evaluation});
        }
        check_agreement(loaded, others, m_problems);
    }

    // What the register's other evaluations rest on and would no longer be there: identifiers of a framework that is loaded again,
    // and whatever a dossier of the load does not have any more.
    void find_broken(const Known& after) {
        Known before;
        for (const domain::EvaluationId& id : store::list_evaluations(m_register)) {
            add_identifiers(store::read_dossier(m_register, id, nullptr), before);
        }
        before.sealed_notes = after.sealed_notes;
        for (const domain::Dossier& other : m_others) {
            const std::optional<domain::EvaluationParts> parts =
                domain::parse_evaluation_id(other.evaluation.id.text());
            const auto now = framework_of(other.evaluation.id);
            const auto then = parts ? store::find_framework(m_register, parts->framework) : std::nullopt;
            if (now && then) {
                for (std::string& line : newly_broken(other, *then, before, *now, after)) {
                    m_broken.push_back(std::move(line));
                }
            }
        }
    }

    // A dossier that was dumped without its notes: those of the register stay, and may be pointed at.
    bool leaves_notes_out(const domain::EvaluationId& evaluation) const {
        return std::any_of(m_dossiers.begin(), m_dossiers.end(), [&](const Read& read) {
            return read.dossier.evaluation.id == evaluation && read.dossier.notes.empty();
        });
    }

    void check_replies(const Read& read, const Known& known) {
        for (const domain::Issue& issue : read.dossier.issues) {
            const std::optional<domain::Questionnaire> questionnaire = questionnaire_of(issue.questionnaire);
            if (!questionnaire) {
                base::add_error(
                    m_problems, Place{read.directory + "/issues", 0, issue.id.text()},
                    fmt::format("the questionnaire {} is neither in the register nor among the files",
                                issue.questionnaire.text()),
                    "load it too");
                continue;
            }
            if (is_unread(*questionnaire, known)) {
                continue;
            }
            for (const domain::Reply& reply : read.dossier.replies) {
                if (reply.issue == issue.id) {
                    const std::string& id = reply.id.text();
                    const std::string file =
                        fmt::format("{}/replies/{}.xml", read.directory, domain::local_name(id));
                    if (known.unread.count(file) != 0) {
                        continue;
                    }
                    // A reply in a file of another name is checked without lines; dump gives it its name.
                    const std::string bytes =
                        fs::exists(file)
                            ? base::read_file(file, base::k_text_file_limit, base::Symlinks::refuse)
                            : std::string();
                    questionnaire::check_reply(reply, *questionnaire, &issue, m_problems,
                                               questionnaire::reply_places(bytes, file));
                }
            }
        }
    }

    // One of those that were read, with faults of its own.
    bool is_unread(const domain::Questionnaire& questionnaire, const Known& known) const {
        for (std::size_t i = 0; i < m_questionnaires.size(); ++i) {
            if (m_questionnaires[i].id == questionnaire.id) {
                return known.unread.count(m_questionnaire_places[i].at("questionnaire", "").file) != 0;
            }
        }
        return false;
    }

    // A questionnaire belongs to the framework that its identifier begins with.
    void check_questionnaires(const Known& known) {
        for (std::size_t i = 0; i < m_questionnaires.size(); ++i) {
            const std::string file = m_questionnaire_places[i].at("questionnaire", "").file;
            if (m_framework_unread || known.unread.count(file) != 0) {
                continue;
            }
            const std::string& id = m_questionnaires[i].id.text();
            const std::optional<domain::Framework> framework =
                framework_named(domain::FrameworkId(id.substr(0, id.find('/'))));
            if (!framework) {
                base::add_error(
                    m_problems, m_questionnaire_places[i].at("questionnaire", id),
                    "the questionnaire's framework is neither in the register nor among the files",
                    "load its framework.xml too");
                continue;
            }
            questionnaire::check_questionnaire(m_questionnaires[i], *framework, m_problems,
                                               m_questionnaire_places[i]);
            check_migrations(m_questionnaires[i], m_questionnaire_places[i], known);
        }
    }

    // Only from versions that are here: a register need not have the earliest.
    void check_migrations(const domain::Questionnaire& questionnaire, const base::XmlPlaces& places,
                          const Known& known) {
        for (const std::string& version : questionnaire::versions_mapped(questionnaire)) {
            const auto earlier = questionnaire_of(domain::QuestionnaireId(
                std::string(domain::without_version(questionnaire.id.text())) + "@" + version));
            if (earlier && !is_unread(*earlier, known)) {
                questionnaire::check_migration(*earlier, questionnaire, m_problems, places);
            }
        }
    }

    LoadResult write() {
        store::Change change(m_register, m_options.person, "load");
        LoadResult result;
        result.removed = refuse_what_may_not_be();
        for (const domain::Framework& framework : m_frameworks) {
            result.things.push_back(
                {"framework", framework.id.text(), {{"framework", store::put_framework(change, framework)}}});
        }
        for (const domain::Questionnaire& questionnaire : m_questionnaires) {
            result.things.push_back({"questionnaire",
                                     questionnaire.id.text(),
                                     {{"questionnaire", store::put_questionnaire(change, questionnaire)}}});
        }
        for (const Read& read : m_dossiers) {
            progress(read.dossier.evaluation.id.text());
            result.things.push_back(
                {"evaluation", read.dossier.evaluation.id.text(),
                 store::put_dossier(change, read.dossier, m_options.key, m_options.removal)});
        }
        change.set_command(command_of(result));
        result.journal_entry = change.commit();
        result.warnings = m_problems;
        return result;
    }

    // Over all dossiers, so that every record is named; what may go where that was asked for.
    std::vector<std::string> refuse_what_may_not_be() const {
        store::Difference difference;
        for (const Read& read : m_dossiers) {
            store::add_difference(difference, store::difference_of(m_register, read.dossier));
        }
        for (const std::string& line : m_broken) {
            difference.frozen.push_back(line + " any more");
        }
        store::refuse_difference(difference, m_options.removal);
        return difference.removed;
    }

    // For the journal: what the load touched, by identifier, and what it took out.
    static std::string command_of(const LoadResult& result) {
        std::vector<std::string> changed;
        for (const LoadedThing& thing : result.things) {
            const auto touched = [](const store::PartResult& part) {
                return part.result != store::PutResult::unchanged;
            };
            if (std::any_of(thing.parts.begin(), thing.parts.end(), touched)) {
                changed.push_back(thing.id);
            }
        }
        return "load " + base::join(changed, " ") +
               (result.removed.empty() ? "" : "; removed " + base::join(result.removed, ", "));
    }

    store::Register& m_register;
    const LoadOptions& m_options;
    base::Problems m_problems;
    std::vector<domain::Framework> m_frameworks;
    bool m_framework_unread = false;  // one of them has faults: what rests on it is not checked
    std::vector<domain::Questionnaire> m_questionnaires;
    std::vector<base::XmlPlaces> m_questionnaire_places;
    std::vector<Read> m_dossiers;
    std::vector<std::string> m_broken;      // what m_others would miss
    std::vector<domain::Dossier> m_others;  // of the register, that are not loaded
};

}  // namespace

LoadResult load(store::Register& where, const std::vector<fs::path>& paths, const LoadOptions& options) {
    return Loader(where, options).run(paths);
}

}  // namespace rapporteur::dossier
