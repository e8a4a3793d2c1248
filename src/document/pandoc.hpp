// SPDX-License-Identifier: EUPL-1.2
// Running Pandoc: always in the jail, with a cap on its heap, a CPU and a time limit, and nothing but what it is
// handed to read. Knows how Pandoc is called and how its failures are told; not what is in the documents.
// Called by the Markdown reader and the DOCX writer.
#pragma once

#include "base/jail.hpp"
#include "document/tree_json.hpp"

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::document {

// What a run may use. Measured on two cores: 168 paragraphs cost 0.15 s to read and 0.3 s to write as DOCX.
struct ToolLimits {
    std::chrono::seconds cpu{20};
    std::chrono::milliseconds wall{60'000};
};

struct PandocRun {
    std::vector<std::string> arguments;  // without +RTS options
    std::string_view input;
    base::Origin origin = base::Origin::own_text;
    std::vector<std::filesystem::path> readable;
    std::filesystem::path directory;  // to run in, one of the readable; empty: anywhere
    ToolLimits limits;
};

// Runs it to its end and hands over the outcome, whatever it is. base::Error(tool_failed) where Pandoc is missing.
base::Outcome run_pandoc(const PandocRun& run);

// The AST version of the Pandoc in PATH; asked once a process for each path. Error(tool_failed).
ApiVersion pandoc_api_version();

// The environment that makes tools' output the same from run to run: a UTF-8 locale and SOURCE_DATE_EPOCH.
std::map<std::string, std::string> tool_environment();

}  // namespace rapporteur::document
