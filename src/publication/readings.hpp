// SPDX-License-Identifier: EUPL-1.2
//
// The texts that a file holds, for the leak scan: of HTML and XML in several readings, of JSON its texts, of PDF what
// pdftotext reads, of Word files and other ZIP packages every part (headers, notes, comments, deleted and hidden text,
// properties). A picture's words can not be read. Knows nothing of what is confidential.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::publication {

struct Readings {
    std::vector<std::string> texts;
    std::string not_read;  // why, where something of it could not be read; such a file may not leave
};

// Error(tool_failed) where a PDF is to be read and pdftotext is missing.
Readings readings_of(std::string_view media_type, std::string_view bytes);

}  // namespace rapporteur::publication
