// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/row_reader.hpp"

#include "base/digest.hpp"
#include "base/phrase.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::recommendation {

using domain::ImportColumn;
using domain::ImportField;

// A cell with what is known of it; fault() names it by row and column.
struct RowReader::Cell {
    const ImportColumn& column;
    std::size_t at;  // which of the mapping's it is
    const SourceRow& row;
    std::string_view written;  // trimmed
    std::string_view means;    // after the mapping's translation
    const std::string& file;
    base::Problems& problems;

    bool fault(const std::string& text, const std::string& hint = "") const {
        base::add_error(problems, {file, row.line, fmt::format("row {}, {}", row.number, column.name)}, text,
                        hint);
        return false;
    }
};

namespace {

std::string_view translated(const ImportColumn& column, std::string_view written) {
    for (const domain::ValueTranslation& value : column.values) {
        if (value.written == written) {
            return value.means;
        }
    }
    return written;
}

// Of the values that the column's separator parts the one that is meant; nothing where there are fewer.
std::optional<std::string_view> part_of(const ImportColumn& column, std::string_view cell) {
    if (column.part == 0 || column.separator.empty()) {
        return cell;
    }
    for (int part = 1; part < column.part; ++part) {
        const std::size_t at = cell.find(column.separator);
        if (at == std::string_view::npos) {
            return std::nullopt;
        }
        cell.remove_prefix(at + column.separator.size());
    }
    return cell.substr(0, cell.find(column.separator));
}

bool is_address(std::string_view text) {
    return text.rfind("https://", 0) == 0 || text.rfind("http://", 0) == 0;
}

// Long values are cut: a message is one line.
std::string quoted(std::string_view text) {
    return "\"" + base::cut_short(text, 60) + "\"";
}

void note_spelling(ReadRow& read, const ImportColumn& column, std::string_view written) {
    read.imported.written +=
        fmt::format("{}{}: {}", read.imported.written.empty() ? "" : "\n", column.name, written);
}

store::RowDigest shortened(base::Sha256& hash) {
    const base::Digest whole = hash.finish();
    store::RowDigest result;
    std::copy_n(whole.view().begin(), result.bytes.size(), result.bytes.begin());
    return result;
}

// The length before each text, so that no two rows give the same bytes.
void add(base::Sha256& hash, std::string_view text) {
    hash.update(std::to_string(text.size())).update(":").update(text);
}

// What the row means, not how it is written: a mapping that learned a translation changes what it touches, and nothing else.
store::RowDigest content_of(const ReadRow& read) {
    const domain::Recommendation& r = read.recommendation;
    base::Sha256 hash;
    for (const std::string_view text :
         {std::string_view(read.subject.text()), std::string_view(read.round_number),
          std::string_view(r.number), std::string_view(r.verb), base::name_of(r.position),
          std::string_view(read.imported.written)}) {
        add(hash, text);
    }
    add(hash, r.date ? r.date->text() : "");
    add(hash, base::join(r.themes, " "));
    add(hash, base::join(r.provisions, " "));
    for (const domain::Reference& from : r.from) {
        add(hash, from.text());
    }
    for (const domain::LocalText& text : r.text) {
        add(hash, text.language);
        add(hash, text.text);
    }
    if (read.rating) {
        add(hash, read.rating->scale);
        add(hash, read.rating->value);
    }
    return shortened(hash);
}

template <class Takes>
store::RowDigest digest(const domain::ImportMapping& mapping, const SourceRow& row, Takes takes) {
    base::Sha256 hash;
    for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
        if (takes(mapping.columns[i])) {
            add(hash, row.cells[i]);
        }
    }
    return shortened(hash);
}

}  // namespace

RowReader::RowReader(const domain::Framework& framework, const domain::ImportMapping& mapping,
                     std::string file)
    : m_framework(framework), m_mapping(mapping), m_file(std::move(file)),
      m_subjects(Names::of_subjects(framework)), m_themes(Names::of_themes(framework)) {}

bool RowReader::is_clean(const Cell& cell) const {
    if (cell.written.size() > k_longest_cell) {
        return cell.fault(fmt::format("a cell of {} bytes", cell.written.size()),
                          fmt::format("at most {}", k_longest_cell));
    }
    if (cell.written.find('\0') != std::string_view::npos) {
        return cell.fault("a NUL byte");
    }
    return true;
}

bool RowReader::read_themes(const Cell& cell, ReadRow& read) const {
    bool good = true;
    const char separator = cell.column.separator.empty() ? '\n' : cell.column.separator.front();
    std::vector<std::string_view> parts;
    for (const std::string_view line :
         base::split(cell.written, '\n')) {  // a list in a record has a line for each
        const std::vector<std::string_view> more = base::split(line, separator);
        parts.insert(parts.end(), more.begin(), more.end());
    }
    for (const std::string_view part : parts) {
        const std::string_view written = base::trim(part);
        const std::string_view means = translated(cell.column, written);
        if (means.empty()) {
            continue;
        }
        const std::string* const theme = m_themes.find(means);
        if (theme == nullptr) {
            const std::string near = m_themes.nearest(means);
            good = cell.fault(fmt::format("the framework has no theme {}", quoted(written)),
                              near.empty() ? "add it to the framework, or a <value> to the mapping"
                                           : fmt::format("did you mean {}?", near));
            continue;
        }
        if (!base::contains(read.recommendation.themes, *theme)) {
            read.recommendation.themes.push_back(*theme);
        }
        if (!m_themes.is_present_name(means)) {
            note_spelling(read, cell.column, written);
        }
    }
    return good;
}

bool RowReader::read_from(const Cell& cell, ReadRow& read) const {
    const std::string* const code = m_subjects.find(cell.means);
    if (code == nullptr) {
        const std::string near = m_subjects.nearest(cell.means);
        return cell.fault(fmt::format("the framework has no subject {}", quoted(cell.written)),
                          near.empty() ? "add it to the framework, or as a <spelling> of another"
                                       : fmt::format("did you mean {}?", near));
    }
    if (!m_subjects.is_present_name(cell.means)) {
        note_spelling(read, cell.column, cell.written);
    }
    if (cell.column.into == ImportField::subject) {
        read.subject = domain::SubjectId(*code);
    } else {
        read.recommendation.from.emplace_back(*code);
    }
    return true;
}

// A date of 1900 to 2100: others' tables have 0001 for "not known" and 2204 for a slip of the keys.
bool RowReader::read_date(const Cell& cell, ReadRow& read) const {
    const std::string_view day = cell.means.substr(0, cell.means.find('T'));
    const auto date = base::Date::parse(day);
    if (!date) {
        return cell.fault(fmt::format("{} is no date", quoted(cell.written)), "such as 2009-05-14");
    }
    if (day < "1900" || day >= "2100") {
        return cell.fault(fmt::format("{} can not be the date of a recommendation", quoted(cell.written)),
                          "years from 1900 to 2099");
    }
    read.recommendation.date = *date;
    return true;
}

bool RowReader::read_rating(const Cell& cell, ReadRow& read) const {
    const domain::Scale* const scale = m_framework.find_scale(cell.column.scale);
    if (!cell.means.empty() && (scale == nullptr || scale->find_value(cell.means) == nullptr)) {
        return cell.fault(
            fmt::format("the scale {} has no value {}", cell.column.scale, quoted(cell.written)),
            "add a <value> to the mapping");
    }
    read.rating = domain::Rating{cell.column.scale, std::string(cell.means), {}};
    return true;
}

// Where the row belongs: whose recommendation it is, and in which round.
bool RowReader::into_place(const Cell& cell, ReadRow& read) const {
    if (cell.means.empty()) {
        return read.section || cell.fault("the cell is empty", "the row can not be placed without it");
    }
    if (cell.column.into == ImportField::subject) {
        return read_from(cell, read);
    }
    read.round = m_framework.find_round(cell.means);
    if (read.round == nullptr) {
        return cell.fault(fmt::format("the framework has no round {}", quoted(cell.written)));
    }
    read.round_number = read.round->number.empty() ? std::string(cell.means) : read.round->number;
    const bool digits = !read.round_number.empty() && read.round_number.size() <= 6 &&
                        std::all_of(read.round_number.begin(), read.round_number.end(), base::is_digit);
    return digits || cell.fault(fmt::format("{} is no number of a round", quoted(cell.written)));
}

bool RowReader::into_recommendation(const Cell& cell, ReadRow& read) const {
    domain::Recommendation& r = read.recommendation;
    switch (cell.column.into) {
    case ImportField::text:
        if (cell.means.empty()) {
            return cell.fault("the text is empty");
        }
        r.text.push_back({cell.column.language.empty() ? m_mapping.language : cell.column.language,
                          std::string(cell.means)});
        return true;
    case ImportField::number:
        r.number = cell.means;
        return true;
    case ImportField::verb:
        if (!cell.means.empty() && m_framework.find_verb(cell.means) == nullptr) {
            return cell.fault(fmt::format("the framework has no verb for {}", quoted(cell.written)),
                              "add a <value> to the mapping");
        }
        r.verb = cell.means;
        return true;
    case ImportField::position:
        if (const auto position =
                base::from_name<domain::Position>(cell.means.empty() ? "unset" : cell.means)) {
            r.position = *position;
            return true;
        }
        return cell.fault(fmt::format("{} is no position", quoted(cell.written)),
                          "one of " + base::names_list<domain::Position>() + ", or a <value> in the mapping");
    case ImportField::language:
        return domain::is_language(cell.means) ||
               cell.fault(fmt::format("{} is no language's code", quoted(cell.written)), "such as en");
    case ImportField::provisions:
        for (const std::string_view provision : base::split_words(cell.means)) {
            if (m_framework.find_provision(provision) == nullptr) {
                return cell.fault(fmt::format("the framework has no provision {}", quoted(provision)));
            }
            r.provisions.emplace_back(provision);
        }
        return true;
    case ImportField::from:
        return cell.means.empty() || read_from(cell, read);
    case ImportField::date:
        return cell.means.empty() || read_date(cell, read);
    case ImportField::themes:
        return read_themes(cell, read);
    case ImportField::rating:
        return read_rating(cell, read);
    case ImportField::nothing:
    case ImportField::subject:
    case ImportField::round:
    case ImportField::identifier:
    case ImportField::title:
    case ImportField::document:
        break;
    }
    return true;
}

// A kind of document must be one that the mapping translates: another word for one may not become another kind.
bool RowReader::into_section(const Cell& cell, domain::ListedSection& section) const {
    if (cell.column.into == ImportField::identifier) {
        const std::string_view whole = base::trim(cell.row.cells[cell.at]);
        section.alias = cell.means;
        section.address = is_address(whole) ? whole : std::string_view();
        return !cell.means.empty() || cell.fault("the identifier is empty");
    }
    if (cell.column.into == ImportField::title) {
        section.title = base::collapse_spaces(cell.means);
        return true;
    }
    const auto is_translated =
        std::any_of(cell.column.values.begin(), cell.column.values.end(),
                    [&](const domain::ValueTranslation& value) { return value.written == cell.written; });
    section.document = cell.means;
    return is_translated ||
           cell.fault(fmt::format("the mapping knows no kind of document {}", quoted(cell.written)),
                      "add a <value> to the mapping");
}

void RowReader::settle_section(ReadRow& read) const {
    domain::ListedSection& section = *read.section;
    section.framework = m_framework.id;
    section.index = m_mapping.id;
    section.subject = read.subject;
    section.round = read.round_number;
    section.language = m_mapping.language;
    section.date = read.recommendation.date;
    section.written = read.imported.written;
}

// The column of the language may stand before or behind that of the text.
void RowReader::settle_language(const SourceRow& row, domain::Recommendation& r) const {
    for (std::size_t i = 0; i < m_mapping.columns.size(); ++i) {
        if (m_mapping.columns[i].into == ImportField::language) {
            for (domain::LocalText& text : r.text) {
                text.language = translated(m_mapping.columns[i], base::trim(row.cells[i]));
            }
        }
    }
}

std::optional<ReadRow> RowReader::read(const SourceRow& row, base::Problems& problems) const {
    if (!row.sound) {
        return std::nullopt;
    }
    ReadRow read;
    if (m_mapping.lists_sections()) {
        read.section.emplace();
    }
    bool good = true;
    for (std::size_t i = 0; i < m_mapping.columns.size(); ++i) {
        const ImportColumn& column = m_mapping.columns[i];
        const std::optional<std::string_view> part = part_of(column, row.cells[i]);
        const std::string_view written = base::trim(part.value_or(row.cells[i]));
        const Cell cell{column, i, row, written, translated(column, written), m_file, problems};
        read.has_line_breaks |= part && part->find('\n') != std::string_view::npos;
        if (!is_clean(cell)) {
            good = false;
        } else if (!part) {
            good = cell.fault(fmt::format("the cell has no part {}: {}", column.part, quoted(written)));
        } else if (column.into == ImportField::identifier || column.into == ImportField::title ||
                   column.into == ImportField::document) {
            good = into_section(cell, *read.section) && good;
        } else if (column.into == ImportField::subject || column.into == ImportField::round) {
            good = into_place(cell, read) && good;
        } else {
            good = into_recommendation(cell, read) && good;
        }
    }
    if (!good) {
        return std::nullopt;
    }
    if (read.section) {
        settle_section(read);
    }
    settle_language(row, read.recommendation);
    read.recommendation.kind = m_mapping.kind;
    read.imported.key = digest(m_mapping, row, [](const ImportColumn& column) { return column.key; });
    read.imported.context = digest(m_mapping, row, [](const ImportColumn& column) {
        return column.key && column.into != ImportField::text;
    });
    read.imported.content = content_of(read);
    return read;
}

}  // namespace rapporteur::recommendation
