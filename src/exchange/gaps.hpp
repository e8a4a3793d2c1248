// SPDX-License-Identifier: EUPL-1.2
//
// What a reply leaves open, question by question, each gap with the sentence by which a request asks about it. What is odd about figures comes
// from the code that checks replies (questionnaire/table_findings.hpp). Pure; knows no requests. Called by requesting.
#pragma once

#include "base/names.hpp"
#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::exchange {

enum class GapKind {
    unanswered,  // put to the respondent, and not answered or left blank
    no_answer,   // a reason was given instead
    figures  // totals that do not add up, cells neither filled nor explained, checks of the questionnaire that fail
};

struct Gap {
    domain::QuestionId question;
    GapKind kind = GapKind::unanswered;
    std::string what;  // Markdown, in the language of the request
    bool operator==(const Gap&) const = default;
};

// In reading order, country-specific questions behind; of one question figures may have several.
std::vector<Gap> find_gaps(const domain::Reply& reply, const domain::Questionnaire& questionnaire,
                           const domain::Issue& issue, std::string_view language);

// Plain words as Markdown that says just them.
std::string markdown_of(std::string_view words);

}  // namespace rapporteur::exchange

template <>
struct rapporteur::base::Names<rapporteur::exchange::GapKind> {
    using K = rapporteur::exchange::GapKind;
    static constexpr std::array<Name<K>, 3> k_names{
        {{K::unanswered, "unanswered"}, {K::no_answer, "no-answer"}, {K::figures, "figures"}}};
};
