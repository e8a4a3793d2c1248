// SPDX-License-Identifier: EUPL-1.2
//
// The part of a framework that says how others' tables come in: spellings and mappings. Used by frameworks.cpp only.
#pragma once

#include "domain/framework.hpp"
#include "sqlite/database.hpp"

namespace rapporteur::store {

// After the subjects and the themes were read.
void read_imports(sqlite::Database& database, domain::Framework& framework);
void insert_imports(sqlite::Database& database, const domain::Framework& framework);
void remove_imports(sqlite::Database& database, const domain::FrameworkId& framework);

}  // namespace rapporteur::store
