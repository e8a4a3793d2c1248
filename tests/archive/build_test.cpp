// SPDX-License-Identifier: EUPL-1.2
#include "archive/build.hpp"
#include "archive/manifest.hpp"
#include "archive/site.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;

TEST_SUITE("archive.build") {
    TEST_CASE("every flipped or missing or added file of a written site is named") {
        const support::ScratchDir scratch;
        const archive::Files files = archive::build(release::ReleaseStore::in_memory());
        archive::write_site(files, scratch.path() / "site");
        REQUIRE(archive::verify_directory(scratch.path() / "site").problems.empty());
        for (const auto& file : files) {
            const std::string& path = file.first;
            const std::string& bytes = file.second;
            if (path == archive::k_manifest_name) {
                continue;
            }
            INFO(path);
            std::string changed = bytes;
            changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
            base::write_atomically(scratch.path() / "site" / path, changed);
            const base::Problems problems = archive::verify_directory(scratch.path() / "site").problems;
            REQUIRE(problems.size() == 1);
            CHECK(problems.front().place.file.find(path) != std::string::npos);
            std::filesystem::remove(scratch.path() / "site" / path);
            CHECK(archive::verify_directory(scratch.path() / "site").problems.size() == 1);
            base::write_atomically(scratch.path() / "site" / path, bytes);
        }
        scratch.write("site/added.txt", "x");
        CHECK(archive::verify_directory(scratch.path() / "site").problems.size() == 1);
    }

    TEST_CASE("a new site takes the old one's place and leaves nothing beside it") {
        const support::ScratchDir scratch;
        const archive::Files files = archive::build(release::ReleaseStore::in_memory());
        archive::write_site(files, scratch.path() / "site");
        archive::write_site(files, scratch.path() / "site");
        CHECK(base::list_directory(scratch.path()) == std::vector<std::string>{"site"});
        CHECK(!std::filesystem::exists(scratch.path() / "site.new"));
        scratch.write("site.new/mine.txt", "kept");
        archive::write_site(files, scratch.path() / "site/");
        CHECK(base::read_file(scratch.path() / "site.new/mine.txt", base::k_text_file_limit) == "kept");
        scratch.write("site/CNAME", "archive.example");
        CHECK_THROWS_AS(archive::write_site(files, scratch.path() / "site"), base::Error);
        CHECK(base::read_file(scratch.path() / "site/CNAME", base::k_text_file_limit) == "archive.example");
        scratch.write("other/mine.txt", "x");
        CHECK_THROWS_AS(archive::write_site(files, scratch.path() / "other"), base::Error);
    }

    TEST_CASE("links lead from any page to any file without a server") {
        CHECK(archive::Site::relative("index.html", "style.css") == "style.css");
        CHECK(archive::Site::relative("id/peer/XAA-2/index.html", "style.css") == "../../../style.css");
        CHECK(archive::path_of("peer/XAA-2/r07") == "id/peer/XAA-2/r07/index.html");
        CHECK(archive::natural_less("peer/XAA-2/r2", "peer/XAA-2/r10"));
        CHECK(!archive::natural_less("peer/XAA-2/r10", "peer/XAA-2/r2"));
    }

    TEST_CASE("who is addressed and who claims is named in words") {
        archive::Records records;
        release::PublicSubject subject;
        subject.framework = "peer";
        subject.code = "XAA";
        subject.names.push_back({"", {{"en", "Xania"}}});
        records.subjects["peer/XAA"] = subject;
        CHECK(records.body_name("XAA") == "Xania");
        CHECK(records.body_name("XAA/body/unknown") == "XAA/body/unknown");
        release::PublicClaim claim;
        claim.by = "other";
        CHECK(records.claimant(claim) == "a third party");
        claim.by = "government";
        CHECK(records.claimant(claim) == "government");
        claim.body = "XAA";
        CHECK(records.claimant(claim) == "Xania");
    }

    TEST_CASE("a table of words becomes cards where there is no room and one of figures does not") {
        const auto cell = [](const char* text) { return archive::text_cell(text); };
        const archive::TableRows rows{{"Id", "Verb", "Asks for", "Date"},
                                      {{cell("r01"), cell(""), cell("a law"), cell("2018-03-22")}}};
        const std::string words = archive::table("All", rows).text();
        CHECK(words.find("<table class=\"cards\">") != std::string::npos);
        CHECK(words.find("<td data-label=\"Asks for\">a law</td>") != std::string::npos);
        CHECK(words.find("<td data-label=\"Date\"><time>2018-03-22</time></td>") != std::string::npos);
        CHECK(words.find("<td></td>") != std::string::npos);  // what is empty has no name to show
        CHECK(archive::table("All", rows, {1, 2, 3}).text().find("cards") == std::string::npos);
    }
}
