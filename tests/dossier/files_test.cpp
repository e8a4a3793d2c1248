// SPDX-License-Identifier: EUPL-1.2
#include "dossier/files.hpp"
#include "dossier/grammar.hpp"
#include "support/scratch.hpp"
#include "support/shipped.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

using namespace rapporteur;

namespace {

// A shipped dossier in files that a test may spoil.
class Spoiled {
public:
    explicit Spoiled(const std::string& evaluation) : m_dossier(support::shipped_dossier(evaluation)) {
        for (const auto& file : dossier::write_files(m_dossier)) {
            m_scratch.write("d/" + file.first, file.second);
        }
    }
    std::filesystem::path path(const std::string& name) const { return m_scratch.path() / "d" / name; }
    const support::ScratchDir& scratch() const { return m_scratch; }
    const domain::Dossier& as_shipped() const { return m_dossier; }
    domain::Dossier read(base::Problems& problems) const {
        return dossier::read_files(m_scratch.path() / "d", problems);
    }

private:
    support::ScratchDir m_scratch;
    domain::Dossier m_dossier;
};

}  // namespace

TEST_SUITE("dossier.files") {
    TEST_CASE("an entry that is no regular file is a fault and not an absence") {
        const Spoiled spoiled("greta/XAA-1");
        std::filesystem::rename(spoiled.path("findings.xml"), spoiled.scratch().path() / "f.xml");
        std::filesystem::create_symlink(spoiled.scratch().path() / "f.xml", spoiled.path("findings.xml"));
        std::filesystem::remove(spoiled.path("measures.xml"));
        std::filesystem::create_directory(spoiled.path("measures.xml"));
        std::filesystem::remove(spoiled.path("comments.xml"));
        REQUIRE(::mkfifo(spoiled.path("comments.xml").c_str(), 0600) == 0);
        base::Problems problems;
        spoiled.read(problems);
        REQUIRE(problems.size() == 3);
        CHECK(problems[0].text == "this is no regular file");
        CHECK(problems[1].text == "this is a symbolic link, not a file");
        CHECK(problems[2].text == "this is a directory, not a file");
        CHECK(problems[1].place.file == spoiled.path("findings.xml").string());
    }

    TEST_CASE("an evaluation.xml that is no file is named too") {
        const Spoiled spoiled("greta/XAA-1");
        std::filesystem::remove(spoiled.path("evaluation.xml"));
        std::filesystem::create_symlink("/dev/null", spoiled.path("evaluation.xml"));
        base::Problems problems;
        spoiled.read(problems);
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().place.file == spoiled.path("evaluation.xml").string());
    }

    TEST_CASE("hidden files and editors' backups are passed over") {
        const Spoiled spoiled("greta/XAA-1");
        spoiled.scratch().write("d/.git/HEAD", "ref: refs/heads/main\n");
        spoiled.scratch().write("d/.DS_Store", "");
        spoiled.scratch().write("d/report/final/#report.xml#", "");
        spoiled.scratch().write("d/findings.xml~", "<findings/>");
        base::Problems problems;
        CHECK(spoiled.read(problems) == spoiled.as_shipped());
        CHECK(problems.empty());
        spoiled.scratch().write("d/notes.txt", "");
        spoiled.scratch().write("d/drafts/a.txt", "");
        spoiled.read(problems);
        CHECK(problems.size() == 3);
    }

    TEST_CASE("every file that a dossier is written as is of the grammar") {
        for (const auto& file : dossier::write_files(support::shipped_dossier("greta/XAA-2"))) {
            INFO(file.first);
            CHECK(dossier::file_kind(file.first) != dossier::FileKind::none);
        }
        for (const char* const other : {"README", "report/final/plan.md", "report/draft/report.xml",
                                        "issues/a.txt", "exhibits/a/b.pdf", "visit/other.xml"}) {
            INFO(other);
            CHECK(dossier::file_kind(other) == dossier::FileKind::none);
        }
    }
}
