// SPDX-License-Identifier: EUPL-1.2
// ZIP packages in memory, by libarchive with nothing but its ZIP format: read under limits that count real bytes,
// written so that equal parts give equal bytes (no times, no owners, the order of the parts). For packages that our
// own tools made; what comes from strangers goes through the gate of the DOCX reader besides.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::document {

struct ZipPart {
    std::string name;
    std::string bytes;
};

struct ZipLimits {
    std::size_t parts = 2000;
    std::size_t bytes = 100U << 20;  // of all parts, unpacked
};

// Error(invalid_input) for what is no ZIP, is over the limits, is encrypted, or names a part twice or outside itself.
std::vector<ZipPart> read_zip(std::string_view package, const ZipLimits& limits = {});

std::string write_zip(const std::vector<ZipPart>& parts);

}  // namespace rapporteur::document
