-- Who did what in a project: in May 2023 a log of several actions, later one event, the only action
-- of its log.

CREATE TABLE audit_logs (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    actor_kind TEXT NOT NULL,
    actor_id   TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    channel    TEXT NOT NULL,
    user_agent TEXT,
    ip         TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX audit_logs_by_project ON audit_logs (project_id, seq);

CREATE TABLE audit_actions (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    log_id  TEXT NOT NULL REFERENCES audit_logs (id) ON DELETE CASCADE,
    name    TEXT NOT NULL,
    payload TEXT NOT NULL -- JSON
) STRICT;
CREATE INDEX audit_actions_by_log ON audit_actions (log_id);

-- May 2023: the versions of secrets that actions refer to, as encrypted as the secrets.
CREATE TABLE audit_versions (
    id         TEXT PRIMARY KEY,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    secret_id  TEXT NOT NULL,
    version    INTEGER NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0,
    content    TEXT NOT NULL, -- JSON
    UNIQUE (secret_id, version)
) STRICT;
