-- What others keep in tables, and how it comes in: mappings and spellings of a framework, and which row of which source became what.

PRAGMA user_version = 2;

-- As others write a subject's or a theme's name. kind: subject, theme.
CREATE TABLE spelling (
    framework TEXT NOT NULL REFERENCES framework (id), kind TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL,
    text TEXT NOT NULL, UNIQUE (framework, kind, id, position)
) STRICT;
CREATE TABLE import_mapping (
    framework TEXT NOT NULL REFERENCES framework (id), position INTEGER NOT NULL, id TEXT NOT NULL, format TEXT NOT NULL,
    kind TEXT NOT NULL, language TEXT NOT NULL, stage TEXT NOT NULL, UNIQUE (framework, id)
) STRICT;
-- part: which of the values in a cell is meant, 0 for the whole cell; form: what stands between the hyphens of an identifier.
CREATE TABLE import_column (
    framework TEXT NOT NULL, mapping TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, field TEXT NOT NULL,
    is_key INTEGER NOT NULL, separator TEXT NOT NULL, part INTEGER NOT NULL, language TEXT NOT NULL, scale TEXT NOT NULL, form TEXT NOT NULL,
    UNIQUE (framework, mapping, position), FOREIGN KEY (framework, mapping) REFERENCES import_mapping (framework, id)
) STRICT;
CREATE TABLE import_value (
    framework TEXT NOT NULL, mapping TEXT NOT NULL, of_column INTEGER NOT NULL, position INTEGER NOT NULL, written TEXT NOT NULL,
    means TEXT NOT NULL, UNIQUE (framework, mapping, of_column, written),
    FOREIGN KEY (framework, mapping, of_column) REFERENCES import_column (framework, mapping, position)
) STRICT;

-- Of the subject as a whole, on a scale of the framework; '' where the source lists it without one.
CREATE TABLE rating (
    evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL, scale TEXT NOT NULL, value TEXT NOT NULL,
    date TEXT NOT NULL, UNIQUE (evaluation, position)
) STRICT;

-- A row of a source that came in. key: digest of the columns that identify it; context: digest of those among them that are no text,
-- so that a row whose text alone was changed can be named; content: digest of all that came from it. written: names as the source
-- spells them, where that is not how the framework calls them now, as lines "column: name".
CREATE TABLE import_row (
    framework TEXT NOT NULL, mapping TEXT NOT NULL, row_key BLOB NOT NULL, context BLOB NOT NULL, content BLOB NOT NULL,
    object TEXT NOT NULL, written TEXT
) STRICT;
CREATE UNIQUE INDEX import_row_by_key ON import_row (framework, mapping, row_key);
CREATE INDEX import_row_by_context ON import_row (framework, mapping, context);
CREATE INDEX import_row_by_object ON import_row (object);

-- A section of a report, or of another document, that an index elsewhere lists. alias is the index's own identifier and may be any text; list is
-- the mapping by which it came in. subject and round are '' where the index names none.
CREATE TABLE listed_section (
    framework TEXT NOT NULL REFERENCES framework (id), list TEXT NOT NULL, alias TEXT NOT NULL, subject TEXT NOT NULL, round TEXT NOT NULL,
    document TEXT NOT NULL, language TEXT NOT NULL, date TEXT, title TEXT NOT NULL, address TEXT NOT NULL, written TEXT NOT NULL,
    UNIQUE (framework, list, alias)
) STRICT;
CREATE INDEX listed_section_by_alias ON listed_section (alias);

-- The stored part of the index of recommendations: made from the other tables, may be dropped; not covered by the journal.
CREATE TABLE search_blob (name TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
-- One row, or none. journal_seq: the newest entry that the index knows of.
CREATE TABLE search_base (journal_seq INTEGER NOT NULL, documents INTEGER NOT NULL) STRICT;
