// SPDX-License-Identifier: EUPL-1.2
//
// Sections of reports that an index elsewhere lists, by the index's own identifiers. They come in by an import and belong to no dossier.
#pragma once

#include "domain/listed_section.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::store {

std::optional<domain::ListedSection> find_listed_section(const Register& where,
                                                         const domain::FrameworkId& framework,
                                                         std::string_view index, std::string_view alias);
// In all indexes: two may know different things by one name.
std::vector<domain::ListedSection> listed_sections_called(const Register& where, std::string_view alias);

// "" for any. By framework, index, and as they came in.
struct SectionFilter {
    std::string framework;
    std::string subject;
    std::string round;
    std::string document;
};
std::vector<domain::ListedSection> list_sections(const Register& where, const SectionFilter& filter);
// The kinds of document that sections are of, each once.
std::vector<std::string> listed_documents(const Register& where);

// Adds, or says anew of a known alias.
void put_listed_section(Change& change, const domain::ListedSection& section);

}  // namespace rapporteur::store
