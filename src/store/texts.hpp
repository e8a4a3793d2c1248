// SPDX-License-Identifier: EUPL-1.2
//
// Texts in languages, and evidence, of whatever has an identifier. Used by the store's aggregates only.
#pragma once

#include "domain/finding.hpp"
#include "domain/text.hpp"
#include "sqlite/database.hpp"

#include <string_view>
#include <vector>

namespace rapporteur::store {

void insert_texts(sqlite::Database& database, std::string_view owner, std::string_view field,
                  const domain::Texts& texts);
domain::Texts texts_of(sqlite::Database& database, std::string_view owner, std::string_view field);
// Removes the texts of the owner itself; and those of everything below it ("owner/...").
void remove_texts(sqlite::Database& database, std::string_view owner);
void remove_texts_below(sqlite::Database& database, std::string_view owner);

void insert_evidence(sqlite::Database& database, std::string_view owner,
                     const std::vector<domain::Evidence>& evidence);
std::vector<domain::Evidence> evidence_of(sqlite::Database& database, std::string_view owner);
void remove_evidence(sqlite::Database& database, std::string_view owner);

}  // namespace rapporteur::store
