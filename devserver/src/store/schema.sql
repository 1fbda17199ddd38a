-- Times are milliseconds since 1970. Ids have the form of the database's era.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;

CREATE TABLE users (
    id                    TEXT PRIMARY KEY,
    email                 TEXT NOT NULL UNIQUE,
    first_name            TEXT,
    last_name             TEXT,
    is_accepted           INTEGER NOT NULL DEFAULT 0,
    is_super_admin        INTEGER NOT NULL DEFAULT 0,
    is_ghost              INTEGER NOT NULL DEFAULT 0,
    public_key            TEXT,
    encrypted_private_key TEXT,
    iv                    TEXT,
    tag                   TEXT,
    protected_key         TEXT,
    protected_key_iv      TEXT,
    protected_key_tag     TEXT,
    salt                  TEXT,
    verifier              TEXT,
    created_at            INTEGER NOT NULL,
    updated_at            INTEGER NOT NULL
) STRICT;

CREATE TABLE devices (
    id         TEXT PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    ip         TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    UNIQUE (user_id, ip, user_agent)
) STRICT;

CREATE TABLE sessions (
    id              TEXT PRIMARY KEY,
    user_id         TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    ip              TEXT NOT NULL,
    user_agent      TEXT NOT NULL,
    access_version  INTEGER NOT NULL,
    refresh_version INTEGER NOT NULL,
    -- Access tokens up to this version were logged out.
    ended_version   INTEGER NOT NULL DEFAULT 0,
    UNIQUE (user_id, ip, user_agent)
) STRICT;

-- One-time codes in the clear: they stand in for mail and /dev/codes reads them.
CREATE TABLE codes (
    seq             INTEGER PRIMARY KEY AUTOINCREMENT,
    purpose         TEXT NOT NULL,
    email           TEXT NOT NULL,
    organization_id TEXT NOT NULL DEFAULT '',
    code            TEXT NOT NULL,
    expires_at      INTEGER NOT NULL,
    UNIQUE (purpose, email, organization_id)
) STRICT;

CREATE TABLE organizations (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    slug       TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE organization_memberships (
    seq             INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    user_id         TEXT REFERENCES users (id) ON DELETE CASCADE,
    invite_email    TEXT,
    role            TEXT NOT NULL,
    status          TEXT NOT NULL,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL
) STRICT;

CREATE TABLE projects (
    seq                 INTEGER PRIMARY KEY AUTOINCREMENT,
    id                  TEXT NOT NULL UNIQUE,
    organization_id     TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    name                TEXT NOT NULL,
    slug                TEXT NOT NULL,
    auto_capitalization INTEGER NOT NULL DEFAULT 1,
    sealed_index_salt   BLOB NOT NULL, -- under the server key
    created_at          INTEGER NOT NULL,
    updated_at          INTEGER NOT NULL
) STRICT;

CREATE TABLE environments (
    id         TEXT PRIMARY KEY,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    slug       TEXT NOT NULL,
    position   INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (project_id, slug)
) STRICT;

CREATE TABLE project_memberships (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    is_founder INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (project_id, user_id)
) STRICT;

CREATE TABLE project_roles (
    seq           INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    membership_id TEXT NOT NULL REFERENCES project_memberships (id) ON DELETE CASCADE,
    role          TEXT NOT NULL,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL
) STRICT;

-- The project key, sealed by a sender to a receiver; never in the clear.
CREATE TABLE project_keys (
    seq           INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    project_id    TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    receiver_id   TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    sender_id     TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    encrypted_key TEXT NOT NULL,
    nonce         TEXT NOT NULL,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX project_keys_by_receiver ON project_keys (project_id, receiver_id);

CREATE TABLE bots (
    id                 TEXT PRIMARY KEY,
    project_id         TEXT NOT NULL UNIQUE REFERENCES projects (id) ON DELETE CASCADE,
    name               TEXT NOT NULL,
    is_active          INTEGER NOT NULL,
    public_key         TEXT NOT NULL,
    sealed_private_key BLOB,           -- under the server key
    encrypted_key      TEXT,
    nonce              TEXT,
    sender_id          TEXT REFERENCES users (id) ON DELETE SET NULL,
    created_at         INTEGER NOT NULL,
    updated_at         INTEGER NOT NULL
) STRICT;

-- Every environment has a root folder: path `/`, named `root`, without parent.
CREATE TABLE folders (
    seq            INTEGER PRIMARY KEY AUTOINCREMENT,
    id             TEXT NOT NULL UNIQUE,
    environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    parent_id      TEXT REFERENCES folders (id) ON DELETE CASCADE,
    name           TEXT NOT NULL,
    path           TEXT NOT NULL, -- absolute
    version        INTEGER NOT NULL DEFAULT 1,
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    UNIQUE (environment_id, path)
) STRICT;

-- Ciphertext and blind index only. An index may be missing or double: May 2023's routes by id
-- neither demand nor compare names.
CREATE TABLE secrets (
    seq                     INTEGER PRIMARY KEY AUTOINCREMENT,
    id                      TEXT NOT NULL UNIQUE,
    folder_id               TEXT NOT NULL REFERENCES folders (id) ON DELETE CASCADE,
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
    created_at              INTEGER NOT NULL,
    updated_at              INTEGER NOT NULL
) STRICT;
CREATE INDEX secrets_by_folder ON secrets (folder_id, blind_index);
CREATE INDEX secrets_by_index ON secrets (blind_index);

CREATE TABLE tags (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_id    TEXT NOT NULL, -- who made it
    name       TEXT NOT NULL,
    slug       TEXT NOT NULL,
    color      TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (project_id, slug)
) STRICT;

CREATE TABLE secret_tags (
    secret_id TEXT NOT NULL REFERENCES secrets (id) ON DELETE CASCADE,
    tag_id    TEXT NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    PRIMARY KEY (secret_id, tag_id)
) STRICT;
CREATE INDEX secret_tags_by_tag ON secret_tags (tag_id);

-- A folder imports the secrets of a path, whether or not there is such a folder.
CREATE TABLE secret_imports (
    id             TEXT PRIMARY KEY,
    folder_id      TEXT NOT NULL REFERENCES folders (id) ON DELETE CASCADE,
    environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    path           TEXT NOT NULL,
    position       INTEGER NOT NULL, -- among the imports of the folder, from 1
    version        INTEGER NOT NULL DEFAULT 1,
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX secret_imports_by_folder ON secret_imports (folder_id);
CREATE INDEX secret_imports_by_environment ON secret_imports (environment_id);

CREATE TABLE service_tokens (
    seq           INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    project_id    TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_id       TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name          TEXT NOT NULL,
    scopes        TEXT NOT NULL, -- JSON: [{"environment", "secretPath"}]
    permissions   TEXT NOT NULL, -- JSON: ["read", "write"]
    secret_hash   BLOB NOT NULL,
    encrypted_key TEXT NOT NULL, -- the project key under the token key, which stays with the client
    iv            TEXT NOT NULL,
    tag           TEXT NOT NULL,
    last_used     INTEGER,
    expires_at    INTEGER,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE api_keys (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    user_id     TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,
    secret_hash BLOB NOT NULL,
    last_used   INTEGER,
    expires_at  INTEGER,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT;
