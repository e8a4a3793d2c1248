// SPDX-License-Identifier: EUPL-1.2
#include "base/csv.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace rapporteur::base;
using namespace std::string_literals;

namespace {

std::vector<CsvRow> parsed(std::string_view bytes, Problems& problems) {
    return parse_csv(bytes, "t.csv", problems);
}

// The one problem of a text that has one.
Problem only_problem(std::string_view bytes) {
    Problems problems;
    parsed(bytes, problems);
    REQUIRE(problems.size() == 1);
    return problems.front();
}

}  // namespace

TEST_SUITE("base.csv") {
    TEST_CASE(
        "a reader gives every row, the faulty ones too, and a quote that nobody closes spoils its line only") {
        Problems problems;
        CsvReader reader("a,b\n1,x\"y\n\n4,\"a\"b\n2,\"open\n3,good\n5,z\n", "t.csv", problems);
        std::vector<std::pair<int, bool>> rows;
        std::vector<std::string> last;
        for (CsvRow row; reader.next(row);) {
            rows.emplace_back(row.line, row.sound);
            last = row.fields;
        }
        CHECK(rows == std::vector<std::pair<int, bool>>{
                          {1, true}, {2, false}, {4, false}, {5, false}, {6, true}, {7, true}});
        CHECK(last == std::vector<std::string>{"5", "z"});
        REQUIRE(problems.size() == 3);
        CHECK(problems[0].place.line == 2);
        CHECK(problems[1].place.line == 4);
        CHECK(problems[2].place.line == 5);
    }
    TEST_CASE("fields with quotes and newlines are read with the line they begin on") {
        Problems problems;
        const auto rows = parsed("\xEF\xBB\xBF"
                                 "a,b\r\n\"x \"\"y\"\"\nz\",2\n\n,\n",
                                 problems);
        CHECK(problems.empty());
        REQUIRE(rows.size() == 3);
        CHECK(rows[0].fields == std::vector<std::string>{"a", "b"});
        CHECK(rows[1].fields == std::vector<std::string>{"x \"y\"\nz", "2"});
        CHECK(rows[1].line == 2);
        CHECK(rows[2].fields == std::vector<std::string>{"", ""});
        CHECK(rows[2].line == 5);
    }

    TEST_CASE("a last line without its end is a row") {
        Problems problems;
        CHECK(parsed("a,b", problems).size() == 1);
        CHECK(parsed("a,", problems).front().fields.size() == 2);
        CHECK(parsed("", problems).empty());
        CHECK(parsed("\"\"", problems).front().fields == std::vector<std::string>{""});
        CHECK(problems.empty());
    }

    TEST_CASE("a quoted CRLF becomes a line feed") {
        Problems problems;
        CHECK(parsed("\"a\r\nb\"\r\n", problems).front().fields.front() == "a\nb");
        CHECK(problems.empty());
    }

    TEST_CASE("hostile tables are refused with their line") {
        CHECK(only_problem("a\nb\rc\n").place.line == 2);
        CHECK(only_problem("a\n\"b\rc\"\n").place.line == 2);
        CHECK(only_problem("a\r").place.line == 1);
        CHECK(only_problem("a\nb,\"c\nd\n").place.line == 2);
        CHECK(only_problem("a\nb,\"c\nd\n").text == "a quote is opened here and never closed");
        CHECK(only_problem("a\n\"b\"c\n").text == "text behind a closing quote");
        CHECK(only_problem("a\nb\"c\n").place.line == 2);
        CHECK(only_problem("a\nb\n\xC0\xAF\n").place.line == 3);
        CHECK(only_problem("a\nb\n\xED\xA0\x80\n").text == "not valid UTF-8");
        CHECK(only_problem("a\nb\0c\n"s).text == "a NUL character");
        CHECK(only_problem(std::string(1'001, ',')).text == "more than 1000 fields in a row");
        CHECK(only_problem(std::string((20U << 20) + 1, 'a')).text == "larger than 20971520 bytes");
    }

    TEST_CASE("all faults are told and the sound rows kept") {
        Problems problems;
        const auto rows = parsed("a\nb\"\nc\n\"d\"e\nf\n", problems);
        CHECK(problems.size() == 2);
        REQUIRE(rows.size() == 3);
        CHECK(rows.back().line == 5);
    }

    TEST_CASE("the written form quotes only what must be quoted") {
        CHECK(write_csv({{"a", "b c", "d,e", "f\"g", "h\ni", ""}}) == "a,b c,\"d,e\",\"f\"\"g\",\"h\ni\",\n");
        CHECK(write_csv({{""}, {"", ""}}) == "\"\"\n,\n");
        CHECK(write_csv({}).empty());
    }

    TEST_CASE("what is written is read back the same") {
        const unsigned seed = std::random_device{}();
        CAPTURE(seed);
        std::mt19937 random(seed);
        const std::string letters = "ab ,\"\n;é";
        for (int round = 0; round < 300; ++round) {
            std::vector<std::vector<std::string>> rows(random() % 5);
            for (auto& row : rows) {
                row.resize(1 + random() % 4);
                for (auto& field : row) {
                    for (auto i = random() % 6; i > 0; --i) {
                        const char c = letters[random() % 7];
                        field += c;
                    }
                }
            }
            Problems problems;
            const auto again = parsed(write_csv(rows), problems);
            REQUIRE(problems.empty());
            REQUIRE(again.size() == rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i) {
                REQUIRE(again[i].fields == rows[i]);
            }
        }
    }

    TEST_CASE("a table is read by the names of its columns") {
        Problems problems;
        const auto table = CsvTable::read("year,value\n2024,3\n2025,\n", "t.csv",
                                          {{"value"}, {"year"}, {"note", Column::optional}}, problems);
        CHECK(problems.empty());
        REQUIRE(table.size() == 2);
        CHECK(table.field(0, "year") == "2024");
        CHECK(table.field(1, "value") == "");
        CHECK(table.field(1, "note") == "");
        CHECK_FALSE(table.has("note"));
        CHECK(table.has("year"));
        CHECK(table.line(1) == 3);
        CHECK(table.place(1, "year").item == "year");
        CHECK_THROWS_AS(table.field(0, "yaer"), Error);
    }

    TEST_CASE("a wrong header is told whole and gives no rows") {
        Problems problems;
        const auto table =
            CsvTable::read("yaer,value,value\n1,2,3\n", "t.csv", {{"value"}, {"year"}}, problems);
        REQUIRE(problems.size() == 3);
        CHECK(problems[0].hint == "did you mean year?");
        CHECK(problems[1].text == "the column stands twice");
        CHECK(problems[2].text == "the column is missing");
        CHECK(table.size() == 0);
        problems.clear();
        CHECK(CsvTable::read("", "t.csv", {{"a"}}, problems).size() == 0);
        CHECK(problems.size() == 1);
    }

    TEST_CASE("rows of another length are told one by one") {
        Problems problems;
        const auto table = CsvTable::read("a,b\n1\n1,2\n1,2,3\n", "t.csv", {{"a"}, {"b"}}, problems);
        CHECK(table.size() == 1);
        REQUIRE(problems.size() == 2);
        CHECK(problems[0].place.line == 2);
        CHECK(problems[1].place.line == 4);
    }
}
