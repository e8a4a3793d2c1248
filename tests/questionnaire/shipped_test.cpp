// SPDX-License-Identifier: EUPL-1.2
// Every questionnaire, issue, reply and request that comes with the program: without faults, and written again as it was read.
#include "base/file.hpp"
#include "base/text.hpp"
#include "framework/framework_file.hpp"
#include "questionnaire/questionnaire_check.hpp"
#include "questionnaire/questionnaire_file.hpp"
#include "questionnaire/reply_check.hpp"
#include "questionnaire/reply_file.hpp"
#include "questionnaire/values.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>

using namespace rapporteur;
using namespace rapporteur::questionnaire;

namespace {

const std::filesystem::path k_root(RAPPORTEUR_SOURCE_DIR);

std::string bytes_of(const std::filesystem::path& path) {
    return base::read_file(path, base::ByteLimit{4U << 20});
}

void no_errors(const base::Problems& problems) {
    for (const base::Problem& problem : problems) {
        if (problem.severity == base::Severity::error) {
            FAIL_CHECK(base::describe(problem));
        }
    }
}

// Every framework that is shipped, by its identifier, which is its folder's name.
const std::map<std::string, domain::Framework>& frameworks() {
    static const std::map<std::string, domain::Framework> k_all = [] {
        std::map<std::string, domain::Framework> all;
        for (const std::string& folder : base::list_directory(k_root / "questionnaires")) {
            const std::filesystem::path file = k_root / "questionnaires" / folder / "framework.xml";
            if (std::filesystem::is_regular_file(file)) {
                base::Problems problems;
                all.emplace(folder, framework::read_framework(bytes_of(file), "framework.xml", problems));
            }
        }
        return all;
    }();
    return k_all;
}

const std::map<std::string, domain::Questionnaire>& questionnaires() {
    static const std::map<std::string, domain::Questionnaire> k_all = [] {
        std::map<std::string, domain::Questionnaire> all;
        for (const auto& entry : frameworks()) {
            const std::filesystem::path path = k_root / "questionnaires" / entry.first;
            for (const std::string& name : base::list_directory(path)) {
                if (name != "framework.xml" && name.size() > 4 && name.substr(name.size() - 4) == ".xml") {
                    base::Problems problems;
                    auto read = read_questionnaire(bytes_of(path / name), name, problems);
                    no_errors(problems);
                    const std::string id = read.id.text();
                    all.emplace(id, std::move(read));
                }
            }
        }
        return all;
    }();
    return k_all;
}

// Forms that no round names, because they are put in any round, later than its questionnaire.
const std::set<std::string> k_of_no_round = {"greta/follow-up"};

std::string text_in_master(const domain::Texts& texts) {
    return std::string(domain::text_in(texts, "en"));
}

// Every dossier of the framework whose questionnaires these are: its path and its identifier.
std::map<std::string, std::filesystem::path> dossiers() {
    std::map<std::string, std::filesystem::path> found;
    const std::filesystem::path folder = k_root / "evaluations/greta";
    for (const std::string& name : base::list_directory(folder)) {
        if (std::filesystem::is_directory(folder / name)) {
            found.emplace("greta/" + name, folder / name);
        }
    }
    return found;
}

std::vector<std::string> files_in(const std::filesystem::path& folder) {
    return std::filesystem::is_directory(folder) ? base::list_directory(folder) : std::vector<std::string>();
}

}  // namespace

TEST_SUITE("questionnaire.shipped") {
    TEST_CASE("each questionnaire obeys the rules and is written again as it was read") {
        REQUIRE(questionnaires().size() >= 6);
        for (const auto& entry : questionnaires()) {
            const std::string& id = entry.first;
            const domain::Questionnaire& each = entry.second;
            CAPTURE(id);
            const auto parts = parse_questionnaire_id(id);
            const domain::Framework& framework = frameworks().at(parts->framework);
            base::Problems problems;
            check_questionnaire(each, framework, problems);
            for (const base::Problem& problem : problems) {
                FAIL_CHECK(base::describe(problem));
            }
            const domain::Questionnaire again = read_questionnaire(write_questionnaire(each), id, problems);
            CHECK(again == each);
            const std::string name = parts->framework + "/" + parts->name;
            const auto names_it = [&](const domain::Round& round) { return round.questionnaire == name; };
            CHECK(std::any_of(framework.rounds.begin(), framework.rounds.end(), names_it) !=
                  (k_of_no_round.count(name) != 0));
        }
    }

    TEST_CASE("each text stands in every language that is declared") {
        for (const auto& entry : questionnaires()) {
            const domain::Questionnaire& each = entry.second;
            for (const domain::Question* const question : questions_of(each)) {
                CAPTURE(entry.first + " " + question->id.text());
                for (const domain::QuestionnaireLanguage& language : each.languages) {
                    CHECK(domain::find_text(question->text, language.code) != nullptr);
                    CHECK((question->guidance.empty() ||
                           domain::find_text(question->guidance, language.code) != nullptr));
                }
            }
        }
    }

    TEST_CASE("a question or a code that stands in several rounds means the same in each") {
        std::map<std::string, domain::QuestionKind> kinds;
        std::map<std::string, std::string> labels;
        int again = 0;
        for (const auto& entry : questionnaires()) {
            const std::string framework = parse_questionnaire_id(entry.first)->framework;
            for (const domain::Question* const question : questions_of(entry.second)) {
                CAPTURE(entry.first + " " + question->id.text());
                const auto [known, is_new] =
                    kinds.emplace(framework + " " + question->id.text(), question->kind);
                CHECK(known->second == question->kind);
                again += is_new ? 0 : 1;
            }
            for (const domain::Codelist& list : entry.second.codelists) {
                for (const domain::Code& code : list.codes) {
                    CAPTURE(entry.first + " " + list.id + " " + code.value);
                    const auto [known, is_new] = labels.emplace(framework + " " + list.id + " " + code.value,
                                                                text_in_master(code.label));
                    CHECK(known->second == text_in_master(code.label));
                }
            }
        }
        CHECK(again > 60);
    }

    TEST_CASE("each issue reply and request is canonical and fits what was asked") {
        int replies = 0;
        for (const auto& dossier : dossiers()) {
            const std::string& evaluation = dossier.first;
            const std::filesystem::path& folder = dossier.second;
            std::map<std::string, domain::Issue> issues;
            for (const std::string& name : files_in(folder / "issues")) {
                CAPTURE(evaluation + "/issues/" + name);
                base::Problems problems;
                const std::string bytes = bytes_of(folder / "issues" / name);
                const domain::Issue issue = read_issue(bytes, name, evaluation, problems);
                no_errors(problems);
                CHECK(write_issue(issue) == bytes);
                issues.emplace(issue.id.text(), issue);
            }
            for (const std::string& name : files_in(folder / "replies")) {
                CAPTURE(evaluation + "/replies/" + name);
                base::Problems problems;
                const std::string bytes = bytes_of(folder / "replies" / name);
                const domain::Reply reply = read_reply(bytes, evaluation + "/" + name, evaluation, problems);
                CHECK(write_reply(reply) == bytes);
                REQUIRE(reply.issue.has_value());
                REQUIRE(issues.count(reply.issue->text()) == 1);
                const domain::Issue& issue = issues.at(reply.issue->text());
                REQUIRE(questionnaires().count(issue.questionnaire.text()) == 1);
                check_reply(reply, questionnaires().at(issue.questionnaire.text()), &issue, problems,
                            reply_places(bytes, evaluation + "/" + name));
                no_errors(problems);
                ++replies;
            }
            for (const std::string& name : files_in(folder / "requests")) {
                CAPTURE(evaluation + "/requests/" + name);
                base::Problems problems;
                const std::string bytes = bytes_of(folder / "requests" / name);
                CHECK(write_request(read_request(bytes, name, evaluation, problems)) == bytes);
                no_errors(problems);
            }
        }
        CHECK(replies >= 6);
    }
}
