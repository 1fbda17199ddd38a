-- What secrets were: their versions, and snapshots, of a whole project in May 2023 and of a folder
-- later.

CREATE TABLE secret_versions (
    seq                     INTEGER PRIMARY KEY AUTOINCREMENT,
    id                      TEXT NOT NULL UNIQUE,
    environment_id          TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    -- The folder and the secret may be gone.
    folder_id               TEXT NOT NULL,
    secret_id               TEXT NOT NULL,
    type                    TEXT NOT NULL,
    user_id                 TEXT,
    blind_index             TEXT,
    version                 INTEGER NOT NULL,
    key_ciphertext          TEXT NOT NULL,
    key_iv                  TEXT NOT NULL,
    key_tag                 TEXT NOT NULL,
    value_ciphertext        TEXT NOT NULL,
    value_iv                TEXT NOT NULL,
    value_tag               TEXT NOT NULL,
    comment_ciphertext      TEXT,
    comment_iv              TEXT,
    comment_tag             TEXT,
    reminder_note           TEXT,
    reminder_repeat_days    INTEGER,
    skip_multiline_encoding INTEGER NOT NULL DEFAULT 0,
    metadata                TEXT,
    tags                    TEXT NOT NULL DEFAULT '[]', -- JSON: ids
    is_deleted              INTEGER NOT NULL DEFAULT 0,
    created_at              INTEGER NOT NULL
) STRICT;
CREATE INDEX secret_versions_by_secret ON secret_versions (secret_id, seq);
CREATE INDEX secret_versions_by_environment ON secret_versions (environment_id);

-- The audit log kept versions of its own before.
INSERT INTO secret_versions (id, environment_id, folder_id, secret_id, type, user_id, version,
    key_ciphertext, key_iv, key_tag, value_ciphertext, value_iv, value_tag, is_deleted, created_at)
SELECT v.id, e.id, '', v.secret_id, v.content ->> 'type', v.content ->> 'user', v.version,
    v.content ->> 'secretKeyCiphertext', v.content ->> 'secretKeyIV', v.content ->> 'secretKeyTag',
    v.content ->> 'secretValueCiphertext', v.content ->> 'secretValueIV',
    v.content ->> 'secretValueTag', v.is_deleted,
    CAST(round((julianday(v.content ->> 'updatedAt') - 2440587.5) * 86400000) AS INTEGER)
FROM audit_versions v
JOIN environments e ON e.project_id = v.project_id AND e.slug = v.content ->> 'environment'
ORDER BY v.secret_id, v.version;
DROP TABLE audit_versions;

CREATE TABLE snapshots (
    seq              INTEGER PRIMARY KEY AUTOINCREMENT,
    id               TEXT NOT NULL UNIQUE,
    project_id       TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    number           INTEGER NOT NULL, -- in its project, from 1
    -- Later eras; the folder may be gone.
    environment_id   TEXT REFERENCES environments (id) ON DELETE CASCADE,
    folder_id        TEXT,
    parent_folder_id TEXT,
    created_at       INTEGER NOT NULL
) STRICT;
CREATE INDEX snapshots_by_project ON snapshots (project_id, seq);
CREATE INDEX snapshots_by_folder ON snapshots (folder_id, seq);
CREATE INDEX snapshots_by_environment ON snapshots (environment_id);

CREATE TABLE snapshot_secrets (
    snapshot INTEGER NOT NULL REFERENCES snapshots (seq) ON DELETE CASCADE,
    version  INTEGER NOT NULL REFERENCES secret_versions (seq) ON DELETE CASCADE,
    PRIMARY KEY (snapshot, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX snapshot_secrets_by_version ON snapshot_secrets (version);

CREATE TABLE snapshot_folders (
    snapshot  INTEGER NOT NULL REFERENCES snapshots (seq) ON DELETE CASCADE,
    folder_id TEXT NOT NULL,
    name      TEXT NOT NULL,
    PRIMARY KEY (snapshot, folder_id)
) STRICT, WITHOUT ROWID;

-- A later rollback makes folders anew that have no version.
ALTER TABLE folders ADD COLUMN was_restored INTEGER NOT NULL DEFAULT 0;
