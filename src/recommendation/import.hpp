// SPDX-License-Identifier: EUPL-1.2
//
// Lists of recommendations, of ratings, or of reports' sections that others made, into the register: read whole, every row accounted for (rows = new + changed + same + refused), then
// written at once. What came in before is known by the columns that the mapping names as its key: a second import changes what changed and
// doubles nothing. A key of which the text is a part can not tell a changed text from a new row: such pairs are reported, never merged.
#pragma once

#include "domain/evaluation.hpp"
#include "domain/framework.hpp"
#include "recommendation/row_reader.hpp"
#include "recommendation/section_faults.hpp"
#include "recommendation/source_rows.hpp"
#include "store/register.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::recommendation {

// A row that the register has with other words.
struct ImportConflict {
    std::size_t row = 0;
    int line = 0;
    domain::Reference known;           // a recommendation, the evaluation of a rating, an index's identifier
    std::vector<std::string> differs;  // "position: noted -> supported"
};

// A new row that stands where an earlier one, which the file no longer has, stood: perhaps the same with a changed text.
struct PerhapsChanged {
    std::size_t row = 0;
    int line = 0;
    domain::Reference known;
};

struct ImportSummary {
    SourceForm form;
    std::size_t rows = 0;
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t same = 0;
    std::size_t refused = 0;
    std::vector<domain::EvaluationId> new_evaluations;
    std::vector<ImportConflict> conflicts;  // one for each changed row
    std::vector<PerhapsChanged> perhaps_changed;
    std::vector<SectionFault> section_faults;  // of rows that are not refused
};

enum class OnConflict { keep, replace };

class Import {
public:
    // All must outlive it. Reads and converts every row; nothing is written. Faults become problems, with row and column.
    Import(const store::Register& where, const domain::Framework& framework,
           const domain::ImportMapping& mapping, const SourceRows& rows, std::string file,
           base::Problems& problems, const std::function<void(std::size_t)>& progress = {});

    const ImportSummary& summary() const { return m_summary; }

    // Writes what is new and, where asked, what changed; refused rows stay out. In one Change of the caller.
    void write(store::Change& change, OnConflict on_conflict,
               const std::function<void(std::size_t)>& progress = {});

private:
    enum class Fate : unsigned char { refused, added, changed, same };

    void weigh(const store::Register& where, const SourceRow& row, const ReadRow& read,
               base::Problems& problems);
    void settle(Fate fate);
    void weigh_section(const store::Register& where, const SourceRow& row, const ReadRow& read);
    void find_perhaps_changed(const store::Register& where);
    void write_row(store::Change& change, ReadRow read, Fate fate);
    void replace(store::Change& change, ReadRow& read) const;
    void add(store::Change& change, ReadRow& read);
    void rate(domain::Evaluation& evaluation, const ReadRow& read) const;
    domain::EvaluationId evaluation_of(const ReadRow& read) const;
    domain::Evaluation new_evaluation(const ReadRow& read) const;
    std::optional<base::Date> opening_of(const ReadRow& read) const;

    const domain::Framework& m_framework;
    const domain::ImportMapping& m_mapping;
    const SourceRows& m_rows;
    std::string m_file;
    RowReader m_reader;
    store::ImportSource m_source;
    bool m_source_is_new = false;  // then no row needs to be asked for: 5 % of an import
    ImportSummary m_summary;
    SectionFaults m_section_faults;
    std::vector<Fate> m_fates;  // of each row
    struct NewRow {
        std::size_t row;
        int line;
        store::RowDigest context;
    };
    std::vector<NewRow> m_new_rows;
    std::map<store::RowDigest, std::size_t> m_keys;                    // of this file: which row had it
    std::map<domain::EvaluationId, bool> m_evaluations;                // met, and whether it is new
    std::map<domain::EvaluationId, store::NextRecommendation> m_next;  // while writing
};

}  // namespace rapporteur::recommendation
