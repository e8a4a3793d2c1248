// SPDX-License-Identifier: EUPL-1.2
//
// The rows of a file that others keep, one after another, whatever its format: cells by the name of their column. Every row comes, a faulty
// one too, so that all can be accounted for. Knows nothing of what the cells mean.
#pragma once

#include "base/encoding.hpp"
#include "base/problem.hpp"
#include "domain/import_mapping.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::recommendation {

struct SourceRow {
    std::size_t number = 0;          // 1 is the first row behind the header
    int line = 0;                    // on which it begins; 0 where the format has no lines
    bool sound = true;               // false: it could not be read, and a problem says why
    std::vector<std::string> cells;  // as many as the mapping has columns, in the mapping's order
};

struct SourceForm {
    base::Encoding encoding = base::Encoding::utf8;
    base::LineEnds line_ends = base::LineEnds::none;
    std::string reason;
};

class SourceRows {
public:
    // `bytes` must outlive it. Faults of the file as a whole (a missing column) become problems, and there are no rows then.
    SourceRows(std::string_view bytes, std::string file, const domain::ImportMapping& mapping,
               std::optional<base::Encoding> known, base::Problems& problems);

    const SourceForm& form() const { return m_form; }
    // The lines of the text: not fewer than the rows, for a progress bar.
    std::size_t rough_count() const;
    // May be called again. Faults of single rows become problems each time.
    void each(base::Problems& problems, const std::function<void(SourceRow&)>& visit) const;

private:
    void read_header(base::Problems& problems);

    std::string m_file;
    const domain::ImportMapping& m_mapping;
    SourceForm m_form;
    std::string m_text;
    std::size_t m_columns = 0;                        // of the file
    std::vector<std::optional<std::size_t>> m_where;  // of the mapping's columns, in the file
};

}  // namespace rapporteur::recommendation
