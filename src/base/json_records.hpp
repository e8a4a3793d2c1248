// SPDX-License-Identifier: EUPL-1.2
//
// Flat records of a JSON file of any size, one after another, in memory for one of them: an array of objects, arrays of
// objects in an object around them, or one object a line (JSON Lines; the file ends in .jsonl or .ndjson). For lists that others keep; our own files are read whole (json.hpp).
#pragma once

#include "base/problem.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::base {

struct JsonRecord {
    std::size_t number = 0;  // 1 is the first
    // In the file's order. Text as it is, numbers and truths as they are written, null as ""; a list of these is joined by line
    // feeds. An object within the record, or a list within a list, is no value: the record is not sound then.
    std::vector<std::pair<std::string, std::string>> members;
    bool sound = true;
};

struct JsonRecordLimits {
    std::size_t members = 1'000;           // of a record
    std::size_t value_bytes = 16U << 20U;  // of all of a record's text
};

// Where the file is broken (cut off, not UTF-8, no JSON) a problem says after which record, and false comes back: the records before were
// given. Error(not_found) where there is no such file.
bool each_json_record(const std::filesystem::path& path, Problems& problems,
                      const std::function<void(JsonRecord&)>& visit, JsonRecordLimits limits = {});

}  // namespace rapporteur::base
