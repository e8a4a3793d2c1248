-- The receipt of an answer to a request for information.

PRAGMA user_version = 5;

-- request: that the file answers; '' for a reply's own file. reply and version: the version that has what came with values and figures, or the
-- newest one where nothing came with any.
ALTER TABLE receipt ADD COLUMN request TEXT NOT NULL DEFAULT '';
