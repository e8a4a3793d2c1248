// SPDX-License-Identifier: EUPL-1.2
#include "store/framework_imports.hpp"

#include "sqlite/values.hpp"
#include "store/texts.hpp"

#include <fmt/format.h>

namespace rapporteur::store {

using namespace domain;
using sqlite::each;
using sqlite::Row;
using sqlite::run;
using sqlite::with;

namespace {

// Whose texts a mapping's are.
std::string import_owner(const FrameworkId& framework, std::string_view import) {
    return fmt::format("framework:{}/import/{}", framework.text(), import);
}

std::vector<Spelling> spellings_of(sqlite::Database& db, const FrameworkId& framework, std::string_view kind,
                                   const std::string& id) {
    std::vector<Spelling> spellings;
    each(db, "SELECT text FROM spelling WHERE framework = ?1 AND kind = ?2 AND id = ?3 ORDER BY position",
         with(framework, kind, id), [&](Row row) { row.read(spellings.emplace_back().text); });
    return spellings;
}

void insert_spellings(sqlite::Database& db, const FrameworkId& framework, std::string_view kind,
                      const std::string& id, const std::vector<Spelling>& spellings) {
    int n = 0;
    for (const Spelling& spelling : spellings) {
        run(db, "INSERT INTO spelling (framework, kind, id, position, text) VALUES (?1, ?2, ?3, ?4, ?5)",
            framework, kind, id, n++, spelling.text);
    }
}

void read_columns(sqlite::Database& db, const FrameworkId& framework, ImportMapping& mapping) {
    each(
        db,
        "SELECT position, name, field, is_key, separator, part, language, scale, form FROM import_column "
        "WHERE framework = ?1 AND mapping = ?2 ORDER BY position",
        with(framework, mapping.id), [&](Row row) {
            ImportColumn& column = mapping.columns.emplace_back();
            int position = 0;
            row.read(position, column.name, column.into, column.key, column.separator, column.part,
                     column.language, column.scale, column.form);
            each(
                db,
                "SELECT written, means FROM import_value WHERE framework = ?1 AND mapping = ?2 AND of_column = ?3 "
                "ORDER BY position",
                with(framework, mapping.id, position), [&](Row inner) {
                    ValueTranslation& value = column.values.emplace_back();
                    inner.read(value.written, value.means);
                });
        });
}

void insert_column(sqlite::Database& db, const FrameworkId& framework, const std::string& mapping,
                   int position, const ImportColumn& column) {
    run(db,
        "INSERT INTO import_column (framework, mapping, position, name, field, is_key, separator, part, language, "
        "scale, form) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        framework, mapping, position, column.name, column.into, column.key, column.separator, column.part,
        column.language, column.scale, column.form);
    int n = 0;
    for (const ValueTranslation& value : column.values) {
        run(db,
            "INSERT INTO import_value (framework, mapping, of_column, position, written, means) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            framework, mapping, position, n++, value.written, value.means);
    }
}

}  // namespace

void read_imports(sqlite::Database& db, Framework& framework) {
    for (Subject& subject : framework.subjects) {
        subject.spellings = spellings_of(db, framework.id, "subject", subject.code.text());
    }
    for (Theme& theme : framework.themes) {
        theme.spellings = spellings_of(db, framework.id, "theme", theme.id);
    }
    each(
        db,
        "SELECT id, format, kind, language, stage FROM import_mapping WHERE framework = ?1 ORDER BY position",
        with(framework.id), [&](Row row) {
            ImportMapping& mapping = framework.imports.emplace_back();
            row.read(mapping.id, mapping.format, mapping.kind, mapping.language, mapping.stage);
            mapping.name = texts_of(db, import_owner(framework.id, mapping.id), "name");
            read_columns(db, framework.id, mapping);
        });
}

void insert_imports(sqlite::Database& db, const Framework& framework) {
    for (const Subject& subject : framework.subjects) {
        insert_spellings(db, framework.id, "subject", subject.code.text(), subject.spellings);
    }
    for (const Theme& theme : framework.themes) {
        insert_spellings(db, framework.id, "theme", theme.id, theme.spellings);
    }
    int n = 0;
    for (const ImportMapping& mapping : framework.imports) {
        run(db,
            "INSERT INTO import_mapping (framework, position, id, format, kind, language, stage) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            framework.id, n++, mapping.id, mapping.format, mapping.kind, mapping.language, mapping.stage);
        insert_texts(db, import_owner(framework.id, mapping.id), "name", mapping.name);
        int position = 0;
        for (const ImportColumn& column : mapping.columns) {
            insert_column(db, framework.id, mapping.id, position++, column);
        }
    }
}

void remove_imports(sqlite::Database& db, const FrameworkId& framework) {
    run(db, "DELETE FROM import_value WHERE framework = ?1", framework);
    run(db, "DELETE FROM import_column WHERE framework = ?1", framework);
    run(db, "DELETE FROM import_mapping WHERE framework = ?1", framework);
    run(db, "DELETE FROM spelling WHERE framework = ?1", framework);
}

}  // namespace rapporteur::store
