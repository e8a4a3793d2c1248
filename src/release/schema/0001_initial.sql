-- The release store: what has left the register, as it left it. Nothing here is changed or removed: what is withdrawn is hidden by
-- a later row that says so. The archive is built from this file alone.

PRAGMA application_id = 0x52505252;
PRAGMA user_version = 1;

CREATE TABLE schema_migration (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL
) STRICT;

-- A publication that was released. approved_by: the persons, with spaces; they are not shown to the public.
CREATE TABLE release (
    sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, evaluation TEXT NOT NULL, framework TEXT NOT NULL, subject TEXT NOT NULL,
    round TEXT NOT NULL, title TEXT NOT NULL, released_at TEXT NOT NULL, digest TEXT NOT NULL, approved_by TEXT NOT NULL
) STRICT;
-- A frozen row: canonical JSON, sha256 of these very bytes.
CREATE TABLE public_record (
    release INTEGER NOT NULL REFERENCES release (sequence), position INTEGER NOT NULL, object TEXT NOT NULL, kind TEXT NOT NULL,
    language TEXT NOT NULL, json TEXT NOT NULL, sha256 TEXT NOT NULL, UNIQUE (release, position), UNIQUE (release, object)
) STRICT;
CREATE INDEX public_record_by_object ON public_record (object, release);
-- A frozen file of an object: its rendered bytes, an exhibit.
CREATE TABLE public_file (
    release INTEGER NOT NULL REFERENCES release (sequence), position INTEGER NOT NULL, object TEXT NOT NULL, name TEXT NOT NULL,
    media_type TEXT NOT NULL, bytes BLOB NOT NULL, sha256 TEXT NOT NULL, UNIQUE (release, position), UNIQUE (release, object, name)
) STRICT;
CREATE INDEX public_file_by_object ON public_file (object, release);
-- From release after_release on back, the object, or all objects of the release of that identifier, are no longer public.
CREATE TABLE withdrawal (
    number INTEGER PRIMARY KEY, after_release INTEGER NOT NULL, object TEXT NOT NULL, at TEXT NOT NULL, reason TEXT NOT NULL,
    by_person TEXT NOT NULL
) STRICT;

CREATE TRIGGER release_is_append_only_u BEFORE UPDATE ON release BEGIN SELECT RAISE(ABORT, 'releases are append-only'); END;
CREATE TRIGGER release_is_append_only_d BEFORE DELETE ON release BEGIN SELECT RAISE(ABORT, 'releases are append-only'); END;
CREATE TRIGGER public_record_is_append_only_u BEFORE UPDATE ON public_record BEGIN SELECT RAISE(ABORT, 'releases are append-only'); END;
CREATE TRIGGER public_record_is_append_only_d BEFORE DELETE ON public_record BEGIN SELECT RAISE(ABORT, 'releases are append-only'); END;
CREATE TRIGGER public_file_is_append_only_u BEFORE UPDATE ON public_file BEGIN SELECT RAISE(ABORT, 'releases are append-only'); END;
CREATE TRIGGER public_file_is_append_only_d BEFORE DELETE ON public_file BEGIN SELECT RAISE(ABORT, 'releases are append-only'); END;
CREATE TRIGGER withdrawal_is_append_only_u BEFORE UPDATE ON withdrawal BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;
CREATE TRIGGER withdrawal_is_append_only_d BEFORE DELETE ON withdrawal BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;
