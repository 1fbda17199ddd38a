-- Leases of dynamic secrets, whose credentials are not kept.

CREATE TABLE leases (
    seq            INTEGER PRIMARY KEY AUTOINCREMENT,
    id             TEXT NOT NULL UNIQUE,
    environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    entity         TEXT NOT NULL, -- the name of the account that was made
    expires_at     INTEGER NOT NULL,
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL
) STRICT;
