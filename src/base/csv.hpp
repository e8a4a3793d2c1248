// SPDX-License-Identifier: EUPL-1.2
// Tables as text: RFC 4180 with LF, UTF-8. Reading is strict about what would be guessed otherwise (a stray
// quote, a bare CR, a NUL) and forgiving about what has one meaning (a BOM, CRLF, blank lines). Writing has
// one form only. Knows nothing of columns' meaning.
#pragma once

#include "base/problem.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::base {

struct CsvRow {
    int line = 0;  // on which the row begins; 1 is the first
    std::vector<std::string> fields;
    bool sound = true;  // false: a fault was named, and the fields are what could be read
};

struct CsvLimits {
    std::size_t bytes = 20U << 20;
    std::size_t fields = 1'000;  // in a row
};

// Row after row, for who has to account for each: a faulty row comes too. The bytes must be valid UTF-8 and outlive the reader; NUL is
// for the caller to refuse. Quotes that nobody closes spoil their line, not the rest of the file.
class CsvReader {
public:
    CsvReader(std::string_view bytes, std::string file, Problems& problems, CsvLimits limits = {});
    // False at the end.
    bool next(CsvRow& row);

private:
    void read_row(CsvRow& row);
    std::string plain();
    std::string quoted();
    bool take_line_end();
    void skip_line();
    void fault(int line, std::string text, std::string hint = "");

    std::string_view m_bytes;
    std::string m_file;
    Problems& m_problems;
    CsvLimits m_limits;
    std::size_t m_position = 0;
    int m_line = 1;
    bool m_spoilt = false;
};

// All rows. Faults become problems with their line; rows with a fault are left out. CRLF inside quotes
// becomes LF.
std::vector<CsvRow> parse_csv(std::string_view bytes, const std::string& file, Problems& problems,
                              CsvLimits limits = {});

// Canonical: LF after every row, quotes only round fields with a comma, a quote or a line break, and round a
// single empty field (which would else be a blank line). parse_csv(write_csv(rows)) gives the rows again, but
// for CR.
std::string write_csv(const std::vector<std::vector<std::string>>& rows);
// One row of that, behind what is in `text`.
void append_csv_row(std::string& text, const std::vector<std::string>& row);

enum class Column { required, optional };

struct CsvColumn {
    std::string_view name;
    Column presence = Column::required;
};

// Rows read by the names in the first row. Unknown, missing and repeated columns and rows of another length
// are problems; with an error in the header there are no rows.
class CsvTable {
public:
    static CsvTable read(std::string_view bytes, const std::string& file,
                         const std::vector<CsvColumn>& columns, Problems& problems, CsvLimits limits = {});

    std::size_t size() const { return m_rows.size(); }
    int line(std::size_t row) const { return m_rows.at(row).line; }
    // Empty text where an optional column is not there. Error(internal) for a column that was not declared.
    const std::string& field(std::size_t row, std::string_view column) const;
    bool has(std::string_view column) const;
    Place place(std::size_t row, std::string_view column) const;

private:
    struct Mapped {
        std::string name;
        std::optional<std::size_t> index;  // in a row's fields
    };
    const Mapped& mapped(std::string_view column) const;
    bool map_header(const CsvRow& header, const std::vector<CsvColumn>& columns, Problems& problems);

    std::string m_file;
    std::vector<Mapped> m_columns;
    std::vector<CsvRow> m_rows;
};

}  // namespace rapporteur::base
