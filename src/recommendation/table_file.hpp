// SPDX-License-Identifier: EUPL-1.2
//
// A table into a file that others open: CSV, JSON Lines or a workbook of Excel's. Row by row, so that its size costs no memory; the file appears
// under its name only when it is complete. Cells are text, written as they are: in a workbook they are text cells, never formulas.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::recommendation {

enum class TableFormat { csv, jsonl, xlsx };

// By its name, or by a file's ending.
std::optional<TableFormat> table_format(std::string_view name);

class TableFile {
public:
    virtual ~TableFile() = default;
    // As many cells as there are columns.
    virtual void add(const std::vector<std::string>& cells) = 0;
    // Nothing has happened before.
    virtual void commit() = 0;

protected:
    TableFile() = default;
    TableFile(const TableFile&) = default;
    TableFile& operator=(const TableFile&) = default;
};

std::unique_ptr<TableFile> make_table_file(TableFormat format, const std::filesystem::path& path,
                                           std::vector<std::string> columns);

}  // namespace rapporteur::recommendation
