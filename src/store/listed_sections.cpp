// SPDX-License-Identifier: EUPL-1.2
#include "store/listed_sections.hpp"

#include "sqlite/values.hpp"

namespace rapporteur::store {

using domain::ListedSection;
using sqlite::with;

namespace {

ListedSection section_of(sqlite::Row row) {
    ListedSection section;
    row.read(section.framework, section.index, section.alias, section.subject, section.round,
             section.document, section.language, section.date, section.title, section.address,
             section.written);
    return section;
}

}  // namespace

std::optional<ListedSection> find_listed_section(const Register& where, const domain::FrameworkId& framework,
                                                 std::string_view index, std::string_view alias) {
    std::optional<ListedSection> found;
    sqlite::each(
        where.database(),
        "SELECT framework, list, alias, subject, round, document, language, date, title, address, written FROM listed_section "
        "WHERE framework = ?1 AND list = ?2 AND alias = ?3",
        with(framework, index, alias), [&](sqlite::Row row) { found = section_of(row); });
    return found;
}

std::vector<ListedSection> listed_sections_called(const Register& where, std::string_view alias) {
    std::vector<ListedSection> found;
    sqlite::each(
        where.database(),
        "SELECT framework, list, alias, subject, round, document, language, date, title, address, written FROM listed_section "
        "WHERE alias = ?1 ORDER BY framework, list",
        with(alias), [&](sqlite::Row row) { found.push_back(section_of(row)); });
    return found;
}

std::vector<ListedSection> list_sections(const Register& where, const SectionFilter& filter) {
    std::vector<ListedSection> found;
    sqlite::each(
        where.database(),
        "SELECT framework, list, alias, subject, round, document, language, date, title, address, written FROM listed_section "
        "WHERE (?1 = '' OR framework = ?1) AND (?2 = '' OR subject = ?2) AND (?3 = '' OR round = ?3) "
        "AND (?4 = '' OR document = ?4) ORDER BY framework, list, rowid",
        with(filter.framework, filter.subject, filter.round, filter.document),
        [&](sqlite::Row row) { found.push_back(section_of(row)); });
    return found;
}

std::vector<std::string> listed_documents(const Register& where) {
    std::vector<std::string> documents;
    sqlite::each(where.database(), "SELECT DISTINCT document FROM listed_section ORDER BY document", with(),
                 [&](sqlite::Row row) { row.read(documents.emplace_back()); });
    return documents;
}

void put_listed_section(Change& change, const ListedSection& section) {
    sqlite::run(
        change.database(),
        "INSERT INTO listed_section (framework, list, alias, subject, round, document, language, date, title, address, written) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (framework, list, alias) DO UPDATE SET "
        "subject = excluded.subject, round = excluded.round, document = excluded.document, language = excluded.language, "
        "date = excluded.date, title = excluded.title, address = excluded.address, written = excluded.written",
        section.framework, section.index, section.alias, section.subject, section.round, section.document,
        section.language, section.date, section.title, section.address, section.written);
}

}  // namespace rapporteur::store
