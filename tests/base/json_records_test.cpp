// SPDX-License-Identifier: EUPL-1.2
#include "base/file.hpp"
#include "base/json_records.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

using namespace rapporteur::base;

namespace {

struct Read {
    std::vector<JsonRecord> records;
    Problems problems;
    bool whole = false;
};

Read read(const std::string& bytes, const std::string& ending = ".json", JsonRecordLimits limits = {}) {
    const std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("json-records-" + std::to_string(getpid()) + ending);
    write_atomically(path, bytes);
    Read result;
    result.whole = each_json_record(
        path, result.problems, [&](JsonRecord& record) { result.records.push_back(record); }, limits);
    std::filesystem::remove(path);
    return result;
}

using Members = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_SUITE("base.json_records") {
    TEST_CASE("an array, an array in an object, and lines give the same records") {
        const std::string one = R"({"a": "x", "b": [1, true, null, "y"], "c": 1.50})";
        const Members expected{{"a", "x"}, {"b", "1\ntrue\n\ny"}, {"c", "1.50"}};
        for (const auto& file :
             {std::pair<std::string, std::string>{"[" + one + "," + one + "]", ".json"},
              {"\xEF\xBB\xBF {\"total\": 2, \"about\": {\"x\": 1}, \"items\": [" + one + "," + one + "]}",
               ".json"},
              {one + "\n\n" + one + "\n", ".jsonl"}}) {
            CAPTURE(file.first);
            const Read got = read(file.first, file.second);
            CHECK(got.whole);
            CHECK(got.problems.empty());
            REQUIRE(got.records.size() == 2);
            CHECK(got.records[0].members == expected);
            CHECK(got.records[1].members == expected);
            CHECK(got.records[1].number == 2);
        }
    }
    TEST_CASE("what is cut off is named behind the whole records before it") {
        const Read got = read(R"([{"a": 1}, {"a": 2}, {"a": )");
        CHECK(!got.whole);
        CHECK(got.records.size() == 2);
        REQUIRE(got.problems.size() == 1);
        CHECK(got.problems[0].text.find("behind 2 whole records") != std::string::npos);
    }
    TEST_CASE("what is no flat record is not sound, and the next one is") {
        const Read got = read(R"([{"a": {"b": 1}}, {"a": [[1]]}, {"a": 1}])");
        REQUIRE(got.records.size() == 3);
        CHECK(!got.records[0].sound);
        CHECK(!got.records[1].sound);
        CHECK(got.records[2].sound);
        CHECK(got.problems.size() == 2);
    }
    TEST_CASE("limits, bytes that are no UTF-8, and no JSON at all") {
        CHECK(!read(R"([{"a": "12345"}])", ".json", {10, 4}).records.front().sound);
        CHECK(!read(R"([{"a": 1, "b": 2}])", ".json", {1, 100}).records.front().sound);
        CHECK(!read("[{\"a\": \"\xC0\"}]").whole);
        CHECK(!read("a,b\n1,2\n").whole);
        CHECK(!read("").whole);
        CHECK(read("[]").whole);
        CHECK(read("[]").records.empty());
    }
}
