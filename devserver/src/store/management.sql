-- What people manage: their sessions, whom to tell of incidents, what a member may not do.

ALTER TABLE sessions ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN last_used INTEGER NOT NULL DEFAULT 0;
-- When older ones began is not known.
UPDATE sessions SET created_at = unixepoch() * 1000, last_used = unixepoch() * 1000;

ALTER TABLE projects ADD COLUMN version_limit INTEGER NOT NULL DEFAULT 10;

CREATE TABLE incident_contacts (
    seq             INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    email           TEXT NOT NULL,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    UNIQUE (organization_id, email)
) STRICT;

-- May 2023: what a member may not do in an environment.
CREATE TABLE denied_permissions (
    seq            INTEGER PRIMARY KEY AUTOINCREMENT,
    membership_id  TEXT NOT NULL REFERENCES project_memberships (id) ON DELETE CASCADE,
    environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    ability        TEXT NOT NULL,
    UNIQUE (membership_id, environment_id, ability)
) STRICT;
