// SPDX-License-Identifier: EUPL-1.2
#include "document/zip.hpp"
#include "publication/leak_scan.hpp"
#include "publication/readings.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using publication::LeakScanner;
using publication::Secrecy;

namespace {

constexpr const char* k_secret = "the guard at the northern gate takes the passports of all women";

std::size_t hits(const std::string& type, const std::string& bytes) {
    LeakScanner scanner;
    scanner.add_text(Secrecy::sealed, k_secret, "note/1");
    return scanner.scan("item", bytes, publication::readings_of(type, bytes).texts).size();
}

std::string utf16(std::string_view ascii) {
    std::string bytes;
    for (const char c : ascii) {
        bytes += c;
        bytes += '\0';
    }
    return bytes;
}

std::size_t hits_in_word(const std::string& body) {
    return hits("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                document::write_zip(
                    {{"word/document.xml", "<w:document><w:body>" + body + "</w:body></w:document>"}}));
}

}  // namespace

TEST_SUITE("publication.readings") {
    TEST_CASE("a passage is found wherever a page can hide it") {
        const std::string text = k_secret;
        CHECK(hits("text/html", "<p>" + text + "</p>") == 1);
        CHECK(hits("text/html", "<p>Law</p><!-- " + text + " -->") == 1);
        CHECK(hits("text/html", "<img alt=\"" + text + "\">") == 1);
        CHECK(hits("text/html", "<p title='a > b, " + text + "'>Law</p>") == 1);
        CHECK(hits("text/html", "<meta content=\"" + text + "\">") == 1);
        CHECK(hits("text/html",
                   "<p>the gu<b></b>ard at the nor<i>the</i>rn gate takes the passp<!-- x -->orts</p>") == 1);
        CHECK(hits("text/html",
                   "<td>the guard</td><td>at the northern</td><td>gate takes the passports</td>") == 1);
        CHECK(hits("text/html",
                   "<p>the gu&shy;ard at the nor&zwnj;thern gate takes th&#101; passports</p>") == 1);
        CHECK(hits("text/html", "<p>the guard at the northern gate</p>") == 0);  // seven words or fewer
    }

    TEST_CASE("signs without width neither hide a word nor part a passage") {
        CHECK(hits("text/plain",
                   "the gu\xE2\x80\x8B"
                   "ard at the nor\xE2\x81\xA0thern gate takes the pass\xEF\xBB\xBFports") == 1);
        CHECK(hits("text/plain", "the\xE2\x80\x8Bguard\xE2\x80\x8B"
                                 "at\xE2\x80\x8Bthe\xE2\x80\x8Bnorthern\xE2\x80\x8Bgate"
                                 "\xE2\x80\x8Btakes\xE2\x80\x8Bthe\xE2\x80\x8Bpassports") == 1);
    }

    TEST_CASE("UTF-16 is read with and without its mark and other letters are not read") {
        CHECK(hits("text/plain", "\xFF\xFE" + utf16(k_secret)) == 1);
        CHECK(hits("text/plain", utf16(k_secret)) == 1);
        const std::string big_endian = std::string(1, '\0') + utf16(k_secret);
        CHECK(hits("text/plain", "\xFE\xFF" + big_endian.substr(0, big_endian.size() - 1)) == 1);
        CHECK(publication::readings_of("text/plain", "caf\xE9").not_read.find("UTF-8") != std::string::npos);
        CHECK(publication::readings_of("text/plain", "café").not_read.empty());
    }

    TEST_CASE("data URIs are read as what they hold") {
        // "the guard at the northern gate takes the passports"
        const std::string base64 = "dGhlIGd1YXJkIGF0IHRoZSBub3J0aGVybiBnYXRlIHRha2VzIHRoZSBwYXNzcG9ydHM=";
        CHECK(hits("text/html", "<a href=\"data:text/plain;base64," + base64 + "\">Law</a>") == 1);
        CHECK(hits("text/html", "<a href=\"data:image/png;base64," + base64 + "\">Law</a>") == 1);
        CHECK(
            hits("text/html",
                 "<a href=\"data:text/html,the%20guard%20at%20the%20northern%20gate%20takes%20the\">L</a>") ==
            1);
    }

    TEST_CASE("Word's runs are read with what is deleted or hidden and without it") {
        const auto run = [](const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; };
        const auto deleted = [](const std::string& text) {
            return "<w:del><w:r><w:delText>" + text + "</w:delText></w:r></w:del>";
        };
        CHECK(hits_in_word("<w:p>" + run("the gu") + run("ard at the northern") +
                           run(" gate takes the passports") + "</w:p>") == 1);
        CHECK(hits_in_word("<w:p>" + deleted(k_secret) + "</w:p>") == 1);
        CHECK(hits_in_word("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>" + std::string(k_secret) +
                           "</w:t></w:r></w:p>") == 1);
        CHECK(hits_in_word("<w:p>" + run("the guard at ") + deleted("or somebody ") +
                           run("the northern gate ") + deleted("there ") + run("takes the passports") +
                           "</w:p>") == 1);
        CHECK(hits_in_word("<w:p>" + run("the guard at the") + "</w:p><w:p>" +
                           run("northern gate takes the") + "</w:p>") == 1);
    }

    TEST_CASE("a package in a package is read and not for ever") {
        const std::string inner =
            document::write_zip({{"xl/sharedStrings.xml", "<si><t>" + std::string(k_secret) + "</t></si>"}});
        const std::string outer = document::write_zip({{"word/embeddings/one.xlsx", inner}});
        CHECK(hits("application/zip", outer) == 1);
        std::string deep = inner;
        for (int i = 0; i < 5; ++i) {
            deep = document::write_zip({{"one.zip", deep}});
        }
        CHECK_FALSE(publication::readings_of("application/zip", deep).not_read.empty());
    }
}
