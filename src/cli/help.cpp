// SPDX-License-Identifier: EUPL-1.2
#include "cli/help.hpp"

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/page.hpp"

#include <algorithm>
#include <vector>

namespace rapporteur::cli {

namespace {

struct Row {
    std::string left;
    std::string right;
};

// "  left   right", the right side wrapped under itself.
std::string two_columns(const std::vector<Row>& rows, std::size_t width) {
    std::size_t left_width = 0;
    for (const auto& row : rows) {
        left_width = std::max(left_width, base::display_width(row.left));
    }
    const std::size_t indent = left_width + 4;
    const std::size_t total = width == 0 ? 80 : width;
    const std::size_t right_width = std::max<std::size_t>(total > indent ? total - indent : 0, 20);
    std::string text;
    for (const auto& row : rows) {
        const auto wrapped = base::wrap(row.right, right_width);
        const auto lines = base::split_lines(wrapped);
        text += "  " + base::fit(row.left, left_width) + "  ";
        for (std::size_t i = 0; i < lines.size(); ++i) {
            text += (i == 0 ? "" : std::string(indent, ' ')) + std::string(lines[i]) + "\n";
        }
    }
    return text;
}

std::vector<Row> rows_of_noun(std::string_view noun) {
    std::vector<Row> rows;
    for (const auto& command : commands()) {
        if (command.noun == noun) {
            rows.push_back({name_of(command), command.summary});
        }
    }
    return rows;
}

}  // namespace

std::string overview(std::size_t width) {
    std::string text = "rapporteur keeps an evaluation from its first question to the public archive.\n\n"
                       "usage: rapporteur [NOUN] VERB [ARGUMENT...] [OPTION...]\n\n";
    std::vector<Row> rows = rows_of_noun("");
    for (const auto noun : nouns()) {
        for (auto& row : rows_of_noun(noun)) {
            rows.push_back(std::move(row));
        }
    }
    text += two_columns(rows, width) + "\nEvery command takes:\n";
    std::vector<Row> common;
    for (const auto& option : common_options()) {
        common.push_back({usage_of(option), option.summary});
    }
    common.push_back({"--json", "one JSON object, where a command lists or shows"});
    text += two_columns(common, width) + "\nrapporteur help NOUN VERB prints the page of a command.\n";
    return text;
}

std::string help_of_noun(std::string_view noun, std::size_t width) {
    return "usage: rapporteur " + std::string(noun) + " VERB [ARGUMENT...] [OPTION...]\n\n" +
           two_columns(rows_of_noun(noun), width) + "\nrapporteur help " + std::string(noun) +
           " VERB prints the page of a command.\n";
}

std::string help_of_command(const Command& command) {
    return page_as_text(page_of(command));
}

}  // namespace rapporteur::cli
