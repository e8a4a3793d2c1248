// SPDX-License-Identifier: EUPL-1.2
#include "publication/leak_scan.hpp"
#include "publication/readings.hpp"
#include "publication/words.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using publication::LeakScanner;
using publication::Secrecy;

namespace {

constexpr const char* k_secret =
    "The guard at the northern gate takes the passports of all women and gives them back for money only.";

std::size_t hits(const LeakScanner& scanner, const std::string& bytes,
                 const std::string& type = "text/plain") {
    return scanner.scan("item", bytes, publication::readings_of(type, bytes).texts).size();
}

}  // namespace

TEST_SUITE("publication.leak_scan") {
    TEST_CASE("eight words in a row are found whatever stands between them") {
        LeakScanner scanner;
        scanner.add_text(Secrecy::sealed, k_secret, "note/1");
        CHECK(hits(scanner, "They say: the GUARD at the\nnorthern gate, takes “the passports” of others.") ==
              1);
        CHECK(hits(scanner, "the guard at the northern gate takes the") == 1);
        CHECK(hits(scanner, "the guard at the northern gate takes some passports") == 0);  // seven
        CHECK(hits(scanner, "<p>the <em>guard</em> at the northern&nbsp;gate takes the passports</p>",
                   "text/html") == 1);
        CHECK(hits(scanner, R"({"a":"the guard at the","b":["northern gate takes the passports"]})",
                   "application/json") == 1);
        CHECK(
            hits(
                scanner,
                R"({"tree":"{\"blocks\":[{\"t\":\"Para\",\"c\":[{\"t\":\"Str\",\"c\":\"the\"},)"
                R"({\"t\":\"Str\",\"c\":\"guard\"},{\"t\":\"Str\",\"c\":\"at\"},{\"t\":\"Str\",\"c\":\"the\"},)"
                R"({\"t\":\"Str\",\"c\":\"northern\"},{\"t\":\"Str\",\"c\":\"gate\"},)"
                R"({\"t\":\"Str\",\"c\":\"takes\"},{\"t\":\"Space\"},{\"t\":\"Str\",\"c\":\"the\"}]}]}"})",
                "application/json") == 1);
    }

    TEST_CASE("a hit names the source and the place and not the text") {
        LeakScanner scanner;
        scanner.add_text(Secrecy::sealed, k_secret, "peer/XAA-1/note/1");
        const auto found = scanner.scan("peer/XAA-1/report/final", k_secret, {k_secret});
        REQUIRE(found.size() == 1);
        CHECK(found.front().source == "peer/XAA-1/note/1");
        CHECK(found.front().file == "peer/XAA-1/report/final");
        CHECK(found.front().how.find("guard") == std::string::npos);
    }

    TEST_CASE("what is public in its own right is no leak but for sealed texts") {
        LeakScanner scanner;
        scanner.add_text(Secrecy::draft, k_secret, "draft");
        scanner.add_text(Secrecy::sealed, k_secret, "note");
        scanner.allow(Secrecy::draft, k_secret);
        REQUIRE(hits(scanner, k_secret) == 1);
        CHECK(scanner.scan("i", k_secret, {k_secret}).front().source == "note");
        scanner.allow(k_secret);
        CHECK(hits(scanner, k_secret) == 0);
    }

    TEST_CASE("an unmistakable word is found by itself") {
        LeakScanner scanner;
        scanner.add_text(Secrecy::sealed, "Short: abcdefghijklmnopqrstuvwxyz0123", "answer");
        CHECK(hits(scanner, "see abcdefghijklmnopqrstuvwxyz0123 there") == 1);
        CHECK(hits(scanner, "see abcdefghijklmnopqrstuvwxyz0124 there") == 0);
    }

    TEST_CASE("an exact place is found in every encoding") {
        const std::string place = "Harbour Street 12 & co";
        LeakScanner scanner;
        scanner.add_exact(place, "site/1");
        const auto forms = publication::encodings_of(place);
        CHECK(forms.size() >= 12);
        for (const auto& row : forms) {
            const auto& bytes = std::get<0>(row);
            const auto& how = std::get<1>(row);
            CHECK_MESSAGE(hits(scanner, "x/" + bytes + "/x", "application/octet-stream") == 1, how);
        }
        CHECK(hits(scanner, "Harbour Street 120 & co") == 0);
        CHECK(hits(scanner, "a" + place) == 0);  // part of a longer word
    }

    TEST_CASE("base64 is found at each of the three offsets") {
        LeakScanner scanner;
        scanner.add_exact("Harbour Street", "site/1");
        CHECK(hits(scanner, "SGFyYm91ciBTdHJlZXQ=", "application/octet-stream") == 1);      // at 0
        CHECK(hits(scanner, "eEhhcmJvdXIgU3RyZWV0eHg=", "application/octet-stream") == 1);  // x before it
        CHECK(hits(scanner, "eHhIYXJib3VyIFN0cmVldHg=", "application/octet-stream") == 1);  // xx before it
    }

    TEST_CASE("an identifier is found but not as the beginning of another") {
        LeakScanner scanner;
        scanner.add_identifier("peer/XAA-1/reply/ngo");
        CHECK(hits(scanner, "\"ref\":\"peer/XAA-1/reply/ngo#q1\"") == 1);
        CHECK(hits(scanner, "peer/XAA-1/reply/ngo.") == 1);
        CHECK(hits(scanner, "peer/XAA-1/reply/ngo-two") == 0);
    }

    TEST_CASE("words are compared without marks in any script") {
        CHECK(publication::words_of("«Ёлка», É-tat\xC2\xA0X1") ==
              std::vector<std::string>{"ёлка", "é", "tat", "x1"});
        CHECK(publication::words_of("co\xC2\xADoperation") == std::vector<std::string>{"cooperation"});
        CHECK(publication::without_markup("[a b]{.limb id=a}[]{.ev ref=\"x\"} c[^1]").find("ref") ==
              std::string::npos);
        CHECK(publication::words_of("gu\xE2\x80\x8B"
                                    "ar\xEF\xBB\xBF"
                                    "d") == std::vector<std::string>{"guard"});
    }
}
