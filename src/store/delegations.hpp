// SPDX-License-Identifier: EUPL-1.2
//
// The steps by which questions of an issue went to bodies of a state. Only added. They belong to no dossier, as parts of replies do not: they
// are the state's own affair until it submits.
#pragma once

#include "domain/delegation.hpp"
#include "store/register.hpp"

#include <vector>

namespace rapporteur::store {

// In their order.
std::vector<domain::DelegationStep> list_delegation(const Register& where, const domain::IssueId& issue);
// Numbers them behind those that are there.
void add_delegation(Change& change, const domain::IssueId& issue, std::vector<domain::DelegationStep> steps);

}  // namespace rapporteur::store
