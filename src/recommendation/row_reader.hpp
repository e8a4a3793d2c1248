// SPDX-License-Identifier: EUPL-1.2
//
// What one row of others' table means in a framework, by the framework's mapping: the recommendation and where it belongs, and the digests by
// which it is known again. Every fault of the row is named with its row and column. Touches no register.
#pragma once

#include "base/problem.hpp"
#include "domain/evaluation.hpp"
#include "domain/framework.hpp"
#include "domain/listed_section.hpp"
#include "domain/recommendation.hpp"
#include "recommendation/names.hpp"
#include "recommendation/source_rows.hpp"
#include "store/imports.hpp"

#include <optional>
#include <string>

namespace rapporteur::recommendation {

struct ReadRow {
    domain::SubjectId subject;
    const domain::Round* round = nullptr;
    std::string round_number;               // "5", or the year of a framework of yearly lists
    domain::Recommendation recommendation;  // without identifier
    std::optional<domain::Rating> rating;   // then the row is one, and no recommendation
    store::ImportedRow imported;
    std::optional<domain::ListedSection> section;  // then the row is one; neither recommendation nor rating
    bool has_line_breaks = false;                  // what the source wrote of a section
};

class RowReader {
public:
    // Both must outlive it.
    RowReader(const domain::Framework& framework, const domain::ImportMapping& mapping, std::string file);

    // Nothing where the row is refused.
    std::optional<ReadRow> read(const SourceRow& row, base::Problems& problems) const;

    // No cell of a table is longer: what is, is a broken file.
    static constexpr std::size_t k_longest_cell = 100'000;

private:
    struct Cell;
    bool into_place(const Cell& cell, ReadRow& read) const;
    bool into_recommendation(const Cell& cell, ReadRow& read) const;
    bool read_themes(const Cell& cell, ReadRow& read) const;
    bool read_from(const Cell& cell, ReadRow& read) const;
    bool read_date(const Cell& cell, ReadRow& read) const;
    bool read_rating(const Cell& cell, ReadRow& read) const;
    bool into_section(const Cell& cell, domain::ListedSection& section) const;
    void settle_section(ReadRow& read) const;
    bool is_clean(const Cell& cell) const;
    void settle_language(const SourceRow& row, domain::Recommendation& recommendation) const;

    const domain::Framework& m_framework;
    const domain::ImportMapping& m_mapping;
    std::string m_file;
    Names m_subjects;
    Names m_themes;
};

}  // namespace rapporteur::recommendation
