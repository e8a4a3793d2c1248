// SPDX-License-Identifier: EUPL-1.2
// Replies in other formats than .docx: one form (the Russian one, overtyped: forms/treat-forms, `plain`) that LibreOffice saved as .odt and as
// .doc, converted back in the jail. An .rtf of it is 380 kB, and is made here instead. Without LibreOffice, or without bubblewrap, the suite
// exchange-converted is skipped; what is said then, and what is refused before a program is started, is tried everywhere.
#include "base/jail.hpp"
#include "base/process.hpp"
#include "document/word_convert.hpp"
#include "document/zip.hpp"
#include "exchange/treated_forms.hpp"
#include "exchange/word_reply.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <chrono>
#include <iostream>
#include <string>

using namespace rapporteur;
using document::WordFault;
using document::WordFormat;

namespace {

bool can_convert() {
    const base::JailProbe jail = base::probe_jail(base::JailStrength::bubblewrap);
    const bool there = base::find_program("soffice").has_value();
    if (there && jail.works) {
        return true;
    }
    // CTest looks for these words
    MESSAGE("SKIPPED: no conversion here: ",
            there ? jail.reason : std::string("LibreOffice is not installed (libreoffice-writer-nogui)"));
    return false;
}

document::FormManifest russian_form() {
    return exchange::manifest_of("greta/XAA-2/issue/government", "ru");
}

exchange::TreatedScore score_of(const std::string& name, const std::string& bytes,
                                const document::FormManifest& manifest) {
    base::Problems problems;
    const auto form = document::read_word_form(bytes, name, manifest, problems);
    REQUIRE(form);
    REQUIRE(problems.empty());
    return exchange::score_of({"plain"}, manifest, *form);
}

// What the same form gives as .docx, which was never anything else.
void comes_back_whole(const std::string& name, const std::string& bytes, const std::string& ending) {
    const document::FormManifest manifest = russian_form();
    const exchange::TreatedScore sent =
        score_of("plain.docx", exchange::read_treated("round-2-ru/plain.docx"), manifest);
    REQUIRE(sent.figures > 0);
    base::Problems problems;
    const auto begin = std::chrono::steady_clock::now();
    const auto copy = document::copy_as_docx(bytes, name, problems);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    for (const base::Problem& problem : problems) {
        MESSAGE(base::describe(problem));
    }
    REQUIRE(copy);
    REQUIRE(copy->docx);
    REQUIRE(copy->findings.size() == 1);
    CHECK(copy->findings[0].fault == WordFault::converted);
    CHECK(copy->findings[0].detail == ending);
    const exchange::TreatedScore score = score_of(name, *copy->docx, manifest);
    std::cout << fmt::format("{}: {}/{} complete, {} figures, {} ticks, {:.1f} s {}\n", name, score.complete,
                             score.expected, score.figures, score.ticks, seconds.count(),
                             exchange::names_of(score.faults))
              << std::flush;
    CHECK(score.expected == sent.expected);
    CHECK(score.complete == score.expected);
    CHECK(score.mixed == 0);
    CHECK(score.figures == sent.figures);
    CHECK(score.ticks == sent.ticks);
    CHECK(exchange::names_of(score.faults) == "");
}

// An entry of a compound file's directory, as has it [MS-CFB] 2.6.1.
std::string entry(const std::string& name) {
    std::string bytes;
    for (const char c : name) {
        bytes += c;
        bytes += '\0';
    }
    const std::size_t length = bytes.size() + 2;
    bytes.resize(64, '\0');
    bytes += static_cast<char>(length);
    bytes.resize(128, '\0');
    return bytes;
}

std::string compound(const std::vector<std::string>& names) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    bytes.resize(512, '\0');
    bytes += entry("Root Entry");
    for (const std::string& name : names) {
        bytes += entry(name);
    }
    return bytes;
}

std::string open_document(std::vector<document::ZipPart> more = {}) {
    std::vector<document::ZipPart> parts{{"mimetype", "application/vnd.oasis.opendocument.text"},
                                         {"content.xml", "<office:document-content/>"}};
    parts.insert(parts.end(), more.begin(), more.end());
    return document::write_zip(parts);
}

// A PATH that finds this script for LibreOffice.
class FakeOffice {
public:
    explicit FakeOffice(const std::string& script)
        : m_path("PATH", ((m_directory / "program").string() + ":/usr/bin:/bin").c_str()) {
        std::filesystem::create_directory(m_directory / "program");
        for (const char* const name : {"program/soffice", "program/soffice.bin"}) {
            const auto file = m_directory.write(name, "#!/bin/sh\n" + script + "\n");
            std::filesystem::permissions(file, std::filesystem::perms::owner_all);
        }
    }

private:
    support::ScratchDir m_directory;
    support::ScopedVariable m_path;
};

base::Problem problem_of(const std::string& bytes) {
    base::Problems problems;
    CHECK_FALSE(document::copy_as_docx(bytes, "reply", problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].severity == base::Severity::error);
    CHECK(problems[0].hint.find("save it as .docx") != std::string::npos);
    return problems[0];
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("exchange-converted") {
    TEST_CASE("a form that was saved as .odt is read whole") {
        if (can_convert()) {
            comes_back_whole("plain.odt", exchange::read_treated("worse-ru/asodt.odt"), ".odt");
        }
    }

    TEST_CASE("a form that was saved as .doc is read whole") {
        if (can_convert()) {
            comes_back_whole("plain.doc", exchange::read_treated("worse-ru/asdoc.doc"), ".doc");
        }
    }

    TEST_CASE("what LibreOffice cannot open is a problem, not a reply") {
        if (can_convert()) {
            std::string damaged = exchange::read_treated("worse-ru/asdoc.doc");
            damaged.resize(damaged.size() / 2);
            damaged += compound({"WordDocument"}).substr(512);
            CHECK(has(problem_of(damaged).text, "LibreOffice could not convert"));
        }
    }
}

TEST_SUITE("exchange.word-convert") {
    TEST_CASE("formats are recognised by their bytes") {
        CHECK(document::word_format(exchange::read_treated("worse-ru/asodt.odt")) == WordFormat::odt);
        CHECK(document::word_format(exchange::read_treated("worse-ru/asdoc.doc")) == WordFormat::doc);
        CHECK(document::word_format(exchange::read_treated("round-2-ru/plain.docx")) == WordFormat::docx);
        CHECK(document::word_format("{\\rtf1\\ansi hello}") == WordFormat::rtf);
        CHECK(document::word_format(compound({"WordDocument"})) == WordFormat::doc);
        CHECK(document::word_format(compound({"EncryptionInfo", "EncryptedPackage"})) ==
              WordFormat::encrypted);
        CHECK(document::word_format(compound({"Workbook"})) == WordFormat::other);
        CHECK(document::word_format("<reply/>") == WordFormat::other);
        // a spreadsheet, and a package that was packed anew
        CHECK(document::word_format(document::write_zip(
                  {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})) == WordFormat::docx);
        CHECK(document::word_format(document::write_zip(
                  {{"content.xml", "<a/>"}, {"mimetype", "application/vnd.oasis.opendocument.text"}})) ==
              WordFormat::odt);
        for (const char* const file : {"worse-ru/asodt.odt", "worse-ru/asdoc.doc"}) {
            CHECK(exchange::looks_like_word(exchange::read_treated(file)));
        }
        CHECK(exchange::looks_like_word("{\\rtf1"));
    }

    TEST_CASE("a .docx is not converted") {
        base::Problems problems;
        const auto copy =
            document::copy_as_docx(exchange::read_treated("round-2-ru/plain.docx"), "plain.docx", problems);
        REQUIRE(copy);
        CHECK_FALSE(copy->docx);
        CHECK(copy->findings.empty());
        CHECK(problems.empty());
    }

    TEST_CASE("without LibreOffice the reply is refused with what would help") {
        const support::ScratchDir nothing;
        const support::ScopedVariable path("PATH", nothing.path().c_str());
        const base::Problem problem = problem_of("{\\rtf1 x}");
        CHECK(has(problem.text, "LibreOffice, which is not installed"));
        CHECK(has(problem.hint, "libreoffice-writer-nogui"));
    }

    TEST_CASE("a jail that LibreOffice does not run in is named") {
        const FakeOffice office("exit 0");
        for (const char* const strength : {"landlock", "none"}) {
            CAPTURE(strength);
            const support::ScopedVariable jail("RAPPORTEUR_JAIL", strength);
            const base::Problem problem = problem_of(compound({"WordDocument"}));
            CHECK(has(problem.text, ".doc cannot be converted here"));
            CHECK(has(problem.hint, "bubblewrap"));
        }
    }

    TEST_CASE("a password and a bomb are found out before any program is started") {
        const FakeOffice office("exit 0");
        CHECK(has(problem_of(open_document({{"META-INF/manifest.xml", "<manifest:encryption-data/>"}})).text,
                  "password"));
        const std::string bomb = open_document({{"big", std::string(101U << 20U, '0')}});
        CHECK(document::word_format(bomb) == WordFormat::docx);  // and so goes to the package's gate
    }

    TEST_CASE("an office that starts and makes nothing, and one that has to be started twice") {
        if (!base::probe_jail(base::JailStrength::bubblewrap).works) {
            return;  // the suite above says that it is skipped
        }
        {
            const FakeOffice office("echo broken >&2; exit 3");
            CHECK(has(problem_of("{\\rtf1 x}").text, "could not convert the file: "));
        }
        {
            const FakeOffice office("exit 0");
            CHECK(problem_of("{\\rtf1 x}").text == "LibreOffice could not convert the file");
        }
        const FakeOffice office("[ -e started ] || { : > started; exit 81; }; echo PK > reply.docx");
        for (const auto& [bytes, macros] :
             {std::pair{compound({"WordDocument"}), false},
              {compound({"WordDocument", "Macros"}), true},
              {open_document({{"Basic/Standard/A.xml", "<script:module/>"}}), true},
              {open_document({{"Basic/script-lc.xml", "<library:libraries/>"}}), false}}) {
            base::Problems problems;
            const auto copy = document::copy_as_docx(bytes, "reply", problems);
            REQUIRE(copy);
            CHECK(copy->docx == "PK\n");
            CHECK(copy->findings.size() == (macros ? 2 : 1));
            CHECK((copy->findings.front().fault == WordFault::macros) == macros);
        }
    }
}
