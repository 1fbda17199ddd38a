-- Machine identities: credentials of programs, from early 2024 on.

CREATE TABLE identities (
    seq             INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    name            TEXT NOT NULL,
    role            TEXT NOT NULL,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL
) STRICT;

CREATE TABLE universal_auths (
    id               TEXT PRIMARY KEY,
    identity_id      TEXT NOT NULL UNIQUE REFERENCES identities (id) ON DELETE CASCADE,
    client_id        TEXT NOT NULL UNIQUE,
    token_ttl        INTEGER NOT NULL, -- seconds
    token_max_ttl    INTEGER NOT NULL, -- seconds
    created_at       INTEGER NOT NULL
) STRICT;

CREATE TABLE client_secrets (
    id                TEXT PRIMARY KEY,
    universal_auth_id TEXT NOT NULL REFERENCES universal_auths (id) ON DELETE CASCADE,
    secret_hash       BLOB NOT NULL,
    created_at        INTEGER NOT NULL
) STRICT;

CREATE TABLE identity_tokens (
    id          TEXT PRIMARY KEY,
    identity_id TEXT NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
    ttl         INTEGER NOT NULL, -- seconds
    max_ttl     INTEGER NOT NULL, -- seconds
    created_at  INTEGER NOT NULL,
    renewed_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE identity_memberships (
    id          TEXT PRIMARY KEY,
    project_id  TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    identity_id TEXT NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
    role        TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    UNIQUE (project_id, identity_id)
) STRICT;
