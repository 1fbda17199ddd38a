-- Service accounts of May 2023: programs with a key pair, let into environments one by one.

CREATE TABLE service_accounts (
    seq             INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    user_id         TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, -- who made it
    name            TEXT NOT NULL,
    public_key      TEXT NOT NULL,
    secret_hash     BLOB NOT NULL,
    last_used       INTEGER NOT NULL,
    expires_at      INTEGER,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL
) STRICT;

CREATE TABLE service_account_permissions (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    account_id  TEXT NOT NULL REFERENCES service_accounts (id) ON DELETE CASCADE,
    project_id  TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    environment TEXT NOT NULL,
    may_read    INTEGER NOT NULL,
    may_write   INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    UNIQUE (account_id, project_id, environment)
) STRICT;

-- The project key, sealed to the account by the user who first let it into the project.
CREATE TABLE service_account_keys (
    id            TEXT PRIMARY KEY,
    account_id    TEXT NOT NULL REFERENCES service_accounts (id) ON DELETE CASCADE,
    project_id    TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    sender_id     TEXT NOT NULL,
    encrypted_key TEXT NOT NULL,
    nonce         TEXT NOT NULL,
    created_at    INTEGER NOT NULL,
    UNIQUE (account_id, project_id)
) STRICT;
