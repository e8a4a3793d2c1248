// SPDX-License-Identifier: EUPL-1.2
//
// Which answers to an earlier questionnaire may stand as answers to a later one. Nothing is carried but to a question that asks for the same,
// and only where it fits whole: by codes that are still there or were recoded. All else stays the earlier answer, shown beside what
// is asked now, or kept where nothing is asked; each answer is in one of the three lists. carry_answers() is pure.
#pragma once

#include "base/problem.hpp"
#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"
#include "exchange/pairing.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::exchange {

struct CarriedAnswer {
    domain::Answer earlier;  // as it was given
    domain::Answer answer;   // to the later question
    domain::MigrationAct act = domain::MigrationAct::same;
    std::vector<std::pair<std::string, std::string>> recoded;  // the earlier code and the later, once each
    std::vector<domain::Cell> cells_left;                      // of years that are asked no more
};

struct EarlierAnswer {
    domain::Answer answer;
    std::vector<std::string>
        later;        // the questions that it is shown with; none where nothing is asked any more
    std::string why;  // it is not carried: "the question asks for more now"
};

struct Carrying {
    std::vector<CarriedAnswer> carried;   // in the later questionnaire's order
    std::vector<EarlierAnswer> previous;  // shown with a later question
    std::vector<EarlierAnswer> kept;      // asked no more
};

Carrying carry_answers(const domain::Reply& reply, const domain::Questionnaire& earlier,
                       const domain::Questionnaire& later, const Pairing& pairing);

// The draft that the carried answers make for an issue of a later version; nothing of it is in the register yet.
struct CarriedReply {
    domain::EvaluationId evaluation;
    domain::Reply earlier;
    domain::QuestionnaireId from;
    domain::QuestionnaireId to;
    domain::Reply draft;
    Carrying carrying;
    base::Problems warnings;  // of the draft against its questionnaire, but for what is not answered yet
    std::vector<std::string> unanswered;  // questions that must or should be answered and are not
};

// Reads only. Error(not_found) for an unknown reply, version or issue; Error(refused) where no migration map leads from the one
// version to the other, or the issue is another respondent's; Error(conflict) where the issue has a reply already.
CarriedReply carried_reply(const store::Register& where, const domain::ReplyId& reply,
                           std::optional<int> version, const domain::IssueId& issue);

// Writes the draft into the register, in one change with its line in the journal.
void keep_carried(store::Register& where, const CarriedReply& carried, const std::string& person);

}  // namespace rapporteur::exchange
