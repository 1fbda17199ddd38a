-- Keys that servers of July 2026 hold for their users.

CREATE TABLE kms_keys (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    project_id  TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,
    description TEXT,
    usage       TEXT NOT NULL,
    algorithm   TEXT NOT NULL,
    exportable  INTEGER NOT NULL,
    disabled    INTEGER NOT NULL DEFAULT 0,
    sealed      BLOB NOT NULL, -- the key, under the server key
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    UNIQUE (project_id, name)
) STRICT;
