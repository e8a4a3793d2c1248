// SPDX-License-Identifier: EUPL-1.2
//
// The government's comments on the draft, each on its paragraph, with the group's response; and its final comments, which are
// published beside the report and are no part of the group's analysis.
#pragma once

#include "base/date.hpp"
#include "base/names.hpp"
#include "domain/identifiers.hpp"

#include <optional>
#include <string>

namespace rapporteur::domain {

enum class CommentKind { draft, final_ };
enum class ResponseOutcome { open, accepted, partly, not_accepted };

struct Comment {
    CommentId id;
    CommentKind kind = CommentKind::draft;
    std::string report;     // interim or final: the report that it is on
    std::string paragraph;  // key; empty for one on the whole
    std::string by;         // respondent kind
    std::optional<BodyId> body;
    base::Date date;
    std::string language;
    std::string text;  // Markdown
    ResponseOutcome outcome = ResponseOutcome::open;
    std::optional<base::Date> responded;
    std::string response;  // the reason, Markdown
    bool operator==(const Comment&) const = default;
};

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::CommentKind> {
    using K = rapporteur::domain::CommentKind;
    static constexpr std::array<Name<K>, 2> k_names{{{K::draft, "draft"}, {K::final_, "final"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::ResponseOutcome> {
    using O = rapporteur::domain::ResponseOutcome;
    static constexpr std::array<Name<O>, 4> k_names{{{O::open, "open"},
                                                     {O::accepted, "accepted"},
                                                     {O::partly, "partly"},
                                                     {O::not_accepted, "not-accepted"}}};
};
