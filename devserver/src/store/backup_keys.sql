-- Private keys under the keys of emergency kits.
CREATE TABLE backup_keys (
    id                    TEXT PRIMARY KEY,
    user_id               TEXT NOT NULL UNIQUE REFERENCES users (id) ON DELETE CASCADE,
    encrypted_private_key TEXT NOT NULL,
    iv                    TEXT NOT NULL,
    tag                   TEXT NOT NULL,
    salt                  TEXT NOT NULL,
    verifier              TEXT NOT NULL,
    created_at            INTEGER NOT NULL,
    updated_at            INTEGER NOT NULL
) STRICT;
