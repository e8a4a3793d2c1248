// SPDX-License-Identifier: EUPL-1.2
//
// What goes out to a respondent (the issue) and what comes back (the reply with its answers and exhibits), and requests for
// more, which are small issues that point at a reply. A submitted reply is frozen; corrections are later versions.
#pragma once

#include "base/date.hpp"
#include "base/names.hpp"
#include "domain/evaluation.hpp"
#include "domain/identifiers.hpp"
#include "domain/questionnaire.hpp"
#include "domain/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::domain {

// A question put to this state alone, drawn from one of its open recommendations.
struct SpecificQuestion {
    QuestionId id;                                   // fu.r07
    std::string slot;                                // slot of the questionnaire that it fills
    std::optional<RecommendationId> recommendation;  // quoted
    Texts text;
    bool operator==(const SpecificQuestion&) const = default;
};

struct Issue {
    IssueId id;
    QuestionnaireId questionnaire;
    std::string respondent;    // respondent kind
    std::optional<BodyId> to;  // an NGO or other body; none for the government as a whole
    std::string language;
    base::Date sent;
    std::optional<base::Date> due;
    std::vector<SpecificQuestion> specific;
    bool operator==(const Issue&) const = default;
};

enum class ReplyStatus { draft, submitted, amended, withdrawn };
enum class AnswerState { answered, no_answer, not_asked, blank };

// A cell of a statistics table. The raw text is kept beside the number that was read from it: "1 234", "n/a" and "" are
// different answers. Dimensions are written dim=code pairs in the table's order; a total has the code "total".
struct Cell {
    std::vector<std::string> dims;  // "year=2015", "sex=f"
    std::string raw;
    std::optional<NoAnswer> reason;  // why there is no figure
    std::string note;
    bool revised = false;  // differs from what an earlier reply said of the same year
    bool operator==(const Cell&) const = default;
};

struct Answer {
    QuestionId question;
    AnswerState state = AnswerState::answered;
    std::optional<NoAnswer> reason;    // of no_answer
    std::vector<std::string> values;   // yes/no/partly, codes of a choice, a number or a date
    std::optional<BodyId> author;      // the body that wrote it
    std::string language;              // empty: the reply's
    Consent consent = Consent::unset;  // to publication, where it differs from the reply's
    std::vector<int> exhibits;         // numbers
    std::vector<Cell> cells;
    std::string text;  // Markdown
    bool operator==(const Answer&) const = default;
};

// A numbered annex of a reply; its bytes lie in the dossier's exhibits folder under `file`.
struct Exhibit {
    int number = 0;  // unique in the evaluation
    std::string title;
    std::string file;  // name in exhibits/, ASCII
    std::string media_type;
    std::string language;
    std::string sha256;  // of the bytes; empty in a file means: compute
    bool operator==(const Exhibit&) const = default;
};

struct Reply {
    ReplyId id;  // peer/XAA-2/reply/government
    int version = 1;
    std::optional<IssueId> issue;  // none for information outside a round
    std::string respondent;
    std::vector<BodyId> from;  // the bodies that reply (several for a joint NGO reply)
    ReplyStatus status = ReplyStatus::draft;
    std::string language;
    std::optional<base::Date> submitted;
    std::optional<PersonId> contact;
    std::string letter;  // number and date of the covering letter
    Consent publication = Consent::unset;
    Consent naming = Consent::unset;  // to be named among the bodies consulted
    std::vector<Answer> answers;
    std::vector<Exhibit> exhibits;
    bool operator==(const Reply&) const = default;

    const Answer* find_answer(std::string_view question) const;
};

struct RequestItem {
    QuestionId question;  // asked again or more closely
    std::string text;     // what is asked
    std::string answer;   // what came back, Markdown; empty as long as nothing did
    bool operator==(const RequestItem&) const = default;
};

struct Request {
    RequestId id;
    ReplyId reply;  // that it points at
    int reply_version = 1;
    std::string language;
    base::Date sent;
    std::optional<base::Date> due;
    std::optional<base::Date> answered;
    std::vector<RequestItem> items;
    bool operator==(const Request&) const = default;
};

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::ReplyStatus> {
    using S = rapporteur::domain::ReplyStatus;
    static constexpr std::array<Name<S>, 4> k_names{{{S::draft, "draft"},
                                                     {S::submitted, "submitted"},
                                                     {S::amended, "amended"},
                                                     {S::withdrawn, "withdrawn"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::AnswerState> {
    using S = rapporteur::domain::AnswerState;
    static constexpr std::array<Name<S>, 4> k_names{{{S::answered, "answered"},
                                                     {S::no_answer, "no-answer"},
                                                     {S::not_asked, "not-asked"},
                                                     {S::blank, "blank"}}};
};
