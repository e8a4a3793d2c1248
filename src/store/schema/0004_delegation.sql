-- Who of a state's bodies answers what of an issue, and how a question went from one body to another.

PRAGMA user_version = 4;

-- row: of a table, 'sex=f form=labour'; '' for the question as a whole. act: leads, adds, passes. passed_by and remark: of a question that a
-- body passed on. Steps are only added: what a form asked is what the steps up to its own said.
CREATE TABLE delegation_step (
    issue TEXT NOT NULL REFERENCES issue (id), number INTEGER NOT NULL, act TEXT NOT NULL, question TEXT NOT NULL, row TEXT NOT NULL,
    body TEXT NOT NULL REFERENCES body (id), passed_by TEXT REFERENCES body (id), remark TEXT NOT NULL, taken_on TEXT NOT NULL,
    UNIQUE (issue, number)
) STRICT;
CREATE TRIGGER delegation_step_is_kept_u BEFORE UPDATE ON delegation_step
    BEGIN SELECT RAISE(ABORT, 'a step of a delegation is kept'); END;
CREATE TRIGGER delegation_step_is_kept_d BEFORE DELETE ON delegation_step
    BEGIN SELECT RAISE(ABORT, 'a step of a delegation is kept'); END;
