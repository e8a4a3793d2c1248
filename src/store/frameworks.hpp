// SPDX-License-Identifier: EUPL-1.2
//
// Frameworks in the register, row by row.
#pragma once

#include "domain/framework.hpp"
#include "store/register.hpp"

#include <optional>
#include <vector>

namespace rapporteur::store {

std::optional<domain::Framework> find_framework(const Register& where, const domain::FrameworkId& id);
// Error(not_found) where there is none, with the ones there are.
domain::Framework need_framework(const Register& where, const domain::FrameworkId& id);
std::vector<domain::FrameworkId> list_frameworks(const Register& where);
PutResult put_framework(Change& change, const domain::Framework& framework);

}  // namespace rapporteur::store
