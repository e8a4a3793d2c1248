// SPDX-License-Identifier: EUPL-1.2
//
// An issue handed out to the bodies of a state: which questions and rows are whose, as a person writes it, made into steps; one form for each
// body; a question passed on by a body whose it is not. Who answers what then is domain/delegation's; the forms are form_document's.
#pragma once

#include "domain/delegation.hpp"
#include "exchange/issuing.hpp"
#include "store/register.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::exchange {

// "interior=1-12,stat.victims[who=women],section-3": a body, "interior" or "XAA/body/interior", and what it leads or adds to: questions by
// identifier or printed number, ranges of numbers, sections, rows of tables, "rest" for whatever nobody leads.
struct DelegationWish {
    domain::DelegationAct act = domain::DelegationAct::leads;
    std::string text;
};

// In the order of the wishes; none for what is so already. Records stand for their parts. base::InvalidInput names every fault at once.
std::vector<domain::DelegationStep> delegation_steps(const store::Register& where, const Issuing& issuing,
                                                     const std::vector<DelegationWish>& wishes,
                                                     const base::Date& today);

// The step that takes a question, or a row "question[who=women]", from one body to another. base::Error(refused) where `from` does not lead it;
// (usage) without a remark: the next body wants to know why.
domain::DelegationStep pass_on(const store::Register& where, const Issuing& issuing, std::string_view place,
                               const std::string& from, const std::string& to, const std::string& remark,
                               const base::Date& today);

// The bodies that a person named, or with "all" those of the delegation. base::Error(not_found) for one without a question.
std::vector<domain::BodyId> bodies_named(const store::Register& where, const Issuing& issuing,
                                         const domain::Delegation& delegation,
                                         const std::vector<std::string>& names);

// The issue as it goes to that body: `part` and the recipient's name are set.
Issuing part_of_issuing(const store::Register& where, Issuing issuing, FormPart part);

// The identifiers of questions that take an answer and that nobody leads, as a whole or in any row; in reading order.
std::vector<std::string> led_by_nobody(const Issuing& issuing, const domain::Delegation& delegation);

}  // namespace rapporteur::exchange
