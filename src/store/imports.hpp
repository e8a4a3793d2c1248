// SPDX-License-Identifier: EUPL-1.2
//
// Rows of others' tables that came in: which row of which source became what, so that the same source a second time changes what changed
// and doubles nothing. Bulk: made for a hundred thousand rows in one Change. What a row means, recommendation/import says.
#pragma once

#include "domain/framework.hpp"
#include "domain/recommendation.hpp"
#include "store/register.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::store {

// The first 16 bytes of a SHA-256: two of a million rows share one with a chance of 1 to 10^27.
struct RowDigest {
    std::array<char, 16> bytes{};
    std::string_view view() const { return {bytes.data(), bytes.size()}; }
    auto operator<=>(const RowDigest&) const = default;
};

struct ImportedRow {
    RowDigest key;        // of the columns that identify it
    RowDigest context;    // of those among them that are no text
    RowDigest content;    // of all that came from it
    std::string written;  // names as the source spells them, lines "column: name"; "" where they are ours
};

struct KnownRow {
    RowDigest content;
    domain::Reference object;
};

// The source is a framework's mapping.
struct ImportSource {
    domain::FrameworkId framework;
    std::string mapping;
};

// Whether anything came from there before.
bool has_imported(const Register& where, const ImportSource& source);
std::optional<KnownRow> find_imported(const Register& where, const ImportSource& source,
                                      const RowDigest& key);
// Objects of that source whose context is the same, with the keys of their rows.
struct Neighbour {
    RowDigest key;
    domain::Reference object;
};
std::vector<Neighbour> imported_with_context(const Register& where, const ImportSource& source,
                                             const RowDigest& context);
// How the source spells the names of what became this object; "" where it is not imported or spells them as we do.
std::string written_in_source(const Register& where, const domain::Reference& object);

// Adds, or says anew of a known key.
void put_imported(Change& change, const ImportSource& source, const ImportedRow& row,
                  const domain::Reference& object);

// What the next recommendation of an evaluation is called, and where it stands.
struct NextRecommendation {
    int number = 1;    // r01
    int position = 0;  // behind the last
};
NextRecommendation next_recommendation(const Register& where, const domain::EvaluationId& evaluation);
// Behind the others of its evaluation.
void add_recommendation(Change& change, const domain::EvaluationId& evaluation, int position,
                        const domain::Recommendation& recommendation);
// In the place of the one with its identifier.
void replace_recommendation(Change& change, const domain::Recommendation& recommendation);

}  // namespace rapporteur::store
