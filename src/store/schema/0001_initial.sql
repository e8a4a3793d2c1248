-- The register: every table is STRICT and has a rowid, because the journal commits to rows by table and rowid. Identifiers are the public ones.
-- Lists of tokens (provisions, codes) are texts with spaces. Records that may not change are held by triggers at the end.

PRAGMA application_id = 0x52505452;
PRAGMA user_version = 1;

CREATE TABLE schema_migration (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL
) STRICT;

-- One entry a command that wrote: who, when, what, why; hash = SHA-256 over the previous hash and this entry with its records.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, person TEXT NOT NULL, command TEXT NOT NULL, reason TEXT NOT NULL,
    previous BLOB NOT NULL, hash BLOB NOT NULL
) STRICT;
-- The rows that the command touched, each with the hash of its content afterwards; NULL for a row that it removed.
CREATE TABLE journal_record (
    seq INTEGER NOT NULL REFERENCES journal (seq), record_table TEXT NOT NULL, record INTEGER NOT NULL, hash BLOB
) STRICT;
CREATE INDEX journal_record_by_record ON journal_record (record_table, record, seq);
CREATE INDEX journal_record_by_seq ON journal_record (seq);

-- Text in languages, of whatever has an identifier.
CREATE TABLE local_text (
    owner TEXT NOT NULL, field TEXT NOT NULL, position INTEGER NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL,
    UNIQUE (owner, field, language)
) STRICT;

-- Frameworks ------------------------------------------------------------------------------------------------------------------

CREATE TABLE framework (id TEXT NOT NULL PRIMARY KEY, version TEXT NOT NULL, instrument TEXT NOT NULL) STRICT;
CREATE TABLE framework_language (
    framework TEXT NOT NULL REFERENCES framework (id), position INTEGER NOT NULL, code TEXT NOT NULL, role TEXT NOT NULL,
    UNIQUE (framework, code)
) STRICT;
CREATE TABLE monitoring_body (
    framework TEXT NOT NULL REFERENCES framework (id), position INTEGER NOT NULL, id TEXT NOT NULL, UNIQUE (framework, id)
) STRICT;
CREATE TABLE respondent_kind (
    framework TEXT NOT NULL REFERENCES framework (id), position INTEGER NOT NULL, id TEXT NOT NULL, UNIQUE (framework, id)
) STRICT;
CREATE TABLE provision (
    framework TEXT NOT NULL REFERENCES framework (id), position INTEGER NOT NULL, id TEXT NOT NULL, parent TEXT NOT NULL,
    label TEXT NOT NULL, UNIQUE (framework, id)
) STRICT;
CREATE TABLE theme (
    framework TEXT NOT NULL REFERENCES framework (id), position INTEGER NOT NULL, id TEXT NOT NULL, UNIQUE (framework, id)
) STRICT;
CREATE TABLE verb (
    framework TEXT NOT NULL REFERENCES framework (id), position INTEGER NOT NULL, id TEXT NOT NULL, rank INTEGER NOT NULL,
    UNIQUE (framework, id)
) STRICT;
CREATE TABLE verb_pattern (
    framework TEXT NOT NULL, verb TEXT NOT NULL, position INTEGER NOT NULL, language TEXT NOT NULL, repeated INTEGER NOT NULL,
    pattern TEXT NOT NULL, FOREIGN KEY (framework, verb) REFERENCES verb (framework, id)
) STRICT;
CREATE INDEX verb_pattern_by_verb ON verb_pattern (framework, verb);
CREATE TABLE scale (
    framework TEXT NOT NULL REFERENCES framework (id), position INTEGER NOT NULL, id TEXT NOT NULL, used_for TEXT NOT NULL,
    UNIQUE (framework, id)
) STRICT;
CREATE TABLE scale_value (
    framework TEXT NOT NULL, scale TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, rank INTEGER NOT NULL,
    UNIQUE (framework, scale, id), FOREIGN KEY (framework, scale) REFERENCES scale (framework, id)
) STRICT;
CREATE TABLE stage (
    framework TEXT NOT NULL REFERENCES framework (id), position INTEGER NOT NULL, id TEXT NOT NULL, actor TEXT NOT NULL,
    follows TEXT NOT NULL, within TEXT, optional INTEGER NOT NULL, UNIQUE (framework, id)
) STRICT;
CREATE TABLE document_type (
    framework TEXT NOT NULL REFERENCES framework (id), position INTEGER NOT NULL, id TEXT NOT NULL, UNIQUE (framework, id)
) STRICT;
CREATE TABLE visibility_rule (
    framework TEXT NOT NULL, document_type TEXT NOT NULL, position INTEGER NOT NULL, from_stage TEXT NOT NULL,
    visibility TEXT NOT NULL, needs_consent INTEGER NOT NULL,
    FOREIGN KEY (framework, document_type) REFERENCES document_type (framework, id)
) STRICT;
CREATE INDEX visibility_rule_by_type ON visibility_rule (framework, document_type);
CREATE TABLE recommendation_kind (
    framework TEXT NOT NULL REFERENCES framework (id), position INTEGER NOT NULL, id TEXT NOT NULL, given_by TEXT NOT NULL,
    UNIQUE (framework, id)
) STRICT;
CREATE TABLE rule (
    framework TEXT NOT NULL REFERENCES framework (id), position INTEGER NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL,
    source TEXT NOT NULL, confirmed INTEGER NOT NULL, UNIQUE (framework, id)
) STRICT;
CREATE TABLE indicator (
    framework TEXT NOT NULL REFERENCES framework (id), position INTEGER NOT NULL, id TEXT NOT NULL, unit TEXT NOT NULL,
    UNIQUE (framework, id)
) STRICT;
CREATE TABLE round (
    framework TEXT NOT NULL REFERENCES framework (id), position INTEGER NOT NULL, id TEXT NOT NULL, number TEXT NOT NULL,
    launched TEXT, provisions TEXT NOT NULL, questionnaire TEXT NOT NULL, UNIQUE (framework, id)
) STRICT;
CREATE TABLE outline_section (
    framework TEXT NOT NULL, round TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, parent TEXT NOT NULL,
    kind TEXT NOT NULL, label TEXT NOT NULL, provisions TEXT NOT NULL, UNIQUE (framework, round, id),
    FOREIGN KEY (framework, round) REFERENCES round (framework, id)
) STRICT;
CREATE TABLE subject (
    framework TEXT NOT NULL REFERENCES framework (id), position INTEGER NOT NULL, code TEXT NOT NULL, kind TEXT NOT NULL,
    invented INTEGER NOT NULL, since TEXT, UNIQUE (framework, code)
) STRICT;
CREATE TABLE subject_name (
    framework TEXT NOT NULL, subject TEXT NOT NULL, position INTEGER NOT NULL, starts TEXT, UNIQUE (framework, subject, position),
    FOREIGN KEY (framework, subject) REFERENCES subject (framework, code)
) STRICT;

-- Questionnaires ----------------------------------------------------------------------------------------------------------------

CREATE TABLE questionnaire (
    id TEXT NOT NULL PRIMARY KEY, status TEXT NOT NULL, supersedes TEXT NOT NULL, adopted TEXT, respondents TEXT NOT NULL
) STRICT;
CREATE TABLE questionnaire_language (
    questionnaire TEXT NOT NULL REFERENCES questionnaire (id), position INTEGER NOT NULL, code TEXT NOT NULL, role TEXT NOT NULL,
    UNIQUE (questionnaire, code)
) STRICT;
CREATE TABLE codelist (
    questionnaire TEXT NOT NULL REFERENCES questionnaire (id), position INTEGER NOT NULL, id TEXT NOT NULL, is_open INTEGER NOT NULL,
    UNIQUE (questionnaire, id)
) STRICT;
CREATE TABLE codelist_code (
    questionnaire TEXT NOT NULL, codelist TEXT NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL, since TEXT NOT NULL,
    retired TEXT NOT NULL, UNIQUE (questionnaire, codelist, value),
    FOREIGN KEY (questionnaire, codelist) REFERENCES codelist (questionnaire, id)
) STRICT;
-- parent is the outer section, '' at the top.
CREATE TABLE section (
    questionnaire TEXT NOT NULL REFERENCES questionnaire (id), position INTEGER NOT NULL, id TEXT NOT NULL, parent TEXT NOT NULL,
    number TEXT NOT NULL, respondents TEXT NOT NULL, condition TEXT NOT NULL, UNIQUE (questionnaire, id)
) STRICT;
-- record is the question that this one is a part of, '' otherwise.
CREATE TABLE question (
    questionnaire TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, section TEXT NOT NULL, record TEXT NOT NULL,
    kind TEXT NOT NULL, number TEXT NOT NULL, since TEXT NOT NULL, provisions TEXT NOT NULL, themes TEXT NOT NULL,
    required TEXT NOT NULL, respondents TEXT NOT NULL, restricted INTEGER NOT NULL, attachments TEXT NOT NULL,
    condition TEXT NOT NULL, no_answers TEXT NOT NULL, max_words INTEGER NOT NULL, period TEXT NOT NULL, partly INTEGER NOT NULL,
    explain TEXT NOT NULL, codelist TEXT NOT NULL, many INTEGER NOT NULL, other INTEGER NOT NULL, unit TEXT NOT NULL,
    minimum TEXT NOT NULL, maximum TEXT NOT NULL, decimals INTEGER NOT NULL, date_precision TEXT NOT NULL,
    indicator TEXT NOT NULL, cell_notes INTEGER NOT NULL, followup_source TEXT NOT NULL, followup_measures INTEGER NOT NULL,
    is_repeated INTEGER NOT NULL, UNIQUE (questionnaire, id),
    FOREIGN KEY (questionnaire, section) REFERENCES section (questionnaire, id)
) STRICT;
CREATE TABLE dimension (
    questionnaire TEXT NOT NULL, question TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, axis TEXT NOT NULL,
    codelist TEXT NOT NULL, year_from TEXT NOT NULL, year_to TEXT NOT NULL, is_open INTEGER NOT NULL, total TEXT NOT NULL,
    UNIQUE (questionnaire, question, id), FOREIGN KEY (questionnaire, question) REFERENCES question (questionnaire, id)
) STRICT;
CREATE TABLE table_total (
    questionnaire TEXT NOT NULL, question TEXT NOT NULL, position INTEGER NOT NULL, over_dims TEXT NOT NULL, rule TEXT NOT NULL,
    level TEXT NOT NULL, UNIQUE (questionnaire, question, position),
    FOREIGN KEY (questionnaire, question) REFERENCES question (questionnaire, id)
) STRICT;
CREATE TABLE question_check (
    questionnaire TEXT NOT NULL, question TEXT NOT NULL, position INTEGER NOT NULL, test TEXT NOT NULL, level TEXT NOT NULL,
    UNIQUE (questionnaire, question, position), FOREIGN KEY (questionnaire, question) REFERENCES question (questionnaire, id)
) STRICT;
CREATE TABLE slot (
    questionnaire TEXT NOT NULL, section TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
    question TEXT NOT NULL, UNIQUE (questionnaire, id), FOREIGN KEY (questionnaire, section) REFERENCES section (questionnaire, id)
) STRICT;
CREATE TABLE migration (
    questionnaire TEXT NOT NULL REFERENCES questionnaire (id), position INTEGER NOT NULL, from_version TEXT NOT NULL,
    UNIQUE (questionnaire, from_version)
) STRICT;
CREATE TABLE migration_step (
    questionnaire TEXT NOT NULL, from_version TEXT NOT NULL, position INTEGER NOT NULL, act TEXT NOT NULL, from_ids TEXT NOT NULL,
    to_ids TEXT NOT NULL, substance TEXT NOT NULL, codelist TEXT NOT NULL, UNIQUE (questionnaire, from_version, position),
    FOREIGN KEY (questionnaire, from_version) REFERENCES migration (questionnaire, from_version)
) STRICT;

-- Persons, bodies, sources --------------------------------------------------------------------------------------------------------

CREATE TABLE person (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, nationality TEXT NOT NULL, email TEXT NOT NULL) STRICT;
CREATE TABLE mandate (
    person TEXT NOT NULL REFERENCES person (id), position INTEGER NOT NULL, framework TEXT NOT NULL, body TEXT NOT NULL,
    office TEXT NOT NULL, starts TEXT NOT NULL, ends TEXT, UNIQUE (person, position)
) STRICT;
-- A person's key pair; the secret half is encrypted under the person's passphrase.
CREATE TABLE person_key (
    person TEXT NOT NULL PRIMARY KEY REFERENCES person (id), role TEXT NOT NULL, public_key BLOB NOT NULL, salt BLOB NOT NULL,
    nonce BLOB NOT NULL, encrypted_secret BLOB NOT NULL, operations INTEGER NOT NULL, memory INTEGER NOT NULL
) STRICT;
CREATE TABLE body (
    id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, starts TEXT, ends TEXT, successor TEXT
) STRICT;
CREATE TABLE body_name (
    body TEXT NOT NULL REFERENCES body (id), position INTEGER NOT NULL, starts TEXT, UNIQUE (body, position)
) STRICT;
CREATE TABLE source (
    id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, author TEXT NOT NULL, date TEXT NOT NULL, language TEXT NOT NULL,
    citation TEXT NOT NULL, address TEXT NOT NULL
) STRICT;

-- Evaluations ---------------------------------------------------------------------------------------------------------------------

CREATE TABLE evaluation (
    id TEXT NOT NULL PRIMARY KEY, framework TEXT NOT NULL REFERENCES framework (id), round TEXT NOT NULL, subject TEXT NOT NULL,
    track TEXT NOT NULL, opened TEXT NOT NULL, language TEXT NOT NULL, invented INTEGER NOT NULL
) STRICT;
CREATE INDEX evaluation_by_subject ON evaluation (subject, framework);
CREATE TABLE stage_event (
    evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL, stage TEXT NOT NULL, act TEXT NOT NULL,
    date TEXT NOT NULL, due TEXT, by_person TEXT, reason TEXT NOT NULL, UNIQUE (evaluation, position)
) STRICT;
CREATE TABLE assignment (
    evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL, person TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL, starts TEXT, ends TEXT, reason TEXT NOT NULL
) STRICT;
CREATE INDEX assignment_by_evaluation ON assignment (evaluation, position);
CREATE TABLE alias (
    evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL, object TEXT NOT NULL, scheme TEXT NOT NULL,
    value TEXT NOT NULL, UNIQUE (evaluation, position)
) STRICT;
CREATE INDEX alias_by_value ON alias (scheme, value);
-- Which persons, bodies and sources an evaluation's dossier introduces, in its order.
CREATE TABLE evaluation_person (
    evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL, person TEXT NOT NULL REFERENCES person (id),
    UNIQUE (evaluation, position)
) STRICT;
CREATE TABLE evaluation_body (
    evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL, body TEXT NOT NULL REFERENCES body (id),
    UNIQUE (evaluation, position)
) STRICT;
CREATE TABLE evaluation_source (
    evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL, source TEXT NOT NULL REFERENCES source (id),
    UNIQUE (evaluation, position)
) STRICT;

-- Issues, replies, requests -------------------------------------------------------------------------------------------------------

CREATE TABLE issue (
    id TEXT NOT NULL PRIMARY KEY, evaluation TEXT NOT NULL REFERENCES evaluation (id), questionnaire TEXT NOT NULL REFERENCES questionnaire (id),
    respondent TEXT NOT NULL, to_body TEXT REFERENCES body (id), language TEXT NOT NULL, sent TEXT NOT NULL, due TEXT
) STRICT;
CREATE INDEX issue_by_evaluation ON issue (evaluation);
CREATE TABLE specific_question (
    issue TEXT NOT NULL REFERENCES issue (id), position INTEGER NOT NULL, id TEXT NOT NULL, slot TEXT NOT NULL, recommendation TEXT,
    UNIQUE (issue, id)
) STRICT;
CREATE TABLE reply (
    id TEXT NOT NULL, version INTEGER NOT NULL, evaluation TEXT NOT NULL REFERENCES evaluation (id), issue TEXT REFERENCES issue (id),
    respondent TEXT NOT NULL, from_bodies TEXT NOT NULL, status TEXT NOT NULL, language TEXT NOT NULL, submitted TEXT, contact TEXT,
    letter TEXT NOT NULL, publication TEXT NOT NULL, naming TEXT NOT NULL, UNIQUE (id, version)
) STRICT;
CREATE INDEX reply_by_evaluation ON reply (evaluation);
CREATE TABLE answer (
    reply TEXT NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL, question TEXT NOT NULL, state TEXT NOT NULL,
    reason TEXT, answer_values TEXT NOT NULL, author TEXT, language TEXT NOT NULL, consent TEXT NOT NULL, exhibits TEXT NOT NULL,
    text TEXT NOT NULL, UNIQUE (reply, version, question), FOREIGN KEY (reply, version) REFERENCES reply (id, version)
) STRICT;
CREATE TABLE cell (
    reply TEXT NOT NULL, version INTEGER NOT NULL, question TEXT NOT NULL, position INTEGER NOT NULL, dims TEXT NOT NULL,
    raw TEXT NOT NULL, reason TEXT, note TEXT NOT NULL, revised INTEGER NOT NULL, UNIQUE (reply, version, question, position),
    FOREIGN KEY (reply, version, question) REFERENCES answer (reply, version, question)
) STRICT;
CREATE TABLE exhibit (
    id TEXT NOT NULL, evaluation TEXT NOT NULL REFERENCES evaluation (id), number INTEGER NOT NULL, reply TEXT NOT NULL,
    version INTEGER NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL, file TEXT NOT NULL, media_type TEXT NOT NULL,
    language TEXT NOT NULL, sha256 TEXT NOT NULL, UNIQUE (reply, version, number),
    FOREIGN KEY (reply, version) REFERENCES reply (id, version)
) STRICT;
CREATE INDEX exhibit_by_id ON exhibit (id);
CREATE TABLE file_bytes (sha256 TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
-- A reply as it was received: the original file and its receipt.
CREATE TABLE receipt (
    number INTEGER PRIMARY KEY, reply TEXT NOT NULL, version INTEGER NOT NULL, received_at TEXT NOT NULL, file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES file_bytes (sha256), code TEXT NOT NULL UNIQUE,
    FOREIGN KEY (reply, version) REFERENCES reply (id, version)
) STRICT;
CREATE TABLE request (
    id TEXT NOT NULL PRIMARY KEY, evaluation TEXT NOT NULL REFERENCES evaluation (id), reply TEXT NOT NULL, reply_version INTEGER NOT NULL,
    language TEXT NOT NULL, sent TEXT NOT NULL, due TEXT, answered TEXT
) STRICT;
CREATE INDEX request_by_evaluation ON request (evaluation);
CREATE TABLE request_item (
    request TEXT NOT NULL REFERENCES request (id), position INTEGER NOT NULL, question TEXT NOT NULL, text TEXT NOT NULL,
    answer TEXT NOT NULL, UNIQUE (request, position)
) STRICT;
CREATE TABLE observation (
    evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL, indicator TEXT NOT NULL, year INTEGER NOT NULL,
    dims TEXT NOT NULL, value TEXT NOT NULL, reason TEXT, unit TEXT NOT NULL, note TEXT NOT NULL, source TEXT NOT NULL,
    UNIQUE (evaluation, indicator, year, dims)
) STRICT;

-- Visits --------------------------------------------------------------------------------------------------------------------------

CREATE TABLE visit (
    evaluation TEXT NOT NULL PRIMARY KEY REFERENCES evaluation (id), starts TEXT NOT NULL, ends TEXT NOT NULL, delegation TEXT NOT NULL
) STRICT;
CREATE TABLE site (
    id TEXT NOT NULL PRIMARY KEY, evaluation TEXT NOT NULL REFERENCES visit (evaluation), position INTEGER NOT NULL,
    kind TEXT NOT NULL, region TEXT NOT NULL
) STRICT;
CREATE TABLE meeting (
    id TEXT NOT NULL PRIMARY KEY, evaluation TEXT NOT NULL REFERENCES visit (evaluation), position INTEGER NOT NULL, date TEXT NOT NULL,
    region TEXT NOT NULL, bodies TEXT NOT NULL, site TEXT, subject TEXT NOT NULL
) STRICT;
CREATE TABLE note (
    id TEXT NOT NULL PRIMARY KEY, evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL, meeting TEXT,
    interlocutor TEXT NOT NULL, written TEXT NOT NULL, retain_until TEXT NOT NULL, author TEXT
) STRICT;
-- What is readable only with a key: a note's text and facts, a site's exact place. Removing the keys destroys it.
CREATE TABLE sealed (object TEXT NOT NULL PRIMARY KEY, nonce BLOB NOT NULL, ciphertext BLOB NOT NULL) STRICT;
CREATE TABLE sealed_key (
    object TEXT NOT NULL REFERENCES sealed (object), recipient BLOB NOT NULL, box BLOB NOT NULL, UNIQUE (object, recipient)
) STRICT;

-- Findings, evidence, reports -------------------------------------------------------------------------------------------------------

CREATE TABLE finding (
    id TEXT NOT NULL PRIMARY KEY, evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL,
    provisions TEXT NOT NULL, paragraphs TEXT NOT NULL
) STRICT;
-- Evidence of a finding, an assessment, a claim or a measure; sources of a recommendation.
CREATE TABLE evidence (
    owner TEXT NOT NULL, position INTEGER NOT NULL, ref TEXT NOT NULL, note TEXT NOT NULL, UNIQUE (owner, position)
) STRICT;
CREATE INDEX evidence_by_ref ON evidence (ref);
CREATE TABLE report (
    id TEXT NOT NULL PRIMARY KEY, evaluation TEXT NOT NULL REFERENCES evaluation (id), kind TEXT NOT NULL, status TEXT NOT NULL,
    symbol TEXT NOT NULL, language TEXT NOT NULL, date TEXT, sent TEXT, meeting TEXT NOT NULL
) STRICT;
CREATE TABLE chapter (
    report TEXT NOT NULL REFERENCES report (id), language TEXT NOT NULL, slug TEXT NOT NULL, UNIQUE (report, language, slug)
) STRICT;
-- key and revision point at paragraph_text; a heading's text stands here.
CREATE TABLE report_item (
    report TEXT NOT NULL, language TEXT NOT NULL, slug TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL,
    level INTEGER NOT NULL, label TEXT NOT NULL, section TEXT NOT NULL, heading TEXT NOT NULL, key TEXT NOT NULL,
    revision INTEGER, recommendation TEXT NOT NULL, verb TEXT NOT NULL, provisions TEXT NOT NULL,
    UNIQUE (report, language, slug, position), FOREIGN KEY (report, language, slug) REFERENCES chapter (report, language, slug)
) STRICT;
CREATE INDEX report_item_by_key ON report_item (key);
-- Prose, by paragraph, language and revision; never changed, only added to.
CREATE TABLE paragraph_text (
    paragraph TEXT NOT NULL, language TEXT NOT NULL, revision INTEGER NOT NULL, base_revision INTEGER, written_at TEXT NOT NULL,
    markdown TEXT NOT NULL, UNIQUE (paragraph, language, revision)
) STRICT;
CREATE TABLE comment (
    id TEXT NOT NULL PRIMARY KEY, evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL, kind TEXT NOT NULL,
    report TEXT NOT NULL, paragraph TEXT NOT NULL, by_respondent TEXT NOT NULL, body TEXT, date TEXT NOT NULL, language TEXT NOT NULL,
    text TEXT NOT NULL, outcome TEXT NOT NULL, responded TEXT, response TEXT NOT NULL
) STRICT;
CREATE INDEX comment_by_evaluation ON comment (evaluation, position);

-- Recommendations and what becomes of them ----------------------------------------------------------------------------------------

CREATE TABLE recommendation (
    id TEXT NOT NULL PRIMARY KEY, evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL, kind TEXT NOT NULL,
    paragraph TEXT NOT NULL, number TEXT NOT NULL, date TEXT, verb TEXT NOT NULL, stance TEXT NOT NULL, reissue_of TEXT,
    provisions TEXT NOT NULL, themes TEXT NOT NULL, affected TEXT NOT NULL, given_by TEXT NOT NULL, addressees TEXT NOT NULL
) STRICT;
CREATE INDEX recommendation_by_evaluation ON recommendation (evaluation, position);
CREATE INDEX recommendation_by_reissue ON recommendation (reissue_of) WHERE reissue_of IS NOT NULL;
CREATE TABLE limb (
    recommendation TEXT NOT NULL REFERENCES recommendation (id), position INTEGER NOT NULL, id TEXT NOT NULL,
    UNIQUE (recommendation, id)
) STRICT;
CREATE TABLE ask (
    recommendation TEXT NOT NULL REFERENCES recommendation (id), position INTEGER NOT NULL, id TEXT NOT NULL, limb TEXT NOT NULL,
    UNIQUE (recommendation, id)
) STRICT;
CREATE TABLE link (
    recommendation TEXT NOT NULL REFERENCES recommendation (id), position INTEGER NOT NULL, type TEXT NOT NULL, earlier TEXT NOT NULL,
    asserted_by TEXT NOT NULL, asserted TEXT, note TEXT NOT NULL, UNIQUE (recommendation, position)
) STRICT;
CREATE INDEX link_by_earlier ON link (earlier);
CREATE TABLE assessment (
    evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL, recommendation TEXT NOT NULL,
    not_examined INTEGER NOT NULL, scale TEXT NOT NULL, value TEXT NOT NULL, date TEXT NOT NULL, meeting TEXT NOT NULL,
    UNIQUE (evaluation, position)
) STRICT;
CREATE INDEX assessment_by_recommendation ON assessment (recommendation);
CREATE TABLE claim (
    id TEXT NOT NULL PRIMARY KEY, evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL,
    recommendation TEXT NOT NULL, by_respondent TEXT NOT NULL, body TEXT, date TEXT NOT NULL, value TEXT NOT NULL
) STRICT;
CREATE INDEX claim_by_recommendation ON claim (recommendation);
CREATE INDEX claim_by_evaluation ON claim (evaluation);
CREATE TABLE committee_recommendation (
    id TEXT NOT NULL PRIMARY KEY, evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL, symbol TEXT NOT NULL,
    date TEXT NOT NULL, meeting TEXT NOT NULL, report_by TEXT
) STRICT;
CREATE TABLE committee_takes_up (
    committee_recommendation TEXT NOT NULL REFERENCES committee_recommendation (id), position INTEGER NOT NULL,
    recommendation TEXT NOT NULL, UNIQUE (committee_recommendation, position)
) STRICT;
CREATE INDEX committee_takes_up_by_recommendation ON committee_takes_up (recommendation);
CREATE TABLE measure (
    id TEXT NOT NULL PRIMARY KEY, evaluation TEXT NOT NULL REFERENCES evaluation (id), position INTEGER NOT NULL, status TEXT NOT NULL,
    starts TEXT, due TEXT, done TEXT, region TEXT NOT NULL, cost TEXT NOT NULL, funding TEXT NOT NULL, indicator TEXT NOT NULL,
    baseline TEXT NOT NULL, target TEXT NOT NULL
) STRICT;
CREATE INDEX measure_by_evaluation ON measure (evaluation, position);
CREATE TABLE measure_body (
    measure TEXT NOT NULL REFERENCES measure (id), position INTEGER NOT NULL, body TEXT NOT NULL, role TEXT NOT NULL, starts TEXT,
    ends TEXT, UNIQUE (measure, position)
) STRICT;
CREATE TABLE measure_value (
    measure TEXT NOT NULL REFERENCES measure (id), position INTEGER NOT NULL, date TEXT NOT NULL, value TEXT NOT NULL, note TEXT NOT NULL,
    UNIQUE (measure, position)
) STRICT;
CREATE TABLE measure_recommendation (
    measure TEXT NOT NULL REFERENCES measure (id), position INTEGER NOT NULL, recommendation TEXT NOT NULL, UNIQUE (measure, position)
) STRICT;
CREATE INDEX measure_recommendation_by_recommendation ON measure_recommendation (recommendation);

-- Publications --------------------------------------------------------------------------------------------------------------------

CREATE TABLE publication (
    id TEXT NOT NULL PRIMARY KEY, evaluation TEXT NOT NULL REFERENCES evaluation (id), title TEXT NOT NULL, status TEXT NOT NULL,
    prepared_by TEXT, prepared_at TEXT NOT NULL, digest TEXT NOT NULL, released_at TEXT
) STRICT;
CREATE TABLE publication_item (
    publication TEXT NOT NULL REFERENCES publication (id), position INTEGER NOT NULL, object TEXT NOT NULL, kind TEXT NOT NULL,
    name TEXT NOT NULL, media_type TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES file_bytes (sha256), UNIQUE (publication, position)
) STRICT;
CREATE TABLE publication_approval (
    publication TEXT NOT NULL REFERENCES publication (id), person TEXT NOT NULL REFERENCES person (id), at TEXT NOT NULL,
    digest TEXT NOT NULL, UNIQUE (publication, person, digest)
) STRICT;
-- What was taken back: an object or a whole publication. person is who did it.
CREATE TABLE publication_withdrawal (
    number INTEGER PRIMARY KEY, object TEXT NOT NULL, at TEXT NOT NULL, person TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;

-- What may not change ---------------------------------------------------------------------------------------------------------------

CREATE TRIGGER journal_is_append_only_u BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_append_only_d BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_record_is_append_only_u BEFORE UPDATE ON journal_record BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_record_is_append_only_d BEFORE DELETE ON journal_record BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER stage_event_is_append_only_u BEFORE UPDATE ON stage_event BEGIN SELECT RAISE(ABORT, 'the stage log is append-only'); END;
CREATE TRIGGER stage_event_is_append_only_d BEFORE DELETE ON stage_event BEGIN SELECT RAISE(ABORT, 'the stage log is append-only'); END;
CREATE TRIGGER assessment_is_append_only_u BEFORE UPDATE ON assessment BEGIN SELECT RAISE(ABORT, 'assessments are append-only'); END;
CREATE TRIGGER assessment_is_append_only_d BEFORE DELETE ON assessment BEGIN SELECT RAISE(ABORT, 'assessments are append-only'); END;
CREATE TRIGGER paragraph_text_is_append_only_u BEFORE UPDATE ON paragraph_text BEGIN SELECT RAISE(ABORT, 'revisions of prose are append-only'); END;
CREATE TRIGGER paragraph_text_is_append_only_d BEFORE DELETE ON paragraph_text BEGIN SELECT RAISE(ABORT, 'revisions of prose are append-only'); END;
CREATE TRIGGER approval_is_append_only_u BEFORE UPDATE ON publication_approval BEGIN SELECT RAISE(ABORT, 'approvals are append-only'); END;
CREATE TRIGGER approval_is_append_only_d BEFORE DELETE ON publication_approval BEGIN SELECT RAISE(ABORT, 'approvals are append-only'); END;
-- Of a publication only the status changes, and its items never.
CREATE TRIGGER publication_is_frozen_u BEFORE UPDATE OF id, evaluation, title, prepared_by, prepared_at, digest ON publication
    BEGIN SELECT RAISE(ABORT, 'a publication is frozen'); END;
CREATE TRIGGER publication_is_frozen_d BEFORE DELETE ON publication BEGIN SELECT RAISE(ABORT, 'a publication is frozen'); END;
CREATE TRIGGER publication_item_is_frozen_u BEFORE UPDATE ON publication_item BEGIN SELECT RAISE(ABORT, 'a publication is frozen'); END;
CREATE TRIGGER publication_item_is_frozen_d BEFORE DELETE ON publication_item BEGIN SELECT RAISE(ABORT, 'a publication is frozen'); END;
CREATE TRIGGER publication_withdrawal_is_kept_u BEFORE UPDATE ON publication_withdrawal BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;
CREATE TRIGGER publication_withdrawal_is_kept_d BEFORE DELETE ON publication_withdrawal BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;
CREATE TRIGGER receipt_is_append_only_u BEFORE UPDATE ON receipt BEGIN SELECT RAISE(ABORT, 'receipts are append-only'); END;
CREATE TRIGGER receipt_is_append_only_d BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'receipts are append-only'); END;
CREATE TRIGGER file_bytes_are_kept_u BEFORE UPDATE ON file_bytes BEGIN SELECT RAISE(ABORT, 'stored files do not change'); END;

CREATE TRIGGER file_bytes_are_kept_d BEFORE DELETE ON file_bytes BEGIN SELECT RAISE(ABORT, 'stored files do not go'); END;

-- A claim says what was claimed at a date: it does not change, only its place in the list does. What is public stays.
CREATE TRIGGER claim_is_dated_u BEFORE UPDATE OF id, evaluation, recommendation, by_respondent, body, date, value ON claim
    BEGIN SELECT RAISE(ABORT, 'a claim does not change'); END;
CREATE TRIGGER claim_is_dated_d BEFORE DELETE ON claim WHEN EXISTS (SELECT 1 FROM publication_item AS i JOIN publication AS p ON p.id = i.publication
    WHERE i.object = OLD.id AND p.released_at IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'a released claim stays'); END;
-- A comment's words are its sender's; a response stands once the report is adopted.
CREATE TRIGGER comment_is_frozen_u BEFORE UPDATE OF id, evaluation, kind, report, paragraph, by_respondent, body, date, language, text ON comment
    BEGIN SELECT RAISE(ABORT, 'a comment does not change'); END;
CREATE TRIGGER comment_response_is_frozen_u BEFORE UPDATE OF outcome, responded, response ON comment WHEN OLD.outcome <> 'open' AND EXISTS (SELECT 1
    FROM report WHERE evaluation = OLD.evaluation AND kind IN ('final', OLD.report) AND status = 'adopted')
    BEGIN SELECT RAISE(ABORT, 'a response to a comment on an adopted report is frozen'); END;
CREATE TRIGGER comment_is_frozen_d BEFORE DELETE ON comment WHEN EXISTS (SELECT 1 FROM report WHERE evaluation = OLD.evaluation AND
    kind IN ('final', OLD.report) AND status = 'adopted') BEGIN SELECT RAISE(ABORT, 'a comment on an adopted report is frozen'); END;
CREATE TRIGGER committee_recommendation_is_frozen_u BEFORE UPDATE OF id, evaluation, symbol, date, meeting, report_by ON committee_recommendation
    BEGIN SELECT RAISE(ABORT, 'a recommendation of the committee is frozen'); END;
CREATE TRIGGER committee_recommendation_is_frozen_d BEFORE DELETE ON committee_recommendation
    BEGIN SELECT RAISE(ABORT, 'a recommendation of the committee is frozen'); END;
-- An assignment may end; a recusal stays.
CREATE TRIGGER assignment_is_dated_u BEFORE UPDATE OF evaluation, person, role, starts, reason ON assignment
    BEGIN SELECT RAISE(ABORT, 'an assignment does not change'); END;
CREATE TRIGGER recusal_is_kept_d BEFORE DELETE ON assignment WHEN OLD.role = 'recused' BEGIN SELECT RAISE(ABORT, 'a recusal stays'); END;

-- A questionnaire goes out once; a request is closed by its answer.
CREATE TRIGGER issue_is_frozen_u BEFORE UPDATE ON issue WHEN OLD.sent <= date('now') BEGIN SELECT RAISE(ABORT, 'an issue that was sent is frozen'); END;
CREATE TRIGGER issue_is_frozen_d BEFORE DELETE ON issue WHEN OLD.sent <= date('now') BEGIN SELECT RAISE(ABORT, 'an issue that was sent is frozen'); END;
CREATE TRIGGER specific_question_is_frozen_u BEFORE UPDATE ON specific_question WHEN EXISTS (SELECT 1 FROM issue WHERE id = OLD.issue AND
    sent <= date('now')) BEGIN SELECT RAISE(ABORT, 'an issue that was sent is frozen'); END;
CREATE TRIGGER specific_question_is_frozen_d BEFORE DELETE ON specific_question WHEN EXISTS (SELECT 1 FROM issue WHERE id = OLD.issue AND
    sent <= date('now')) BEGIN SELECT RAISE(ABORT, 'an issue that was sent is frozen'); END;
CREATE TRIGGER request_is_frozen_u BEFORE UPDATE ON request WHEN OLD.answered IS NOT NULL BEGIN SELECT RAISE(ABORT, 'an answered request is frozen'); END;
CREATE TRIGGER request_is_frozen_d BEFORE DELETE ON request WHEN OLD.answered IS NOT NULL BEGIN SELECT RAISE(ABORT, 'an answered request is frozen'); END;
CREATE TRIGGER request_item_is_frozen_u BEFORE UPDATE ON request_item WHEN EXISTS (SELECT 1 FROM request WHERE id = OLD.request AND
    answered IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'an answered request is frozen'); END;
CREATE TRIGGER request_item_is_frozen_d BEFORE DELETE ON request_item WHEN EXISTS (SELECT 1 FROM request WHERE id = OLD.request AND
    answered IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'an answered request is frozen'); END;

-- The words and the evidence of an assessment or a claim go with it. The pattern spares the look-up for all other owners.
CREATE TRIGGER assessment_text_is_frozen_u BEFORE UPDATE ON local_text WHEN OLD.owner GLOB '*/assessment/*' AND EXISTS (SELECT 1 FROM assessment
    WHERE OLD.owner = evaluation || '/assessment/' || position) BEGIN SELECT RAISE(ABORT, 'assessments are append-only'); END;
CREATE TRIGGER assessment_text_is_frozen_d BEFORE DELETE ON local_text WHEN OLD.owner GLOB '*/assessment/*' AND EXISTS (SELECT 1 FROM assessment
    WHERE OLD.owner = evaluation || '/assessment/' || position) BEGIN SELECT RAISE(ABORT, 'assessments are append-only'); END;
CREATE TRIGGER assessment_evidence_is_frozen_u BEFORE UPDATE ON evidence WHEN OLD.owner GLOB '*/assessment/*' AND EXISTS (SELECT 1 FROM assessment
    WHERE OLD.owner = evaluation || '/assessment/' || position) BEGIN SELECT RAISE(ABORT, 'assessments are append-only'); END;
CREATE TRIGGER assessment_evidence_is_frozen_d BEFORE DELETE ON evidence WHEN OLD.owner GLOB '*/assessment/*' AND EXISTS (SELECT 1 FROM assessment
    WHERE OLD.owner = evaluation || '/assessment/' || position) BEGIN SELECT RAISE(ABORT, 'assessments are append-only'); END;
CREATE TRIGGER claim_text_is_frozen_u BEFORE UPDATE ON local_text WHEN OLD.owner GLOB '*/claim/*' AND EXISTS (SELECT 1 FROM claim WHERE id = OLD.owner)
    BEGIN SELECT RAISE(ABORT, 'a claim does not change'); END;
CREATE TRIGGER claim_text_is_frozen_d BEFORE DELETE ON local_text WHEN OLD.owner GLOB '*/claim/*' AND EXISTS (SELECT 1 FROM claim WHERE id = OLD.owner)
    BEGIN SELECT RAISE(ABORT, 'a claim does not change'); END;
CREATE TRIGGER claim_evidence_is_frozen_u BEFORE UPDATE ON evidence WHEN OLD.owner GLOB '*/claim/*' AND EXISTS (SELECT 1 FROM claim WHERE id = OLD.owner)
    BEGIN SELECT RAISE(ABORT, 'a claim does not change'); END;
CREATE TRIGGER claim_evidence_is_frozen_d BEFORE DELETE ON evidence WHEN OLD.owner GLOB '*/claim/*' AND EXISTS (SELECT 1 FROM claim WHERE id = OLD.owner)
    BEGIN SELECT RAISE(ABORT, 'a claim does not change'); END;

-- A reply is written as a draft and then submitted; from then on neither it nor its answers change.
CREATE TRIGGER reply_is_frozen_u BEFORE UPDATE ON reply WHEN OLD.status <> 'draft' BEGIN SELECT RAISE(ABORT, 'a submitted reply is frozen'); END;
CREATE TRIGGER reply_is_frozen_d BEFORE DELETE ON reply WHEN OLD.status <> 'draft' BEGIN SELECT RAISE(ABORT, 'a submitted reply is frozen'); END;
CREATE TRIGGER answer_is_frozen_i BEFORE INSERT ON answer WHEN EXISTS (SELECT 1 FROM reply WHERE id = NEW.reply AND version = NEW.version AND status <> 'draft')
    BEGIN SELECT RAISE(ABORT, 'a submitted reply is frozen'); END;
CREATE TRIGGER answer_is_frozen_u BEFORE UPDATE ON answer WHEN EXISTS (SELECT 1 FROM reply WHERE id = OLD.reply AND version = OLD.version AND status <> 'draft')
    BEGIN SELECT RAISE(ABORT, 'a submitted reply is frozen'); END;
CREATE TRIGGER answer_is_frozen_d BEFORE DELETE ON answer WHEN EXISTS (SELECT 1 FROM reply WHERE id = OLD.reply AND version = OLD.version AND status <> 'draft')
    BEGIN SELECT RAISE(ABORT, 'a submitted reply is frozen'); END;
CREATE TRIGGER cell_is_frozen_i BEFORE INSERT ON cell WHEN EXISTS (SELECT 1 FROM reply WHERE id = NEW.reply AND version = NEW.version AND status <> 'draft')
    BEGIN SELECT RAISE(ABORT, 'a submitted reply is frozen'); END;
CREATE TRIGGER cell_is_frozen_u BEFORE UPDATE ON cell WHEN EXISTS (SELECT 1 FROM reply WHERE id = OLD.reply AND version = OLD.version AND status <> 'draft')
    BEGIN SELECT RAISE(ABORT, 'a submitted reply is frozen'); END;
CREATE TRIGGER cell_is_frozen_d BEFORE DELETE ON cell WHEN EXISTS (SELECT 1 FROM reply WHERE id = OLD.reply AND version = OLD.version AND status <> 'draft')
    BEGIN SELECT RAISE(ABORT, 'a submitted reply is frozen'); END;
CREATE TRIGGER exhibit_is_frozen_i BEFORE INSERT ON exhibit WHEN EXISTS (SELECT 1 FROM reply WHERE id = NEW.reply AND version = NEW.version AND status <> 'draft')
    BEGIN SELECT RAISE(ABORT, 'a submitted reply is frozen'); END;
CREATE TRIGGER exhibit_is_frozen_u BEFORE UPDATE ON exhibit WHEN EXISTS (SELECT 1 FROM reply WHERE id = OLD.reply AND version = OLD.version AND status <> 'draft')
    BEGIN SELECT RAISE(ABORT, 'a submitted reply is frozen'); END;
CREATE TRIGGER exhibit_is_frozen_d BEFORE DELETE ON exhibit WHEN EXISTS (SELECT 1 FROM reply WHERE id = OLD.reply AND version = OLD.version AND status <> 'draft')
    BEGIN SELECT RAISE(ABORT, 'a submitted reply is frozen'); END;

-- A report is written as a draft and then adopted; from then on neither it nor its order, headings or revisions change.
CREATE TRIGGER report_is_frozen_u BEFORE UPDATE ON report WHEN OLD.status = 'adopted' BEGIN SELECT RAISE(ABORT, 'an adopted report is frozen'); END;
CREATE TRIGGER report_is_frozen_d BEFORE DELETE ON report WHEN OLD.status = 'adopted' BEGIN SELECT RAISE(ABORT, 'an adopted report is frozen'); END;
CREATE TRIGGER chapter_is_frozen_i BEFORE INSERT ON chapter WHEN EXISTS (SELECT 1 FROM report WHERE id = NEW.report AND status = 'adopted')
    BEGIN SELECT RAISE(ABORT, 'an adopted report is frozen'); END;
CREATE TRIGGER chapter_is_frozen_d BEFORE DELETE ON chapter WHEN EXISTS (SELECT 1 FROM report WHERE id = OLD.report AND status = 'adopted')
    BEGIN SELECT RAISE(ABORT, 'an adopted report is frozen'); END;
CREATE TRIGGER chapter_is_frozen_u BEFORE UPDATE ON chapter WHEN EXISTS (SELECT 1 FROM report WHERE id = OLD.report AND status = 'adopted')
    BEGIN SELECT RAISE(ABORT, 'an adopted report is frozen'); END;
CREATE TRIGGER report_item_is_frozen_i BEFORE INSERT ON report_item WHEN EXISTS (SELECT 1 FROM report WHERE id = NEW.report AND status = 'adopted')
    BEGIN SELECT RAISE(ABORT, 'an adopted report is frozen'); END;
CREATE TRIGGER report_item_is_frozen_u BEFORE UPDATE ON report_item WHEN EXISTS (SELECT 1 FROM report WHERE id = OLD.report AND status = 'adopted')
    BEGIN SELECT RAISE(ABORT, 'an adopted report is frozen'); END;
CREATE TRIGGER report_item_is_frozen_d BEFORE DELETE ON report_item WHEN EXISTS (SELECT 1 FROM report WHERE id = OLD.report AND status = 'adopted')
    BEGIN SELECT RAISE(ABORT, 'an adopted report is frozen'); END;
