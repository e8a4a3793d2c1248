// SPDX-License-Identifier: EUPL-1.2
#include "base/json_records.hpp"

#include "base/json_scanner.hpp"

#include <fstream>

namespace rapporteur::base {

namespace {

// The scanner's events into one record at a time. What stands around the array of records is passed over.
class RecordReader {
public:
    RecordReader(std::string file, Problems& problems, const std::function<void(JsonRecord&)>& visit,
                 JsonRecordLimits limits)
        : m_file(std::move(file)), m_problems(problems), m_visit(visit), m_limits(limits) {}

    void key(const std::string& name) {
        if (m_depth == m_record_depth && m_record_depth > 0) {
            m_record.members.emplace_back(name, "");
            m_values = 0;
            if (m_record.members.size() > m_limits.members) {
                spoil("more members than a record may have");
            }
        }
    }
    void start_object() {
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
    }
    void end_object() {
        if (m_record_depth == m_depth) {
            m_visit(m_record);
            m_record_depth = 0;
        }
        --m_depth;
    }
    void start_array() {
        ++m_depth;
        m_arrays.push_back(m_depth);
        if (m_record_depth > 0 && m_depth > m_record_depth + 1) {
            spoil("a list within a list");
        }
    }
    void end_array() {
        --m_depth;
        m_arrays.pop_back();
    }
    bool is_broken(std::uint64_t position) {
        add_error(m_problems, {m_file, 0, ""},
                  "the file is broken at byte " + std::to_string(position) + ", behind " +
                      std::to_string(m_record_depth > 0 ? m_record.number - 1 : m_record.number) +
                      " whole records",
                  "is it cut off, or not JSON in UTF-8?");
        return false;
    }
    // Objects that stand side by side are records each.
    void expect_lines() { m_lines = true; }

    void value(std::string_view text) {
        if (m_record_depth == 0 || m_record.members.empty()) {
            return;
        }
        std::string& held = m_record.members.back().second;
        held += m_values++ > 0 ? "\n" : "";
        held += text;
        m_bytes += text.size();
        if (m_bytes > m_limits.value_bytes) {
            spoil("more text than a record may have");
            held.clear();
        }
    }

private:
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

}  // namespace

bool each_json_record(const std::filesystem::path& path, Problems& problems,
                      const std::function<void(JsonRecord&)>& visit, JsonRecordLimits limits) {
    std::ifstream in(path, std::ios::binary);
    if (!in || !std::filesystem::is_regular_file(path)) {
        throw Error(ErrorKind::not_found, "there is no such file").at(path.string());
    }
    RecordReader reader(path.string(), problems, visit, limits);
    JsonScanner scanner(in);
    const std::string ending = path.extension().string();
    if (ending == ".jsonl" || ending == ".ndjson") {
        reader.expect_lines();
        while (scanner.skip_space()) {  // files that were put together have a mark each
            if (!scanner.skip_mark() || (scanner.skip_space() && !scanner.read(reader))) {
                return reader.is_broken(scanner.position());
            }
        }
        return true;
    }
    if (!scanner.skip_mark() || !scanner.read(reader) || scanner.skip_space()) {  // only space may follow
        return reader.is_broken(scanner.position());
    }
    return true;
}

}  // namespace rapporteur::base
