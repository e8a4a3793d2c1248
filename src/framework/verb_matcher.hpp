// SPDX-License-Identifier: EUPL-1.2
//
// Which urgency verb a paragraph speaks with, found by the framework's patterns, and whether it is repeated ("once again urges").
// Proposes only: in a dossier a recommendation's verb is written down, and this finds where text and verb disagree. Called by the checks of
// reports and by the import of recommendations. The patterns are RE2, so that no text can make them slow.
#pragma once

#include "domain/framework.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::framework {

struct VerbMatch {
    std::string verb;  // its id
    bool repeated = false;
    std::string text;  // what matched, in plain text
    bool operator==(const VerbMatch&) const = default;
};

class VerbMatcher {
public:
    // Error(invalid_input) where a pattern is not RE2; check_framework names it before.
    explicit VerbMatcher(const domain::Framework& framework);
    ~VerbMatcher();
    VerbMatcher(VerbMatcher&&) noexcept;
    VerbMatcher& operator=(VerbMatcher&&) noexcept;

    // The first verb in plain text (no Markdown) of that language; of several matches that begin together the longest. Runs
    // of white space, no-break spaces too, count as one space. Nothing where no pattern matches.
    std::optional<VerbMatch> match(std::string_view plain_text, std::string_view language) const;
    // Every verb in the order of the text, without overlaps: a paragraph may hold two.
    std::vector<VerbMatch> matches(std::string_view plain_text, std::string_view language) const;

private:
    struct Patterns;
    std::unique_ptr<Patterns> m_patterns;
};

// "" for a pattern of RE2 that does not match the empty text; otherwise what is wrong with it.
std::string fault_of_pattern(const std::string& pattern);

}  // namespace rapporteur::framework
