// SPDX-License-Identifier: EUPL-1.2
#include "framework/verb_matcher.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <re2/re2.h>

namespace rapporteur::framework {

namespace {

RE2::Options options() {
    RE2::Options options;
    options.set_log_errors(false);  // what is wrong is told by fault_of_pattern
    return options;
}

// Runs of white space as one space; no-break spaces (U+00A0, U+202F) are spaces here.
std::string with_single_spaces(std::string_view text) {
    const std::string plain =
        base::replace_all(base::replace_all(text, "\xC2\xA0", " "), "\xE2\x80\xAF", " ");
    return base::collapse_spaces(plain);
}

struct Pattern {
    std::string language;
    std::string verb;
    bool repeated = false;
    std::unique_ptr<RE2> expression;
};

struct Found {
    std::size_t begin = 0;
    std::size_t end = 0;
    const Pattern* pattern = nullptr;
};

// The earlier one; of two that begin together the longer; of two equal ones the repetition, which says more.
bool is_better(const Found& found, const Found& best) {
    if (best.pattern == nullptr || found.begin != best.begin) {
        return best.pattern == nullptr || found.begin < best.begin;
    }
    return found.end != best.end ? found.end > best.end : found.pattern->repeated && !best.pattern->repeated;
}

}  // namespace

struct VerbMatcher::Patterns {
    std::vector<Pattern> list;

    Found first(const std::string& text, std::size_t from, std::string_view language) const;
};

Found VerbMatcher::Patterns::first(const std::string& text, std::size_t from,
                                   std::string_view language) const {
    Found best;
    for (const Pattern& pattern : list) {
        re2::StringPiece piece;
        if (pattern.language != language ||
            !pattern.expression->Match(text, from, text.size(), RE2::UNANCHORED, &piece, 1)) {
            continue;
        }
        const auto begin = static_cast<std::size_t>(piece.data() - text.data());
        const Found found{begin, begin + piece.size(), &pattern};
        if (is_better(found, best)) {
            best = found;
        }
    }
    return best;
}

VerbMatcher::VerbMatcher(const domain::Framework& framework) : m_patterns(std::make_unique<Patterns>()) {
    for (const domain::Verb& verb : framework.verbs) {
        for (const domain::VerbPattern& pattern : verb.patterns) {
            const std::string reason = fault_of_pattern(pattern.pattern);
            if (!reason.empty()) {
                throw base::Error(base::ErrorKind::invalid_input,
                                  "a pattern of the verb " + verb.id + " is not RE2")
                    .because(reason);
            }
            m_patterns->list.push_back(Pattern{pattern.language, verb.id, pattern.repeated,
                                               std::make_unique<RE2>(pattern.pattern, options())});
        }
    }
}

VerbMatcher::~VerbMatcher() = default;
VerbMatcher::VerbMatcher(VerbMatcher&&) noexcept = default;
VerbMatcher& VerbMatcher::operator=(VerbMatcher&&) noexcept = default;

std::optional<VerbMatch> VerbMatcher::match(std::string_view plain_text, std::string_view language) const {
    const std::vector<VerbMatch> found = matches(plain_text, language);
    return found.empty() ? std::nullopt : std::optional<VerbMatch>(found.front());
}

std::vector<VerbMatch> VerbMatcher::matches(std::string_view plain_text, std::string_view language) const {
    const std::string text = with_single_spaces(plain_text);
    std::vector<VerbMatch> result;
    for (std::size_t from = 0; from < text.size();) {
        const Found found = m_patterns->first(text, from, language);
        if (found.pattern == nullptr) {
            break;
        }
        result.push_back(VerbMatch{found.pattern->verb, found.pattern->repeated,
                                   text.substr(found.begin, found.end - found.begin)});
        from = found.end;  // a pattern never matches nothing
    }
    return result;
}

std::string fault_of_pattern(const std::string& pattern) {
    const RE2 expression(pattern, options());
    if (!expression.ok()) {
        return expression.error();
    }
    return RE2::PartialMatch("", expression) ? "it matches the empty text" : "";
}

}  // namespace rapporteur::framework
