// SPDX-License-Identifier: EUPL-1.2
#include "report/emphasis.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace rapporteur::report {
namespace {

using document::Inline;
using document::Inlines;

bool is_word_gap(const Inline& node) {
    return node.as<document::Space>() != nullptr || node.as<document::SoftBreak>() != nullptr;
}

// The text of a node that is one word or part of one; empty for others.
std::string_view word_in(const Inline& node) {
    const auto* str = node.as<document::Str>();
    return str == nullptr ? std::string_view() : std::string_view(str->text);
}

struct Match {
    std::size_t first = 0;
    std::size_t end = 0;         // behind the last node
    std::size_t last_bytes = 0;  // of the last node's word
};

// The words from `at` on, each a whole node but for the last, which may go on behind them ("urges,").
std::optional<Match> match_at(const Inlines& line, std::size_t at,
                              const std::vector<std::string_view>& words) {
    std::size_t node = at;
    for (std::size_t w = 0; w < words.size(); ++w) {
        if (w > 0) {
            if (node >= line.size() || !is_word_gap(line[node])) {
                return std::nullopt;
            }
            ++node;
        }
        const std::string_view text = node < line.size() ? word_in(line[node]) : std::string_view();
        const bool last = w + 1 == words.size();
        if (last ? text.substr(0, words[w].size()) != words[w] : text != words[w]) {
            return std::nullopt;
        }
        ++node;
    }
    return Match{at, node, words.back().size()};
}

Inlines with_match_strong(Inlines line, const Match& match) {
    Inlines bold(line.begin() + static_cast<std::ptrdiff_t>(match.first),
                 line.begin() + static_cast<std::ptrdiff_t>(match.end));
    std::string rest;
    if (auto* str = bold.back().as<document::Str>()) {
        rest = str->text.substr(match.last_bytes);
        str->text.resize(match.last_bytes);
    }
    Inlines result(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(match.first));
    result.push_back(Inline{document::Styled{document::Style::strong, std::move(bold)}});
    if (!rest.empty()) {
        result.push_back(Inline{document::Str{std::move(rest)}});
    }
    result.insert(result.end(), line.begin() + static_cast<std::ptrdiff_t>(match.end), line.end());
    return result;
}

}  // namespace

document::Blocks with_strong_words(document::Blocks blocks, std::string_view words) {
    const std::vector<std::string_view> wanted = base::split_words(words);
    if (wanted.empty()) {
        return blocks;
    }
    bool done = false;
    document::Rewriter rewriter;
    rewriter.line = [&](Inlines line) -> Inlines {
        for (std::size_t at = 0; !done && at < line.size(); ++at) {
            if (const auto match = match_at(line, at, wanted)) {
                done = true;
                return with_match_strong(std::move(line), *match);
            }
        }
        return line;
    };
    return document::rewrite(std::move(blocks), rewriter);
}

bool has_strong(const document::Blocks& blocks) {
    bool found = false;
    document::Visitor visitor;
    visitor.in_line = [&found](const Inline& node) {
        const auto* styled = node.as<document::Styled>();
        found = found || (styled != nullptr && styled->style == document::Style::strong);
    };
    document::walk(blocks, visitor);
    return found;
}

}  // namespace rapporteur::report
