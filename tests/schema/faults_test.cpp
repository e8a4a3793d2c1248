// SPDX-License-Identifier: EUPL-1.2
// The program against the samples and the table of faults that check-grammars holds jing and xmllint against: what they accept it accepts and
// writes again byte for byte, what they refuse it refuses, with the line.
#include "base/file.hpp"
#include "base/text.hpp"
#include "dossier/evaluation_form.hpp"
#include "dossier/recommendation_form.hpp"
#include "dossier/report_form.hpp"
#include "dossier/visit_form.hpp"
#include "framework/framework_file.hpp"
#include "framework/framework_form.hpp"
#include "questionnaire/questionnaire_form.hpp"
#include "questionnaire/reply_form.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

using namespace rapporteur;

namespace {

const std::filesystem::path k_folder = std::filesystem::path(RAPPORTEUR_SOURCE_DIR) / "tests/schema";
constexpr std::string_view k_scope = "rivers/XAA-1";

// Reads a file of that root, and gives its canonical bytes.
using Reader = std::function<std::string(const std::string& bytes, base::Problems& problems)>;

template <class Record>
Reader reader(std::string name, std::string_view scope = k_scope) {
    return [name = std::move(name), scope](const std::string& bytes, base::Problems& problems) {
        Record record;
        base::read_form(bytes, name + ".xml", name, scope, record, problems);
        return base::has_errors(problems) ? std::string() : base::write_form(name, scope, record);
    };
}

const std::map<std::string, Reader>& readers() {
    static const std::map<std::string, Reader> k_readers = {
        {"framework", reader<domain::Framework>("framework", "")},
        {"questionnaire", reader<domain::Questionnaire>("questionnaire", "")},
        {"issue", reader<domain::Issue>("issue")},
        {"reply", reader<domain::Reply>("reply")},
        {"request", reader<domain::Request>("request")},
        {"evaluation", reader<domain::Evaluation>("evaluation", "")},
        {"visit", reader<domain::Visit>("visit")},
        {"notes", reader<domain::NoteFile>("notes")},
        {"report", reader<domain::Report>("report")},
        {"findings", reader<domain::FindingFile>("findings")},
        {"comments", reader<domain::CommentFile>("comments")},
        {"recommendations", reader<domain::RecommendationList>("recommendations")},
        {"measures", reader<domain::MeasureFile>("measures")},
    };
    return k_readers;
}

std::string bytes_of(const std::filesystem::path& path) {
    return base::read_file(path, base::ByteLimit{1U << 20});
}

struct Fault {
    std::string root;
    std::string name;
    std::string from;
    std::string to;
};

std::vector<Fault> faults() {
    std::vector<Fault> list;
    const std::string table = bytes_of(k_folder / "faults.tsv");
    for (const std::string_view line : base::split_lines(table)) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::vector<std::string_view> columns = base::split(line, '\t');
        REQUIRE(columns.size() == 4);
        list.push_back(Fault{std::string(columns[0]), std::string(columns[1]), std::string(columns[2]),
                             std::string(columns[3])});
    }
    return list;
}

}  // namespace

TEST_SUITE("schema.faults") {
    TEST_CASE("every grammar has a reader and a sample that is written as it was read") {
        std::size_t grammars = 0;
        for (const std::string& file :
             base::list_directory(std::filesystem::path(RAPPORTEUR_SOURCE_DIR) / "questionnaires/schema")) {
            const std::string name = file.substr(0, file.find('.'));
            if (name == "common") {
                continue;
            }
            ++grammars;
            CAPTURE(name);
            REQUIRE(readers().count(name) == 1);
            const std::string bytes = bytes_of(k_folder / "samples" / (name + ".xml"));
            base::Problems problems;
            CHECK(readers().at(name)(bytes, problems) == bytes);
            for (const base::Problem& problem : problems) {
                FAIL_CHECK(base::describe(problem));
            }
        }
        CHECK(grammars == readers().size());
    }

    TEST_CASE("every fault that the grammars refuse the program refuses with its line") {
        std::map<std::string, int> count;
        for (const Fault& fault : faults()) {
            CAPTURE(fault.root);
            CAPTURE(fault.name);
            REQUIRE(readers().count(fault.root) == 1);
            std::string bytes = bytes_of(k_folder / "samples" / (fault.root + ".xml"));
            const std::size_t position = bytes.find(fault.from);
            REQUIRE(position != std::string::npos);
            bytes.replace(position, fault.from.size(), fault.to);
            base::Problems problems;
            readers().at(fault.root)(bytes, problems);
            CHECK(base::has_errors(problems));
            // The element on the line of the change, or the one around it, whose line is earlier.
            const int line = base::line_of(bytes, position);
            const bool named =
                std::any_of(problems.begin(), problems.end(), [&](const base::Problem& problem) {
                    return problem.place.line > 0 && problem.place.line <= line &&
                           line - problem.place.line <= 3;
                });
            for (const base::Problem& problem : problems) {
                CAPTURE(base::describe(problem));
            }
            CHECK(named);
            ++count[fault.root];
        }
        CHECK(count.size() == readers().size());
    }
}
