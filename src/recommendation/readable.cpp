// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/readable.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <vector>

namespace rapporteur::recommendation {

namespace {

// Skips "{...}" or "(...)" right at `at`, if it stands there.
std::size_t after_group(std::string_view text, std::size_t at) {
    if (at >= text.size() || (text[at] != '{' && text[at] != '(')) {
        return at;
    }
    const std::size_t end = text.find(text[at] == '{' ? '}' : ')', at);
    return end == std::string_view::npos ? at : end + 1;
}

std::string inline_text(std::string_view line) {
    std::string out;
    std::size_t at = 0;
    while (at < line.size()) {
        const char c = line[at];
        if (c == '[' && at + 1 < line.size() && line[at + 1] == '^') {
            const std::size_t end = line.find(']', at);
            at = end == std::string_view::npos ? line.size() : end + 1;
        } else if (c == '[') {
            ++at;
        } else if (c == ']') {
            at = after_group(line, at + 1);
        } else if (c == '*') {
            ++at;
        } else {
            const auto* const plain = line.begin() + at;
            const auto* const end =
                std::find_if(plain, line.end(), [](char d) { return d == '[' || d == ']' || d == '*'; });
            out.append(plain, end);
            at = static_cast<std::size_t>(end - line.begin());
        }
    }
    return out;
}

}  // namespace

std::string readable(std::string_view markdown) {
    std::vector<std::string> paragraphs;
    bool fresh = true;
    for (const std::string_view line : base::split_lines(markdown)) {
        const std::string_view trimmed = base::trim(line);
        if (trimmed.substr(0, 2) == "[^") {
            break;  // footnotes stand at the end
        }
        const bool item = trimmed.substr(0, 2) == "- ";
        if (trimmed.empty()) {
            fresh = true;
        } else if (item || fresh || paragraphs.empty()) {
            paragraphs.push_back(inline_text(trimmed));
            fresh = false;
        } else {
            paragraphs.back() += " " + inline_text(trimmed);
        }
    }
    return base::join(paragraphs, "\n");
}

std::string beginning(std::string_view text, std::size_t length) {
    std::string flat = base::collapse_spaces(text);
    if (base::display_width(flat) <= length) {
        return flat;
    }
    std::string out;
    std::size_t width = 0;
    for (const std::string_view word : base::split_words(flat)) {
        const std::size_t next = width + base::display_width(word) + (out.empty() ? 0 : 1);
        if (next + 1 > length) {
            break;
        }
        out += (out.empty() ? "" : " ") + std::string(word);
        width = next;
    }
    return out + "…";
}

}  // namespace rapporteur::recommendation
