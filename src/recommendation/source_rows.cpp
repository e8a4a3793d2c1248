// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/source_rows.hpp"

#include "base/csv.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::recommendation {

namespace {

constexpr base::CsvLimits k_limits{std::size_t{1} << 30, 1'000};

}  // namespace

SourceRows::SourceRows(std::string_view bytes, std::string file, const domain::ImportMapping& mapping,
                       std::optional<base::Encoding> known, base::Problems& problems)
    : m_file(std::move(file)), m_mapping(mapping) {
    base::DecodedText decoded = base::decode_text(bytes, known);
    m_form = {decoded.encoding, decoded.line_ends, std::move(decoded.reason)};
    m_text = std::move(decoded.text);
    read_header(problems);
}

void SourceRows::read_header(base::Problems& problems) {
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
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        const std::string name(base::trim(header.fields[i]));
        const auto found = std::find(known.begin(), known.end(), name);
        if (found == known.end()) {
            const auto meant = base::nearest(name, known);
            base::add_error(faults, {m_file, header.line, name}, "the mapping does not know this column",
                            meant ? fmt::format("did you mean {}?", *meant)
                                  : "add it to the mapping, with into=\"nothing\" where it is not needed");
        } else if (m_where[static_cast<std::size_t>(found - known.begin())]) {
            base::add_error(faults, {m_file, header.line, name}, "the column stands twice");
        } else {
            m_where[static_cast<std::size_t>(found - known.begin())] = i;
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

std::size_t SourceRows::rough_count() const {
    return static_cast<std::size_t>(std::count(m_text.begin(), m_text.end(), '\n'));
}

void SourceRows::each(base::Problems& problems, const std::function<void(SourceRow&)>& visit) const {
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
                source.cells[i] = std::move(row.fields[*m_where[i]]);
            }
        }
        visit(source);
    }
}

}  // namespace rapporteur::recommendation
