-- What the bodies of a state each send of one reply, what was sent back to them, and how it was settled where two answered differently.

PRAGMA user_version = 3;

-- number: of the body's parts, the newest counts. adds: it adds to what others answer, and contradicts nobody. answers: the part as a reply in
-- canonical XML; the file as it came lies in file_bytes. returned_at: sent back for rework, with a remark; then it does not count.
CREATE TABLE reply_part (
    reply TEXT NOT NULL, body TEXT NOT NULL REFERENCES body (id), number INTEGER NOT NULL, adds INTEGER NOT NULL, received_at TEXT NOT NULL,
    file_name TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES file_bytes (sha256), code TEXT NOT NULL, answers TEXT NOT NULL,
    returned_at TEXT, remark TEXT NOT NULL, UNIQUE (reply, body, number)
) STRICT;
CREATE TRIGGER reply_part_is_kept_u BEFORE UPDATE OF reply, body, number, adds, received_at, file_name, sha256, code, answers ON reply_part
    BEGIN SELECT RAISE(ABORT, 'a part of a reply is kept as it was received'); END;
CREATE TRIGGER reply_part_is_kept_d BEFORE DELETE ON reply_part
    BEGIN SELECT RAISE(ABORT, 'a part of a reply is kept as it was received'); END;

-- place: of a cell, "year=2015 sex=f"; '' for the answer as a whole.
CREATE TABLE reply_choice (
    reply TEXT NOT NULL, question TEXT NOT NULL, place TEXT NOT NULL, body TEXT NOT NULL REFERENCES body (id), UNIQUE (reply, question, place)
) STRICT;
