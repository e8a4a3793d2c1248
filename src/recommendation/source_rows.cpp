// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/source_rows.hpp"

#include "base/csv.hpp"
#include "base/file.hpp"
#include "base/json_records.hpp"
#include "base/text.hpp"
#include "recommendation/feed_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace rapporteur::recommendation {

namespace {

constexpr base::CsvLimits k_limits{std::size_t{1} << 30, 1'000};
constexpr base::ByteLimit k_table_limit{std::size_t{1} << 30};

class TableRows final : public SourceRows {
public:
    TableRows(std::string_view bytes, std::string file, const domain::ImportMapping& mapping,
              std::optional<base::Encoding> known, base::Problems& problems);
    const SourceForm& form() const override { return m_form; }
    std::size_t rough_count() const override;
    void each(base::Problems& problems, const std::function<void(SourceRow&)>& visit) const override;

private:
    void read_header(base::Problems& problems);

    std::string m_file;
    const domain::ImportMapping& m_mapping;
    SourceForm m_form;
    std::string m_text;
    std::size_t m_columns = 0;                        // of the file
    std::vector<std::optional<std::size_t>> m_where;  // of the mapping's columns, in the file
};

class RecordRows final : public SourceRows {
public:
    RecordRows(std::filesystem::path file, const domain::ImportMapping& mapping)
        : m_file(std::move(file)),
          m_mapping(mapping), m_form{base::Encoding::utf8, base::LineEnds::none, "JSON is UTF-8"} {}
    const SourceForm& form() const override { return m_form; }
    std::size_t rough_count() const override { return 0; }
    void each(base::Problems& problems, const std::function<void(SourceRow&)>& visit) const override;

private:
    std::filesystem::path m_file;
    const domain::ImportMapping& m_mapping;
    SourceForm m_form;
};

TableRows::TableRows(std::string_view bytes, std::string file, const domain::ImportMapping& mapping,
                     std::optional<base::Encoding> known, base::Problems& problems)
    : m_file(std::move(file)), m_mapping(mapping) {
    base::DecodedText decoded = base::decode_text(bytes, known);
    m_form = {decoded.encoding, decoded.line_ends, std::move(decoded.reason)};
    m_text = std::move(decoded.text);
    read_header(problems);
}

void TableRows::read_header(base::Problems& problems) {
    base::Problems faults;
    base::CsvReader reader(m_text, m_file, faults, k_limits);
    base::CsvRow header;
    std::vector<std::string_view> known;
    for (const domain::ImportColumn& column : m_mapping.columns) {
        known.push_back(column.name);
    }
    if (!reader.next(header)) {
        base::add_error(problems, {m_file, 1, ""}, "the file is empty",
                        "the first row names the columns: " + base::join(known, ", "));
        return;
    }
    m_columns = header.fields.size();
    m_where.assign(m_mapping.columns.size(), std::nullopt);
    std::set<std::string> met;
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        const std::string name(base::trim(header.fields[i]));
        if (!met.insert(name).second) {
            base::add_error(faults, {m_file, header.line, name}, "the column stands twice");
        } else if (std::find(known.begin(), known.end(), name) == known.end()) {
            base::add_error(
                faults, {m_file, header.line, name}, "the mapping does not know this column",
                base::did_you_mean(name, known,
                                   "add it to the mapping, with into=\"nothing\" where it is not needed"));
        }
        for (std::size_t column = 0; column < known.size(); ++column) {  // several may take a part of it
            if (known[column] == name && !m_where[column]) {
                m_where[column] = i;
            }
        }
    }
    for (std::size_t i = 0; i < m_where.size(); ++i) {
        if (!m_where[i] && m_mapping.columns[i].into != domain::ImportField::nothing) {
            base::add_error(faults, {m_file, header.line, m_mapping.columns[i].name}, "the column is missing",
                            "is this the file of another mapping?");
        }
    }
    problems.insert(problems.end(), faults.begin(), faults.end());
}

std::size_t TableRows::rough_count() const {
    return static_cast<std::size_t>(std::count(m_text.begin(), m_text.end(), '\n'));
}

void TableRows::each(base::Problems& problems, const std::function<void(SourceRow&)>& visit) const {
    base::CsvRow row;
    base::CsvReader reader(m_text, m_file, problems, k_limits);
    reader.next(row);
    SourceRow source;
    while (reader.next(row)) {
        ++source.number;
        source.line = row.line;
        source.sound = row.sound;
        if (row.sound && row.fields.size() != m_columns) {
            base::add_error(problems, {m_file, row.line, ""},
                            fmt::format("row {}: {} cells where the header has {}", source.number,
                                        row.fields.size(), m_columns));
            source.sound = false;
        }
        source.cells.assign(m_where.size(), "");
        for (std::size_t i = 0; source.sound && i < m_where.size(); ++i) {
            if (m_where[i]) {
                source.cells[i] = row.fields[*m_where[i]];
            }
        }
        visit(source);
    }
}

// A member that the mapping does not know is named once, with the first record that has it.
void RecordRows::each(base::Problems& problems, const std::function<void(SourceRow&)>& visit) const {
    std::multimap<std::string, std::size_t, std::less<>> where;  // several may take a part of it
    for (std::size_t i = 0; i < m_mapping.columns.size(); ++i) {
        where.emplace(m_mapping.columns[i].name, i);
    }
    std::set<std::string> unknown;
    SourceRow row;
    base::each_json_record(m_file, problems, [&](base::JsonRecord& record) {
        row.number = record.number;
        row.sound = record.sound;
        row.cells.assign(m_mapping.columns.size(), "");
        for (auto& [name, value] : record.members) {
            const auto [first, last] = where.equal_range(name);
            for (auto at = first; at != last; ++at) {
                row.cells[at->second] = value;
            }
            if (first == last && unknown.insert(name).second) {
                base::add_error(problems,
                                {m_file.string(), 0, fmt::format("row {}, {}", record.number, name)},
                                "the mapping does not know this member",
                                "add it to the mapping, with into=\"nothing\" where it is not needed");
            }
        }
        visit(row);
    });
}

}  // namespace

std::unique_ptr<SourceRows> open_source(const std::filesystem::path& file,
                                        const domain::ImportMapping& mapping,
                                        std::optional<base::Encoding> known, base::Problems& problems) {
    if (mapping.format == domain::ImportFormat::json) {
        return std::make_unique<RecordRows>(file, mapping);
    }
    if (mapping.format == domain::ImportFormat::rss) {
        return open_feed(base::read_file(file, k_table_limit), file.string(), mapping, problems);
    }
    return std::make_unique<TableRows>(base::read_file(file, k_table_limit), file.string(), mapping, known,
                                       problems);
}

}  // namespace rapporteur::recommendation
