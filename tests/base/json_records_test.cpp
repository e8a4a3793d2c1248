// SPDX-License-Identifier: EUPL-1.2
#include "base/file.hpp"
#include "base/json_records.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <random>

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

// Records with everything that JSON has, in one of many spellings.
class AnyRecords {
public:
    explicit AnyRecords(unsigned seed) : m_random(seed) {}

    std::string text() {
        std::string text = space() + "[";
        for (std::size_t count = roll(4), i = 0; i < count; ++i) {
            text += (i == 0 ? "{" : ",{") + space();
            for (std::size_t members = roll(4), k = 0; k < members; ++k) {
                text +=
                    (k == 0 ? "" : ",") + space() + string() + space() + ":" + space() + value() + space();
            }
            text += "}" + space();
        }
        return text + "]" + space();
    }
    std::string broken(std::string text) {
        for (std::size_t i = 0; i <= roll(3); ++i) {
            const std::size_t at = roll(text.size());
            switch (roll(3)) {
            case 0:
                text[at] = static_cast<char>(roll(256));
                break;
            case 1:
                text.erase(at, 1 + roll(3));
                break;
            default:
                text.insert(at,
                            pick({"\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", "\n", "\x01", "\xD0"}));
            }
            text += text.empty() ? "[" : "";
        }
        return text;
    }
    std::size_t roll(std::size_t below) { return m_random() % below; }

private:
    std::string pick(std::initializer_list<const char*> values) {
        return *(values.begin() + roll(values.size()));
    }
    std::string space() { return pick({"", "", "", " ", "\n", "\t\r\n "}); }
    std::string string() {
        std::string text;
        for (std::size_t i = roll(5); i > 0; --i) {
            text += pick({"a", "words and words", "é", "я", "\xE2\x80\x94", "\xF0\x9F\x98\x80", "\\\"",
                          "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0041", "\\u00e9", "\\u20AC",
                          "\\ud83d\\uDE00", "\\u0000"});
        }
        return "\"" + text + "\"";
    }
    std::string scalar() {
        return roll(2) == 0 ? string()
                            : pick({"0", "-7", "12", "1.50", "-0.25", "1e5", "2.5E-3", "1E+2", "true",
                                    "false", "null"});
    }
    std::string value() {
        if (roll(4) != 0) {
            return scalar();
        }
        std::string text = "[" + space();
        for (std::size_t count = roll(4), i = 0; i < count; ++i) {
            text += (i == 0 ? "" : ",") + space() + scalar() + space();
        }
        return text + "]";
    }

    std::mt19937 m_random;
};

// nlohmann keeps no number that a double can not hold; we keep what is written.
bool has_number_too_large(const std::string& bytes) {
    try {
        return nlohmann::json::parse(bytes).is_discarded();
    } catch (const nlohmann::json::out_of_range&) {
        return true;
    } catch (const nlohmann::json::exception&) {
        return false;
    }
}

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
    TEST_CASE("a byte order mark is whole, or the file is broken") {
        CHECK(read("\xEF\xBB\xBF[]").whole);
        CHECK(read("\xEF\xBB\xBF", ".jsonl").whole);
        CHECK(read("{}\n\xEF\xBB\xBF{}\n", ".jsonl").records.size() == 2);
        for (const std::string part : {"\xEF", "\xBB", "\xBF", "\xEF\xBB", "\xBB\xBF", "\xEF\xBF"}) {
            CAPTURE(part.size());
            CHECK_FALSE(read(part + "[]").whole);
            CHECK_FALSE(read(part + "{}", ".jsonl").whole);
        }
    }
    TEST_CASE("what another reader takes is taken with the same strings, and nothing else is") {
        const unsigned seed = std::random_device{}();
        CAPTURE(seed);
        AnyRecords any(seed);
        for (int round = 0; round < 2'000; ++round) {
            const std::string whole = any.text();
            const std::string bytes = round % 2 == 0 ? whole : any.broken(whole);
            CAPTURE(bytes);
            const Read got = read(bytes);
            if (has_number_too_large(bytes)) {
                continue;
            }
            REQUIRE(got.whole == nlohmann::json::accept(bytes));
            REQUIRE(got.whole == got.problems.empty());
            if (round % 2 == 0) {
                const auto expected = nlohmann::json::parse(bytes);
                REQUIRE(got.records.size() == expected.size());
                for (std::size_t i = 0; i < expected.size(); ++i) {
                    for (const auto& [name, value] :
                         got.records[i].members) {  // the last of a name counts there
                        REQUIRE(expected[i].contains(name));
                    }
                    for (const auto& [name, value] : expected[i].items()) {
                        const auto& members = got.records[i].members;
                        const auto last =
                            std::find_if(members.rbegin(), members.rend(),
                                         [&name = name](const auto& m) { return m.first == name; });
                        REQUIRE(last != members.rend());
                        if (value.is_string()) {
                            REQUIRE(last->second == value.get<std::string>());
                        }
                    }
                }
            }
        }
    }
    TEST_CASE("a text longer than what is read at once is whole, wherever the cut falls") {
        const std::size_t piece = std::size_t{1} << 20U;
        for (std::size_t shift = 0; shift < 12; ++shift) {
            const std::string before = "[{\"a\": \"" + std::string(piece - 12 + shift, 'x');
            const Read got = read(before + "\\u00e9я\", \"b\": 1.5}]");
            REQUIRE(got.whole);
            REQUIRE(got.records.size() == 1);
            CHECK(got.records[0].members[0].second == before.substr(8) + "éя");
            CHECK(got.records[0].members[1] == std::pair<std::string, std::string>{"b", "1.5"});
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
