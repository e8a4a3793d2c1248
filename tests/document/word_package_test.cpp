// SPDX-License-Identifier: EUPL-1.2
// The gate for Word packages from strangers, and the count of words behind it. The packages are built here.
#include "document/word_audit.hpp"
#include "document/word_package.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>

using namespace rapporteur;
using namespace rapporteur::document;

namespace {

constexpr const char* k_document =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:body><w:p><w:r><w:t>An answer.</w:t></w:r></w:p></w:body></w:document>";

std::string relations(const std::string& rows) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + rows +
           "</Relationships>";
}

std::string relation(const std::string& type, const std::string& target, const std::string& more = "") {
    return "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
           type + "\" Target=\"" + target + "\" " + more + "/>";
}

std::vector<ZipPart> plain_package() {
    return {{"_rels/.rels", relations(relation("officeDocument", "word/document.xml"))},
            {"word/document.xml", k_document}};
}

std::vector<ZipPart> with(const ZipPart& part) {
    std::vector<ZipPart> parts = plain_package();
    parts.push_back(part);
    return parts;
}

struct Opened {
    std::optional<WordPackage> package;
    base::Problems problems;
    WordFindings findings;
};

Opened open(const std::string& bytes) {
    Opened opened;
    opened.package = open_word_package(bytes, "reply.docx", opened.problems, opened.findings);
    return opened;
}

// The one finding of a package that can be read all the same.
WordFinding finding_of(const std::vector<ZipPart>& parts) {
    const Opened opened = open(write_zip(parts));
    REQUIRE(opened.package);
    REQUIRE(opened.problems.empty());
    REQUIRE(opened.findings.size() == 1);
    return opened.findings[0];
}

base::Problem refusal_of(const std::string& bytes) {
    const Opened opened = open(bytes);
    CHECK_FALSE(opened.package);
    REQUIRE(opened.problems.size() == 1);
    CHECK(opened.problems[0].severity == base::Severity::error);
    return opened.problems[0];
}

// The beginning of a compound file whose directory holds one entry.
std::string compound(const std::string& name) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    bytes.resize(512, '\0');
    for (const char c : name) {
        bytes += c;
        bytes += '\0';
    }
    bytes.resize(512 + 64, '\0');
    bytes += static_cast<char>(2 * name.size() + 2);
    bytes.resize(1024, '\0');
    return bytes;
}

long most_memory_kib() {
    rusage usage{};
    REQUIRE(::getrusage(RUSAGE_SELF, &usage) == 0);
    return usage.ru_maxrss;
}

// 200 MB of one letter.
std::string bomb() {
    std::vector<ZipPart> parts = plain_package();
    parts.push_back({"word/media/image1.bin", std::string(200'000'000, '0')});
    return write_zip(parts);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("document.word-package") {
    TEST_CASE("a plain package has its document and nothing to be told of") {
        const Opened opened = open(write_zip(plain_package()));
        REQUIRE(opened.package);
        CHECK(opened.package->parts.at(opened.package->main).name == "word/document.xml");
        CHECK(opened.package->document.root().name() == "w:document");
        CHECK(opened.findings.empty());
        CHECK(opened.problems.empty());
    }

    TEST_CASE("macros, embedded objects and parts that would be fetched are named") {
        const WordFinding macros = finding_of(with({"word/vbaProject.bin", "VBA"}));
        CHECK(macros.fault == WordFault::macros);
        CHECK(macros.detail == "word/vbaProject.bin");
        const WordFinding object = finding_of(with({"word/embeddings/oleObject1.bin", "OLE"}));
        CHECK(object.fault == WordFault::embedded_object);
        CHECK(finding_of(with({"word/activeX/activeX1.xml", "<a/>"})).fault == WordFault::embedded_object);
        const std::string address = "https://example.org/letter.dotm";
        const WordFinding fetched =
            finding_of(with({"word/_rels/settings.xml.rels",
                             relations(relation("attachedTemplate", address, "TargetMode=\"External\""))}));
        CHECK(fetched.fault == WordFault::external_link);
        CHECK(fetched.detail == address);
    }

    TEST_CASE("hyperlinks, and relations within the package, are nothing to be told of") {
        const std::string rows = relation("hyperlink", "https://example.org/", "TargetMode=\"External\"") +
                                 relation("styles", "styles.xml");
        CHECK(open(write_zip(with({"word/_rels/document.xml.rels", relations(rows)}))).findings.empty());
    }

    TEST_CASE("a document with a DOCTYPE is refused") {
        std::vector<ZipPart> parts = plain_package();
        parts[1].bytes = "<!DOCTYPE d [<!ENTITY e \"x\">]><d>&e;</d>";
        const base::Problem problem = refusal_of(write_zip(parts));
        CHECK(has(problem.text, "DOCTYPE"));
        CHECK(has(problem.place.file, "word/document.xml"));
    }

    TEST_CASE("a package without a document is refused") {
        CHECK(has(refusal_of(write_zip({{"xl/workbook.xml", "<workbook/>"}})).text, "no document in it"));
        CHECK(has(refusal_of(write_zip({plain_package()[0]})).text, "no document in it"));
    }

    TEST_CASE("other files are refused by their names") {
        const base::Problem password = refusal_of(compound("EncryptedPackage"));
        CHECK(has(password.text, "password"));
        CHECK(has(refusal_of(compound("WordDocument")).text, ".doc"));
        for (const std::string& bytes :
             {compound("Workbook"), std::string("{\\rtf1 x}"), std::string("%PDF-1.7"), std::string("text"),
              std::string(), write_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}})}) {
            CHECK(has(refusal_of(bytes).text, "no Word package"));
        }
    }

    TEST_CASE("a bomb is refused quickly and within memory") {
        const std::string bytes = bomb();
        REQUIRE(bytes.size() < 1'000'000);
        const long before = most_memory_kib();
        const auto begin = std::chrono::steady_clock::now();
        const base::Problem problem = refusal_of(bytes);
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
        CHECK(has(problem.hint, "too many bytes"));
        CHECK(seconds.count() < 20.0);  // under the sanitizers, on a busy machine
        CHECK(most_memory_kib() - before < 300L * 1024);
        MESSAGE("seconds: ", seconds.count());
    }
}

TEST_SUITE("document.word-audit") {
    TEST_CASE("a word that was not read again is named, as often as it is missing") {
        base::Problems problems;
        const auto part = base::XmlDocument::parse(
            "<w:body><w:p><w:r><w:t>Courts heard fif</w:t></w:r><w:r><w:t>teen cases, courts, "
            "суды.</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>In court</w:t></w:r><w:del><w:r><w:t>gone</w:t></w:r></w:del></w:p></w:body>",
            "document.xml", problems);
        REQUIRE(part);
        WordCount file;
        file.add_part(part->root());
        CHECK(file.size() == 8);  // what was deleted is not counted; a word over two runs is one

        WordCount read;
        read.add("Courts heard fifteen cases; courts \u2013 суды. In court");
        CHECK(file.missing_from(read).empty());

        WordCount less;
        less.add("Courts heard cases courts In court");
        std::vector<std::string> missing = file.missing_from(less);
        std::sort(missing.begin(), missing.end());
        CHECK(missing == std::vector<std::string>{"fifteen", "суды"});

        WordCount twice;
        twice.add("heard heard heard");
        WordCount once;
        once.add("heard");
        CHECK(twice.missing_from(once) == std::vector<std::string>{"heard", "heard"});
        CHECK(once.missing_from(twice).empty());
    }
}
