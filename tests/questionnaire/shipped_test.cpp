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

const domain::Framework& shipped_framework() {
    static const domain::Framework k_framework = [] {
        base::Problems problems;
        return framework::read_framework(bytes_of(k_root / "questionnaires/greta/framework.xml"),
                                         "framework.xml", problems);
    }();
    return k_framework;
}

const std::map<std::string, domain::Questionnaire>& questionnaires() {
    static const std::map<std::string, domain::Questionnaire> k_all = [] {
        std::map<std::string, domain::Questionnaire> all;
        for (const std::string& name : base::list_directory(k_root / "questionnaires/greta")) {
            if (name != "framework.xml" && name.size() > 4 && name.substr(name.size() - 4) == ".xml") {
                base::Problems problems;
                auto read =
                    read_questionnaire(bytes_of(k_root / "questionnaires/greta" / name), name, problems);
                no_errors(problems);
                const std::string id = read.id.text();
                all.emplace(id, std::move(read));
            }
        }
        return all;
    }();
    return k_all;
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
        REQUIRE(questionnaires().size() >= 2);
        for (const auto& entry : questionnaires()) {
            const std::string& id = entry.first;
            const domain::Questionnaire& each = entry.second;
            CAPTURE(id);
            base::Problems problems;
            check_questionnaire(each, shipped_framework(), problems);
            for (const base::Problem& problem : problems) {
                FAIL_CHECK(base::describe(problem));
            }
            const domain::Questionnaire again = read_questionnaire(write_questionnaire(each), id, problems);
            CHECK(again == each);
            const auto parts = parse_questionnaire_id(id);
            const auto names_it = [&](const domain::Round& round) {
                return round.questionnaire == "greta/" + parts->name;
            };
            CHECK(
                std::any_of(shipped_framework().rounds.begin(), shipped_framework().rounds.end(), names_it));
        }
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
