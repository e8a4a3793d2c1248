// SPDX-License-Identifier: EUPL-1.2
#include "base/json_records.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <fstream>

namespace rapporteur::base {

namespace {

// nlohmann's events into one record at a time. What stands around the array of records is passed over.
class RecordReader {
public:
    RecordReader(std::string file, Problems& problems, const std::function<void(JsonRecord&)>& visit,
                 JsonRecordLimits limits)
        : m_file(std::move(file)), m_problems(problems), m_visit(visit), m_limits(limits) {}

    bool null() { return value(""); }
    bool boolean(bool truth) { return value(truth ? "true" : "false"); }
    bool number_integer(std::int64_t number) { return value(std::to_string(number)); }
    bool number_unsigned(std::uint64_t number) { return value(std::to_string(number)); }
    bool number_float(double, const std::string& written) { return value(written); }
    bool string(std::string& text) { return value(text); }
    bool binary(std::vector<std::uint8_t>&) { return false; }
    bool key(std::string& name) {
        if (m_depth == m_record_depth && m_record_depth > 0) {
            m_record.members.emplace_back(std::move(name), "");
            m_values = 0;
            if (m_record.members.size() > m_limits.members) {
                spoil("more members than a record may have");
            }
        }
        return true;
    }
    bool start_object(std::size_t) {
        ++m_depth;
        if (m_record_depth == 0 && (m_lines || (!m_arrays.empty() && m_arrays.back() == m_depth - 1))) {
            m_record_depth = m_depth;
            m_record.members.clear();
            m_record.sound = true;
            ++m_record.number;
            m_bytes = 0;
        } else if (m_record_depth > 0) {
            spoil("an object within a record");
        }
        return true;
    }
    bool end_object() {
        if (m_record_depth == m_depth) {
            m_visit(m_record);
            m_record_depth = 0;
        }
        --m_depth;
        return true;
    }
    bool start_array(std::size_t) {
        ++m_depth;
        m_arrays.push_back(m_depth);
        if (m_record_depth > 0 && m_depth > m_record_depth + 1) {
            spoil("a list within a list");
        }
        return true;
    }
    bool end_array() {
        --m_depth;
        m_arrays.pop_back();
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
        add_error(m_problems, {m_file, 0, ""},
                  "the file is broken at byte " + std::to_string(position) + ", behind " +
                      std::to_string(m_record_depth > 0 ? m_record.number - 1 : m_record.number) +
                      " whole records",
                  "is it cut off, or not JSON in UTF-8?");
        return false;
    }
    // Objects that stand side by side are records each.
    void expect_lines() { m_lines = true; }

private:
    bool value(std::string_view text) {
        if (m_record_depth == 0 || m_record.members.empty()) {
            return true;
        }
        std::string& held = m_record.members.back().second;
        held += m_values++ > 0 ? "\n" : "";
        held += text;
        m_bytes += text.size();
        if (m_bytes > m_limits.value_bytes) {
            spoil("more text than a record may have");
            held.clear();
        }
        return true;
    }
    void spoil(const std::string& why) {
        if (m_record.sound) {
            add_error(m_problems, {m_file, 0, "row " + std::to_string(m_record.number)}, why);
        }
        m_record.sound = false;
    }

    std::string m_file;
    Problems& m_problems;
    const std::function<void(JsonRecord&)>& m_visit;
    JsonRecordLimits m_limits;
    JsonRecord m_record;
    std::vector<std::size_t> m_arrays;  // depths
    std::size_t m_depth = 0;
    std::size_t m_record_depth = 0;  // 0: outside
    std::size_t m_values = 0;
    std::size_t m_bytes = 0;
    bool m_lines = false;
};

// White space and the byte order mark; false at the end.
bool skip_space(std::istream& in) {
    for (int byte = in.peek(); byte != std::istream::traits_type::eof(); byte = in.peek()) {
        if (byte != ' ' && byte != '\t' && byte != '\r' && byte != '\n' && byte != 0xEF && byte != 0xBB &&
            byte != 0xBF) {
            return true;
        }
        in.get();
    }
    return false;
}

}  // namespace

bool each_json_record(const std::filesystem::path& path, Problems& problems,
                      const std::function<void(JsonRecord&)>& visit, JsonRecordLimits limits) {
    std::vector<char> buffer(std::size_t{1} << 20U);
    std::ifstream in;
    in.rdbuf()->pubsetbuf(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    in.open(path, std::ios::binary);
    if (!in || !std::filesystem::is_regular_file(path)) {
        throw Error(ErrorKind::not_found, "there is no such file").at(path.string());
    }
    RecordReader reader(path.string(), problems, visit, limits);
    const std::string ending = path.extension().string();
    if (ending != ".jsonl" && ending != ".ndjson") {
        skip_space(in);
        return nlohmann::json::sax_parse(in, &reader);
    }
    reader.expect_lines();
    while (skip_space(in)) {
        if (!nlohmann::json::sax_parse(in, &reader, nlohmann::json::input_format_t::json, false)) {
            return false;
        }
    }
    return true;
}

}  // namespace rapporteur::base
