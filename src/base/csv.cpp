// SPDX-License-Identifier: EUPL-1.2
#include "base/csv.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace rapporteur::base {

namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

// Not find_first_of, which calls for every byte: 5 % of an export.
template <class IsWanted>
std::size_t find_where(std::string_view text, std::size_t from, IsWanted is_wanted) {
    return static_cast<std::size_t>(
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), is_wanted) - text.begin());
}

bool is_plain(std::string_view field) {
    const auto is_special = [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; };
    return find_where(field, 0, is_special) == field.size();
}

}  // namespace

CsvReader::CsvReader(std::string_view bytes, std::string file, Problems& problems, CsvLimits limits)
    : m_bytes(bytes), m_file(std::move(file)), m_problems(problems), m_limits(limits) {
    if (m_bytes.substr(0, k_byte_order_mark.size()) == k_byte_order_mark) {
        m_bytes.remove_prefix(k_byte_order_mark.size());
    }
}

// A fault spoils its row and reading goes on at the next line.
bool CsvReader::next(CsvRow& row) {
    while (take_line_end()) {
        // a blank line
    }
    if (m_position >= m_bytes.size()) {
        return false;
    }
    row.line = m_line;
    row.fields.clear();
    m_spoilt = false;
    read_row(row);
    row.sound = !m_spoilt;
    return true;
}

void CsvReader::read_row(CsvRow& row) {
    for (;;) {
        row.fields.push_back(m_position < m_bytes.size() && m_bytes[m_position] == '"' ? quoted() : plain());
        if (row.fields.size() > m_limits.fields && !m_spoilt) {
            fault(m_line, "more than " + std::to_string(m_limits.fields) + " fields in a row");
        }
        if (m_spoilt) {
            skip_line();
            return;
        }
        if (m_position < m_bytes.size() && m_bytes[m_position] == ',') {
            ++m_position;
            continue;
        }
        if (m_position < m_bytes.size() && !take_line_end()) {
            fault(m_line, "text behind a closing quote", "double a quote inside quotes: \"\"");
            skip_line();
        }
        return;
    }
}

std::string CsvReader::plain() {
    const std::size_t end =
        find_where(m_bytes, m_position, [](char c) { return c == ',' || c == '\n' || c == '\r'; });
    const std::string_view field = m_bytes.substr(m_position, end - m_position);
    m_position = end;
    if (end < m_bytes.size() && m_bytes[end] == '\r' &&
        (end + 1 == m_bytes.size() || m_bytes[end + 1] != '\n')) {
        fault(m_line, "a carriage return that no line feed follows", "end lines with LF or CRLF");
    } else if (field.find('"') != std::string_view::npos) {
        fault(m_line, "a quote inside a field without quotes", "quote the field and double the quote");
    }
    return std::string(field);
}

std::string CsvReader::quoted() {
    const int opened = m_line;
    const std::size_t opened_at = m_position;
    std::string field;
    ++m_position;
    const auto is_special = [](char c) { return c == '"' || c == '\r' || c == '\n'; };
    while (m_position < m_bytes.size()) {
        const std::size_t end = find_where(m_bytes, m_position, is_special);
        field += m_bytes.substr(m_position, end - m_position);
        m_position = end;
        if (end == m_bytes.size()) {
            break;
        }
        const char c = m_bytes[m_position++];
        if (c == '"') {
            if (m_position < m_bytes.size() && m_bytes[m_position] == '"') {
                field += '"';
                ++m_position;
                continue;
            }
            return field;
        }
        if (c == '\r') {
            if (m_position >= m_bytes.size() || m_bytes[m_position] != '\n') {
                fault(m_line, "a carriage return that no line feed follows", "end lines with LF or CRLF");
                return field;
            }
            continue;
        }
        if (c == '\n') {
            ++m_line;
        }
        field += c;
    }
    fault(opened, "a quote is opened here and never closed");
    m_position = opened_at;
    m_line = opened;
    return field.substr(0, field.find('\n'));
}

// CRLF or LF.
bool CsvReader::take_line_end() {
    if (m_bytes.substr(m_position, 2) == "\r\n") {
        m_position += 2;
    } else if (m_position < m_bytes.size() && m_bytes[m_position] == '\n') {
        ++m_position;
    } else {
        return false;
    }
    ++m_line;
    return true;
}

void CsvReader::skip_line() {
    const std::size_t end = m_bytes.find('\n', m_position);
    m_position = end == std::string_view::npos ? m_bytes.size() : end + 1;
    ++m_line;
}

void CsvReader::fault(int line, std::string text, std::string hint) {
    m_spoilt = true;
    add_error(m_problems, {m_file, line, ""}, std::move(text), std::move(hint));
}

std::vector<CsvRow> parse_csv(std::string_view bytes, const std::string& file, Problems& problems,
                              CsvLimits limits) {
    if (bytes.size() > limits.bytes) {
        add_error(problems, {file, 0, ""}, "larger than " + std::to_string(limits.bytes) + " bytes");
        return {};
    }
    if (const auto fault = find_invalid_utf8(bytes)) {
        add_error(problems, {file, line_of(bytes, *fault), ""}, "not valid UTF-8", "save the file as UTF-8");
        return {};
    }
    if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
        add_error(problems, {file, line_of(bytes, nul), ""}, "a NUL character",
                  "save the file as UTF-8 text");
        return {};
    }
    std::vector<CsvRow> rows;
    CsvReader reader(bytes, file, problems, limits);
    for (CsvRow row; reader.next(row);) {
        if (row.sound) {
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

void append_csv_row(std::string& text, const std::vector<std::string>& row) {
    if (row.size() == 1 && row.front().empty()) {
        text += "\"\"";
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
        text += i == 0 ? "" : ",";
        if (is_plain(row[i])) {
            text += row[i];
        } else {
            text += '"';
            text += replace_all(row[i], "\"", "\"\"");
            text += '"';
        }
    }
    text += '\n';
}

std::string write_csv(const std::vector<std::vector<std::string>>& rows) {
    std::string text;
    for (const auto& row : rows) {
        append_csv_row(text, row);
    }
    return text;
}

CsvTable CsvTable::read(std::string_view bytes, const std::string& file,
                        const std::vector<CsvColumn>& columns, Problems& problems, CsvLimits limits) {
    CsvTable table;
    table.m_file = file;
    std::vector<std::string_view> known;
    for (const CsvColumn& column : columns) {
        table.m_columns.push_back({std::string(column.name), std::nullopt});
        known.push_back(column.name);
    }
    const std::size_t problems_before = problems.size();
    std::vector<CsvRow> rows = parse_csv(bytes, file, problems, limits);
    if (rows.empty()) {
        if (problems.size() == problems_before) {
            add_error(problems, {file, 1, ""}, "the file is empty",
                      "the first row names the columns: " + join(known, ","));
        }
        return table;
    }
    const CsvRow header = std::move(rows.front());
    rows.erase(rows.begin());
    if (!table.map_header(header, columns, problems)) {
        return table;
    }
    for (CsvRow& row : rows) {
        if (row.fields.size() != header.fields.size()) {
            add_error(problems, {file, row.line, ""},
                      std::to_string(row.fields.size()) + " fields where the header has " +
                          std::to_string(header.fields.size()));
            continue;
        }
        table.m_rows.push_back(std::move(row));
    }
    return table;
}

bool CsvTable::map_header(const CsvRow& header, const std::vector<CsvColumn>& columns, Problems& problems) {
    std::vector<std::string_view> known;
    for (const CsvColumn& column : columns) {
        known.push_back(column.name);
    }
    bool sound = true;
    const auto fault = [&](const std::string& column, const std::string& text, const std::string& hint = "") {
        add_error(problems, {m_file, header.line, column}, text, hint);
        sound = false;
    };
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        const std::string& name = header.fields[i];
        const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                        [&name](const Mapped& column) { return column.name == name; });
        if (found == m_columns.end()) {
            fault(name, "unknown column", did_you_mean(name, known, "columns are " + join(known, ", ")));
        } else if (found->index) {
            fault(name, "the column stands twice");
        } else {
            found->index = i;
        }
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].presence == Column::required && !m_columns[i].index) {
            fault(m_columns[i].name, "the column is missing");
        }
    }
    return sound;
}

const CsvTable::Mapped& CsvTable::mapped(std::string_view column) const {
    for (const Mapped& candidate : m_columns) {
        if (candidate.name == column) {
            return candidate;
        }
    }
    throw Error(ErrorKind::internal, "the column was not declared").at(std::string(column));
}

const std::string& CsvTable::field(std::size_t row, std::string_view column) const {
    static const std::string s_nothing;
    const Mapped& held = mapped(column);
    return held.index ? m_rows.at(row).fields.at(*held.index) : s_nothing;
}

bool CsvTable::has(std::string_view column) const {
    return mapped(column).index.has_value();
}

Place CsvTable::place(std::size_t row, std::string_view column) const {
    return {m_file, line(row), std::string(column)};
}

}  // namespace rapporteur::base
