// SPDX-License-Identifier: EUPL-1.2
#include "cli/story_text.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rapporteur::story {

namespace {
constexpr std::string_view k_indent = "    ";
}

std::vector<std::string> words_of(std::string_view line, const std::string& source) {
    std::vector<std::string> words;
    std::string word;
    char quote = '\0';
    bool begun = false;
    for (const char c : line) {
        if (quote != '\0') {
            if (c == quote) {
                quote = '\0';
            } else {
                word += c;
            }
        } else if (c == '\'' || c == '"') {
            quote = c;
            begun = true;
        } else if (c == ' ') {
            if (begun || !word.empty()) {
                words.push_back(base::replace_all(word, "$SOURCE", source));
            }
            word.clear();
            begun = false;
        } else {
            word += c;
        }
    }
    if (begun || !word.empty()) {
        words.push_back(base::replace_all(word, "$SOURCE", source));
    }
    return words;
}

namespace {

// "<*>" stands for any text within a line.
bool line_matches(std::string_view expected, std::string_view actual) {
    const auto star = expected.find("<*>");
    if (star == std::string_view::npos) {
        return expected == actual;
    }
    if (!actual.starts_with(expected.substr(0, star))) {
        return false;
    }
    const auto rest = expected.substr(star + 3);
    for (auto at = star; at <= actual.size(); ++at) {
        if (line_matches(rest, actual.substr(at))) {
            return true;
        }
    }
    return false;
}

// "..." alone stands for any number of lines, but not for the exit code: a command that fails must be expected to.
bool matches_from(const std::vector<std::string>& expected, std::size_t e,
                  const std::vector<std::string>& actual, std::size_t a) {
    if (e == expected.size()) {
        return a == actual.size();
    }
    if (expected[e] == "...") {
        return matches_from(expected, e + 1, actual, a) ||
               (a < actual.size() && !actual[a].starts_with("[exit ") &&
                matches_from(expected, e, actual, a + 1));
    }
    return a < actual.size() && line_matches(expected[e], actual[a]) &&
           matches_from(expected, e + 1, actual, a + 1);
}

}  // namespace

bool matches(const std::vector<std::string>& expected, const std::vector<std::string>& actual) {
    return matches_from(expected, 0, actual, 0);
}

std::vector<std::string> block_at(const std::vector<std::string_view>& lines, std::size_t& position) {
    std::vector<std::string> block;
    std::size_t kept = 0;
    for (auto next = position;
         next < lines.size() && (lines[next].empty() || lines[next].starts_with(k_indent)); ++next) {
        block.emplace_back(lines[next].substr(std::min(k_indent.size(), lines[next].size())));
        if (!lines[next].empty()) {
            kept = block.size();
        }
    }
    block.resize(kept);
    position += kept;
    return block;
}

std::string indented(const std::vector<std::string>& block) {
    std::string text;
    for (const auto& line : block) {
        text += line.empty() ? "\n" : std::string(k_indent) + line + "\n";
    }
    return text;
}

}  // namespace rapporteur::story
