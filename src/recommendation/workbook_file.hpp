// SPDX-License-Identifier: EUPL-1.2
//
// The workbook of table_file.hpp, by libxlsxwriter.
#pragma once

#include "recommendation/table_file.hpp"

namespace rapporteur::recommendation {

// A row of an Excel sheet is one of 1,048,576, a cell at most 32,767 characters: Error(refused) where it would be more, because a cut
// would be silent.
std::unique_ptr<TableFile> make_workbook_file(const std::filesystem::path& path,
                                              std::vector<std::string> columns);

}  // namespace rapporteur::recommendation
