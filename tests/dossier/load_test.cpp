// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/file.hpp"
#include "dossier/files.hpp"
#include "dossier/load.hpp"
#include "store/evaluations.hpp"
#include "store/frameworks.hpp"
#include "store/journal.hpp"
#include "support/scratch.hpp"
#include "support/shipped.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;

TEST_SUITE("dossier.load") {
    TEST_CASE("every shipped dossier is what its dump writes") {
        const support::ShippedRegister shipped = support::shipped_register();
        int files = 0;
        for (const domain::EvaluationId& id : store::list_evaluations(shipped.where)) {
            const support::ScratchDir scratch;
            dossier::dump(shipped.where, id, scratch.path() / "d", &shipped.key,
                          dossier::SealedNotes::required);
            const std::string source = support::source_directory() + "/evaluations/" + id.text();
            const std::vector<std::string> dumped = base::list_files(scratch.path() / "d");
            CHECK(dumped == base::list_files(source));
            for (const std::string& name : dumped) {
                INFO(id.text(), "/", name);
                CHECK(base::read_file(scratch.path() / "d" / name, base::ByteLimit{20U << 20}) ==
                      base::read_file(source + "/" + name, base::ByteLimit{20U << 20}));
                ++files;
            }
        }
        CHECK(files > 80);
    }

    TEST_CASE("loading what is there does nothing") {
        support::ShippedRegister shipped = support::shipped_register();
        dossier::LoadOptions options;
        options.person = "person/secretary";
        options.key = &shipped.key;
        const dossier::LoadResult again = dossier::load(
            shipped.where,
            {support::source_directory() + "/evaluations", support::source_directory() + "/questionnaires"},
            options);
        CHECK(!again.journal_entry);
        CHECK(store::journal_entries(shipped.where, 0).size() == 2);
    }

    TEST_CASE("a fault in one file keeps all the others out") {
        support::ShippedRegister shipped = support::register_without_evaluations();
        const support::ScratchDir scratch;
        for (const auto& file : dossier::write_files(support::shipped_dossier("greta/XAA-1"))) {
            scratch.write("d/" + file.first, file.second);
        }
        scratch.write("d/measures.xml", "<!DOCTYPE measures><measures xmlns=\"urn:rapporteur:measures:1\"/>");
        scratch.write("d/notes.txt", "not part of it");
        dossier::LoadOptions options;
        options.person = "person/secretary";
        options.key = &shipped.key;
        try {
            dossier::load(shipped.where, {scratch.path() / "d"}, options);
            FAIL("it was loaded");
        } catch (const base::InvalidInput& error) {
            CHECK(error.kind() == base::ErrorKind::invalid_input);
            int errors = 0;  // beside them stands a warning on a reply, which is checked all the same
            for (const base::Problem& problem : error.problems()) {
                errors += problem.severity == base::Severity::error ? 1 : 0;
            }
            CHECK(errors == 2);
        }
        CHECK(store::list_evaluations(shipped.where).empty());
        CHECK(store::verify_journal(shipped.where).faults.empty());
    }

    TEST_CASE("an exhibit that is missing or is another file is named") {
        const support::ScratchDir scratch;
        const auto files = dossier::write_files(support::shipped_dossier("greta/XAA-2"));
        std::string exhibit;
        for (const auto& file : files) {
            scratch.write("d/" + file.first, file.second);
            if (file.first.rfind("exhibits/", 0) == 0) {
                exhibit = file.first;
            }
        }
        REQUIRE(!exhibit.empty());
        scratch.write("d/" + exhibit, "other bytes");
        base::Problems changed;
        dossier::read_files(scratch.path() / "d", changed);
        CHECK(changed.size() == 1);
        std::filesystem::remove(scratch.path() / "d" / exhibit);
        scratch.write("d/exhibits/unnamed.txt", "nobody names me");
        base::Problems missing;
        dossier::read_files(scratch.path() / "d", missing);
        CHECK(missing.size() == 2);
    }

    TEST_CASE("a dump follows no link and removes nothing that is not a dossier's") {
        const support::ShippedRegister shipped = support::shipped_register();
        const domain::EvaluationId id("greta/XAA-2");
        const support::ScratchDir scratch;
        const std::filesystem::path directory = scratch.path() / "d";
        const auto dump = [&] {
            return dossier::dump(shipped.where, id, directory, nullptr, dossier::SealedNotes::left_out);
        };
        dump();
        scratch.write("d/exhibits/draft-notes.docx", "mine");
        scratch.write("d/replies/ngo-left.xml", "<reply/>");
        const dossier::DumpResult again = dump();
        CHECK(again.kept == std::vector<std::string>{"exhibits/draft-notes.docx"});
        CHECK(again.removed == std::vector<std::string>{"replies/ngo-left.xml"});
        std::filesystem::rename(directory / "issues", scratch.path() / "issues");
        std::filesystem::create_directory_symlink(scratch.path() / "issues", directory / "issues");
        scratch.write("issues/government.xml", "untouched");
        CHECK_THROWS_AS(dump(), base::Error);
        CHECK(base::read_file(scratch.path() / "issues/government.xml", base::ByteLimit{100}) == "untouched");
    }
}
