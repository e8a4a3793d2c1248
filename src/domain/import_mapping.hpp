// SPDX-License-Identifier: EUPL-1.2
//
// How a table, a stream of records or a feed that others keep becomes recommendations of a framework, ratings, or sections that an index lists:
// which column goes where, which columns together identify a row, what the source's values mean here. Data of the framework;
// recommendation/import reads files by it.
#pragma once

#include "base/names.hpp"
#include "domain/text.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::domain {

enum class ImportFormat { csv, json, rss };

// Where a column goes. What has no place here is named too, with `nothing`: a column that a mapping does not name is a fault.
enum class ImportField {
    nothing,
    subject,   // who is reviewed
    round,     // a round's id or number
    from,      // who recommends
    text,      // of the recommendation, in the column's language or the mapping's
    number,    // as the source numbers it
    date,      // 2009-05-14 or 2009-05-14T00:00:00
    position,  // the state's: supported, partly, noted, silent
    verb,
    provisions,
    themes,
    language,    // of the row's text
    rating,      // of the subject in that round, a value of the column's scale
    identifier,  // by which an index knows a section: then the rows are sections
    title,       // of the section
    document,    // which kind of document the section is of
};

// What is written so in the source means that here; "" means no value.
struct ValueTranslation {
    std::string written;
    std::string means;
    bool operator==(const ValueTranslation&) const = default;
};

struct ImportColumn {
    std::string name;  // as the source's header or the record's member has it
    ImportField into = ImportField::nothing;
    bool key = false;               // one of those that together identify a row
    std::string separator;          // between several values in one cell
    int part = 0;                   // which of them is meant, 1 is the first; 0: the whole cell
    std::string language;           // of a text; "" for the mapping's
    std::string scale;              // of a rating
    std::vector<std::string> form;  // of an identifier: what stands between its hyphens, k_identifier_parts
    std::vector<ValueTranslation> values;
    bool operator==(const ImportColumn&) const = default;
};

// What an index may build its identifiers of. A number may itself hold hyphens: what stands behind it is not told by its place, but for the
// section, which is the last.
inline constexpr std::array<std::string_view, 7> k_identifier_parts{"subject", "type",     "round",  "year",
                                                                    "number",  "language", "section"};

struct ImportMapping {
    std::string id;
    ImportFormat format = ImportFormat::csv;
    std::string kind;      // of the recommendations; "" where the rows are something else
    std::string language;  // of the texts
    std::string stage;     // that an evaluation made by the import has completed; "" for none
    Texts name;
    std::vector<ImportColumn> columns;
    bool operator==(const ImportMapping&) const = default;

    const ImportColumn* find(ImportField into) const;
    bool lists_sections() const { return find(ImportField::identifier) != nullptr; }
};

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::ImportFormat> {
    using F = rapporteur::domain::ImportFormat;
    static constexpr std::array<Name<F>, 3> k_names{{{F::csv, "csv"}, {F::json, "json"}, {F::rss, "rss"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::ImportField> {
    using F = rapporteur::domain::ImportField;
    static constexpr std::array<Name<F>, 16> k_names{{{F::nothing, "nothing"},
                                                      {F::subject, "subject"},
                                                      {F::round, "round"},
                                                      {F::from, "from"},
                                                      {F::text, "text"},
                                                      {F::number, "number"},
                                                      {F::date, "date"},
                                                      {F::position, "position"},
                                                      {F::verb, "verb"},
                                                      {F::provisions, "provisions"},
                                                      {F::themes, "themes"},
                                                      {F::language, "language"},
                                                      {F::rating, "rating"},
                                                      {F::identifier, "identifier"},
                                                      {F::title, "title"},
                                                      {F::document, "document"}}};
};
