// SPDX-License-Identifier: EUPL-1.2
//
// The rows of a file that others keep, one after another, whatever its format: cells by the name of their column. Every row comes, a faulty
// one too, so that all can be accounted for. Knows nothing of what the cells mean.
#pragma once

#include "base/encoding.hpp"
#include "base/problem.hpp"
#include "domain/import_mapping.hpp"

#include <filesystem>
#include <functional>
#include <memory>
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
    virtual ~SourceRows() = default;
    virtual const SourceForm& form() const = 0;
    // Not fewer than the rows where that is known, else 0: for a progress bar.
    virtual std::size_t rough_count() const = 0;
    // May be called again. Faults of single rows become problems each time.
    virtual void each(base::Problems& problems, const std::function<void(SourceRow&)>& visit) const = 0;

protected:
    SourceRows() = default;
    SourceRows(const SourceRows&) = default;
    SourceRows& operator=(const SourceRows&) = default;
};

// By the mapping's format. A table is read whole, records one at a time. Faults of the file as a whole (a missing column) become problems.
// The mapping outlives it.
std::unique_ptr<SourceRows> open_source(const std::filesystem::path& file,
                                        const domain::ImportMapping& mapping,
                                        std::optional<base::Encoding> known, base::Problems& problems);

}  // namespace rapporteur::recommendation
